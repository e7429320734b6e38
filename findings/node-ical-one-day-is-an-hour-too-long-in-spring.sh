#!/usr/bin/env bash
# An event of one day that begins on the day before the clocks go forward ends an hour late in node-ical.
#
# Guess: `DURATION:P1D` from 15.00 in Helsinki ends at 15.00 on the next day, in every library, also when the night
#        between has 23 hours: RFC 5545 makes a day of a calendar's day, not of 24 hours.
# Seen:  node-ical 0.26.1 adds 24 hours and ends at 16.00 on 28 March 2027 (and at 14.00 in autumn). icalendar 7.3.2 and
#        ical.js 2.2.1 end at 15.00. With DTEND instead of DURATION node-ical is right too.
# So:    write both ends of an event, never a duration in days.
# Source: run here, icalendar 7.3.2 (writes and reads), node-ical 0.26.1, ical.js 2.2.1; RFC 5545 section 3.3.6.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2 tzdata==2026.3 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" node-ical@0.26.1 ical.js@2.2.1 >/dev/null
cd "$place"

venv/bin/python - <<'PY'
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar

zone = ZoneInfo("Europe/Helsinki")
for written in ("duration", "dtend"):
    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//camp//")
    calendar.add("version", "2.0")
    for start in (datetime(2027, 3, 27, 15, tzinfo=zone), datetime(2027, 10, 30, 15, tzinfo=zone)):
        event = icalendar.Event()
        event.add("uid", start.isoformat())
        event.add("dtstamp", datetime(2026, 11, 29, tzinfo=UTC))
        event.add("dtstart", start)
        event.add(written, timedelta(days=1) if written == "duration" else start + timedelta(days=1))
        calendar.add_component(event)
    Path(f"{written}.ics").write_bytes(calendar.to_ical())
    read = [event.end.strftime("%H:%M") for event in icalendar.Calendar.from_ical(calendar.to_ical()).events]
    print(f"icalendar {icalendar.__version__}, {written}: {read}")
    assert read == ["15:00", "15:00"]
PY
cat >read.mjs <<'JS'
import assert from "node:assert";
import fs from "node:fs";
import ICAL from "ical.js";
import ical from "node-ical";

const inHelsinki = new Intl.DateTimeFormat("fi", { timeZone: "Europe/Helsinki", hour: "2-digit", minute: "2-digit" });
const found = {};
for (const written of ["duration", "dtend"]) {
  const text = fs.readFileSync(`${written}.ics`, "utf8");
  const events = Object.values(ical.sync.parseICS(text)).filter((one) => one.type === "VEVENT");
  const root = new ICAL.Component(ICAL.parse(text));
  found[written] = events.map((event) => inHelsinki.format(event.end).replace(".", ":"));
  const peer = root.getAllSubcomponents("vevent").map((one) => new ICAL.Event(one).endDate.toString().slice(11, 16));
  console.log(written, "node-ical", found[written], "ical.js", peer);
  assert.deepStrictEqual(peer, ["15:00", "15:00"]);
}
assert.deepStrictEqual(found, { duration: ["16:00", "14:00"], dtend: ["15:00", "15:00"] });
console.log("As found.");
JS
TZ=UTC node read.mjs
