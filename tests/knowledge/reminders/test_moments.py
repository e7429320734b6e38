"""When reminders come: on working days between eight and eight, earlier over a holiday, over both clock changes."""

from datetime import datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.calendar import is_working_day
from knowledge.reminders.moments import moment
from knowledge.reminders.rung import Anchor, Audience, Rung, offset

FINLAND, SWEDEN = ("FI", ZoneInfo("Europe/Helsinki")), ("SE", ZoneInfo("Europe/Stockholm"))


def when(by: str, counted: str, where: tuple[str, ZoneInfo] = FINLAND, at: str = "09:00") -> str:
    country, zone = where
    rung = Rung("draft-x", Anchor.DEADLINE, *offset(by), Audience.UNSENT, time.fromisoformat(at))
    found = moment(rung, datetime.fromisoformat(counted).replace(tzinfo=zone), country)
    return found.replace(tzinfo=None).isoformat(timespec="minutes")


@pytest.mark.parametrize(
    ("by", "counted", "where", "wall"),
    [
        ("-21 d", "2023-09-15T15:45", FINLAND, "2023-08-25T09:00"),
        ("-10 wd", "2023-09-15T15:45", FINLAND, "2023-09-01T09:00"),
        ("-3 h", "2023-09-15T15:45", FINLAND, "2023-09-15T12:45"),
        ("+1 wd", "2023-09-15T15:45", FINLAND, "2023-09-18T09:00"),
        # Three hours before a minute to midnight is night; three hours before ten is before eight.
        ("-3 h", "2027-05-20T23:59", FINLAND, "2027-05-20T19:00"),
        ("-3 h", "2027-05-20T10:00", FINLAND, "2027-05-19T19:00"),
        # Midsummer Eve, a Friday, in both countries: the day itself and the hours before it come on Thursday.
        ("0 d", "2027-06-25T12:00", FINLAND, "2027-06-24T09:00"),
        ("-3 h", "2027-06-25T12:00", SWEDEN, "2027-06-24T09:00"),
        # New Year's Eve is a holiday in Sweden alone, Independence Day in Finland alone.
        ("0 d", "2026-12-31T12:00", SWEDEN, "2026-12-30T09:00"),
        ("0 d", "2026-12-31T12:00", FINLAND, "2026-12-31T09:00"),
        ("-1 wd", "2027-12-07T12:00", FINLAND, "2027-12-03T09:00"),
        ("-1 wd", "2027-12-07T12:00", SWEDEN, "2027-12-06T09:00"),
        # A deadline before nine is told of on the working day before.
        ("0 d", "2027-05-20T08:30", FINLAND, "2027-05-19T09:00"),
        # Leap day, and three hours over the night in which the clocks go forward.
        ("0 d", "2028-02-29T12:00", SWEDEN, "2028-02-29T09:00"),
        ("-21 d", "2028-03-21T12:00", SWEDEN, "2028-02-29T09:00"),
    ],
)
def test_a_reminder_comes_at_its_hour_or_earlier(by: str, counted: str, where: tuple[str, ZoneInfo], wall: str) -> None:
    assert when(by, counted, where) == wall


def test_a_plan_may_name_another_hour() -> None:
    assert when("-2 wd", "2027-05-20T15:45", at="10:30") == "2027-05-18T10:30"


@given(
    st.datetimes(datetime.fromisoformat("2026-01-01"), datetime.fromisoformat("2032-12-31")),
    st.sampled_from(["-40 d", "-21 d", "-5 wd", "-1 wd", "0 d", "-3 h", "-30 h"]),
    st.sampled_from([FINLAND, SWEDEN]),
)
def test_what_counts_down_always_comes_before_its_date_when_people_are_reached(
    counted: datetime, by: str, where: tuple[str, ZoneInfo]
) -> None:
    country, zone = where
    found = datetime.fromisoformat(when(by, counted.isoformat(), where)).replace(tzinfo=zone)
    assert found < counted.replace(tzinfo=zone)
    assert is_working_day(found.date(), country)
    assert time(8) <= found.time() < time(20)
