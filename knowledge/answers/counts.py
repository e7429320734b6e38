"""Numbers of things: members, staff and volunteers, months."""

import re
from decimal import Decimal

from knowledge.answers.result import Json, Reading, Said, Understood
from knowledge.answers.sums import SPACE, as_json
from knowledge.answers.tablewords import TOTAL
from knowledge.answers.vocabulary import (
    BETWEEN,
    NO,
    NUMBERS,
    PAID,
    VOLUNTEERS,
    counted_in_figures,
    found,
    heard,
    pattern,
)

_GROUPED = rf"[0-9]{{1,3}}(?:(?:{SPACE}|\.)[0-9]{{3}})+"
_COUNT = re.compile(rf"(?<![\w.,])(?:{_GROUPED}(?![0-9])|[0-9]+(?:[.,][0-9]+)?(?![0-9]))")
_THOUSAND = re.compile(r"\s*(?:tusen|tuhatta|tuhat|thousand)(?!\w)", re.IGNORECASE)
_OTHER_UNIT = re.compile(r"\s*(?:%|€|(?:k|t|kr)(?!\w)|milj|procent|prosent|euro|dussin|tusina|dozen)", re.IGNORECASE)
_YEARS = re.compile(r"\s*(?:år|vuo\w*|years?|yrs?|v)\b", re.IGNORECASE)
_MONTHS = re.compile(r"\s*(?:mån\w*|kk|kuukau\w*|months?)(?!\w)|(?!\s*[^\W\d_])", re.IGNORECASE)
"""Months, or no unit at all: a number alone is one of months."""

_AFTER_YEARS = re.compile(r"\s*(?:år|vuo\w*|years?|v)[\s,]*(?:(?:och|ja|and)\s+)?", re.IGNORECASE)
_BELOW_NOTHING = re.compile(r"(?<!\w)[-−]\d")
_UNIT = r"år|vuotta|vuoden|vuosi|years?|mån|månad|månader|kk|kuukautta|kuukauden|kuukausi|months?"
_ONE_UNIT = re.compile(r"(?:år|vuosi|vuoden|year|månad|kuukausi|kuukauden|month)[.]?", re.IGNORECASE)
_CALENDAR = re.compile(r"(?<![\w.,])20[2-6][0-9]\s*[-–—]\s*20[2-6][0-9](?!\w)")
_HALVES = heard("halv*, puoli*, half, couple, par, pari, några, muutama*, few")
MONTHS = (1, 60)
PEOPLE = 1_000_000


def numbers_in(text: str) -> list[Decimal]:
    """Return the numbers of a text: `1 200` and `1.200` are a thousand and more, `1,5` is one and a half."""
    return [_number(text, match) for match in _COUNT.finditer(text)]


def _number(text: str, match: re.Match[str]) -> Decimal:
    written = match.group()
    grouped = re.fullmatch(_GROUPED, written)
    number = Decimal(re.sub(r"[^0-9]", "", written) if grouped else written.replace(",", "."))
    return number * 1000 if _THOUSAND.match(text, match.end()) else number


def _counts_something_else(text: str) -> bool:
    """Tell whether a number of a text has a unit of its own: a share, a sum, a short word for thousands."""
    return any(_OTHER_UNIT.match(text, match.end()) for match in _COUNT.finditer(text))


def read_integer(said: Said) -> Reading:
    """Take one whole number, with any words round it."""
    numbers = numbers_in(said.text)
    least, most = said.field.limits if said.field.limits[1] else (0, PEOPLE)
    if len(numbers) != 1 or numbers[0] != numbers[0].to_integral_value() or _is_no_count(said.text):
        return said.unclear("integer.unreadable")
    if not least <= numbers[0] <= most:
        return said.unclear("integer.range", least=str(least), most=str(most))
    return Understood(int(numbers[0]))


def _is_no_count(text: str) -> bool:
    return bool(_BELOW_NOTHING.search(text)) or _counts_something_else(text) or bool(found((*PAID, *VOLUNTEERS), text))


def read_months(said: Said) -> Reading:
    """Take a length in months, or in years that are turned into months. Said twice, both must come to the same."""
    text = f"1 {said.text}" if _ONE_UNIT.fullmatch(said.text) else counted_in_figures(said.text, _UNIT)
    lengths = _lengths(_CALENDAR.sub(" ", text))
    calendar = [_span(match.group()) for match in _CALENDAR.finditer(text)]
    if (
        _BELOW_NOTHING.search(text)
        or _has_other_numbers(text)
        or lengths is None
        or len({*lengths, *calendar}) != 1
        or not lengths
    ):
        return said.unclear("months.unreadable")
    months = lengths[0]
    least, most = said.field.limits if said.field.limits[1] else MONTHS
    if months != months.to_integral_value() or not least <= months <= most:
        return said.unclear("months.range", least=str(least), most=str(most))
    return Understood(int(months))


def _has_other_numbers(text: str) -> bool:
    """Tell whether a number in words or a half was not understood: "ett till två år", "puolitoista vuotta"."""
    named = [name for names in NUMBERS.values() for name in names]
    return bool(found((*named, *_HALVES), text))


def _lengths(text: str) -> list[Decimal] | None:
    """Return every length of a text in months: "1 år 6 mån" is one, "12 mån (1 år)" two. None for another unit."""
    lengths: list[Decimal] = []
    end = 0
    for match in _COUNT.finditer(text):
        number, years = _number(text, match), _YEARS.match(text, match.end())
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


def read_staff(said: Said) -> Reading:
    """Take two numbers, paid staff and volunteers: in that order, or each with its word. A total is checked."""
    parts = [part for part in re.split(r"\n|[,;/](?!\d)|\s(?:och|samt|ja|sekä|and)\s", said.text) if part.strip()]
    totals = [number for part in parts if found(TOTAL, part) for number in numbers_in(part)]
    parts = [part for part in parts if not found(TOTAL, part)]
    numbers = [number for part in parts for number in numbers_in(part)]
    volunteers = _of([part for part in parts if found(VOLUNTEERS, part)])
    paid = _of([part for part in parts if found(PAID, part) and not found(VOLUNTEERS, part)])
    if not re.search(r"[^\W\d_]", pattern(BETWEEN).sub("", said.text.casefold())) and len(numbers) == 2:
        paid, volunteers = as_json(numbers[0]), as_json(numbers[1])
    if paid is None or volunteers is None or len(numbers) > 2 or max(paid, volunteers) > PEOPLE:
        return said.unclear("staff.unreadable")
    together = as_json(Decimal(str(paid)) + Decimal(str(volunteers)))
    if _counts_something_else(said.text) or any(total != Decimal(str(together)) for total in totals):
        return said.unclear("staff.unreadable")
    return Understood({"paid": paid, "volunteers": volunteers})


def _of(parts: list[str]) -> Json:
    """Return the number in the one part that was found, 0 if it says no, None if nothing or too much tells."""
    numbers = [number for part in parts for number in numbers_in(part)]
    if len(parts) == 1 and len(numbers) == 1:
        return as_json(numbers[0])
    return 0 if len(parts) == 1 and not numbers and found(NO, parts[0]) else None
