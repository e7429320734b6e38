#!/usr/bin/env bash
# A talk that a Swedish telephone exported, "2026-02-01 18:05", is read as of 2 January 2026.
#
# Guess: a date that begins with four digits is year, month, day, whatever is guessed of dates that do not.
# Seen:  whatsapp-chat-parser 4.0.2 guesses whether the day or the month comes first, knows nothing of the year in
#        front, and takes the day first when nothing speaks against it: the second number is the day, the third the
#        month. Only one date after the twelfth of a month sets the whole talk right, so that a longer export of the
#        same group has other days for the same words. `daysFirst: true` is wrong for such files, `daysFirst: false`
#        right. Finnish dates, "1.2.2026 klo 18.05", are right.
# So:    pass `daysFirst: false` when the first line begins with a year.
# Source: run here, whatsapp-chat-parser 4.0.2. The words are made up.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" whatsapp-chat-parser@4.0.2 >/dev/null

cd "$place"
cat >read.mjs <<'JS'
import assert from "node:assert";
import { parseString } from "whatsapp-chat-parser";

const days = (lines, options) =>
  parseString(lines.join("\n"), options).map(({ date }) =>
    [date.getFullYear(), date.getMonth() + 1, date.getDate()].join("-"),
  );
const swedish = ["2026-02-01 18:05 - Anna: Mötet är i dag", "2026-03-02 09:15 - Bo: Tack"];
const seen = {
  "two days early in a month": days(swedish),
  "one later in a month besides": days([...swedish, "2026-03-13 09:15 - Bo: Vi ses"]),
  "daysFirst: false": days(swedish, { daysFirst: false }),
  Finnish: days(["1.2.2026 klo 18.05 - Anna: Kokous on tänään", "2.3.2026 klo 9.15 - Bo: Kiitos"]),
};
for (const [told, read] of Object.entries(seen)) console.log(`  ${told}: ${read.join(", ")}`);

assert.deepStrictEqual(seen, {
  "two days early in a month": ["2026-1-2", "2026-2-3"],
  "one later in a month besides": ["2026-2-1", "2026-3-2", "2026-3-13"],
  "daysFirst: false": ["2026-2-1", "2026-3-2"],
  Finnish: ["2026-2-1", "2026-3-2"],
});
console.log("As found.");
JS
node read.mjs
