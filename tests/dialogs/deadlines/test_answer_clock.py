"""A promise stands still while others have the case, and goes on with the working days that were left."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from dialogs.deadlines.answer_clock import waiting
from dialogs.records.case import Case
from dialogs.records.case_states import WaitsFor
from dialogs.records.need import Need
from tests.stages.in_memory import at
from tests.stages.standing import world

VASA, VAXJO = world().packs["vasa"], world().packs["vaxjo"]
CASE = Case("K7WM4", "vasa", 101, "sv", "Köket", Need(), ())


def here(day: str, hour: int = 10) -> datetime:
    """An hour of a day in Vasa."""
    return datetime.fromisoformat(day).replace(hour=hour, tzinfo=ZoneInfo("Europe/Helsinki"))


def after_a_wait(country: str, by: str, since: str, until: str) -> str:
    """The promised day after a case has waited for an office from one day to another."""
    pack = {"FI": VASA, "SE": VAXJO}[country]
    promised = CASE.but(answer_by=by)
    asked = promised.but(**waiting(pack, promised, WaitsFor.OFFICE, here(since)))
    return str(waiting(pack, asked, WaitsFor.US, here(until))["answer_by"])


def test_who_waits_for_others_since_when_is_kept_and_the_promise_is_as_it_was() -> None:
    now = at("2026-12-01T08:00")
    asked = waiting(VASA, CASE.but(answer_by="2026-12-04"), WaitsFor.OFFICE, now)
    assert asked == {"waits_for": WaitsFor.OFFICE, "waits_since": now, "answer_by": "2026-12-04"}


@pytest.mark.parametrize(
    ("country", "by", "since", "until", "moved"),
    [
        ("FI", "2026-12-04", "2026-12-01", "2026-12-01", "2026-12-04"),
        ("FI", "2026-12-04", "2026-12-01", "2026-12-03", "2026-12-08"),
        # Monday 6 December 2027 is Finland's own day.
        ("FI", "2027-12-13", "2027-12-03", "2027-12-07", "2027-12-14"),
        ("SE", "2027-12-13", "2027-12-03", "2027-12-07", "2027-12-15"),
        # Friday 6 June 2025 is Sweden's, and Midsummer Eve is no working day in either.
        ("FI", "2025-06-16", "2025-06-05", "2025-06-09", "2025-06-18"),
        ("SE", "2025-06-16", "2025-06-05", "2025-06-09", "2025-06-17"),
        ("FI", "2026-06-29", "2026-06-18", "2026-06-22", "2026-06-30"),
        ("SE", "2026-06-29", "2026-06-18", "2026-06-22", "2026-06-30"),
        # Over a weekend, from a holiday, and with a promise that was broken before.
        ("FI", "2026-12-04", "2026-12-05", "2026-12-06", "2026-12-04"),
        ("FI", "2026-11-25", "2026-12-01", "2026-12-03", "2026-11-27"),
        ("FI", "", "2026-12-01", "2026-12-03", ""),
    ],
)
def test_the_promise_moves_by_the_working_days_of_the_wait(
    country: str, by: str, since: str, until: str, moved: str
) -> None:
    assert after_a_wait(country, by, since, until) == moved


@pytest.mark.parametrize(("spring_or_autumn", "moved"), [("2026-03-27", "2026-03-31"), ("2026-10-23", "2026-10-27")])
def test_a_night_in_which_the_clocks_change_is_a_night(spring_or_autumn: str, moved: str) -> None:
    since = datetime.fromisoformat(spring_or_autumn)
    by, until = since.date().isoformat(), since.replace(day=since.day + 4).date().isoformat()
    assert after_a_wait("FI", by, by, until) == moved


def test_from_one_to_another_nothing_of_the_wait_is_lost() -> None:
    first = CASE.but(answer_by="2026-12-04", waits_for=WaitsFor.OFFICE, waits_since=here("2026-12-01"))
    second = first.but(**waiting(VASA, first, WaitsFor.DECISION, here("2026-12-02")))
    assert (second.waits_since, second.answer_by) == (here("2026-12-02"), "2026-12-07")
    assert waiting(VASA, second, WaitsFor.US, here("2026-12-03"))["answer_by"] == "2026-12-08"


def test_an_answered_case_has_no_promise_that_could_stand_still() -> None:
    answered = CASE.but(state="answered", answer_by="2026-11-20", waits_for="pitch", waits_since=here("2026-11-24"))
    assert waiting(VASA, answered, WaitsFor.US, here("2026-12-03"))["answer_by"] == "2026-11-20"
