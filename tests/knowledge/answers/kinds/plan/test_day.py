"""One day: with a year or without, in any of our ways of writing it; anything less is asked about."""

import pytest

from tests.knowledge.answers.fields import code, remarks, shown, value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("15.10.2027", "2027-10-15"),
        ("2027-10-15", "2027-10-15"),
        ("den 15 oktober 2027", "2027-10-15"),
        ("15. lokakuuta 2027", "2027-10-15"),
        ("15.10", "2026-10-15"),
    ],
)
def test_a_day_is_read_as_it_is_written(text: str, day: str) -> None:
    assert value("KM05", text) == {"day": day}


@pytest.mark.parametrize("text", ["oktober", "någon gång", "31.11.2027", "15.10.2027 eller 16.10.2027", "2027"])
def test_less_or_more_than_one_day_is_asked_about(text: str) -> None:
    assert code("KM05", text) == "day.unreadable"


def test_a_year_that_is_over_is_remarked_on() -> None:
    assert (remarks("KM05", "15.10.2025"), remarks("KM05", "15.10.2026")) == (["day.past"], [])


def test_it_is_shown_with_its_month_in_words() -> None:
    assert shown("KM05", "15.10.2027") == "15 oktober 2027"
