"""Sums that are asked for: rows of costs, and sums by year.

Sums are in the municipality's currency. Words for numbers are not guessed at, and a sum in another currency is not
taken for one in this.
"""

import re

from knowledge.answers.formats import locale_of, money
from knowledge.answers.result import Json, Reading, Remark, Said, Unclear, Understood, one_line, pieces, quoted
from knowledge.answers.sums import SPACE, YEAR, Sum, real_sums, sums_in
from knowledge.answers.vocabulary import ABOUT, BETWEEN, found

LARGEST = 10_000_000
"""The greatest sum of a row (domain rule of GU16), in euro or crowns."""

ROWS = 40
"""So many rows are a table that can be read."""


def read_costs(said: Said) -> Reading:
    """Take rows of what and sum, on lines or with `;` or `,` between them."""
    rows, taken = [], []
    for row in _rows(said.text):
        one = row_sum(said, row)
        if isinstance(one, Unclear):
            return one
        what = _without(row, one)
        if not what:
            return said.unclear("costs.what", row=quoted(row), example=example(said))
        rows.append({"what": what, "sum": one.amount})
        taken.append(one)
    if not rows:
        return said.unclear("costs.unreadable", example=example(said))
    return too_many(said, rows) or Understood(rows, _monthly(said, taken))


def read_yearly(said: Said) -> Reading:
    """Take a sum for each year, or one sum that holds for every year."""
    rows: list[dict[str, Json]] = []
    for row in _rows(said.text):
        years = [int(y) for y in re.findall(rf"(?<![\d.,]){YEAR}(?![\d.,]\d|\d|{SPACE}?(?:€|kr|e\b))", row)]
        rest = re.sub(rf"(?<![\d.,]){YEAR}(?![\d.,]\d|\d|{SPACE}?(?:€|kr|e\b))", " ", row)
        one = _only_sum(said, re.sub(r"^[\s:;=–-]+(?!\d)", "", rest))
        if isinstance(one, Unclear):
            return one
        span = range(years[0], years[1] + 1) if _is_span(row, years) else years
        rows += [{"year": year, "sum": one.amount} for year in span or (None,)]
    named = [row["year"] for row in rows]
    if not rows or len(set(named)) != len(named):
        return said.unclear("yearly.unreadable", example=example(said))
    return too_many(said, rows) or Understood(rows, _monthly(said, sums_in(said.text)))


def _is_span(row: str, years: list[int]) -> bool:
    return len(years) == 2 and years[0] < years[1] <= years[0] + 10 and bool(
        re.search(rf"{YEAR}\s*[-–—]\s*{YEAR}", row)
    )  # fmt: skip


def _rows(text: str) -> list[str]:
    """Return one row a sum: lines, and within a line the parts at commas or "and" where each has a sum."""
    rows: list[str] = []
    either = "|".join(re.escape(word) for word in BETWEEN)
    for line in pieces(text):
        parts = pieces(line, rf",(?!\d)|\s(?:{either})\s") if len(real_sums(line)) > 1 else [line]
        rows += parts if len(parts) > 1 and all(real_sums(part) for part in parts) else [line]
    return rows


def row_sum(said: Said, row: str) -> Sum | Unclear:
    """Return the sum of a row: the number with a currency, else the last one, if it ends the row."""
    real = real_sums(row)
    marked = [one for one in real if one.currency]
    if len(marked) == 1:
        return _fitting(said, marked[0])
    ends = real and not row[real[-1].end :].strip(" .,;:)")
    starts = real and not row[: real[0].start].strip()
    between = row[real[-2].end : real[-1].start].strip() if len(real) > 1 else "x"
    if len(real) == 1 or (len(real) > 1 and not marked and ends and between not in {"-", "–", "—", ""} and not starts):
        return _fitting(said, real[-1])
    if len(real) == 2 and not marked and ends and starts and re.search(r"[^\W\d_]", between):
        return _fitting(said, real[-1])  # "2 employees 40 000"
    return said.unclear("costs.row", row=quoted(row), example=example(said))


def too_many(said: Said, rows: list[dict[str, Json]]) -> Unclear | None:
    """Return why there are too many rows, None if they are not too many."""
    return None if len(rows) <= ROWS else said.unclear("rows.many", most=str(ROWS), count=str(len(rows)))


def _only_sum(said: Said, text: str) -> Sum | Unclear:
    real = real_sums(text)
    if len(real) != 1:
        return said.unclear("money.unreadable", example=example(said))
    rest = text[: real[0].start] + " " + text[real[0].end :]
    while about := found(ABOUT, rest):
        rest = rest[: about.start()] + rest[about.end() :]
    if re.search(r"\w", rest):
        return said.unclear("money.unreadable", example=example(said))
    return _fitting(said, real[0])


def _fitting(said: Said, one: Sum) -> Sum | Unclear:
    if one.currency and one.currency != said.currency:
        return said.unclear("money.currency", currency=said.currency, example=example(said))
    if one.amount < 0:
        return said.unclear("money.negative", example=example(said))
    if one.amount > LARGEST:
        return said.unclear("money.large", most=_shown(said, LARGEST))
    return one


def _without(row: str, one: Sum) -> str:
    return one_line(row[: one.start] + " " + row[one.end :]).strip(" \t.,:;=()–—-")


def _monthly(said: Said, sums: list[Sum]) -> tuple[Remark, ...]:
    return tuple(Remark("money.monthly", {"sum": _shown(said, one.amount)}) for one in sums if one.monthly)


def example(said: Said) -> str:
    """Return a sum as one would write it in the language and the currency."""
    return _shown(said, 12500)


def _shown(said: Said, amount: Json) -> str:
    return money(amount, said.currency, locale_of(said.language, said.country))
