"""A table of money as somebody pastes it: headings, rows, and the row that adds them up.

A total is a check of the rows and never one of them. A heading is passed over; one that begins another table, the
income among the costs, is asked about.
"""

from collections.abc import Sequence
from decimal import Decimal

from knowledge.answers.reading.money_rows import example, written_sum
from knowledge.answers.reading.pieces import quoted
from knowledge.answers.reading.sums import as_json, real_sums
from knowledge.answers.reading.table_words import COLUMNS, RESULT, SUMMED, TOTAL, made_of, only
from knowledge.answers.reading.vocabulary import Words, ends, starts
from knowledge.answers.result import Json, Remark, Typed, Unclear

MOST_ROWS = 40
"""So many rows are a table that can be read, and fit on one page of the paper."""


def is_heading(row: str, own: Words) -> bool:
    """Tell whether a row without a sum only says what the table is, or what its columns are."""
    return any(map(str.isalpha, row)) and not real_sums(row) and only((*own, *TOTAL, *COLUMNS), row)


def is_check(what: str, own: Words) -> bool:
    """Tell whether the words of a row name the sum of others: "Summa", "Kostnader totalt", "Palkat yht."."""
    return made_of(TOTAL, what, beside=own) or bool(starts(SUMMED, what)) or bool(ends(SUMMED, what))


def strange_row(said: Typed, row: str, other: Words, code: str) -> Unclear | None:
    """Return why a row belongs to another question: it names the other side of a budget, or what is left over."""
    words = _words_of(row)
    if made_of(other, words):
        return said.unclear(code, row=quoted(row))
    left_over = [one for one in real_sums(row) if one.amount]
    return said.unclear("rows.result", row=quoted(row)) if made_of(RESULT, words) and left_over else None


def is_nothing_left(row: str) -> bool:
    """Tell whether a row says that income and costs meet: a result of nothing."""
    return made_of(RESULT, _words_of(row))


def added_up(
    said: Typed, rows: Sequence[tuple[str, Json]], own: Words
) -> tuple[list[int], tuple[Remark, ...]] | Unclear:
    """Return the places of the rows that are no totals, with a remark on what was checked.

    `rows` are words and sum (None: unknown) of each row. Return what is asked if a total is not that of the rows
    before it, of those since the last total, or of all.
    """
    totals = [place for place, (what, _) in enumerate(rows) if is_check(what, own)]
    if not totals and len(rows) > 1:
        totals = [place for place, (what, amount) in enumerate(rows) if only(own, what) and amount is not None]
    items = [place for place in range(len(rows)) if place not in totals]
    remarks = []
    for place in totals:
        what, amount = rows[place]
        if not items and not said.so_far:
            return said.unclear("costs.what", row=quoted(f"{what} {written_sum(said, amount)}"), example=example(said))
        if amount is not None and amount not in _possible(said, rows, items, totals, place):
            parts = _added(said, [rows[item][1] for item in items])
            return said.unclear("rows.total", total=written_sum(said, amount), sum=written_sum(said, parts))
        remarks.append(Remark("rows.checked", {"sum": written_sum(said, amount)}, is_note=True))
    return items, tuple(remarks[-1:])


def too_many(said: Typed, rows: Sequence[Json]) -> Unclear | None:
    """Return why there are too many rows, None if they are not too many."""
    count = len(said.so_far) + len(rows)
    return None if count <= MOST_ROWS else said.unclear("rows.many", most=str(MOST_ROWS), count=str(count))


def _possible(
    said: Typed, rows: Sequence[tuple[str, Json]], items: Sequence[int], totals: Sequence[int], place: int
) -> set[Json]:
    """Return what a total at a place may come to: the rows since the last total, all before it, or all there are."""
    last = max((other for other in totals if other < place), default=-1)
    block = [rows[item][1] for item in items if last < item < place]
    before = [rows[item][1] for item in items if item < place]
    return {_added(said, block), _added(said, before), _added(said, [rows[item][1] for item in items]), _sum(block)}


def _added(said: Typed, amounts: Sequence[Json]) -> Json:
    return _sum([*(row["sum"] for row in said.so_far if isinstance(row, dict)), *amounts])


def _sum(amounts: Sequence[Json]) -> Json:
    return as_json(sum((Decimal(str(amount)) for amount in amounts if amount is not None), Decimal(0)))


def _words_of(row: str) -> str:
    """Return a row without its numbers."""
    words = row
    for one in reversed(real_sums(row)):
        words = f"{words[: one.start]} {words[one.end :]}"
    return words
