"""What a year costs: rows of what and sum.

Sums are in the municipality's currency. Words for numbers are not guessed at, a sum in another currency is not taken
for one in this, and what could be read in two ways is asked about.
"""

import re
from decimal import Decimal

from knowledge.answers.kind import Kind
from knowledge.answers.kinds.money.columns import MONTHS_OF_A_YEAR, in_all, money_table
from knowledge.answers.reading.denial import says_none
from knowledge.answers.reading.money_rows import example, read_row, rows_of
from knowledge.answers.reading.money_tables import added_up, is_heading, is_nothing_left, strange_row, too_many
from knowledge.answers.reading.pieces import quoted
from knowledge.answers.reading.sums import total
from knowledge.answers.reading.table_words import COST_WORDS, INCOME_WORDS
from knowledge.answers.result import Json, Reading, Typed, Unclear, Understood
from knowledge.answers.shape import holds, some_of
from knowledge.answers.shown import Shown
from knowledge.answers.table import Table


def _read(said: Typed) -> Reading:
    """Take rows of what and sum, on lines or with `;` or `,` between them. A total is checked and left out.

    That nothing is to be paid is a row of its own with nothing to pay; after other rows it says that these are all.
    A lone no names nothing that a paper could tell.
    """
    if says_none(said.text) and (said.so_far or " " in said.text):
        return Understood([] if said.so_far else [{"what": said.quote, "sum": 0}])
    rows: list[dict[str, Json]] = []
    for row in rows_of(said.text):
        strange = strange_row(said, row, INCOME_WORDS, "costs.income")
        if strange:
            return strange
        if is_heading(row, COST_WORDS) or is_nothing_left(row):
            continue
        one = _cost(said, row)
        if isinstance(one, Unclear):
            return one
        rows.append(one)
    counted = added_up(said, [(row["what"], row["sum"]) for row in rows], COST_WORDS)
    if isinstance(counted, Unclear):
        return counted
    places, remarks = counted
    kept = [rows[place] for place in places]
    if not kept and not remarks:
        return said.unclear("costs.unreadable", example=example(said))
    return too_many(said, kept) or Understood(kept, remarks)


def _cost(said: Typed, row: str) -> dict[str, Json] | Unclear:
    one = read_row(said, row)
    if isinstance(one, Unclear):
        return one
    if not re.search(r"\w", one.what):
        return said.unclear("costs.what", row=quoted(row), example=example(said))
    return {"what": one.what, "sum": one.one.amount}


def _show(shown: Shown) -> list[str]:
    return [f"{row['what']}: {shown.money(row['sum'])}" for row in shown.value]


def _table(shown: Shown) -> Table | None:
    """What a year costs, and what the whole time does if it is whole years (V15)."""
    a_year = Decimal(str(total(shown.value)))
    totals = [("a_year", a_year, "")]
    if shown.months > MONTHS_OF_A_YEAR and shown.months % MONTHS_OF_A_YEAR == 0:
        totals.append(in_all(shown, a_year))
    rows = [(str(row["what"]), row["sum"]) for row in shown.value]
    return money_table(shown, ("what", "sum_a_year"), rows, totals)


COSTS = Kind(
    name="costs",
    read=_read,
    show=_show,
    fits=some_of(holds("what", "sum")),
    is_number=True,
    several=True,
    of_money=True,
    table=_table,
    counts=True,
)
