#!/usr/bin/env bash
# A meeting at 18 in Helsinki, given as "16:00Z", is written as 16 in Helsinki by ical-generator, unless the server's own
# clock is set to Helsinki.
#
# Guess: "2027-03-25T16:00:00Z" is an instant; with `timezone: "Europe/Helsinki"` the event is written as 18.00 there,
#        wherever the program runs.
# Seen:  ical-generator 10.2.0 takes the wall clock of the machine and puts the zone's name on it: right on a desk in
#        Finland, two hours early on a server in UTC, as most are. Its documentation says that a time is taken to
#        match the zone, not that an instant given with Z is moved to the machine's zone first; a luxon time is right
#        on both. With a zone for the whole calendar DTSTAMP loses its Z too, which RFC 5545 demands.
# So:    give it times of luxon, or write in UTC without a zone; run the tests with TZ=UTC and with TZ=Europe/Helsinki.
# Source: run here, ical-generator 10.2.0, luxon 3.7.2, Node's TZ set to each zone; RFC 5545 section 3.8.7.2 (DTSTAMP).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" ical-generator@10.2.0 luxon@3.7.2 >/dev/null

cd "$place"
cat >meeting.js <<'JS'
const { DateTime } = require("luxon");
const { default: ical } = require("ical-generator");
const INSTANT = "2027-03-25T16:00:00Z";
const zone = { timezone: "Europe/Helsinki" };
const written = (start, forCalendar = {}, forEvent = zone) => {
  const calendar = ical(forCalendar);
  calendar.createEvent({ start, summary: "Kokous", ...forEvent });
  const line = (name) => calendar.toString().match(new RegExp(`^${name}.*$`, "m"))[0].trim();
  return { start: line("DTSTART").replace("DTSTART", ""), stamped: line("DTSTAMP").endsWith("Z") };
};
const seen = {
  text: written(INSTANT).start,
  luxon: written(DateTime.fromISO(INSTANT)).start,
  "no zone": written(INSTANT, {}, {}).start,
  "stamp has Z": [written(INSTANT).stamped, written(INSTANT, zone).stamped],
};
console.log(JSON.stringify(seen));
JS
node - <<'JS'
const assert = require("node:assert");
const fs = require("node:fs");
const { execFileSync } = require("node:child_process");
const run = (TZ) => JSON.parse(execFileSync("node", ["meeting.js"], { env: { ...process.env, TZ } }).toString());
const seen = { UTC: run("UTC"), "Europe/Helsinki": run("Europe/Helsinki") };
console.log("ical-generator", JSON.parse(fs.readFileSync("node_modules/ical-generator/package.json")).version);
for (const [where, lines] of Object.entries(seen)) console.log(`  in ${where}: ${JSON.stringify(lines)}`);

const six = ";TZID=Europe/Helsinki:20270325T180000";
for (const lines of Object.values(seen)) {
  assert.strictEqual(lines.luxon, six, "luxon's time is written otherwise now");
  assert.strictEqual(lines["no zone"], ":20270325T160000Z", "UTC is written otherwise now");
  assert.deepStrictEqual(lines["stamp has Z"], [true, false], "the stamp is otherwise now");
}
assert.strictEqual(seen["Europe/Helsinki"].text, six, "the text is otherwise now");
assert.strictEqual(seen.UTC.text, ";TZID=Europe/Helsinki:20270325T160000", "the text does not hang on the machine now");
console.log("As found.");
JS
