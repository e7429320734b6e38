"""Finding sums of money in a text, in the ways that people write them.

Amounts are numbers: whole ones int, others float with at most two decimals. Whether a number is the sum that was
asked for is for the readers to judge.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from knowledge.answers.result import Json

YEAR = r"20[2-6]\d"
SPACE = r"[ \u00a0\u202f\u2009]"
_NUMBER = rf"\d{{1,3}}(?:(?:{SPACE}|[.,'’])\d{{3}})+(?:[.,]\d{{1,2}})?|\d+(?:[.,]\d{{1,2}})?"
_CURRENCY = {
    "EUR": r"€|euroa?s?|eur|e(?![\w.])",
    "SEK": r"kr(?:onor|\.)?|sek|:-|kruunua",
}
_TIMES = {
    1000: r"tkr|t€|k€|te|ke|tuhatta|tusen|thousand|t|k",
    1_000_000: r"mkr|m€|milj(?:oner|on|oonaa|\.)?|millions?|mn",
}
_SUM = re.compile(
    rf"(?P<before>(?:{'|'.join(_CURRENCY.values())}){SPACE}?)?"
    rf"(?<![\w.,])(?P<minus>[-−](?=\d))?(?P<number>{_NUMBER})(?![\d])"
    rf"(?:{SPACE}?(?P<times>{'|'.join(_TIMES.values())})(?!\w))?"
    rf"(?:{SPACE}?(?P<after>(?:{'|'.join(_CURRENCY.values())})(?!\w)))?"
    rf"(?P<per>{SPACE}?(?:/{SPACE}?|per{SPACE}|om{SPACE}|i{SPACE}|a{SPACE}|each{SPACE})?"
    r"(?:år(?:et)?|vuosi|vuodessa|vuosittain|year|annually|v|mån(?:ad(?:en)?)?|kk|kuukaudessa|kuukausi|month)(?!\w)\.?)?",
    re.IGNORECASE | re.ASCII,
)
_MONTHLY = re.compile(r"mån|kk|kuuka|month", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum in a text: where it stands, its amount, its currency if one is written, whether it is monthly."""

    start: int
    end: int
    amount: Json
    currency: str
    monthly: bool
    year: int = 0


def sums_in(text: str) -> list[Sum]:
    """Return every number in a text that could be a sum, in order. A bare year has `year` set."""
    return [_as_sum(match) for match in _SUM.finditer(text)]


def _as_sum(match: re.Match[str]) -> Sum:
    amount = _amount(match["number"]) * _factor(match["times"] or "")
    mark = ((match["before"] or "") + (match["after"] or "") + (match["times"] or "")).strip().casefold()
    bare = not mark and not match["per"] and re.fullmatch(YEAR, match["number"])
    return Sum(
        match.start(), match.end(), as_json(-amount if match["minus"] else amount), _currency(mark),
        bool(_MONTHLY.search(match["per"] or "")), int(match["number"]) if bare else 0,
    )  # fmt: skip


def _amount(number: str) -> Decimal:
    decimals = re.search(r"[.,](\d{1,2})$", number)
    whole = number[: decimals.start()] if decimals else number
    return Decimal(re.sub(r"\D", "", whole) + ("." + decimals[1] if decimals else ""))


def _factor(times: str) -> int:
    return next((n for n, words in _TIMES.items() if re.fullmatch(words, times, re.IGNORECASE)), 1) if times else 1


def _currency(mark: str) -> str:
    if "€" in mark or mark in {"te", "ke"}:
        return "EUR"
    if mark in {"tkr", "mkr"}:
        return "SEK"
    return next((code for code, words in _CURRENCY.items() if re.search(f"(?:{words})", mark)), "") if mark else ""


def as_json(amount: Decimal) -> Json:
    """Return an amount as JSON keeps it: int if whole, else float with two decimals."""
    return int(amount) if amount == amount.to_integral_value() else round(float(amount), 2)


def total(rows: list[dict[str, Json]]) -> Json:
    """Return the sum of rows that hold `sum`; rows without a sum count as nothing."""
    return as_json(sum((Decimal(str(row["sum"])) for row in rows if row["sum"] is not None), Decimal(0)))


def real_sums(text: str) -> list[Sum]:
    """Return the numbers of a text that are no bare years."""
    return [one for one in sums_in(text) if not one.year]
