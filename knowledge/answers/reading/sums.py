"""Finding sums of money in a text, in the ways that people write them.

Amounts are numbers: whole ones int, others float with at most two decimals. Whether a number is the sum that was
asked for is for the readers to judge.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from knowledge.answers.result import Json

YEAR = r"20[2-6][0-9]"
SPACE = r"[ \u00a0\u202f\u2009\u2007]"
_NUMBER = rf"[0-9]{{1,3}}(?:(?:{SPACE}|[.,'’])[0-9]{{3}})+(?:[.,][0-9]{{1,2}})?|[0-9]+(?:[.,][0-9]{{1,2}})?"
_OTHER_CROWNS = (
    rf"(?:norska|danska|isländska|norjan|tanskan|islannin|norwegian|danish|icelandic){SPACE}"
    r"(?:kr|kronor|kruunu[^\W\d_]{0,3}|kroner|crowns)"
)
_CURRENCY = {
    "OTHER": (
        rf"{_OTHER_CROWNS}|[$£₽¥₴]|usd|gbp|nok|dkk|chf|mk|markka[^\W\d_]{{0,3}}|dollar[^\W\d_]{{0,4}}|bucks?|"
        r"pounds?|pund|punta[^\W\d_]{0,2}|quid|spänn|rub(?:el|ler|les?)|rupla[^\W\d_]{0,2}|yen|jen[^\W\d_]{0,2}"
    ),
    "EUR": r"€|euro[^\W\d_]{0,4}|eur|e(?!\w|\.\w)",
    "SEK": r"kr(?:on(?:or|a|an)|\.)?|sek|:-|kruunu[^\W\d_]{0,3}",
}
_BEFORE = r"€|euro|eur|kr\.?|sek|[$£₽¥₴]|usd|gbp|nok|dkk|chf"
"""What may stand before a sum. A lone "e" may not: it would be the end of any word."""

_TIMES = {
    1000: r"tkr|t€|k€|te|ke|tuhatta|tusen|thousand|tonni[^\W\d_]{0,2}|grand|t(?= ?eur)|k",
    1_000_000: r"mkr|m€|milj(?:oner|on|oonaa|\.)?|millions?|mn",
}
_YEARLY = r"år(?:et)?|årligen|vuosi|vuodessa|vuotta|vuosittain|years?|yearly|annum|annually|v"
_MONTHLY = r"mån(?:ad(?:en|er)?)?|månatligen|månadsvis|kk|kuukau(?:dessa|si|sittain|tta)|kuussa|months?|monthly|pcm"
_PER = rf"(?:/{SPACE}?|per{SPACE}|om{SPACE}|i{SPACE}|a{SPACE}|each{SPACE}|varje{SPACE}|joka{SPACE})"
_UNIT = (
    r"t|tim\w*|h|tunti|tunnissa|tunnilta|hours?|dag\w*|päivä\w*|days?|vecka\w*|viik\w*|weeks?|gång\w*|kerta|kerralta"
)
_LENGTH = re.compile(r"(?:år|vuosi|vuotta|years?|mån|månad|månader|kk|kuukautta|months?)\.?$", re.IGNORECASE)
_LONGEST_LENGTH = 100
"""A number of years or months below this, without a currency, is a length and no sum."""

_COUNTED = r"km|matk[^\W\d_]+|resor|lippua|biljetter|trips|tickets|stycken|kappaletta|pieces|pcs"
_SUM = re.compile(
    rf"(?P<before>(?<!\w)(?:{_BEFORE}){SPACE}?)?"
    rf"(?:(?<![\w.,])|(?<=(?<!\w)n\.)|(?<=(?<!\w)ca\.))(?P<minus>[-−](?=[0-9]))?(?P<number>{_NUMBER})(?![0-9])"
    rf"(?:{SPACE}?(?P<times>{'|'.join(_TIMES.values())})(?!\w))?"
    rf"(?:{SPACE}?(?P<after>(?:{'|'.join(_CURRENCY.values())})(?!\w)))?"
    rf"(?:(?P<share>{SPACE}?(?:%|procent|prosent\w*))"
    rf"|(?P<year>{SPACE}?{_PER}?(?:{_YEARLY})(?!\w)\.?)"
    rf"|(?P<month>{SPACE}?{_PER}?(?:{_MONTHLY})(?!\w)\.?)"
    rf"|(?P<part>{SPACE}?(?:(?:/{SPACE}?|per{SPACE})[^\W_]+|(?:i{SPACE}|om{SPACE}|a{SPACE})?(?:{_UNIT})(?!\w)"
    rf"|(?:each|styck|apiece|st|kpl|a{SPACE}head|ea)(?!\w)))"
    rf"|(?P<counted>(?={SPACE}?(?:{_COUNTED})(?!\w))))?",
    re.IGNORECASE,
)


MOST_DIGITS = 15
"""A number of more digits is no sum of money: it is an account, or a finger that lay on a key."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A number in a text that could be a sum: where it stands, its amount, its currency if one is written.

    `per` is `year`, `month` or `part` (an hour, a piece, a person ...) if the sum is said to be for one, and "v" for
    the short word that is a year in Finnish and a week in Swedish. It is "length" for a number of years or months.
    `share` tells a percentage. A bare year has `year` set.
    """

    start: int
    end: int
    amount: Json
    currency: str
    per: str = ""
    share: bool = False
    year: int = 0


def sums_in(text: str) -> list[Sum]:
    """Return every number in a text that could be a sum, in order."""
    return [_as_sum(match) for match in _SUM.finditer(text) if sum(map(str.isdigit, match["number"])) <= MOST_DIGITS]


def _as_sum(match: re.Match[str]) -> Sum:
    amount = _amount(match["number"]) * _factor(match["times"] or "")
    mark = ((match["before"] or "") + (match["after"] or "") + (match["times"] or "")).strip().casefold()
    per = _per(match, mark, amount)
    bare = not mark and not per and not match["share"] and re.fullmatch(YEAR, match["number"])
    return Sum(
        match.start(), match.end(), as_json(-amount if match["minus"] else amount), _currency(mark),
        per, bool(match["share"]), int(match["number"]) if bare else 0,
    )  # fmt: skip


def _per(match: re.Match[str], mark: str, amount: Decimal) -> str:
    """Return what a number is said to be for; what is counted has no currency: "3 matkaa", not "300 € resor"."""
    unit = (match["year"] or match["month"] or "").strip()
    if not mark and amount < _LONGEST_LENGTH and re.match(r"[^\W\d_]", unit) and _LENGTH.fullmatch(unit):
        return "length"
    if re.fullmatch(r".*(?<!\w)v\.?", unit, re.IGNORECASE):
        return "v"
    if match["counted"] is not None and not mark:
        return "part"
    return next((name for name in ("year", "month", "part") if match[name]), "")


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
    """Return the numbers of a text that are no bare years and no percentages."""
    return [one for one in sums_in(text) if not one.year and not one.share]
