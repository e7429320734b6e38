"""The digest of a day has its hours, its working days and one key; what is new is reckoned from the one before."""

from datetime import datetime

import pytest

from dialogs.deadlines.desk.digest_morning import is_time, planted, since
from dialogs.records.reminder import Reminder
from tests.stages.in_memory import STAFF, at
from tests.stages.outage import here
from tests.stages.standing import world

VASA, VAXJO = world().packs["vasa"], world().packs["vaxjo"]


@pytest.mark.parametrize(
    ("moment", "told"),
    [
        ("2026-11-30T08:29", False),
        ("2026-11-30T08:30", True),
        ("2026-11-30T14:59", True),
        ("2026-11-30T15:00", False),
        ("2026-12-05T09:00", False),
        ("2026-06-19T09:00", False),
        ("2024-12-06T09:00", False),
        ("2025-06-06T09:00", True),
        # The Mondays after the nights in which the clocks change.
        ("2026-03-30T08:30", True),
        ("2026-10-26T08:30", True),
    ],
)
def test_it_is_told_on_working_days_from_half_past_eight_until_three(moment: str, told: bool) -> None:
    assert is_time(VASA, here(VASA, moment)) is told


def test_each_country_has_its_own_days_and_each_zone_its_own_hour() -> None:
    assert not is_time(VAXJO, here(VAXJO, "2025-06-06T09:00"))
    assert is_time(VAXJO, here(VAXJO, "2024-12-06T09:00"))
    half_past_eight_in_vasa = at("2026-11-30T06:30")
    assert (is_time(VASA, half_past_eight_in_vasa), is_time(VAXJO, half_past_eight_in_vasa)) == (True, False)


def test_the_row_of_a_day_is_the_same_row_whenever_it_is_planted() -> None:
    early, late = here(VASA, "2026-11-30T08:30"), here(VASA, "2026-11-30T11:00")
    row = Reminder(
        "digest-vasa:2026-11-30", STAFF, "desk-digest", "digest-vasa", early, "2026-11-30T08:30", "2026-11-30"
    )
    assert planted(VASA, STAFF, early) == row
    assert planted(VASA, STAFF, late) == row.but(due=late, wall="2026-11-30T11:00")
    assert (planted(VASA, 0, early), planted(VASA, STAFF, here(VASA, "2026-11-30T16:00"))) == (None, None)


@pytest.mark.parametrize(
    ("moment", "before"),
    [
        ("2026-12-01T08:30", "2026-11-30T08:30+02:00"),
        ("2026-11-30T08:30", "2026-11-27T08:30+02:00"),
        ("2024-12-09T08:30", "2024-12-05T08:30+02:00"),
        ("2026-03-30T08:30", "2026-03-27T08:30+02:00"),
    ],
)
def test_new_is_what_came_since_the_digest_of_the_working_day_before(moment: str, before: str) -> None:
    assert since(VASA, here(VASA, moment)) == datetime.fromisoformat(before)
