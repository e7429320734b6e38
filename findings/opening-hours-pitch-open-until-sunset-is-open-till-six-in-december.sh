#!/usr/bin/env bash
# A pitch in Oulu that is open until sunset closes at 18.00 in December to opening_hours, if its place is in numbers.
#
# Guess: "10:00-sunset" is worked out for the latitude and longitude that are given, and where they cannot be used, the
#        library says so: it warns of much smaller things, such as hours without minutes.
# Seen:  opening_hours 3.15.0 (npm) works with the two as texts, as Nominatim sends them: 14.03 in Oulu on 21 December.
#        As numbers, which is what its own type declarations ask for, the sun sets at 18.00 and rises at 06.00 in every
#        place and month, without a warning or an error. A lamp or a booking that goes by it is four hours wrong.
# So:    give both as texts, and test with a day in December.
# Source: run here, opening_hours 3.15.0.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" opening_hours@3.15.0 >/dev/null

cd "$place"
cat >hours.cjs <<'JS'
const assert = require("node:assert");
const fs = require("node:fs");
const OpeningHours = require("opening_hours");
const PLACES = { "as texts": ["65.01", "25.47"], "as numbers": [65.01, 25.47] };
const DAYS = ["2027-03-21", "2027-12-21"];
const clock = (time) => time.toTimeString().slice(0, 5);

const seen = {};
for (const [way, [lat, lon]] of Object.entries(PLACES)) {
  const hours = new OpeningHours("10:00-sunset", { lat, lon, address: { country_code: "fi", state: "" } });
  assert.deepStrictEqual(hours.getWarnings(), []);
  seen[way] = DAYS.map((day) => {
    const midnight = new Date(`${day}T00:00:00`);
    const [[opens, closes]] = hours.getOpenIntervals(midnight, new Date(midnight.getTime() + 24 * 3600 * 1000));
    return `${clock(opens)}-${clock(closes)}`;
  });
  console.log(`  ${way}: ${DAYS.map((day, number) => `${day} ${seen[way][number]}`).join(", ")}`);
}
const types = fs.readFileSync("node_modules/opening_hours/types/index.d.ts", "utf8");

assert.deepStrictEqual(seen["as texts"], ["10:00-18:36", "10:00-14:03"]);
assert.deepStrictEqual(seen["as numbers"], ["10:00-18:00", "10:00-18:00"]);
assert.match(types, /lat: number\s+lon: number/);
console.log("As found.");
JS
TZ=Europe/Helsinki node hours.cjs
