"""Working days of a country, and the hour at which Lots reminds.

Working days are those of the `holidays` library. Deadlines never move; what moves is a reminder, and always to an
earlier day. The hours between which people are reached are no law: they are chosen here, and kept by the packs' check.
"""

from bisect import bisect_right
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from threading import Lock
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from holidays import HolidayBase

MORNING = time(9)
"""When a reminder is said, on the municipality's clock: offices are open by then, and nobody is woken."""

WAKING_FROM, WAKING_UNTIL = time(8), time(20)
"""From when until when people are reached, on the municipality's clock: chosen so that nobody is disturbed at night."""

EVENING = time(19)
"""What would be said at night is said at this hour of the evening before: an hour of the day is left to act."""

CLOSED = {"FI": ("public",), "SE": ("public", "de_facto")}
"""The library's categories in which offices are closed. Finland's eves are in its `public`; Sweden's, which the Annual
Leave Act (1977:480, section 7) puts on a par with Sundays, are in `de_facto`, which Finland does not know. Both end
with the year 2100."""

_one_at_a_time = Lock()
"""The dialogs ask for days on one thread, what is counted of a whole year asks on another."""
DAYS_KEPT = 4096
"""Of how many days it is remembered what was found, five years of both countries: thousands of reminders of one
morning ask for the same few days, and the library looks at each anew."""


@lru_cache(DAYS_KEPT)
def is_working_day(day: date, country: str) -> bool:
    """Tell whether offices are open on a day in FI or SE."""
    with _one_at_a_time:
        return _calendar(country).is_working_day(day)


def working_day_or_before(day: date, country: str) -> date:
    """Return the day itself, or the last working day before it."""
    return day if is_working_day(day, country) else working_days_from(day, -1, country)


@lru_cache(DAYS_KEPT)
def working_days_from(day: date, count: int, country: str) -> date:
    """Count working days forward (or backward when negative) from a day that is not itself counted.

    None counted is the day itself, or the next working day.
    """
    with _one_at_a_time:
        return _calendar(country).get_nth_working_day(day, count)


def working_days_between(day: date, until: date, country: str) -> int:
    """Count the working days after a day up to and including another; none if that is not later."""
    years = (_working_days_of(year, country) for year in range(day.year, until.year + 1) if day < until)
    begin, end = day.toordinal(), until.toordinal()
    return sum(bisect_right(days, end) - bisect_right(days, begin) for days in years)


def local(day: date, at: time, zone: ZoneInfo) -> datetime:
    """Return an aware wall time. A time that the spring change skips is read as one hour later."""
    return datetime.combine(day, at, zone)


def earlier(moment: datetime, by: timedelta) -> datetime:
    """Return the local moment that lies so much before another, also over a night in which the clocks change."""
    return (moment.astimezone(UTC) - by).astimezone(moment.tzinfo)


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
    return datetime.combine(working_days_from(day, 0, country), WAKING_FROM, now.tzinfo)


@cache
def _working_days_of(year: int, country: str) -> tuple[int, ...]:
    """The working days of a year as Python numbers them (`date.toordinal`), in order."""
    days = range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal())
    return tuple(day for day in days if is_working_day(date.fromordinal(day), country))


@cache
def _calendar(country: str) -> "HolidayBase":
    # Loaded when somebody first asks for a day, not at every start: it is 3 MB of all the world's calendars. It fills
    # in a year when first asked for it and has no lock of its own.
    import holidays

    return holidays.country_holidays(country, categories=CLOSED[country])
