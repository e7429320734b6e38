#!/usr/bin/env bash
# A column of grants such as 60,25 euro is a column of places on the map to frictionless.
#
# Guess: a sum with a decimal comma is a number or, since the comma is not what the library is set to, a text: the table
#        keeps what was written.
# Seen:  frictionless 5.21.0, asked to describe a municipality's CSV: "60,25" and "12,50" are a geopoint, and the rows
#        hold [60, 25] and [12, 50], the euro as a longitude and the cents as a latitude. Hours of volunteers, "7,5",
#        are places too. It hangs on the other rows: with a grant of 250,00 among them (no longitude is beyond 180) the
#        same column is text. Validation finds no error in either.
# So:    give a schema with `decimalChar: ","` for sums, never one that was found out.
# Source: run here, frictionless 5.21.0.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check frictionless==5.21.0 2>/dev/null

cd "$place"
venv/bin/python - <<'PY'
import warnings
from importlib.metadata import version
from pathlib import Path

warnings.simplefilter("ignore")
from frictionless import Resource, describe, validate

COLUMNS = {
    "small grants": ("60,25", "12,50"),
    "one grant of 250": ("60,25", "250,00"),
    "hours": ("7,5", "120,25"),
    "sums with a point": ("60.25", "12.50"),
}
seen = {}
print("frictionless", version("frictionless"))
for name, values in COLUMNS.items():
    Path("grants.csv").write_text("association;sum\n" + "".join(f"Club;{value}\n" for value in values))
    kind = describe("grants.csv").schema.get_field("sum").type
    rows = [row["sum"] for row in Resource("grants.csv").read_rows()]
    seen[name] = (kind, [[float(one) for one in row] if kind == "geopoint" else str(row) for row in rows])
    assert validate("grants.csv").valid, name
    print(f"  {name}: {values} are {seen[name]}")

assert seen == {
    "small grants": ("geopoint", [[60, 25], [12, 50]]),
    "one grant of 250": ("string", ["60,25", "250,00"]),
    "hours": ("geopoint", [[7, 5], [120, 25]]),
    "sums with a point": ("number", ["60.25", "12.50"]),
}, "sums with a comma are read otherwise now"
print("As found.")
PY
