"""Tables for a spreadsheet, as plain data: what is a date, a number or words stays one until a file is made of it."""

from dataclasses import dataclass
from datetime import date

Cell = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet: its name, the headings of its columns, and its rows; each row has a cell a column."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
