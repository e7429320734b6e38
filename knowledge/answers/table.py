"""A table as an answer stands in it on a paper."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Total:
    """A sum below a table; `name` is a word of the renderer, `time` the length that it is for.

    `by_year` are the sums that stand before it, one in each column of a year.
    """

    name: str
    amount: str
    time: str = ""
    by_year: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; a column is named by a word of the renderer. In tables of money the last one holds sums.

    `totals` stand below all rows, `sums` among them: each with the number of rows that come before it. `years` head
    columns of sums between the first and the last, each as it is written on the page, and then `currency` tells once
    in which money they are.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[Total, ...] = ()
    of_money: bool = False
    sums: tuple[tuple[int, Total], ...] = ()
    years: tuple[str, ...] = ()
    currency: str = ""
