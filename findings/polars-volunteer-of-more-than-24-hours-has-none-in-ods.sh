#!/usr/bin/env bash
# Hours of volunteers: who worked 26:30 is empty when polars reads the list as ODS, and right when it reads it as XLSX.
#
# Guess: a cell of 26 hours and 30 minutes in a column of hours is 26.5 hours in both formats, or the reading stops.
# Seen:  polars 2.1.0 with fastexcel 0.21.0 makes the ODS column durations and each of 24 hours and more a null, with no
#        word: three volunteers with 7:30, 26:30 and 24:00 sum to 7.5 hours of 58. python-calamine 0.9.1, the same reader
#        underneath, gives the text "PT26H30M0S" there. The same cells as XLSX with the format [h]:mm are right.
# So:    count the empty cells before and after a reading, or take hours as a decimal number.
# Source: run here, with the versions named above; OpenDocument 1.3 part 3, 19.384 (office:time-value is a duration).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check polars==2.1.0 fastexcel==0.21.0 \
    python-calamine==0.9.1 odfpy==1.4.1 openpyxl==3.1.5 2>/dev/null

cd "$place"
"$place/venv/bin/python" - <<'PY'
from datetime import timedelta

import openpyxl
import polars
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P
from python_calamine import CalamineWorkbook

HOURS = {"Anna": timedelta(hours=7, minutes=30), "Bo": timedelta(hours=26, minutes=30), "Siv": timedelta(hours=24)}


def as_xlsx() -> None:
    book = openpyxl.Workbook()
    book.active.append(["Namn", "Timmar"])
    for row, (name, hours) in enumerate(HOURS.items(), start=2):
        book.active.cell(row, 1, name)
        book.active.cell(row, 2, hours / timedelta(days=1)).number_format = "[h]:mm"
    book.save("hours.xlsx")


def as_ods() -> None:
    book, table = OpenDocumentSpreadsheet(), Table(name="Lista")
    book.spreadsheet.addElement(table)
    rows = [[(text(), "Namn"), (text(), "Timmar")]]
    for name, hours in HOURS.items():
        whole, minutes = divmod(int(hours.total_seconds()) // 60, 60)
        cell = TableCell(valuetype="time", timevalue=f"PT{whole}H{minutes:02}M0S")
        rows.append([(text(), name), (cell, f"{whole}:{minutes:02}")])
    for cells in rows:
        row = TableRow()
        table.addElement(row)
        for cell, shown in cells:
            cell.addElement(P(text=shown))
            row.addElement(cell)
    book.save("hours.ods")


def text() -> TableCell:
    return TableCell(valuetype="string")


def hours_in(column: polars.Series) -> list[float | None]:
    return [None if value is None else value / timedelta(hours=1) for value in column]


as_xlsx()
as_ods()
xlsx, ods = hours_in(polars.read_excel("hours.xlsx")["Timmar"]), hours_in(polars.read_ods("hours.ods")["Timmar"])
cells = [str(row[1]) for row in CalamineWorkbook.from_path("hours.ods").get_sheet_by_index(0).to_python()[1:]]
print("polars", polars.__version__)
print("  XLSX:", xlsx)
print("  ODS: ", ods)
print("  python-calamine, ODS:", cells)

assert xlsx == [7.5, 26.5, 24.0]
assert ods == [7.5, None, None], "long hours are read from ODS now"
assert cells == ["07:30:00", "PT26H30M0S", "PT24H00M0S"]
print("As found.")
PY
