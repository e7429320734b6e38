"""What follows when a case changes, where it is told, and the words for every reason not to change it."""

import pytest

from dialogs.cards import what_follows
from dialogs.cards.card import card
from dialogs.conversation.effects import NoteAccess, PlanReminders, SaveCase
from dialogs.conversation.session import Session
from dialogs.records.case_states import CaseAct, CaseState, Refusal
from dialogs.records.for_a_time.access import Access
from tests.stages.staff_answer import CASE, NOW, SESSION
from tests.stages.standing import STAFF, standing


def test_a_case_is_kept_and_its_reminders_planned_only_where_the_table_says_so() -> None:
    turn, changed = standing(SESSION, case=CASE, staff="vasa"), CASE.but(version=1)
    kept, planned = SaveCase(changed, 0), PlanReminders("K7WM4", ())
    moved, answered = (NoteAccess(Access(NOW, "K7WM4", 201, act)) for act in (CaseAct.MOVE, CaseAct.ANSWER))
    assert what_follows.effects(turn, CASE, changed, CaseAct.MOVE) == (kept, moved)
    assert what_follows.effects(turn, CASE, changed, CaseAct.ANSWER) == (kept, planned, answered)


def test_what_the_association_does_is_in_no_log() -> None:
    turn, changed = standing(Session(101, 101, "sv", "vasa")), CASE.but(version=1)
    assert what_follows.effects(turn, None, changed, CaseAct.SEND) == (SaveCase(changed, 0), PlanReminders("K7WM4", ()))


def test_the_card_is_posted_only_where_the_table_says_so() -> None:
    turn = standing(SESSION, case=CASE, staff="vasa")
    assert what_follows.cards(turn, CASE, CASE, CaseAct.ANSWER) == (card(turn, CASE, STAFF),)
    assert what_follows.cards(turn, CASE, CASE, CaseAct.NOTE) == ()


@pytest.mark.parametrize(("staff", "where"), [("vasa", -5), ("", STAFF), ("vaxjo", STAFF)])
def test_the_desk_is_told_where_it_sits_now(staff: str, where: int) -> None:
    assert what_follows.desk_chat(standing(Session(-5, 201, "sv", "vasa"), staff=staff), CASE) == where


def test_every_reason_has_words() -> None:
    assert set(what_follows.WHY_NOT) == set(Refusal)
    turn = standing(SESSION, case=CASE, staff="vasa")
    case = CASE.but(state=CaseState.WITHDRAWN, owner_name="Niko")
    assert all("K7WM4" in what_follows.why_not(turn, case, reason) for reason in Refusal)
