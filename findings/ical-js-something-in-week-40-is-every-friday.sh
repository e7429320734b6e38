#!/usr/bin/env bash
# "Every year on the Friday of week 40" is every Friday to ical.js, from a week later on.
#
# Guess: `FREQ=YEARLY;BYWEEKNO=40;BYDAY=FR`, as a Swede who plans by week numbers says it, comes once a year, in each
#        library that takes the rule without an error.
# Seen:  ical.js 2.2.1: the week is dropped and the weekday is kept. The event that begins on 8 October 2027 comes on 15,
#        22 and 29 October and so on, and its own first day is not among them. No error. python-dateutil 2.9.0.post0 and
#        rrule 2.8.1 (npm) come once a year from 8 October on. The rules of the same library by month, by the last day
#        and by the nth weekday are right, so a test of those sees nothing.
# So:    write each year's date as an event of its own; no week numbers in a rule that others will read.
# Source: run here, ical.js 2.2.1, rrule 2.8.1, python-dateutil 2.9.0.post0; RFC 5545 section 3.3.10 (BYWEEKNO).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" ical.js@2.2.1 rrule@2.8.1 >/dev/null

cd "$place"
cat >days.js <<'JS'
const ICAL = require("ical.js");
const { rrulestr } = require("rrule");

const [rule, first] = process.argv.slice(2);
const text = [
  "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Sample//EN", "BEGIN:VEVENT", "UID:1@example.org",
  "DTSTAMP:20260101T000000Z", `DTSTART;VALUE=DATE:${first}`, `RRULE:${rule}`, "SUMMARY:Open doors",
  "END:VEVENT", "END:VCALENDAR", "",
].join("\r\n");
const event = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent"));
const turns = event.iterator();
const days = Array.from({ length: 3 }, () => turns.next().toString());
const others = rrulestr(`DTSTART:${first}T000000Z\nRRULE:${rule};COUNT=3`).all();
console.log(JSON.stringify({ "ical.js": days, rrule: others.map((day) => day.toISOString().slice(0, 10)) }));
JS

"$place/venv/bin/python" - <<'PY'
import json
import subprocess
from importlib.metadata import version

from dateutil.rrule import rrulestr


def days(rule: str, first: str) -> dict[str, list[str]]:
    """The first three days of the event in each library."""
    told = subprocess.run(["node", "days.js", rule, first], check=True, capture_output=True, text=True).stdout
    by_dateutil = rrulestr(f"DTSTART:{first}\nRRULE:{rule};COUNT=3")
    return {**json.loads(told), "dateutil": [f"{day:%Y-%m-%d}" for day in by_dateutil]}


in_week_40 = days("FREQ=YEARLY;BYWEEKNO=40;BYDAY=FR", "20271008")
first_friday = days("FREQ=YEARLY;BYMONTH=10;BYDAY=1FR", "20271001")
print("ical.js 2.2.1, rrule 2.8.1, python-dateutil", version("python-dateutil"))
print("  Friday of week 40:", in_week_40)
print("  first Friday of October:", first_friday)

once_a_year = ["2027-10-08", "2028-10-06", "2029-10-05"]
assert in_week_40["dateutil"] == in_week_40["rrule"] == once_a_year, "the other libraries are otherwise now"
assert in_week_40["ical.js"] == ["2027-10-15", "2027-10-22", "2027-10-29"], "ical.js is otherwise now"
assert len({tuple(found) for found in first_friday.values()}) == 1, "they differ in the rule by month too"
print("As found.")
PY
