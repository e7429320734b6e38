"""A length in months."""

import re
from decimal import Decimal

from knowledge.answers.formats import months
from knowledge.answers.kind import Kind
from knowledge.answers.reading.number_words import in_figures
from knowledge.answers.reading.numbers import BELOW_NOTHING, COUNT, number_at
from knowledge.answers.reading.vocabulary import NUMBERS, counted_in_figures, found, heard
from knowledge.answers.result import Reading, Typed, Understood
from knowledge.answers.shape import is_whole
from knowledge.answers.shown import Shown

_YEARS = re.compile(r"\s*(?:år|vuo\w*|years?|yrs?|v)\b", re.IGNORECASE)
_MONTHS = re.compile(r"\s*(?:mån\w*|kk|kuukau\w*|months?)(?!\w)|(?!\s*[^\W\d_])", re.IGNORECASE)
"""Months, or no unit at all: a number alone is one of months."""

_AFTER_YEARS = re.compile(r"\s*(?:år|vuo\w*|years?|v)[\s,]*(?:(?:och|ja|and)\s+)?", re.IGNORECASE)
_UNIT = r"år|vuotta|vuoden|vuosi|years?|mån|månad|månader|kk|kuukautta|kuukauden|kuukausi|months?"
_ONE_UNIT = re.compile(r"(?:år|vuosi|vuoden|year|månad|kuukausi|kuukauden|month)[.]?", re.IGNORECASE)
_CALENDAR = re.compile(r"(?<![\w.,])20[2-6][0-9]\s*[-–—]\s*20[2-6][0-9](?!\w)")
_HALVES = heard("halv*, puoli*, half, couple, par, pari, några, muutama*, few")
LIMITS = (1, 60)
"""The fewest and the most months where a pack sets none: chosen by hand, five years are long for one agreement."""


def _read(said: Typed) -> Reading:
    """Take a length in months, or in years that are turned into months. Typed twice, both must come to the same."""
    text = f"1 {said.text}" if _ONE_UNIT.fullmatch(said.text) else counted_in_figures(said.text, _UNIT)
    lengths = _lengths(_CALENDAR.sub(" ", text))
    calendar = [_span(match.group()) for match in _CALENDAR.finditer(text)]
    if (
        BELOW_NOTHING.search(text)
        or _has_other_numbers(text)
        or lengths is None
        or len({*lengths, *calendar}) != 1
        or not lengths
    ):
        return said.unclear("months.unreadable")
    length = lengths[0]
    least, most = said.field.limits if said.field.limits[1] else LIMITS
    if length != length.to_integral_value() or not least <= length <= most:
        return said.unclear("months.range", least=str(least), most=str(most))
    return Understood(int(length))


def length_of(text: str) -> int | None:
    """Return the one length that a text names with its unit, in whole months; None if there is none, or more."""
    counted = counted_in_figures(in_figures(text), _UNIT)
    lengths = _lengths(counted) if re.search(rf"\d\s*(?:{_UNIT})(?!\w)", counted, re.IGNORECASE) else None
    whole = lengths is not None and len(lengths) == 1 and lengths[0] == lengths[0].to_integral_value()
    return int(lengths[0]) if lengths and whole and 0 < lengths[0] <= LIMITS[1] else None


def _has_other_numbers(text: str) -> bool:
    """Tell whether a number in words or a half was not understood: "ett till två år", "puolitoista vuotta"."""
    named = [name for names in NUMBERS.values() for name in names]
    return bool(found((*named, *_HALVES), text))


def _lengths(text: str) -> list[Decimal] | None:
    """Return every length of a text in months: "1 år 6 mån" is one, "12 mån (1 år)" two. None for another unit."""
    lengths: list[Decimal] = []
    end = 0
    for match in COUNT.finditer(text):
        number, years = number_at(text, match), _YEARS.match(text, match.end())
        if not years and not _MONTHS.match(text, match.end()):
            return None
        if lengths and not years and _AFTER_YEARS.fullmatch(text, end, match.start()):
            lengths[-1] += number
        else:
            lengths.append(number * 12 if years else number)
        end = match.end()
    return lengths


def _span(calendar: str) -> Decimal:
    first, last = (int(year) for year in re.findall(r"[0-9]{4}", calendar))
    return Decimal((last - first + 1) * 12)


def _show(shown: Shown) -> str:
    return months(shown.value, shown.locale)


MONTHS = Kind(name="months", read=_read, show=_show, fits=is_whole, is_number=True, counts=True)
