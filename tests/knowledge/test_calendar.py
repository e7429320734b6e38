"""Which days are working days in Finland and in Sweden, and when people are reached."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from knowledge.calendar import (
    earlier,
    is_working_day,
    local,
    next_working_morning,
    people_are_reached,
    reached_at_or_before,
    working_day_or_before,
    working_days_between,
    working_days_from,
)

HELSINKI = ZoneInfo("Europe/Helsinki")
CLOSED_ON_WEEKDAYS = {
    "FI": "01-01 01-06 03-26 03-29 05-06 06-25 12-06 12-24",
    "SE": "01-01 01-06 03-26 03-29 05-06 06-25 12-24 12-31",
}


def days_of(year: int) -> list[date]:
    return [date(year, 1, 1) + timedelta(days=day) for day in range(365)]


@pytest.mark.parametrize(
    ("zone", "moment", "three_hours_before"),
    [
        ("Europe/Helsinki", "2026-03-29T05:00+03:00", "2026-03-29T01:00+02:00"),
        ("Europe/Helsinki", "2026-03-29T07:30+03:00", "2026-03-29T04:30+03:00"),
        ("Europe/Helsinki", "2026-10-25T05:00+02:00", "2026-10-25T03:00+03:00"),
        ("Europe/Helsinki", "2026-10-25T03:30+02:00", "2026-10-25T01:30+03:00"),
        ("Europe/Stockholm", "2026-03-29T04:00+02:00", "2026-03-29T00:00+01:00"),
        ("Europe/Stockholm", "2026-10-25T04:00+01:00", "2026-10-25T02:00+02:00"),
        ("Europe/Stockholm", "2026-10-28T15:45+01:00", "2026-10-28T12:45+01:00"),
    ],
)
def test_three_hours_before_are_three_hours_also_when_the_clocks_change(
    zone: str, moment: str, three_hours_before: str
) -> None:
    local_moment = datetime.fromisoformat(moment).astimezone(ZoneInfo(zone))
    found = earlier(local_moment, timedelta(hours=3))
    assert (found.isoformat(timespec="minutes"), found.tzinfo) == (three_hours_before, ZoneInfo(zone))


@pytest.mark.parametrize("country", ["FI", "SE"])
def test_the_weekdays_on_which_offices_are_closed_in_2027_are_the_holidays_and_the_eves(country: str) -> None:
    closed = [f"{day:%m-%d}" for day in days_of(2027) if day.weekday() < 5 and not is_working_day(day, country)]
    assert " ".join(closed) == CLOSED_ON_WEEKDAYS[country]


@pytest.mark.parametrize("country", ["FI", "SE"])
def test_no_saturday_and_no_sunday_is_a_working_day(country: str) -> None:
    assert [day for day in days_of(2027) if day.weekday() >= 5 and is_working_day(day, country)] == []


def test_the_second_day_of_christmas_is_closed_on_a_weekday_and_new_years_eve_is_open_in_finland_alone() -> None:
    days = {"FI": date(2028, 12, 26), "SE": date(2028, 12, 26)}
    assert {country: is_working_day(day, country) for country, day in days.items()} == {"FI": False, "SE": False}
    eve = date(2027, 12, 31)
    assert {country: is_working_day(eve, country) for country in days} == {"FI": True, "SE": False}


@pytest.mark.parametrize(
    ("day", "count", "country", "lands_on"),
    [
        (date(2027, 6, 23), 1, "SE", date(2027, 6, 24)),
        (date(2027, 6, 24), 1, "SE", date(2027, 6, 28)),
        (date(2027, 12, 30), 1, "SE", date(2028, 1, 3)),
        (date(2027, 12, 30), 1, "FI", date(2027, 12, 31)),
        (date(2027, 3, 30), -1, "FI", date(2027, 3, 25)),
        (date(2027, 1, 7), -10, "FI", date(2026, 12, 18)),
        (date(2027, 6, 25), 0, "FI", date(2027, 6, 28)),
        (date(2027, 6, 24), 0, "FI", date(2027, 6, 24)),
    ],
)
def test_working_days_are_counted_over_holidays_and_over_the_turn_of_the_year(
    day: date, count: int, country: str, lands_on: date
) -> None:
    assert working_days_from(day, count, country) == lands_on


def test_a_working_day_stays_and_a_holiday_gives_way_to_the_working_day_before_it() -> None:
    assert working_day_or_before(date(2027, 3, 25), "SE") == date(2027, 3, 25)
    assert working_day_or_before(date(2027, 3, 29), "SE") == date(2027, 3, 25)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ("2027-03-24T12:45", "2027-03-24T12:45"),
        ("2027-03-24T20:00", "2027-03-24T19:00"),
        ("2027-03-24T07:59", "2027-03-23T19:00"),
        ("2027-03-29T12:45", "2027-03-25T12:45"),
        ("2027-03-30T07:00", "2027-03-25T19:00"),
    ],
)
def test_what_would_be_said_at_night_or_on_a_holiday_is_said_before_it(wanted: str, said: str) -> None:
    moment = datetime.fromisoformat(wanted).replace(tzinfo=HELSINKI)
    before = reached_at_or_before(moment, "FI")
    assert before == datetime.fromisoformat(said).replace(tzinfo=HELSINKI)
    assert people_are_reached(before, "FI")


@pytest.mark.parametrize(
    ("now", "morning"),
    [
        ("2027-03-24T07:59", "2027-03-24T08:00"),
        ("2027-03-24T08:00", "2027-03-25T08:00"),
        ("2027-03-25T21:00", "2027-03-30T08:00"),
    ],
)
def test_the_next_morning_is_that_of_a_working_day(now: str, morning: str) -> None:
    moment = datetime.fromisoformat(now).replace(tzinfo=HELSINKI)
    assert next_working_morning(moment, "FI") == datetime.fromisoformat(morning).replace(tzinfo=HELSINKI)


def test_an_hour_that_the_spring_change_skips_is_one_hour_later() -> None:
    skipped = local(date(2027, 3, 28), time(3, 30), HELSINKI)
    assert skipped.astimezone(ZoneInfo("UTC")).astimezone(HELSINKI).time() == time(4, 30)


@pytest.mark.parametrize(
    ("country", "day", "until", "count"),
    [
        ("FI", date(2027, 12, 3), date(2027, 12, 7), 1),
        ("SE", date(2027, 12, 3), date(2027, 12, 7), 2),
        ("SE", date(2026, 6, 18), date(2026, 6, 22), 1),
        ("FI", date(2026, 12, 5), date(2026, 12, 6), 0),
        ("FI", date(2026, 12, 3), date(2026, 12, 3), 0),
        ("FI", date(2026, 12, 3), date(2026, 12, 1), 0),
    ],
)
def test_working_days_are_counted_after_a_day_and_up_to_another(
    country: str, day: date, until: date, count: int
) -> None:
    assert working_days_between(day, until, country) == count


@pytest.mark.parametrize("country", ["FI", "SE"])
def test_counting_from_a_day_and_between_two_agree(country: str) -> None:
    for day in days_of(2026):
        assert working_days_between(day, working_days_from(day, 5, country), country) == 5
