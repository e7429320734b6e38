"""What a staff group is reminded of, and which day is promised while it cannot be reached."""

import pytest

from dialogs.conversation.session import Session
from dialogs.deadlines.case_ladder import is_for_the_desk, planned_ahead, promise
from dialogs.records.case import Case
from dialogs.records.need import Need
from dialogs.records.reminder import Reminder
from tests.stages.in_memory import STAFF, at
from tests.stages.standing import standing, world

CASE = Case("K7WM4", "vasa", 101, "sv", "Köket", Need(), (), opened_at=at("2023-08-28T06:00"), answer_by="2023-09-04")
TURN = standing(Session(STAFF, 201), staff="vasa")


def test_five_working_days_are_promised_and_nothing_while_the_desk_cannot_be_reached() -> None:
    vasa, shut = world().packs["vasa"], TURN.snapshot.but(shut=("vasa",))
    assert (promise(TURN, vasa), promise(TURN._with(snapshot=shut), vasa)) == ("2023-09-08", "")


def test_after_a_return_only_what_lies_ahead_is_planned() -> None:
    [plan] = planned_ahead(TURN, CASE)
    assert [item.kind for item in plan.reminders] == ["desk-unanswered-5wd", "desk-late"]


@pytest.mark.parametrize("case", [CASE.but(answer_by=""), CASE.but(chat=0), CASE.but(state="answered")])
def test_who_waits_for_nothing_that_was_promised_is_not_reminded_of(case: Case) -> None:
    assert [plan.reminders for plan in planned_ahead(TURN, case)] == [()]


@pytest.mark.parametrize(("kinds", "desk"), [(("desk-late", "desk-unseen"), True), (("draft-day",), False)])
def test_reminders_of_the_desk_are_known_by_their_kinds(kinds: tuple[str, ...], desk: bool) -> None:
    waiting = tuple(Reminder(kind, STAFF, kind, "x", at("2023-09-01T06:00")) for kind in kinds)
    assert is_for_the_desk(waiting) is desk
