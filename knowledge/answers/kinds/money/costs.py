"""What a year costs: rows of what and sum.

Sums are in the municipality's currency. Words for numbers are not guessed at, a sum in another currency is not taken
for one in this, and what could be read in two ways is asked about.
"""

import re

from knowledge.answers.reading.money_rows import example, read_row, rows_of
from knowledge.answers.reading.money_tables import added_up, is_heading, is_nothing_left, strange_row, too_many
from knowledge.answers.reading.pieces import quoted
from knowledge.answers.reading.table_words import COSTS, INCOME
from knowledge.answers.result import Json, Reading, Typed, Unclear, Understood


def read_costs(said: Typed) -> Reading:
    """Take rows of what and sum, on lines or with `;` or `,` between them. A total is checked and left out."""
    rows: list[dict[str, Json]] = []
    for row in rows_of(said.text):
        strange = strange_row(said, row, INCOME, "costs.income")
        if strange:
            return strange
        if is_heading(row, COSTS) or is_nothing_left(row):
            continue
        one = _cost(said, row)
        if isinstance(one, Unclear):
            return one
        rows.append(one)
    counted = added_up(said, [(row["what"], row["sum"]) for row in rows], COSTS)
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
