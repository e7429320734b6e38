"""Tables as files: XLSX with real dates and numbers, and CSV as Excel in the north opens it.

What people wrote stays words. In XLSX every text is written as one, never as a formula, a number or a link, and one
that begins like a formula is marked as quoted, so that it stays a text when somebody edits the cell. CSV knows no
kinds; there such a text gets an apostrophe in front, as OWASP advises.
"""

import csv
import io
from collections.abc import Iterable
from datetime import date
from typing import Any

from dialogs.overview.table import Cell, Table

BEGINS_LIKE_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}",
                         "\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}")  # fmt: skip
"""How a text begins that a spreadsheet may calculate; the wide signs count as the narrow ones in some of them."""
LONGEST_CELL = 32_767
"""In characters: Excel's own limit of a cell."""
LONGEST_NAME = 31
"""In characters: Excel's own limit of the name of a sheet."""
WIDEST_COLUMN, NARROWEST_COLUMN = 44, 9
"""In characters of the usual size: what lets several columns stand side by side, chosen by hand."""
NARROW_ROWS = 200
"""By how many rows the width of a column is judged: looking at all of them takes as long as writing them."""


def xlsx(*tables: Table) -> bytes:
    """Return a workbook with a sheet for each table: its headings stay in view, and each column can be filtered."""
    # Loaded when somebody first asks for a table: most starts need none.
    import xlsxwriter

    saved = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False, "in_memory": True}
    with xlsxwriter.Workbook(saved, options) as book:
        formats = {
            "heading": book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
            "date": book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
            "text": book.add_format({"valign": "top", "text_wrap": True}),
            "quoted": book.add_format({"valign": "top", "text_wrap": True, "quote_prefix": True}),
        }
        for table in tables:
            _fill(book.add_worksheet(table.name[:LONGEST_NAME]), table, formats)
    return saved.getvalue()


def csv_file(table: Table) -> bytes:
    """Return a table as CSV: UTF-8 with its mark, semicolons, days as 2026-11-30, a comma in decimals."""
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=";", lineterminator="\r\n")
    writer.writerow(map(_shown, table.headings))
    writer.writerows(map(_shown, row) for row in table.rows)
    return written.getvalue().encode("utf-8-sig", "replace")


def begins_like_a_formula(text: str) -> bool:
    """Tell whether a spreadsheet may take a text for something to calculate; blanks before it do not help."""
    return text.startswith(BEGINS_LIKE_A_FORMULA) or text.lstrip().startswith(BEGINS_LIKE_A_FORMULA)


def _fill(sheet: Any, table: Table, formats: dict[str, Any]) -> None:
    for column, heading in enumerate(table.headings):
        sheet.write_string(0, column, heading, formats["heading"])
        sheet.set_column(column, column, _width(heading, [row[column] for row in table.rows[:NARROW_ROWS]]))
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            _write(sheet, number, column, cell, formats)
    sheet.freeze_panes(1, 1)
    if table.rows:
        sheet.autofilter(0, 0, len(table.rows), len(table.headings) - 1)


def _write(sheet: Any, number: int, column: int, cell: Cell, formats: dict[str, Any]) -> None:
    match cell:
        case None | "":
            pass
        case date():
            sheet.write_datetime(number, column, cell, formats["date"])
        case str():
            kind = "quoted" if begins_like_a_formula(cell) else "text"
            sheet.write_string(number, column, _whole(cell)[:LONGEST_CELL], formats[kind])
        case _:
            sheet.write_number(number, column, cell)


def _width(heading: str, cells: Iterable[Cell]) -> int:
    longest = max(map(len, (*heading.split(), *(str(cell) for cell in cells if cell is not None))))
    return max(NARROWEST_COLUMN, min(longest + 2, WIDEST_COLUMN))


def _shown(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case date():
            return cell.isoformat()
        case str():
            return f"'{cell}" if begins_like_a_formula(cell) else cell
        case float():
            return str(cell).replace(".", ",")
        case _:
            return str(cell)


def _whole(text: str) -> str:
    """A text without half characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
