"""The mornings of an absence are working days, and the first is told only if it lies ahead."""

from datetime import date

import pytest

from dialogs.conversation.effects import PlanReminders
from dialogs.deadlines.desk.absence_ladder import planned, user_of
from dialogs.records.staff.desk import Absence
from tests.stages.in_memory import STAFF
from tests.stages.standing import world

VASA = world().packs["vasa"]


def mornings(first: str, last: str, today: str = "2026-11-30") -> list[tuple[str, str]]:
    """When what is told of an absence, on the clock of Vasa."""
    plan = planned(VASA, STAFF, 201, Absence(first, last), date.fromisoformat(today))
    return [(item.kind, item.wall) for item in plan.reminders]


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2026-12-01", "2026-12-02", [("desk-away", "2026-12-01T08:00"), ("desk-back", "2026-12-03T08:00")]),
        ("2026-11-30", "2026-12-02", [("desk-back", "2026-12-03T08:00")]),
        ("2026-11-20", "2026-12-04", [("desk-back", "2026-12-07T08:00")]),
        ("2026-12-05", "2026-12-08", [("desk-away", "2026-12-07T08:00"), ("desk-back", "2026-12-09T08:00")]),
        ("2026-12-05", "2026-12-06", [("desk-back", "2026-12-07T08:00")]),
        ("2027-12-03", "2027-12-05", [("desk-away", "2027-12-03T08:00"), ("desk-back", "2027-12-07T08:00")]),
    ],
)
def test_the_first_morning_and_the_one_after_the_last(first: str, last: str, told: list[tuple[str, str]]) -> None:
    assert mornings(first, last) == told


def test_no_absence_or_nowhere_to_tell_it_leaves_nothing_waiting() -> None:
    nothing = PlanReminders("away-vasa-201", ())
    today = date(2026, 11, 30)
    assert planned(VASA, STAFF, 201, None, today) == nothing
    assert planned(VASA, 0, 201, Absence("2026-12-01", "2026-12-02"), today) == nothing


def test_a_morning_knows_whose_it_is() -> None:
    plan = planned(VASA, STAFF, 201, Absence("2026-12-01", "2026-12-02"), date(2026, 11, 30))
    assert {user_of(item) for item in plan.reminders} == {201}
