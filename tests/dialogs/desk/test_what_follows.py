"""What follows when a case changes, where it is told, and the words for every reason not to change it."""

import pytest

from dialogs.conversation.effects import PlanReminders, SaveCase
from dialogs.conversation.session import Session
from dialogs.desk import what_follows
from dialogs.desk.card import card
from dialogs.records.case_states import CaseAct, CaseState, Refusal
from tests.stages.staff_answer import CASE, SESSION
from tests.stages.standing import STAFF, standing


def test_a_case_is_kept_and_its_reminders_planned_only_where_the_table_says_so() -> None:
    turn, changed = standing(SESSION, case=CASE, staff="vasa"), CASE.but(version=1)
    assert what_follows.effects(turn, CASE, changed, CaseAct.CLAIM) == (SaveCase(changed, 0),)
    both = (SaveCase(changed, 0), PlanReminders("K7WM4", ()))
    assert what_follows.effects(turn, CASE, changed, CaseAct.ANSWER) == both
    assert what_follows.effects(turn, None, changed, CaseAct.SEND) == both


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
