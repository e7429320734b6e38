"""One row of money: which of its numbers is the sum, and what the words before and after it say.

A tab is a border between cells. A price for a month, an hour or a piece is no sum of a year, and two sums that do not
explain each other are two readings: both are trouble that somebody is asked about, and nothing here picks one.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations
from math import prod

from knowledge.answers.formats import locale_of, money
from knowledge.answers.reading.pieces import BULLET, OUTER, one_line, quoted, trimmed
from knowledge.answers.reading.sums import SPACE, YEAR, Sum, as_json, real_sums
from knowledge.answers.reading.table_words import EACH_MONTH, EACH_PART
from knowledge.answers.reading.vocabulary import ABOUT, BETWEEN, NEARLY, found
from knowledge.answers.result import Json, Typed, Unclear
from knowledge.language import Language

LARGEST = 10_000_000
"""The greatest sum of a row, in euro or crowns: chosen by hand, far above any grant, to catch a slip of zeros."""

_TIMES_SIGN = re.compile(
    r"(?<![^\W\d_])\s*x\s*(?=[0-9€])|\s*[×*]\s*(?=[0-9€])|(?<=[0-9])\s*·\s*(?=[0-9])", re.IGNORECASE
)
_EACH = re.compile(
    r"×|(?<!\w)(?:à|á|@|at|gånger|ggr\.?|kertaa|times)\s*(?=[0-9€])|(?<=[0-9])\s+a\s+(?=[0-9])", re.IGNORECASE
)
_MARK = re.compile(r"(?<![0-9])[:=]|[:=](?![0-9])")
_EITHER = re.compile(r"\s*(?:[-–—/^]|\.{2,}|…|till|eller|tai|or|to|minus|miinus|less)\s*", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:[.,'’…^]+|\s?(?:\.{2,}|…)\s?)[0-9]")
"""Digits that belong to a number which was not understood: "3000,555", "3000...4000"."""

_TWO_ROWS = re.compile(r"[^\W\d_]+:?\s(?P<first>[0-9]+)\s[^\W\d_]+:?\s[0-9]+")
_COLUMNS_RUN_TOGETHER = re.compile(rf"([0-9]{{1,3}}){SPACE}([0-9]{{3}}){SPACE}([0-9]{{3}})(?![0-9])")
_MOST_FACTORS = 6
"""So many numbers before a sum are tried as its factors: hours, weeks, people; each more doubles the combinations."""

_SURELY_A_SUM = 100
"""A number before a colon from here on, in euro or crowns, may itself be a sum; a smaller one counts something."""

_PERHAPS_A_SUM = 10
"""In "word number word number" a number from here on, in euro or crowns, may itself be a sum."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it was understood: its sum, and the words before and after."""

    one: Sum
    before: str
    after: str

    @property
    def what(self) -> str:
        """Return the words of the row without the sum."""
        return trimmed(f"{self.before.rstrip(OUTER)} {self.after}")


def rows_of(text: str) -> list[str]:
    """Return one row a sum: lines, and within a line the parts at commas or "and" where each has a sum.

    Tabs stay, and a line that has them is one row.
    """
    rows: list[str] = []
    either = "|".join(re.escape(word) for word in (*BETWEEN, "+"))
    for line in lines_of(text):
        parts = re.split(rf",(?![0-9-–])|\s(?:{either})\s", line) if len(real_sums(line)) > 1 else [line]
        parts = [one_line(part) for part in parts if part.strip(OUTER)]
        many = "\t" not in line and len(parts) > 1 and all(real_sums(part) for part in parts)
        rows += parts if many else [line]
    return rows


def lines_of(text: str) -> list[str]:
    """Return the lines of a list without bullets, numbering and empty ones; the tabs in them stay."""
    plain = (_without_pipes(line) for line in re.split(r"[\n;]", text))
    lines = (re.sub(r"[^\S\t]+", " ", BULLET.sub("", line)).strip() for line in plain)
    return [line for line in lines if line.strip(OUTER + "•*·")]


def _without_pipes(line: str) -> str:
    """Return a line with tabs between its cells where it has pipes: "| Hyra | 300 |"."""
    return "\t".join(cell.strip() for cell in line.strip().strip("|").split("|")) if "|" in line else line


def read_row(said: Typed, row: str) -> Row | Unclear:
    """Return the sum of a row with its words, or why it cannot be told."""
    return _from_cells(said, row) if "\t" in row else _from_line(said, row)


def fitting(said: Typed, one: Sum) -> Sum | Unclear:
    """Return a sum that may stand in the answer, or why it may not: its currency, its sign or its size."""
    if one.currency and one.currency != said.currency:
        return said.unclear("money.currency", currency=said.currency, example=example(said))
    if one.amount < 0:
        return said.unclear("money.negative", example=example(said))
    if one.amount > LARGEST:
        return said.unclear("money.large", most=written_sum(said, LARGEST))
    return one


def for_a_year(said: Typed, row: str, one: Sum) -> Unclear | None:
    """Return why a sum is not one of a whole year, None if nothing says so."""
    if one.per == "month" or (not one.per and found(EACH_MONTH, row)):
        year = as_json(Decimal(str(one.amount)) * 12)
        return said.unclear("money.monthly", sum=written_sum(said, one.amount), year=written_sum(said, year))
    if one.per in {"part", "length"} or (one.per == "v" and said.language == Language.SV):
        return said.unclear("money.part", row=quoted(row), example=example(said))
    if not one.per and found(EACH_PART, row):
        return said.unclear("money.part", row=quoted(row), example=example(said))
    return None


def example(said: Typed) -> str:
    """Return a sum as one would write it in the language and the currency."""
    return written_sum(said, 12500)


def written_sum(said: Typed, amount: Json) -> str:
    """Return a sum as it looks in the language and the currency."""
    return money(amount, said.currency, locale_of(said.language, said.country))


def _from_line(said: Typed, typed: str) -> Row | Unclear:
    row = _TIMES_SIGN.sub(" × ", typed)
    every = real_sums(row)
    money = [one for one in every if one.per != "length"] or every
    outer = [one for one in money if not _in_brackets(row, one)] or money
    tail = _after_a_mark(row, outer)
    one = _only_one(row, tail or outer)
    if one is None:
        return said.unclear("costs.row", row=quoted(typed), example=example(said))
    trouble = _trouble(said, row, one, [other for other in every if other is not one])
    if trouble:
        return trouble
    fits = fitting(said, one)
    return fits if isinstance(fits, Unclear) else Row(one, _without_nearly(row[: one.start]), row[one.end :])


def _in_brackets(row: str, one: Sum) -> bool:
    return any(match.start() < one.start < match.end() for match in re.finditer(r"\([^()]*\)|\[[^\[\]]*\]", row))


def _after_a_mark(row: str, sums: Sequence[Sum]) -> list[Sum]:
    """Return the sums after the last colon or equals sign that has any: there the sum of the row stands."""
    for mark in reversed(list(_MARK.finditer(row))):
        after = [one for one in sums if one.start >= mark.end()]
        if after:
            return after
    return []


def _only_one(row: str, sums: Sequence[Sum]) -> Sum | None:
    """Return the number with a currency, else the last one, if it ends the row; None if it could be another."""
    marked = [one for one in sums if one.currency]
    if len(sums) == 1 or len(marked) == 1:
        return (marked or sums)[0]
    if marked or not sums:
        return marked[-1] if marked and marked[-1] is sums[-1] else None
    ends = not row[sums[-1].end :].strip(" .,;:)")
    starts = not row[: sums[0].start].strip()
    between = row[sums[-2].end : sums[-1].start].strip()
    told_apart = re.search(r"[^\W\d_]", between) if starts else between  # "2 employees 40 000"
    return sums[-1] if ends and told_apart else None


def _trouble(said: Typed, row: str, one: Sum, others: Sequence[Sum]) -> Unclear | None:
    """Return why a number is not clearly the sum of its row."""
    if _is_one_of_two(row, one, others) or _is_several_columns(row, one) or _is_half_a_number(row, one):
        return said.unclear("costs.row", row=quoted(row), example=example(said))
    if _explains(one, others):
        return None
    if _EACH.search(row):
        return said.unclear("money.part", row=quoted(row), example=example(said))
    if any(other.per in {"part", "length"} and not other.currency for other in others):
        return said.unclear("money.part", row=quoted(row), example=example(said))
    rivals = [other for other in others if other.currency or _before_a_mark(row, other, one)]
    rivals += [other for other in others if _is_a_row_before(row, other, one)]
    if rivals:
        return said.unclear("money.several", row=quoted(row), example=example(said))
    return for_a_year(said, row, one)


def _is_a_row_before(row: str, other: Sum, one: Sum) -> bool:
    """Tell whether two rows may stand in one: "hyra 6 000 lön 12 000"."""
    words = other.end <= one.start and re.search(r"[^\W\d_]", row[other.end : one.start])
    beside = re.search(r"[^\W\d_]", row[: other.start]) and not one.currency
    simple = re.fullmatch(_TWO_ROWS, row.strip()) is not None and other.amount >= _PERHAPS_A_SUM
    return bool(words and beside and (other.amount >= _SURELY_A_SUM or simple))


def _is_half_a_number(row: str, one: Sum) -> bool:
    """Tell whether digits go on beside a number, or a small one without a currency counts what follows it."""
    before, after = row[: one.start], row[one.end :]
    counts = not one.currency and not one.per and one.amount < _SURELY_A_SUM and re.match(r"\s[^\W\d_]", after)
    named = re.search(r"[^\W\d_]", before)
    return bool(_GOES_ON.match(after) or re.search(r"[0-9][.,'’…^]+$", before) or (counts and named))


def _is_one_of_two(row: str, one: Sum, others: Sequence[Sum]) -> bool:
    """Tell whether a number is the end of a span or one of two that were named: "200-300", "200 or 300"."""
    before = [other for other in others if other.end <= one.start][-1:]
    after = [other for other in others if other.start >= one.end][:1]
    gaps = [row[other.end : one.start] for other in before] + [row[one.end : other.start] for other in after]
    return any(_EITHER.fullmatch(gap) for gap in gaps) or bool(re.match(r"\s?/\s?[0-9]", row[one.end :]))


def _is_several_columns(row: str, one: Sum) -> bool:
    """Tell whether what looks like one great number is pieces, price and sum run together: 3 150 450."""
    match = _COLUMNS_RUN_TOGETHER.search(row[one.start : one.end])
    return match is not None and int(match[1]) * int(match[2]) == int(match[3])


def _explains(one: Sum, others: Sequence[Sum]) -> bool:
    """Tell whether other numbers come to the sum: its factors in a row, a month of it, the same once more."""
    wanted, amounts = Decimal(str(one.amount)), [Decimal(str(other.amount)) for other in others[-_MOST_FACTORS:]]
    runs = [amounts[first:last] for first, last in combinations(range(len(amounts) + 1), 2)]
    monthly = any(other.per == "month" and Decimal(str(other.amount)) * 12 == wanted for other in others)
    return monthly or any(prod(run) == wanted for run in runs)


def _before_a_mark(row: str, other: Sum, one: Sum) -> bool:
    """Tell whether a number stands as a sum of its own before a colon, or is set equal to the sum."""
    marks = list(_MARK.findall(row[other.end : one.start])) if other.end <= one.start else []
    return bool(marks) and (marks[-1] == "=" or other.amount >= _SURELY_A_SUM)


def _without_nearly(words: str) -> str:
    """Return words without a "circa" at their end, which belongs to the sum."""
    match = re.search(rf"(?:^|\s)(?:{'|'.join(map(re.escape, NEARLY))})\s*$", words, re.IGNORECASE)
    return words[: match.start()] if match else words


def _from_cells(said: Typed, row: str) -> Row | Unclear:
    """Read a row with tabs: what, how many, the price of one and the sum stand in cells of their own."""
    cells = [part for cell in row.split("\t") if cell.strip(OUTER) for part in _without_note(one_line(cell))]
    numbers = {place: one for place, cell in enumerate(cells) if (one := _whole_cell(cell))}
    if not numbers:
        return _from_line(said, ", ".join(cells))
    last = max(numbers)
    one = numbers[last]
    factors = [
        other for place, cell in enumerate(cells[:last]) if place or place in numbers for other in real_sums(cell)
    ]
    if not _multiply_to(one, factors):
        return said.unclear("money.several", row=quoted(row), example=example(said))
    fits = fitting(said, one)
    trouble = fits if isinstance(fits, Unclear) else for_a_year(said, row, one)
    if trouble:
        return trouble
    names = [cell for place, cell in enumerate(cells[:last]) if place not in numbers]
    counted = [cells[place] for place in sorted(numbers) if place != last]
    telling = len(counted) > 1 and all(numbers[place].amount != 1 for place in numbers)
    return Row(
        one, f"{', '.join(names)} {' × '.join(counted)}" if telling else ", ".join(names), ", ".join(cells[last + 1 :])
    )


def _without_note(cell: str) -> list[str]:
    """Return a cell, with a note in brackets behind its sum as one of its own."""
    note = re.fullmatch(r"([^()]+)(\([^()]+\))", cell)
    return [note[1].strip(), note[2]] if note and _whole_cell(note[1]) else [cell]


def _whole_cell(cell: str) -> Sum | None:
    """Return the sum that a cell is, None if it says anything else."""
    sums = real_sums(cell)
    if len(sums) != 1:
        return None
    rest = f"{cell[: sums[0].start]} {cell[sums[0].end :]}"
    return None if re.search(r"\w", _without_nearly(rest.strip())) else sums[0]


def _multiply_to(one: Sum, factors: Sequence[Sum]) -> bool:
    """Tell whether the cells before the sum leave no other reading: none, ones, the same once more, its factors."""
    amounts = [Decimal(str(factor.amount)) for factor in factors if factor.amount != 1]
    wanted = Decimal(str(one.amount))
    return not amounts or prod(amounts) == wanted


def about_removed(words: str) -> str:
    """Return words without those that only say how near or for how long a sum is meant."""
    while match := found(ABOUT, words):
        words = words[: match.start()] + words[match.end() :]
    return words


SPAN = re.compile(rf"{YEAR}\s*[-–—]\s*{YEAR}")
