#!/usr/bin/env bash
# SheetJS prints a sum whose format is marked as Swedish with a dollar sign: "$1,500 kr".
#
# Guess: `[$-41D]` before a number format says that it is Swedish and prints nothing; the currency is what stands
#        between `$` and `-`, and here nothing does.
# Seen:  xlsx 0.18.5 (and the later build, @e965/xlsx 0.20.3) takes the empty currency for a
#        dollar: "$1,500 kr" in Swedish, "$1,500" in Finnish. Before a date the same mark prints nothing, and with
#        the currency written out, `[$kr-41D]`, the sum is right. Whoever turns a budget to CSV or HTML with it
#        sends the municipality dollars.
# So:    take the raw number and print the currency oneself.
# Source: run here, XlsxWriter 3.3.1 (writes), xlsx 0.18.5, @e965/xlsx 0.20.3; ECMA-376 part 1, 18.8.31.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check xlsxwriter==3.3.1 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" xlsx@0.18.5 @e965/xlsx@0.20.3 >/dev/null
cd "$place"

venv/bin/python - <<'PY'
import xlsxwriter

book = xlsxwriter.Workbook("budget.xlsx")
sheet = book.add_worksheet()
for row, shape in enumerate(('[$-41D]#,##0 "kr"', "[$-40B]#,##0", "#,##0 [$kr-41D]", "[$-41D]d mmmm yyyy")):
    sheet.write(row, 0, 1500, book.add_format({"num_format": shape}))
book.close()
PY
node - <<'JS'
const assert = require("node:assert");
const found = {};
for (const name of ["xlsx", "@e965/xlsx"]) {
  const XLSX = require(name);
  const sheet = XLSX.readFile("budget.xlsx").Sheets.Sheet1;
  found[name] = ["A1", "A2", "A3", "A4"].map((cell) => XLSX.utils.format_cell(sheet[cell]));
  console.log(name, XLSX.version, found[name]);
}
for (const printed of Object.values(found)) {
  assert.deepStrictEqual(printed.slice(0, 3), ["$1,500 kr", "$1,500", "1,500 kr"]);
  assert(!printed[3].includes("$"));
}
console.log("As found.");
JS
