"""Sums in columns, as they stand on a paper."""

from collections.abc import Sequence
from decimal import Decimal

from knowledge.answers.formats import is_whole, money, months
from knowledge.answers.result import Json
from knowledge.answers.shown import Shown
from knowledge.answers.table import Table, Total

MONTHS_OF_A_YEAR = 12
"""Money is asked for by the year where its months come in whole years."""


def money_table(
    shown: Shown, columns: tuple[str, ...], rows: Sequence[tuple[Json, ...]], totals: Sequence[tuple[str, Decimal, str]]
) -> Table | None:
    """Return rows whose last part is a sum, with one number of decimals; None if a row has no name.

    `totals` are a word of the renderer, a sum and the length that it is for.
    """
    if not all(row[0] for row in rows):
        return None
    amounts = [row[-1] for row in rows if row[-1] is not None] + [amount for _, amount, _ in totals]
    cents = not all(map(is_whole, amounts))

    def written(amount: Json) -> str:
        return money(amount, shown.currency, shown.locale, cents=cents) if amount is not None else ""

    return Table(
        columns,
        tuple((*row[:-1], written(row[-1])) for row in rows),
        tuple(Total(name, written(amount), time) for name, amount, time in totals),
        of_money=True,
    )


def in_all(shown: Shown, a_year: Decimal) -> tuple[str, Decimal, str]:
    """Return the total of the whole time, which is asked for in whole years."""
    return "in_all", a_year * shown.months / MONTHS_OF_A_YEAR, months(shown.months, shown.locale)
