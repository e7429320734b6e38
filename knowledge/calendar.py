"""Working days of a country, and the hour at which Lots reminds.

Holidays come from the `holidays` library; the eves that offices keep closed are added. Deadlines never move; what
moves is a reminder, and always to an earlier day.
"""

from datetime import date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo

MORNING = time(9)
WAKING_FROM, WAKING_UNTIL = time(8), time(20)
EVENING = time(19)
CLOSED_EVES = {"FI": ((12, 24), (12, 26)), "SE": ((12, 24), (12, 26), (12, 31))}


def is_working_day(day: date, country: str) -> bool:
    """Tell whether offices are open on a day in FI or SE."""
    return day.weekday() < 5 and not is_holiday(day, country)


def is_holiday(day: date, country: str) -> bool:
    """Tell whether a day is a public holiday or an eve that offices keep closed (Sundays aside)."""
    return day in _holidays(country, day.year) or (day.month, day.day) in CLOSED_EVES[country] or _midsummer_eve(day)


def working_day_or_before(day: date, country: str) -> date:
    """Return the day itself, or the last working day before it."""
    while not is_working_day(day, country):
        day -= timedelta(days=1)
    return day


def working_days_from(day: date, count: int, country: str) -> date:
    """Count working days forward (or backward when negative) from a day that is not itself counted."""
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= is_working_day(day, country)
    return day


def local(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return an aware wall time. A time that the spring change skips is read as one hour later."""
    return datetime.combine(day, at, zone)


def people_are_reached(moment: datetime, country: str) -> bool:
    """Tell whether a moment on the municipality's clock lies between 08.00 and 20.00 on a working day."""
    return is_working_day(moment.date(), country) and WAKING_FROM <= moment.time() < WAKING_UNTIL


def reached_at_or_before(moment: datetime, country: str) -> datetime:
    """Return a local moment, or the last one before it when people are reached.

    A holiday gives way to the working day before it at the same hour, the night to 19.00 of the evening before it.
    """
    day, at = moment.date(), moment.time()
    if at < WAKING_FROM:
        day, at = day - timedelta(days=1), EVENING
    elif at >= WAKING_UNTIL:
        at = EVENING
    return datetime.combine(working_day_or_before(day, country), at, moment.tzinfo)


def next_working_morning(now: datetime, country: str) -> datetime:
    """Return the first 08.00 of a working day after a local moment, on the same clock."""
    day = now.date() if now.time() < WAKING_FROM else now.date() + timedelta(days=1)
    while not is_working_day(day, country):
        day += timedelta(days=1)
    return datetime.combine(day, WAKING_FROM, now.tzinfo)


def _midsummer_eve(day: date) -> bool:
    return day.month == 6 and day.weekday() == 4 and 19 <= day.day <= 25


@cache
def _holidays(country: str, year: int) -> frozenset[date]:
    # Loaded when somebody first asks for a day, not at every start: it is 3 MB of all the world's calendars.
    import holidays

    calendar = holidays.country_holidays(country, years=year)
    return frozenset(day for day, name in calendar.items() if name not in {"Söndag", "Sunday"})
