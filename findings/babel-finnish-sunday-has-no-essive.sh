#!/usr/bin/env bash
# Babel inflects six of the seven Finnish weekdays for use in a sentence, and leaves Sunday as it is.
#
# Guess: in Finnish the CLDR pattern EEEE gives the weekday as a date in a sentence wants it (the essive,
#        "perjantaina", on Friday) and cccc the bare name, for all seven days.
# Seen:  Monday to Saturday are so. Sunday is "sunnuntai" in both, so "by Sunday" comes out ungrammatical once a
#        week. It is CLDR 47's own data; CLDR 48.2 has "sunnuntaina", the newest Babel does not.
# So:    build the essive from the bare name (every Finnish weekday takes -na) and test all seven.
# Source: Unicode CLDR, common/main/fi.xml, days/format/wide, in Babel 2.18.0, cldr-dates-full 47.0.0 and 48.2.0.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.18.0 2>/dev/null
for version in 47.0.0 48.2.0; do
    npm install --silent --no-fund --no-audit --prefix "$place/$version" "cldr-dates-full@$version" >/dev/null
done

"$place/venv/bin/python" - "$place" <<'PY'
import json
import sys
from datetime import date, timedelta
from pathlib import Path

import babel
from babel.dates import format_date

week = [date(2026, 11, 23) + timedelta(days=n) for n in range(7)]  # Monday to Sunday
spoken = [format_date(day, "EEEE", locale="fi") for day in week]
bare = [format_date(day, "cccc", locale="fi") for day in week]
print("Babel", babel.__version__)
for one, other in zip(spoken, bare, strict=True):
    print(f"  EEEE {one:15} cccc {other}")

sundays = {}
for version in ("47.0.0", "48.2.0"):
    file = Path(sys.argv[1], version, "node_modules/cldr-dates-full/main/fi/ca-gregorian.json")
    days = json.loads(file.read_text(encoding="utf-8"))["main"]["fi"]["dates"]["calendars"]["gregorian"]["days"]
    sundays[version] = days["format"]["wide"]["sun"]
    print(f"cldr-dates-full {version}: {sundays[version]}")

assert spoken[:6] == [f"{day}na" for day in bare[:6]], "Monday to Saturday are no longer in the essive"
assert spoken[6] == bare[6] == "sunnuntai", "Babel's Sunday has changed"
assert sundays == {"47.0.0": "sunnuntai", "48.2.0": "sunnuntaina"}, "CLDR's own Sundays have changed"
print("As found: Babel inflects six weekdays and not Sunday.")
PY
