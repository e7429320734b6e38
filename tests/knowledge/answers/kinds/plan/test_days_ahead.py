"""Days as they are typed at a desk, with and without their years."""

from datetime import date

import pytest

from knowledge.answers.kinds.plan.days_ahead import days_ahead, without_days

TODAY = date(2026, 11, 30)


def days(*iso: str) -> tuple[date, ...]:
    return tuple(map(date.fromisoformat, iso))


@pytest.mark.parametrize(
    "typed",
    [
        "2026-12-01 2026-12-09",
        "2026-12-01/2026-12-09",
        "20261201-20261209",
        "1.12.2026 - 9.12.2026",
        "1.12.–9.12.2026",
        "1.12. 9.12.",
        "1.12-9.12",
        "1–9.12.2026",
        "1.-9.12.",
        "1/12 till 9/12",
        "1 december till 9 december",
        "den 1 dec till den 9 dec",
        "1.–9. joulukuuta",
        "1. joulukuuta alkaen 9. joulukuuta asti",
        "December 1 to December 9",
        "1-9 Dec 2026",
    ],
)
def test_two_days_are_read_however_they_are_written(typed: str) -> None:
    assert days_ahead(typed, TODAY) == days("2026-12-01", "2026-12-09")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("30.11", days("2026-11-30")),
        ("29.11", days("2026-11-29")),
        ("27.8", days("2027-08-27")),
        ("28.8", days("2026-08-28")),
        ("9.12–1.12", days("2026-12-09", "2026-12-01")),
        ("29.11.2026", days("2026-11-29")),
        ("28.12–3.1", days("2026-12-28", "2027-01-03")),
        ("29.2", days("2028-02-29")),
        ("31.11", (None,)),
        ("2027-02-29", (None,)),
        ("december", ()),
        ("2027", ()),
        ("5 personer", ()),
        ("i morgon", ()),
    ],
)
def test_a_day_without_a_year_is_the_next_one_and_what_is_no_day_is_none(
    typed: str, found: tuple[date | None, ...]
) -> None:
    assert days_ahead(typed, TODAY) == found


@pytest.mark.parametrize(
    ("typed", "rest"),
    [("1.12.–9.12. Olle Ek", "– Olle Ek"), ("2026-12-01 2026-12-09", ""), ("om 3 dagar", "om 3 dagar")],
)
def test_what_stands_beside_the_days_is_left(typed: str, rest: str) -> None:
    assert without_days(typed) == rest
