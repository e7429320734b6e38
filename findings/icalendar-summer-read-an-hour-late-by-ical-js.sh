#!/usr/bin/env bash
# A calendar file from Python's icalendar is read one hour late by ical.js (Thunderbird, Nextcloud) and by vobject,
# all summer long.
#
# Guess: `Calendar.add_missing_timezones()` adds a VTIMEZONE that every reader understands, so that an event at 15.45 in
#        Helsinki is at 15.45 in whatever calendar opens it. node-ical, which brings its own zone data, reads it so.
# Seen:  icalendar 7.3.2 writes all changes of the clock as one RDATE property with many values, as RFC 5545 allows.
#        ical.js 2.2.1 and vobject 0.9.9 take its first value only and so take every summer for winter: an event at
#        15.45 on 15 September is shown at 16.45, and who trusts the entry misses the deadline by an hour. Winter
#        events are right, so a test in winter sees nothing. With a property for each value both read it right.
# So:    write instants in UTC (DTSTART:20270915T124500Z) and let each calendar show them in its own zone.
# Source: run here, icalendar 7.3.2, ical.js 2.2.1, vobject 0.9.9, node-ical 0.26.1; RFC 5545 sections 3.6.5 and 3.8.5.2.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2 vobject==0.9.9 tzdata==2026.3 2>/dev/null
(cd "$place" && npm install --silent --no-fund --no-audit ical.js@2.2.1 node-ical@0.26.1 >/dev/null)

cat >"$place/write.py" <<'PY'
import sys
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import icalendar

calendar = icalendar.Calendar()
calendar.add("prodid", "-//deadline//")
calendar.add("version", "2.0")
for at in (datetime(2027, 1, 15, 15, 45), datetime(2027, 9, 15, 15, 45)):
    event = icalendar.Event()
    event.add("uid", at.isoformat())
    event.add("dtstamp", datetime(2026, 11, 29, tzinfo=UTC))
    event.add("dtstart", at.replace(tzinfo=ZoneInfo("Europe/Helsinki")))
    event.add("summary", at.strftime("%B"))
    calendar.add_component(event)
if sys.argv[1] == "zone":
    calendar.add_missing_timezones()
else:
    for event in calendar.walk("VEVENT"):
        start = event.pop("dtstart").dt
        event.add("dtstart", start.astimezone(UTC))
sys.stdout.buffer.write(calendar.to_ical())
PY
cat >"$place/read.mjs" <<'JS'
import fs from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";
const text = fs.readFileSync(process.argv[2], "utf8");
const calendar = new ICAL.Component(ICAL.parse(text));
for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
const iso = (instant) => instant.toISOString().slice(0, 16);
const first = calendar.getAllSubcomponents("vevent").map((event) => iso(new ICAL.Event(event).startDate.toJSDate()));
const second = Object.values(ical.sync.parseICS(text)).filter((one) => one.type === "VEVENT").map((one) => iso(one.start));
console.log("ical.js", first.join(" "));
console.log("node-ical", second.join(" "));
JS
cat >"$place/read.py" <<'PY'
import sys
from datetime import UTC

import vobject

with open(sys.argv[1], encoding="utf-8") as file:
    events = vobject.readOne(file.read()).vevent_list
print("vobject", *(event.dtstart.value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M") for event in events))
PY

for kind in zone utc; do
    "$place/venv/bin/python" "$place/write.py" "$kind" >"$place/$kind.ics"
    { (cd "$place" && TZ=UTC node read.mjs "$kind.ics"); "$place/venv/bin/python" "$place/read.py" "$place/$kind.ics"; } >"$place/$kind.txt"
    echo "written with $kind, read as UTC (right: 2027-01-15T13:45 2027-09-15T12:45):"
    sed 's/^/  /' "$place/$kind.txt"
done

right="2027-01-15T13:45 2027-09-15T12:45"
late="2027-01-15T13:45 2027-09-15T13:45"
printf 'ical.js %s\nnode-ical %s\nvobject %s\n' "$late" "$right" "$late" | cmp -s - "$place/zone.txt" || { echo "the zone is read otherwise now"; exit 1; }
printf 'ical.js %s\nnode-ical %s\nvobject %s\n' "$right" "$right" "$right" | cmp -s - "$place/utc.txt" || { echo "UTC is read otherwise now"; exit 1; }
echo "As found: with a VTIMEZONE two of three readers are an hour late in summer, with UTC none is."
