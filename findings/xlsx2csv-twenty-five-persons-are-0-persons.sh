#!/usr/bin/env bash
# 25, shown as "25 personer" by its number format, is "0 personer" in the CSV; to another reader, 1500 in red is a day
# of 1904.
#
# Guess: text in quotes in a number format (0 "personer") is words beside the number, and a colour in brackets
#        ([Red]0) is a colour. Neither makes a date of a number.
# Seen:  xlsx2csv 0.8.6 looks for d, m, y, h and s in the whole format, words included. It takes 0 "personer", 0 "st"
#        and 0 "h" for formats of dates, fills them in as such, and what it writes has the "0" of the format in it and
#        not the number: 25 persons are `0 "personer"`, 1500 days `# ##0 "08agar"`. With kr or år there is none of
#        those letters, and the number is there. pylightxl 1.61 makes 00:00:00 of 25 persons and a date of 1500 in red
#        ([Red]0). openpyxl 3.1.5 and python-calamine 0.9.1 read numbers.
# So:    read sheets with openpyxl or calamine, and compare the sum of a column with the sheet's own.
# Source: run here, XlsxWriter 3.3.1 (writes) and the four readers; ECMA-376 part 1, 18.8.31 (numFmt).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check xlsxwriter==3.3.1 xlsx2csv==0.8.6 pylightxl==1.61 \
    openpyxl==3.1.5 python-calamine==0.9.1 2>/dev/null

cd "$place"
venv/bin/python - <<'PY'
import csv
import io

import openpyxl
import pylightxl
import python_calamine
import xlsxwriter
from xlsx2csv import Xlsx2csv

CELLS = [(25, '0 "personer"'), (1500, '# ##0 "dagar"'), (4, '0 "st"'), (1500, '# ##0 "kr"'), (1500, "[Red]0")]
book = xlsxwriter.Workbook("budget.xlsx")
sheet = book.add_worksheet("Budget")
for row, (number, form) in enumerate(CELLS):
    sheet.write_number(row, 0, number, book.add_format({"num_format": form}))
book.close()

as_csv = io.StringIO()
Xlsx2csv("budget.xlsx").convert(as_csv)
by_calamine = python_calamine.CalamineWorkbook.from_path("budget.xlsx").get_sheet_by_index(0)
seen = {
    "xlsx2csv": [row[0] for row in csv.reader(io.StringIO(as_csv.getvalue()))],
    "pylightxl": [row[0] for row in pylightxl.readxl("budget.xlsx").ws("Budget").rows],
    "openpyxl": [row[0].value for row in openpyxl.load_workbook("budget.xlsx").active.iter_rows()],
    "calamine": [row[0] for row in by_calamine.to_python()],
}
print(f"  in the file: {CELLS}")
for reader, read in seen.items():
    print(f"  {reader}: {read}")

right = [number for number, _ in CELLS]
assert seen["openpyxl"] == seen["calamine"] == right, "a reader that was right is otherwise now"
assert seen["xlsx2csv"] == ['0 "personer"', '# ##0 "08agar"', '0 "st"', "1500", "1500"], "xlsx2csv is otherwise now"
assert seen["pylightxl"] == ["00:00:00", 1500, "00:00:00", 1500, "1904/02/08"], "pylightxl is otherwise now"
print("As found.")
PY
