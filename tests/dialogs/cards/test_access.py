"""What is noted in the log of a case, and under which name."""

import pytest

from dialogs.cards import access
from dialogs.conversation.effects import NoteAccess
from dialogs.conversation.session import AtDesk, Outcome, Session
from dialogs.records.for_a_time.access import CARD, Access
from tests.stages.staff_answer import CASE, NOW
from tests.stages.standing import STAFF, standing

SESSION = Session(STAFF, 201, "sv", "vasa")
NOTED = NoteAccess(Access(NOW, "K7WM4", 201, CARD))


def test_what_is_seen_in_a_group_is_noted_and_in_ones_own_chat_nothing() -> None:
    assert access.noted(standing(SESSION, staff="vasa"), CASE, CARD) == (NOTED,)
    assert access.noted(standing(Session(101, 101, "sv", "vasa")), CASE, CARD) == ()


@pytest.mark.parametrize(
    ("effects", "name", "kept"), [((NOTED,), "Nora", "Nora"), ((NOTED,), "", ""), ((), "Nora", "")]
)
def test_the_name_is_remembered_of_whoever_is_noted(effects: tuple[NoteAccess, ...], name: str, kept: str) -> None:
    outcome = access.with_name(Outcome(SESSION, (), effects), name)
    assert outcome.session == SESSION.but(desk=AtDesk(name=kept))
