#!/usr/bin/env bash
# A grant of 1500 in a number format with a gap for Finnish marks is 8 February 1904 to exceljs.
#
# Guess: a number is a date when its format shows a day, a month or a year. `_m_k` in a format leaves a gap as wide as
#        "mk" (the Finnish mark), `\h` prints an h, so both are formats of numbers.
# Seen:  exceljs 4.4.0 skips quoted text and brackets, and takes the m of `_m_k` for a month, the h of `0\ \h` for hours
#        and the m of `0\ \m²` for a month: the sum, the hours of work and the square metres of a room come out as dates.
#        With the same letter in quotes the number is right. openpyxl 3.1.5 reads numbers throughout.
# So:    put units in quotes in the sheets one writes, and refuse a date in a column of sums in those one reads.
# Source: run here, XlsxWriter 3.3.1 (writes), exceljs 4.4.0, openpyxl 3.1.5; ECMA-376 part 1, 18.8.31 (`_` and `\`).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check xlsxwriter==3.3.1 openpyxl==3.1.5 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" exceljs@4.4.0 >/dev/null 2>&1
cd "$place"

venv/bin/python - <<'PY'
import openpyxl
import xlsxwriter

FORMATS = (r"#,##0\ _m_k", r"_-* #,##0.00\ _m_k_-", r"0\ \h", r"0\ \m²", r"#,##0\ _k_r", '0 "h"')
book = xlsxwriter.Workbook("sums.xlsx")
sheet = book.add_worksheet()
for row, shape in enumerate(FORMATS):
    sheet.write(row, 0, 1500, book.add_format({"num_format": shape}))
book.close()

values = [row[0] for row in openpyxl.load_workbook("sums.xlsx").active.iter_rows(values_only=True)]
print("XlsxWriter", xlsxwriter.__version__, "writes, openpyxl", openpyxl.__version__, "reads", values)
assert values == [1500] * len(FORMATS), "openpyxl reads otherwise now"
PY
node - <<'JS'
const assert = require("node:assert");
const { Workbook } = require("exceljs");
(async () => {
  const book = new Workbook();
  await book.xlsx.readFile("sums.xlsx");
  const seen = [];
  book.worksheets[0].eachRow((row) => seen.push([row.getCell(1).numFmt, row.getCell(1).value]));
  console.log("exceljs", require("exceljs/package.json").version);
  for (const [format, value] of seen) console.log("  ", format, "->", value);
  const dates = seen.map(([, value]) => value instanceof Date);
  assert.deepStrictEqual(dates, [true, true, true, true, false, false]);
  assert.strictEqual(seen[0][1].toISOString(), "1904-02-08T00:00:00.000Z");
  console.log("As found.");
})();
JS
