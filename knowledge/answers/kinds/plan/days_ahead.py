"""Days that lie ahead, as they are typed at a desk: with or without a year, in any order of Sweden, Finland or Britain.

A day without a year is the next one of that date, but for one that has just passed: nobody means it a year ahead. A
month or a year alone is no day here.
"""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from knowledge.answers.kinds.plan.period import Written, spelled_out, written_days

YEARS_TRIED = 8
"""How many years a date without one is looked for: 29 February comes at least once in eight years."""


FAR_AHEAD = timedelta(days=270)
"""What lies further ahead without a year is taken for the one that has passed: nine months, chosen by hand."""
_OF_ONE_MONTH = re.compile(
    r"(?<![\w./-])([0-9]{1,2})\.?\s?[-–—]\s?([0-9]{1,2})(\.\s?[0-9]{1,2}(?![0-9])|\.?\s?[^\W\d_]{3,})"
)
"""Two days that share a month: 1–9.12, 1.-9. joulukuuta."""


def days_ahead(text: str, today: date) -> tuple[date | None, ...]:
    """Return the days that a text names, in its order; None for one that no calendar has, such as 31 November.

    The year of one that has none follows from the day before it in the text, and of the first from today.
    """
    found: list[date | None] = []
    since = today
    for one in _named(_whole(text)):
        day = _day(one, since)
        found.append(day)
        since = max(since, day) if day else since
    return tuple(found)


def without_days(text: str) -> str:
    """Return a text without the days that it names, each with a blank in its place."""
    whole = _whole(text)
    for one in reversed(_named(whole)):
        whole = f"{whole[: one.start]} {whole[one.end :]}"
    return " ".join(whole.split())


def _whole(text: str) -> str:
    """A text in which each day has its month."""
    return _OF_ONE_MONTH.sub(r"\1\3 – \2\3", spelled_out(text))


def _named(text: str) -> Sequence[Written]:
    return [one for one in written_days(text, yearless=True) if one.day]


def _day(one: Written, since: date) -> date | None:
    if one.year:
        return one.first()
    days = (one.first(year) for year in range(since.year, since.year + YEARS_TRIED))
    following = next((day for day in days if day is not None and day >= since), None)
    if following is None or following - since <= FAR_AHEAD:
        return following
    return one.first(following.year - 1) or following
