"""From which day an owner is quiet, and on which the case goes back."""

from dataclasses import replace
from datetime import date

import pytest

from dialogs.deadlines.desk.quiet_time import lapse_days, quiet_since
from dialogs.records.case import Case
from dialogs.records.need import Need
from tests.stages.in_memory import at
from tests.stages.standing import world

VASA, VAXJO = world().packs["vasa"], world().packs["vaxjo"]
SENT, TAKEN = at("2026-11-23T08:00"), at("2026-11-24T22:30")  # half past midnight in Vasa
CASE = Case("K7WM4", "vasa", 101, "sv", "Köket", Need(), (), state="claimed", owner=201, opened_at=SENT)


@pytest.mark.parametrize(
    ("changes", "since"),
    [
        ({}, date(2026, 11, 23)),
        ({"acted_at": TAKEN}, date(2026, 11, 25)),
        ({"acted_at": TAKEN, "written_at": at("2026-11-27T08:00")}, date(2026, 11, 27)),
        ({"acted_at": TAKEN, "snoozed_until": "2026-12-04"}, date(2026, 12, 4)),
        ({"acted_at": TAKEN, "snoozed_until": "2026-11-20"}, date(2026, 11, 25)),
        ({"opened_at": None}, None),
        ({"state": "answered"}, None),
        ({"state": "new", "owner": 0}, None),
        ({"waits_for": "office"}, None),
        ({"chat": 0}, None),
    ],
)
def test_the_newest_of_what_begins_the_time_counts_and_only_while_the_desk_is_waited_for(
    changes: dict[str, object], since: date | None
) -> None:
    assert quiet_since(VASA, CASE.but(**changes)) == since


@pytest.mark.parametrize(
    ("country", "since", "told", "gone"),
    [
        ("FI", "2026-11-30", "2026-12-04", "2026-12-07"),
        ("FI", "2027-12-01", "2027-12-08", "2027-12-09"),
        ("SE", "2027-12-01", "2027-12-07", "2027-12-08"),
        ("SE", "2025-06-02", "2025-06-09", "2025-06-10"),
        ("FI", "2026-06-15", "2026-06-22", "2026-06-23"),
        ("FI", "2026-03-26", "2026-04-01", "2026-04-02"),
    ],
)
def test_days_count_on_the_calendar_of_the_country(country: str, since: str, told: str, gone: str) -> None:
    found = lapse_days({"FI": VASA, "SE": VAXJO}[country], date.fromisoformat(since))
    assert found == (date.fromisoformat(told), date.fromisoformat(gone))


def test_a_pack_may_say_how_many_days() -> None:
    assert lapse_days(replace(VASA, owner_quiet_days=2), date(2026, 11, 30)) == (date(2026, 12, 1), date(2026, 12, 2))
