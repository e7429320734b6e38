"""The reminder of the year's numbers has its weeks, the hours of a digest, and one key a year."""

from dataclasses import replace

import pytest

from dialogs.deadlines.desk.report_day import REPORT, planted
from dialogs.records.reminder import Reminder
from tests.stages.in_memory import STAFF, at
from tests.stages.outage import here
from tests.stages.standing import world

VASA = world().packs["vasa"]


@pytest.mark.covers("S4")
@pytest.mark.parametrize(
    ("moment", "year"),
    [
        ("2027-01-29T09:00", ""),
        ("2027-02-01T08:29", ""),
        ("2027-02-01T08:30", "2026"),
        ("2026-02-01T09:00", ""),  # a Sunday
        ("2026-02-02T09:00", "2025"),
        ("2027-04-01T09:00", "2026"),
        ("2027-04-06T09:00", ""),
    ],
)
def test_it_is_planted_in_the_weeks_after_the_day_of_the_pack(moment: str, year: str) -> None:
    row = planted(VASA, STAFF, here(VASA, moment))
    assert (row.about if row else "") == year


def test_a_year_has_one_key() -> None:
    first, later = (planted(VASA, STAFF, here(VASA, moment)) for moment in ("2027-02-01T08:30", "2027-03-15T10:00"))
    assert first == Reminder(
        "report-vasa:2026", STAFF, REPORT, "report-vasa", at("2027-02-01T06:30"), "2027-02-01T08:30", "2026"
    )
    assert later is not None
    assert later.key == "report-vasa:2026"


def test_without_a_day_or_a_group_there_is_none() -> None:
    moment = here(VASA, "2027-02-01T08:30")
    assert planted(replace(VASA, report_day=""), STAFF, moment) is None
    assert planted(VASA, 0, moment) is None
