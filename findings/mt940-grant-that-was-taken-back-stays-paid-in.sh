#!/usr/bin/env bash
# A grant that the bank took back stays paid in for two readers of bank statements of three.
#
# Guess: of the four marks of a line in an MT940 statement, C and RD put money into the account, D and RC (reversal of
#        a credit) take it out, so the lines add up to the step from the opening to the closing balance.
# Seen:  mt-940 5.1.1 (Python) gives RC as a positive sum unless `Options(reversal_sign=True)` is passed, mt940-js 1.0.0
#        (npm) says isCredit of RC and not of RD. A grant of 500 that came and was taken back, a rent of 70 that went
#        and came back: the balances say 0, the lines of mt-940 say 1 000, those of mt940-js 860. mt940js 1.3.5 (npm)
#        is right in both.
# So:    add the lines up and compare with the closing balance before a statement is believed.
# Source: run here, mt-940 5.1.1, mt940-js 1.0.0 and mt940js 1.3.5; SWIFT's field 61 calls RC a debit entry.
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
:60F:C270301EUR1000,00
:61:2703020302C500,00NTRFNONREF
:86:Grant
:61:2703030303RC500,00NTRFNONREF
:86:Grant, sent by mistake
:61:2703040304D70,00NTRFNONREF
:86:Rent
:61:2703050305RD70,00NTRFNONREF
:86:Rent, drawn by mistake
:62F:C270305EUR1000,00
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
    "mt940-js": first.transactions.map((line) => (line.isCredit ? line.amount : -line.amount)),
    mt940js: second.transactions.map((line) => line.amount),
  };
  console.log(JSON.stringify(found));
})();
JS
venv/bin/python - <<'PY'
import json
import subprocess
from importlib.metadata import version

import mt940
from mt940.options import Options

print("mt-940", version("mt-940"))


def lines(**given) -> list[int]:
    """The sums of the lines of the statement."""
    statement = mt940.parse("statement.sta", **given)
    return [int(line.data["amount"].amount) for line in statement.transactions]


seen = json.loads(subprocess.run(["node", "read.js"], check=True, capture_output=True, text=True).stdout)
seen["mt-940"] = lines()
seen["mt-940, reversal_sign"] = lines(options=Options(reversal_sign=True))
for reader, sums in sorted(seen.items()):
    print(f"  {reader}: {sums}, together {sum(sums)}, the balances say 0")

assert seen == {
    "mt-940": [500, 500, -70, 70],
    "mt-940, reversal_sign": [500, -500, -70, 70],
    "mt940-js": [500, 500, -70, -70],
    "mt940js": [500, -500, -70, 70],
}, "a reader counts reversals otherwise now"
print("As found.")
PY
