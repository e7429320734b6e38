"""What Lots notes in a case: each reads it in their own language."""

import pytest

from dialogs.cards.log import as_read, logged
from dialogs.conversation.session import Session
from dialogs.records.case import CaseMessage
from tests.stages.staff_answer import CASE, NOW
from tests.stages.standing import STAFF, standing

NORA = Session(STAFF, 201, "sv", "vasa")
AT_DESK = standing(NORA, case=CASE, staff="vasa")


def test_a_note_is_kept_with_what_it_was_made_of() -> None:
    values = (("name", "Anna"), ("office", "integration"), ("reference", "K7WM4"))
    text = "Anna bytte enhet. Ärendet hör nu till integration."
    known = CaseMessage("lots", text, NOW, internal=True, name="Anna", key="desk.moved", values=values)
    assert logged(AT_DESK, CASE, "desk.moved", office="integration") == known


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sv", "Anna bytte enhet. Ärendet hör nu till integration."),
        ("fi", "Anna vaihtoi toimialan. Asian toimiala on nyt Kotoutuminen."),
        ("en", "Anna changed the office. The case now belongs to integration."),
    ],
)
def test_each_reads_it_in_their_own_language(code: str, text: str) -> None:
    note = logged(AT_DESK, CASE, "desk.moved", office="integration")
    assert as_read(AT_DESK.at(language=code), CASE, note) == text


@pytest.mark.parametrize("key", ["", "desk.no_longer_here"])
def test_an_older_note_and_what_people_wrote_are_read_as_they_were_kept(key: str) -> None:
    note = CaseMessage("lots", "Nora tog ärendet.", NOW, internal=True, key=key)
    assert as_read(AT_DESK.at(language="fi"), CASE, note) == "Nora tog ärendet."
