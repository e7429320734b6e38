"""Which year is meant, and which of its days and months count."""

from datetime import date

import pytest

from dialogs.overview.period import Period, named

TODAY = date(2026, 5, 29)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("", 2026),
        ("  I år. ", 2026),
        ("tänä vuonna", 2026),
        ("this year", 2026),
        ("förra året", 2025),
        ("viime vuonna", 2025),
        ("last year", 2025),
        ("2024", 2024),
        ("2026", 2026),
    ],
)
def test_a_year_is_named_in_figures_or_words(text: str, year: int) -> None:
    assert named(text, TODAY) == Period(year, TODAY)


@pytest.mark.parametrize("text", ["2027", "1999", "26", "20 25", "igår", "²⁰²⁵"])
def test_what_is_no_year_that_has_begun_names_none(text: str) -> None:
    assert named(text, TODAY) is None


def test_the_present_year_ends_today_and_shows_twelve_months_up_to_now() -> None:
    present = Period(2026, TODAY)
    assert (present.first, present.last, present.is_present) == (date(2026, 1, 1), TODAY, True)
    assert (present.months[0], present.months[-1], len(present.months)) == (date(2025, 6, 1), date(2026, 5, 1), 12)
    held = [date(2025, 12, 31), date(2026, 1, 1), TODAY, date(2026, 5, 30), None]
    assert [present.holds(day) for day in held] == [False, True, True, False, False]


def test_a_year_that_is_over_has_its_own_months() -> None:
    past = Period(2024, TODAY)
    assert (past.last, past.months) == (date(2024, 12, 31), tuple(date(2024, month, 1) for month in range(1, 13)))


def test_in_december_the_twelve_months_are_those_of_the_year() -> None:
    assert Period(2026, date(2026, 12, 3)).months[0] == date(2026, 1, 1)
