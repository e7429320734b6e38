"""Numbers of things: members, staff and volunteers, months."""

import re
from decimal import Decimal

from knowledge.answers.result import Json, Reading, Said, Understood
from knowledge.answers.sums import as_json
from knowledge.answers.vocabulary import NO, PAID, VOLUNTEERS, Words, found

_COUNT = re.compile(r"(?<![\w.,])\d{1,3}(?:[ \u00a0.]\d{3})+(?![\d])|(?<![\w.,])\d+(?:[.,]\d+)?(?!\d)", re.ASCII)
_YEARS = re.compile(r"\s*(?:år|vuo\w*|years?|yrs?|v)\b", re.IGNORECASE)
MONTHS = (1, 60)
PEOPLE = 1_000_000


def numbers_in(text: str) -> list[Decimal]:
    """Return the numbers of a text: `1 200` and `1.200` are a thousand and more, `1,5` is one and a half."""
    return [_number(match.group()) for match in _COUNT.finditer(text)]


def _number(written: str) -> Decimal:
    if re.fullmatch(r"\d{1,3}(?:[ \u00a0.]\d{3})+", written):
        return Decimal(re.sub(r"\D", "", written))
    return Decimal(written.replace(",", "."))


def read_integer(said: Said) -> Reading:
    """Take one whole number, with any words round it."""
    numbers = numbers_in(said.text)
    least, most = said.field.limits if said.field.limits[1] else (0, PEOPLE)
    if len(numbers) != 1 or numbers[0] != numbers[0].to_integral_value() or re.search(r"(?<!\w)[-−]\d", said.text):
        return said.unclear("integer.unreadable")
    if not least <= numbers[0] <= most:
        return said.unclear("integer.range", least=str(least), most=str(most))
    return Understood(int(numbers[0]))


def read_months(said: Said) -> Reading:
    """Take a length in months, or in years that are turned into months."""
    found_count = list(_COUNT.finditer(said.text))
    if len(found_count) != 1:
        return said.unclear("months.unreadable")
    count = _number(found_count[0].group())
    months = count * 12 if _YEARS.match(said.text, found_count[0].end()) else count
    least, most = said.field.limits if said.field.limits[1] else MONTHS
    if months != months.to_integral_value() or not least <= months <= most:
        return said.unclear("months.range", least=str(least), most=str(most))
    return Understood(int(months))


def read_staff(said: Said) -> Reading:
    """Take two numbers, paid staff and volunteers: in that order, or each with its word."""
    numbers = numbers_in(said.text)
    parts = re.split(r"[,;\n/](?!\d)|\s(?:och|samt|ja|sekä|and)\s", said.text)
    paid, volunteers = _of(PAID, parts), _of(VOLUNTEERS, parts)
    if paid is None and volunteers is None and len(numbers) == 2:
        paid, volunteers = as_json(numbers[0]), as_json(numbers[1])
    if paid is None or volunteers is None or max(paid, volunteers) > PEOPLE:
        return said.unclear("staff.unreadable")
    return Understood({"paid": paid, "volunteers": volunteers})


def _of(words: Words, parts: list[str]) -> Json:
    """Return the number in the part that holds one of the words, 0 if it says no, None if nothing tells."""
    for part in parts:
        if found(words, part):
            numbers = numbers_in(part)
            if len(numbers) == 1:
                return as_json(numbers[0])
            return 0 if not numbers and found(NO, part) else None
    return None
