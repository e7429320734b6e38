"""When something begins and ends, and the days that matter between (FP08).

Days are understood as they are written in Sweden, Finland and Britain: day before month, or the ISO order.
A month or a year alone means its first day at the beginning of a period and its last day at the end.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel import Locale

from knowledge.answers.formats import day, locale_of
from knowledge.answers.result import Reading, Remark, Said, Understood, pieces, quoted

YEARS = range(1990, 2100)
DATES = 20
_D, _M, _Y, _W = "(?P<d>[0-9]{1,2})", "(?P<m>[0-9]{1,2})", "(?P<y>[0-9]{4})", r"(?P<w>[^\W\d_]{3,})"
_FORMS = (
    rf"{_Y}-{_M}-{_D}",
    rf"{_D}\.\s?{_M}\.\s?(?P<y>[0-9]{{4}}|[0-9]{{2}})",
    rf"{_D}/{_M}[ /-]\s?{_Y}",
    rf"{_D}\.?\s+{_W}\s+{_Y}",
    rf"{_D}\.\s?{_M}\.?(?=\s*[-–—])",
    rf"{_D}/{_M}(?=\s*[-–—])",
    rf"{_M}[/.]{_Y}",
    rf"{_Y}-(?P<m>[0-9]{{2}})",
    rf"{_W}\s+{_Y}",
    rf"{_Y}(?!-[0-9]{{1,2}}(?![0-9.]))",
)
"""How a day, a month or a year is written, the fuller ways first."""

# Each form gets names of its own (f3d, f3m ...), for a pattern may name a group only once.
_ANY = re.compile(
    r"(?<![\w./])(?:"
    + "|".join(form.replace("?P<", f"?P<f{place}") for place, form in enumerate(_FORMS))
    + r")(?!\w|[./][0-9])"
)


@dataclass(frozen=True, slots=True)
class Written:
    """A day, month or year as it was written, and where; missing parts are 0."""

    start: int
    end: int
    year: int
    month: int
    day: int

    def first(self, year: int = 0) -> date | None:
        """Return the first day that it can mean, None if there is no such day. `year` is for one without."""
        return _date(self.year or year, self.month or 1, self.day or 1)

    def last(self) -> date | None:
        """Return the last day that it can mean, None if there is no such day."""
        month = self.month or 12
        if self.year not in YEARS or not 1 <= month <= 12:
            return None
        return _date(self.year, month, self.day or monthrange(self.year, month)[1])


def read_period(said: Said) -> Reading:
    """Take a beginning and an end; what follows are the days that matter, as they were written."""
    written = written_days(said.text)
    if len(written) < 2:
        return said.unclear("period.unreadable")
    start, end = written[0].first(written[1].year), written[1].last()
    if start is None or end is None:
        return said.unclear("period.day", part=quoted(said.text[written[0].start : written[1].end]))
    locale = locale_of(said.language, said.country)
    if end <= start:
        return said.unclear("period.order", start=day(start, locale), end=day(end, locale))
    days = pieces(said.text[written[1].end :], r"[\n;,]|\s(?:och|ja|sekä|and)\s")[:DATES]
    remarks = (Remark("period.past", {"start": day(start, locale)}),) if start.year < said.year else ()
    return Understood({"start": start.isoformat(), "end": end.isoformat(), "dates": days}, remarks)


def written_days(text: str) -> list[Written]:
    """Return every day, month or year in a text, in order."""
    found = (_written(match) for match in _ANY.finditer(text))
    return [one for one in found if one is not None]


def _written(match: re.Match[str]) -> Written | None:
    parts = {name[-1]: value for name, value in match.groupdict().items() if value is not None}
    month = _month(parts["w"]) if "w" in parts else int(parts.get("m", 0))
    if month is None:
        return None
    year = int(parts.get("y", 0))
    return Written(match.start(), match.end(), year + 2000 if 0 < year < 100 else year, month, int(parts.get("d", 0)))


@cache
def _months() -> tuple[tuple[str, int], ...]:
    """The names of the months. Babel takes 6 MB and a moment to read three languages, so a start does without."""
    return tuple(
        (name.casefold(), month)
        for language in ("sv", "fi", "en")
        for month, name in Locale(language).months["stand-alone"]["wide"].items()
    )


def _month(word: str) -> int | None:
    """Return the month that a word names, whole, shortened or inflected; None if none or more than one."""
    typed = word.casefold()
    meant = {
        month
        for name, month in _months()
        if name.startswith(typed) or typed.startswith(name[:7] if len(name) > 7 else name)
    }
    return meant.pop() if len(meant) == 1 else None


def _date(year: int, month: int, day_of_month: int) -> date | None:
    if year not in YEARS:
        return None
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None
