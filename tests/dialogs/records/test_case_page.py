"""The page on the case says what the table says."""

from dialogs.records.case_states import CaseAct, CaseState, Follows
from tests.dialogs.records.case_page import ACTS, FOLLOWS, PAGE, diagram, page


def test_the_page_is_the_one_that_the_table_draws() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.dialogs.records.case_page writes it anew"


def test_every_act_and_all_that_follows_has_words() -> None:
    assert (set(ACTS), set(FOLLOWS)) == (set(CaseAct), set(Follows))


def test_every_state_stands_in_the_diagram() -> None:
    drawn = diagram().split()
    assert [state for state in CaseState if state not in drawn and f"{state}:" not in drawn] == []
