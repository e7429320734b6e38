"""The page on the case says what the table says."""

from dialogs.conversation.session import Session
from dialogs.deadlines.case_ladder import plan
from dialogs.records.case import Case
from dialogs.records.case_states import CaseAct, CaseState, Follows
from dialogs.records.need import Need
from tests.dialogs.records.case_page import ACTS, FOLLOWS, PAGE, REMINDERS, diagram, page
from tests.stages.in_memory import at
from tests.stages.standing import STAFF, standing


def test_the_page_is_the_one_that_the_table_draws() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "python -m tests.dialogs.records.case_page writes it anew"


def test_every_act_and_all_that_follows_has_words() -> None:
    assert (set(ACTS), set(FOLLOWS)) == (set(CaseAct), set(Follows))


def test_every_state_stands_in_the_diagram() -> None:
    drawn = diagram().split()
    assert [state for state in CaseState if state not in drawn and f"{state}:" not in drawn] == []


def test_everything_that_comes_up_by_itself_has_words() -> None:
    now = at("2023-09-12T06:00")
    waits = Case("K7WM4", "vasa", 101, "sv", "Köket", Need(), (), opened_at=now, answer_by="2023-09-08", urged_at=now)
    taken = waits.but(state="claimed", owner=201, acted_at=now, snoozed_until="2023-09-20", decision_by="2023-09-29")
    turn = standing(Session(STAFF, 201, "sv", "vasa"), staff="vasa")
    assert {item.kind for case in (waits, taken) for item in plan(turn, case)} == set(REMINDERS)
