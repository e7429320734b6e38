#!/usr/bin/env bash
# A weekly meeting in Helsinki with one extra day written in UTC: to rrule the extra meeting is two hours early, and a
# cancelled one is held.
#
# Guess: an extra day (RDATE) or a cancelled one (EXDATE) is a moment: 10.00 in Helsinki, 09.00 in Stockholm and 08.00 in
#        UTC are the same, whatever the zone of the series, as RFC 5545 has it.
# Seen:  rrule 2.8.1 reads the clock face and drops the zone: 08.00 in UTC becomes 08.00 in Helsinki, two hours early, and
#        09.00 in Stockholm one hour early. An EXDATE in UTC or in the sister town's zone takes nothing away, so people
#        come to a closed door. Written in the zone of DTSTART all is right. rrule-temporal 2.2.8 is right in each.
# So:    turn RDATE and EXDATE into the zone of DTSTART before rrule sees them.
# Source: run here, rrule 2.8.1, rrule-temporal 2.2.8; RFC 5545 sections 3.8.5.1 and 3.8.5.2.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" rrule@2.8.1 rrule-temporal@2.2.8 >/dev/null

cd "$place"
cat >meetings.mjs <<'JS'
import assert from "node:assert";
import rrule from "rrule";
import { RRuleTemporal } from "rrule-temporal";

const SERIES = "DTSTART;TZID=Europe/Helsinki:20270225T160000\nRRULE:FREQ=WEEKLY;COUNT=3\n";
const readers = {
  rrule: (text) => rrule.rrulestr(text, { forceset: true }).all().map((day) => day.getTime()),
  "rrule-temporal": (text) => new RRuleTemporal({ rruleString: text }).all().map((day) => day.epochMilliseconds),
};
const EXTRA = ["RDATE;TZID=Europe/Helsinki:20270301T100000", "RDATE;TZID=Europe/Stockholm:20270301T090000",
  "RDATE:20270301T080000Z"];
const CANCELLED = ["EXDATE;TZID=Europe/Helsinki:20270304T160000", "EXDATE;TZID=Europe/Stockholm:20270304T150000",
  "EXDATE:20270304T140000Z"];
const RIGHT = Date.UTC(2027, 2, 1, 8);
const seen = {};
for (const [name, read] of Object.entries(readers)) {
  const series = read(SERIES);
  const hoursOff = (line) => (read(SERIES + line).find((at) => !series.includes(at)) - RIGHT) / 3600000;
  seen[name] = { extra: EXTRA.map(hoursOff), meetings: CANCELLED.map((line) => read(SERIES + line).length) };
  console.log(`  ${name}: extra meeting off by hours ${seen[name].extra}, meetings left of 3 ${seen[name].meetings}`);
}

assert.deepStrictEqual(seen, {
  rrule: { extra: [0, -1, -2], meetings: [2, 3, 3] },
  "rrule-temporal": { extra: [0, 0, 0], meetings: [2, 2, 2] },
});
console.log("As found.");
JS
TZ=UTC node meetings.mjs
