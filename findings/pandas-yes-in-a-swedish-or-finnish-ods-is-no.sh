#!/usr/bin/env bash
# TRUE in a spreadsheet that a Swedish or Finnish office saved as ODS is False in pandas; FALSE is False as well.
#
# Guess: a cell that is true says so in the file in English (`office:boolean-value="true"`), whatever word it shows to
#        people (SANT, TOSI), so each reader has it right.
# Seen:  pandas 3.1.1 with its ODS engine, odfpy 1.4.1, takes the word that is shown and compares it with "TRUE": SANT
#        and TOSI are False, without a warning. A column "has paid", "consents" or "under 18" is False from top to
#        bottom. With the engine calamine (python-calamine 0.9.1), and in pyexcel-ods3 0.6.1, the same file is right.
# So:    read ODS with `engine="calamine"`.
# Source: run here, pandas 3.1.1, odfpy 1.4.1 (writes and reads), python-calamine 0.9.1, pyexcel-ods3 0.6.1; OASIS ODF
#        1.2 part 1 (office:boolean-value).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1 \
    pyexcel-ods3==0.6.1 2>/dev/null

cd "$place"
venv/bin/python - <<'PY'
import pandas
import pyexcel_ods3
from odf.opendocument import OpenDocumentSpreadsheet
from odf.table import Table, TableCell, TableRow
from odf.text import P

SHOWN = [("true", "TRUE"), ("true", "SANT"), ("true", "TOSI"), ("false", "FALSKT"), ("false", "EPÄTOSI")]
document = OpenDocumentSpreadsheet()
table = Table(name="Members")
document.spreadsheet.addElement(table)
for value, word in SHOWN:
    row = TableRow()
    cell = TableCell(valuetype="boolean", booleanvalue=value)
    cell.addElement(P(text=word))
    row.addElement(cell)
    table.addElement(row)
document.save("members.ods")

seen = {
    f"pandas, {engine}": [bool(one) for one in pandas.read_excel("members.ods", engine=engine, header=None)[0]]
    for engine in ("odf", "calamine")
}
seen["pyexcel-ods3"] = [row[0] for row in pyexcel_ods3.get_data("members.ods")["Members"]]
print(f"  shown: {[word for _, word in SHOWN]}")
for reader, read in seen.items():
    print(f"  {reader}: {read}")

right = [True, True, True, False, False]
assert seen == {
    "pandas, odf": [True, False, False, False, False],
    "pandas, calamine": right,
    "pyexcel-ods3": right,
}, "a reader is otherwise now"
print("As found.")
PY
