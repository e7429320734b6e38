"""The numbers of a text, as people write them."""

import re
from decimal import Decimal

from knowledge.answers.reading.sums import SPACE

_GROUPED = rf"[0-9]{{1,3}}(?:(?:{SPACE}|\.)[0-9]{{3}})+"
COUNT = re.compile(rf"(?<![\w.,])(?:{_GROUPED}(?![0-9])|[0-9]+(?:[.,][0-9]+)?(?![0-9]))")
_THOUSAND = re.compile(r"\s*(?:tusen|tuhatta|tuhat|thousand)(?!\w)", re.IGNORECASE)
_OTHER_UNIT = re.compile(r"\s*(?:%|€|(?:k|t|kr)(?!\w)|milj|procent|prosent|euro|dussin|tusina|dozen)", re.IGNORECASE)
BELOW_NOTHING = re.compile(r"(?<!\w)[-−]\d")
DIGITS = re.compile(r"\d(?:[\d \-–]*\d)?", re.ASCII)
MOST_PEOPLE = 1_000_000
"""The most people or members that are believed: far more than an association here has, to catch a slip of zeros."""


def numbers_in(text: str) -> list[Decimal]:
    """Return the numbers of a text: `1 200` and `1.200` are a thousand and more, `1,5` is one and a half."""
    return [number_at(text, match) for match in COUNT.finditer(text)]


def number_at(text: str, match: re.Match[str]) -> Decimal:
    """Return the number where `COUNT` matched, times a thousand if that word follows."""
    written = match.group()
    grouped = re.fullmatch(_GROUPED, written)
    number = Decimal(re.sub(r"[^0-9]", "", written) if grouped else written.replace(",", "."))
    return number * 1000 if _THOUSAND.match(text, match.end()) else number


def counts_something_else(text: str) -> bool:
    """Tell whether a number of a text has a unit of its own: a share, a sum, a short word for thousands."""
    return any(_OTHER_UNIT.match(text, match.end()) for match in COUNT.finditer(text))
