#!/usr/bin/env bash
# A budget that turns "2000,00" into a number counts with 36 526 when the formulas library works it out.
#
# Guess: VALUE("2000,00") is 2000 as in the Excel of a Finnish or Swedish treasurer, 200000 as in an English one, or an
#        error.
# Seen:  formulas 1.3.4 (Python) takes what is no number to it for a date: "2000,00" is 1 January 2000, so 36 526;
#        "60,25" is 1 January 1960, so 21 916; "1500,50" is 547 866. "250,00" is an error, as 250 is no year, so it
#        hangs on the grant. The cell that uses the number shows a sum, and nothing says that it was a date.
# So:    let a library fill in sheets, not work them out, or put numbers in cells, never texts.
# Source: run here, formulas 1.3.4.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check formulas==1.3.4 2>/dev/null

"$place/venv/bin/python" - <<'PY'
import warnings
from importlib.metadata import version

warnings.simplefilter("ignore")
import formulas


def worked_out(formula: str) -> str:
    return str(formulas.Parser().ast(formula)[1].compile()()).strip("[]")


FORMULAS = {
    '=VALUE("2000.00")': "2000.0",
    '=VALUE("2000,00")': "36526.0",
    '=VALUE("60,25")': "21916.0",
    '=VALUE("1500,50")': "547866.0",
    '=VALUE("250,00")': "#VALUE!",
    '=VALUE("2000,00")+VALUE("60,25")': "58442.0",
    "=DATE(2000,1,1)": "36526",
}
print("formulas", version("formulas"))
seen = {formula: worked_out(formula) for formula in FORMULAS}
for formula, value in seen.items():
    print(f"  {formula[1:]} is {value}")

assert seen == FORMULAS, "sums with a comma are worked out otherwise now"
print("As found.")
PY
