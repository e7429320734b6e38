#!/usr/bin/env bash
# A rent of New Year's Eve that the bank booked on 2 January 2027 was booked on 2 January 2026, say two readers.
#
# Guess: the day of booking stands in an MT940 line without a year, after the value date that has one: "261231" and
#        "0102" are 31 December 2026 and the second of January that follows, two days later.
# Seen:  mt940js 1.3.5 and mt940-js 1.0.0 (npm) take the year of the value date as it is: the booking comes out 363 days
#        before it. A line of 2 January that was booked on 31 December is booked at the end of the new year, 363 days
#        ahead. Both go into the wrong year of accounts, and a report of a grant that was used in 2027 lacks them.
#        mt-940 5.1.1 (Python) has the right year in both.
# So:    take the year in which the two days are closest, not that of the value date.
# Source: run here, mt940js 1.3.5, mt940-js 1.0.0, mt-940 5.1.1.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check mt-940==5.1.1 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" mt940-js@1.0.0 mt940js@1.3.5 tslib@2.8.1 >/dev/null

cd "$place"
cat >statement.sta <<'STA'
:20:EXAMPLE
:25:FI2112345600000785
:28C:1/1
:60F:C261230EUR1000,00
:61:2612310102D300,00NTRFNONREF
:86:Rent
:61:2701021231C300,00NTRFNONREF
:86:Grant
:62F:C270102EUR1000,00
-
STA
cat >read.js <<'JS'
const fs = require("node:fs");
const { Parser } = require("mt940js");
const { read } = require("mt940-js");
(async () => {
  const bytes = new Uint8Array(fs.readFileSync("statement.sta"));
  const [first] = await read(bytes.buffer);
  const [second] = new Parser().parse(fs.readFileSync("statement.sta", "utf8"));
  const found = {
    "mt940-js": first.transactions.map((line) => line.entryDate),
    mt940js: second.transactions.map((line) => line.entryDate.toISOString().slice(0, 10)),
  };
  console.log(JSON.stringify(found));
})();
JS
venv/bin/python - <<'PY'
import json
import subprocess

import mt940

seen = json.loads(subprocess.run(["node", "read.js"], check=True, capture_output=True, text=True).stdout)
seen["mt-940"] = [str(line.data["entry_date"]) for line in mt940.parse("statement.sta").transactions]
for reader, days in sorted(seen.items()):
    print(f"  {reader}: value dates 2026-12-31 and 2027-01-02 were booked on {days}")

assert seen == {
    "mt-940": ["2027-01-02", "2026-12-31"],
    "mt940-js": ["2026-01-02", "2027-12-31"],
    "mt940js": ["2026-01-02", "2027-12-31"],
}, "a reader finds another year now"
print("As found.")
PY
