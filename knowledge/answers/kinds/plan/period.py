"""When something begins and ends, and the days that matter between.

Days are understood as they are written in Sweden, Finland and Britain: day before month, or the ISO order.
A month or a year alone means its first day at the beginning of a period and its last day at the end; with other words
of time beside it ("hösten 2024") it is asked about, never read alone.
"""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from babel import Locale

from knowledge.answers.formats import day, locale_of, months
from knowledge.answers.kind import Kind, SetAs
from knowledge.answers.kinds.counted.months import length_of
from knowledge.answers.reading.pieces import pieces, quoted
from knowledge.answers.reading.vocabulary import found, heard, pattern
from knowledge.answers.result import Json, Reading, Remark, Typed, Understood
from knowledge.answers.shape import holds
from knowledge.answers.shown import Shown

YEARS = range(1990, 2100)
"""The years that a period of four digits is taken for: what is planned, and a little of what has been."""

MOST_DAYS = 20
"""So many days that matter can still be read in one answer: chosen by hand, a project has three or four."""

_Y, _M, _D = "(?P<y>[0-9]{4})", "(?P<m>[0-9]{1,2})", "(?P<d>[0-9]{1,2})"
_NTH = rf"{_D}(?:st|nd|rd|th|:a|:e)?"
_W = r"(?P<w>[^\W\d_]{3,})\.?"
_TO = r"(?=\s*(?:[-–—]|(?:till|t\.o\.m|to|until|asti)(?!\w)))"
_FORMS = (
    rf"{_Y}-{_M}-{_D}",
    rf"{_D}\.\s?{_M}\.\s?(?P<y>[0-9]{{4}}|[0-9]{{2}})",
    rf"{_D}/{_M}[ /-]\s?{_Y}",
    rf"{_NTH}(?:\.\s*|\s+){_W},?\s+{_Y}",
    rf"{_W}\s+{_NTH},?\s+{_Y}",
    rf"{_D}\.\s?{_M}\.?{_TO}",
    rf"{_D}/{_M}{_TO}",
    rf"{_NTH}(?:\.\s*|\s+){_W}{_TO}",
    rf"{_M}[/.]{_Y}",
    rf"{_Y}-(?P<m>[0-9]{{2}})(?!-[0-9])",
    rf"{_W}\s+{_Y}",
    rf"{_W}{_TO}",
    rf"{_Y}(?!-[0-9]{{1,2}}(?![0-9.]))",
)
"""How a day, a month or a year is written, the fuller ways first."""

_YEARLESS = (rf"{_D}\.\s?{_M}\.?", rf"{_D}/{_M}", rf"{_NTH}(?:\.\s*|\s+){_W}", rf"{_W}\s+{_NTH}")
"""How a day is written without a year, where it is clear from elsewhere which one is meant."""


def _compiled(forms: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<![\w./]){form}(?!\w|[./][0-9])") for form in forms)


_ANY, _ANY_YEAR = _compiled(_FORMS), _compiled((*_FORMS, *_YEARLESS))
_DAYS_TOGETHER = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])(?![0-9])")
_ISO_SPAN = re.compile(r"(?<=-[0-9]{2})/(?=[0-9]{4}-)")
_CONNECTING = heard(
    "från, fr.o.m, from, mellan, och, till, tills, t.o.m, tom, fram, med, år, åren, start, starten, startar, "
    "startdatum, börjar, början, slut, slutet, slutar, slutdatum, avslutas, period, perioden, projekttid, tid, "
    "tidtabell, i, under, den, vi, det, vuosi, vuonna, vuodet, vuosina, vuodesta, vuoteen, alkaen, alkaa, alku, "
    "aloitus, asti, saakka, "
    "päättyy, loppuu, loppu, lopetus, ja, ajalla, aikana, välillä, kesto, aikataulu, hanke, to, until, till, through, "
    "start, starts, starting, begins, beginning, end, ends, ending, between, and, the, in, year, years, since"
)
"""The words that may stand before a month or a year alone without making it less than the whole."""

_NOT_THE_WHOLE = heard(
    "höst*, vår, våren, vårtermin*, sommar*, vinter*, termin*, kvartal*, vecka*, veckor*, v., halvår*, mitten, "
    "slutet av, början av, senast, före, efter, syksy*, kevä*, kesä, kesän, kesällä, kesästä, kesään, talv*, lukukau*, "
    "lukuvuo*, vuosineljän*, neljännes*, viikko*, viikolla, viikosta, vko, puolivuo*, puoliväli*, alkupuol*, "
    "loppupuol*, lopussa, loppuun, alussa, alusta, ennen, jälkeen, mennessä, viimeistään, autumn, fall, spring, "
    "summer, winter, term, semester, quarter, week, weeks, half, mid, middle, early, late, before, after, by, q1, q2, "
    "q3, q4"
)
"""The words that make a month or a year something else than the whole of it, or a day not the first or the last."""

_DAY = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b")
MONTHS_A_YEAR = 12
"""The months of a year, by the calendar: a length is added to a beginning in months."""
DAYS_OF_A_MONTH = 30
"""Days over are counted in these: the period is compared with what was asked for in whole months."""

_BEGINS = heard("start*, börja*, alka*, aloit*, begin*, begins")
_ENDS = heard("slut*, avslut*, päätty*, päättä*, loppu*, lopetus*, end, ends, ending, finish*")


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


def _read(said: Typed) -> Reading:
    """Take a beginning and an end; what follows are the days that matter, as they were written."""
    text = spelled_out(said.text)
    written = written_days(text)
    if len(written) == 1 and not found(_NOT_THE_WHOLE, text):
        return _open_ended(said, text, written[0])
    if len(written) < 2 or _half_understood(text, written):
        return said.unclear("period.unreadable")
    start, end = written[0].first(written[1].year), written[1].last()
    if start is None or end is None:
        return said.unclear("period.day", part=quoted(text[written[0].start : written[1].end]))
    locale = locale_of(said.language, said.country)
    if end <= start:
        return said.unclear("period.order", start=day(start, locale), end=day(end, locale))
    days = _days_that_matter(text[written[1].end :])
    if len(days) > MOST_DAYS:
        return said.unclear("rows.many", most=str(MOST_DAYS), count=str(len(days)))
    remarks = (Remark("period.past", {"start": day(start, locale)}),) if start.year < said.year else ()
    return Understood({"start": start.isoformat(), "end": end.isoformat(), "dates": days}, remarks)


def _open_ended(said: Typed, text: str, written: Written) -> Reading:
    """Take a beginning with a length, "mars 2027, två år"; of a beginning alone say what is understood and missing."""
    start, beside = written.first(), f"{text[: written.start]} {text[written.end :]}"
    if start is None:
        return said.unclear("period.day", part=quoted(text[written.start : written.end]))
    length = length_of(beside)
    if length is None and re.search(r"[0-9]", beside):
        return said.unclear("period.unreadable")
    locale = locale_of(said.language, said.country)
    if length is None:
        return said.unclear("period.open", start=day(start, locale))
    ends = start.year * MONTHS_A_YEAR + start.month - 1 + length
    last_month = date(ends // MONTHS_A_YEAR, ends % MONTHS_A_YEAR + 1, 1)
    end = last_month + timedelta(days=min(start.day, monthrange(last_month.year, last_month.month)[1]) - 2)
    remarks = (Remark("period.past", {"start": day(start, locale)}),) if start.year < said.year else ()
    return Understood({"start": start.isoformat(), "end": end.isoformat(), "dates": []}, remarks)


def spelled_out(text: str) -> str:
    """Return text with the short ways of ISO written in full: 20240901 and 2024-09-01/2025-05-31."""
    return _ISO_SPAN.sub(" – ", _DAYS_TOGETHER.sub(r" \1-\2-\3 ", text))


def _half_understood(text: str, written: Sequence[Written]) -> bool:
    """Tell whether words or numbers beside the two days may change what they mean. A day is never guessed from a year.

    Numbers left over, seasons and weeks, a year beside a day, a beginning that is not first and an end not second.
    """
    start, end = written[:2]
    before, between, rest = text[: start.start], text[start.end : end.start], text[end.end :]
    left_over = re.search(r"[0-9]", before + between) or re.match(r"[-–/.:T]?[0-9]", rest)
    seasons = found(_NOT_THE_WHOLE, f"{before} {between} {_same_piece(rest)}")
    unequal = 0 in (start.month, end.month) and start.month != end.month
    doubtful = any(not one.day and _is_narrowed(words) for one, words in ((start, before), (end, between)))
    return bool(left_over or seasons or unequal or doubtful) or _in_another_order(text, written)


def _is_narrowed(before: str) -> bool:
    """Tell whether the word before a month or a year makes it less than the whole: "mitten av 2027"."""
    word = re.search(r"(\w+)\.?\s*$", before)
    return word is not None and not found(_CONNECTING, word[1])


def _in_another_order(text: str, written: Sequence[Written]) -> bool:
    """Tell whether a word for the beginning or the end stands beside another day than the first or the second."""
    places = {one.start: place for place, one in enumerate(written)}
    for piece in re.finditer(r"[^,;\n]+", text):
        inside = [place for start, place in places.items() if piece.start() <= start < piece.end()]
        if len(inside) == 1 and len(written) > 2:
            first, last = found(_BEGINS, piece.group()), found(_ENDS, piece.group())
            if (first and inside != [0]) or (last and inside != [1]):
                return True
    return False


def _same_piece(rest: str) -> str:
    return re.split(r"[,;\n]", rest, maxsplit=1)[0]


def _days_that_matter(rest: str) -> list[str]:
    """Return the days as they were written, one a line or a comma; "and" parts them before a number."""
    parts = pieces(rest, r"[\n;,]|\s(?:och|ja|sekä|and)\s(?=[0-9])", numbered=False)
    return [part for part in parts if re.search(r"\w", pattern(_CONNECTING).sub("", part.casefold()))]


def written_days(text: str, *, yearless: bool = False) -> list[Written]:
    """Return every day, month or year in a text, in order; with `yearless` also days that stand without a year."""
    days: list[Written] = []
    place, forms = 0, _ANY_YEAR if yearless else _ANY
    while place < len(text):
        one = _written_at(text, place, forms)
        days += [one] if one else []
        place = one.end if one else place + 1
    return days


def _written_at(text: str, place: int, forms: tuple[re.Pattern[str], ...]) -> Written | None:
    """Return what is written from a place on, in the fullest way that names a month."""
    if not text[place].isalnum():
        return None
    matches = (form.match(text, place) for form in forms)
    return next((one for match in matches if match and (one := _written(match))), None)


def _written(match: re.Match[str]) -> Written | None:
    parts = match.groupdict()
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


_MONTH_STEM = 7
"""In letters: so much of a month's name stays however it is inflected: tammikuu and tammikuussa."""


def _month(word: str) -> int | None:
    """Return the month that a word names, whole, shortened or inflected; None if none or more than one."""
    typed = word.casefold()
    if found(_NOT_THE_WHOLE, typed):
        return None
    meant = {month for name, month in _months() if name.startswith(typed) or typed.startswith(name[:_MONTH_STEM])}
    return meant.pop() if len(meant) == 1 else None


def _date(year: int, month: int, day_of_month: int) -> date | None:
    if year not in YEARS:
        return None
    try:
        return date(year, month, day_of_month)
    except ValueError:
        return None


def _show(shown: Shown) -> list[str]:
    start, end = _both_days(shown)
    return [f"{day(start, shown.locale)} – {day(end, shown.locale)}", *shown.value["dates"]]


def _on_paper(shown: Shown) -> list[str]:
    """The period with its length, and the days in it; every day is written in one way."""
    start, end = _both_days(shown)
    length = months(months_of(shown.value), shown.locale)
    days = [_DAY.sub(lambda found: _in_words(found, shown.locale), str(each)) for each in shown.value["dates"]]
    return [f"{day(start, shown.locale)} – {day(end, shown.locale)} ({length})", *days]


def _both_days(shown: Shown) -> tuple[date, date]:
    return date.fromisoformat(shown.value["start"]), date.fromisoformat(shown.value["end"])


def _in_words(found: re.Match[str], locale: Locale) -> str:
    try:
        return day(date(int(found[3]), int(found[2]), int(found[1])), locale)
    except ValueError:
        return found[0]


def months_of(period: Json) -> int:
    """Return the length of an understood period in months."""
    return months_between(date.fromisoformat(period["start"]), date.fromisoformat(period["end"]))


def months_between(start: date, end: date) -> int:
    """Return the length of a period in months, begun halves counted as whole; both days are part of it."""
    days_over = end.day + 1 - start.day
    return (end.year - start.year) * 12 + end.month - start.month + round(days_over / DAYS_OF_A_MONTH)


PERIOD = Kind(
    name="period",
    read=_read,
    show=_show,
    fits=holds("start", "end", "dates"),
    is_planned=True,
    set_as=SetAs.LIST_BELOW,
    on_paper=_on_paper,
    between_parts=" - ",
)
