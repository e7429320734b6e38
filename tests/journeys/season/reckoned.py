"""When which reminder comes, reckoned from section 4 of the domain paper alone: nothing of Lots is asked.

Days are those of the paper's own list of holidays, Easter by Gauss. All moments are wall time without a zone.
"""

from datetime import date, datetime, time, timedelta
from functools import cache

DAY = timedelta(days=1)
NINE, EIGHT, TWENTY = time(9), time(8), time(20)
FIXED = {
    "FI": ((1, 1), (1, 6), (5, 1), (12, 6), (12, 24), (12, 25), (12, 26)),
    "SE": ((1, 1), (1, 6), (5, 1), (6, 6), (12, 24), (12, 25), (12, 26), (12, 31)),
}
UNSENT = {
    "draft-21d": (-21, "d"),
    "draft-10wd": (-10, "wd"),
    "draft-5wd": (-5, "wd"),
    "draft-2wd": (-2, "wd"),
    "draft-day": (0, "d"),
    "draft-3h": (-3, "h"),
}
RECEIPT = {"receipt-1wd": (1, "wd")}
PITCH = {"pitch-5wd": (-5, "wd"), "pitch-1wd": (-1, "wd"), "pitch-day": (0, "d"), "decision-10wd": (10, "wd")}


def easter(year: int) -> date:
    """Easter Sunday (Gauss; good for 1900 to 2099)."""
    moon, week = (19 * (year % 19) + 24) % 30, 0
    week = (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
    day = date(year, 3, 22) + (moon + week) * DAY
    return day - 7 * DAY if (day.month, day.day) == (4, 26) or (moon, week) == (28, 6) else day


@cache
def holidays(year: int, country: str) -> frozenset[date]:
    """The holidays of the paper's list that can fall on a weekday."""
    sunday = easter(year)
    moved = (sunday - 2 * DAY, sunday + DAY, sunday + 39 * DAY)
    midsummer = next(day for day in (date(year, 6, 19) + n * DAY for n in range(7)) if day.weekday() == 4)
    return frozenset((*(date(year, *day) for day in FIXED[country]), *moved, midsummer))


def is_working(day: date, country: str) -> bool:
    """Whether offices are open."""
    return day.weekday() < 5 and day not in holidays(day.year, country)


def working_days(day: date, count: int, country: str) -> date:
    """The day so many working days after another, or before it."""
    step = DAY if count > 0 else -DAY
    for _ in range(abs(count)):
        day += step
        while not is_working(day, country):
            day += step
    return day


def moment(counted: datetime, offset: tuple[int, str], country: str) -> datetime:
    """When a reminder comes: 09.00, or hours before; a holiday moves it to an earlier working day."""
    count, unit = offset
    if unit == "wd":
        return datetime.combine(working_days(counted.date(), count, country), NINE)
    at = counted + timedelta(hours=count) if unit == "h" else datetime.combine(counted.date() + count * DAY, NINE)
    while not is_working(at.date(), country):
        at -= DAY
    return at


def ladder(deadline: datetime, pitch: datetime, country: str) -> dict[str, datetime]:
    """Every reminder of an association in one round."""
    unsent = {kind: moment(deadline, offset, country) for kind, offset in (UNSENT | RECEIPT).items()}
    return unsent | {kind: moment(pitch, offset, country) for kind, offset in PITCH.items()}


def is_reached(at: datetime, country: str) -> bool:
    """Whether people are reminded at a moment."""
    return is_working(at.date(), country) and EIGHT <= at.time() < TWENTY


def next_eight(at: datetime, country: str) -> datetime:
    """The first 08.00 of a working day after a moment."""
    day = at.date() if at.time() < EIGHT else at.date() + DAY
    while not is_working(day, country):
        day += DAY
    return datetime.combine(day, EIGHT)
