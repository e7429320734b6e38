#!/usr/bin/env bash
# A reminder on the last working day of each month is told in Swedish and Finnish as the last day of the month.
#
# Guess: "LW" of a rule of cron, the last working day, is "sista vardagen i månaden" and "kuukauden viimeisenä
#        arkipäivänä"; the English "weekday" leaves out Saturday and Sunday.
# Seen:  cronstrue 3.39.0 says "på sista veckodag av månaden" and "kuukauden viimeisenä viikonpäivänä": in both languages that
#        is a day of the week, Sunday too, so the last of them is the last day. In January 2027 the rule runs on Friday
#        the 29th, and who reads the sentence waits for Sunday the 31st. "15W" goes wrong the same way.
# So:    write such a sentence by hand, and show the next three dates beside it.
# Source: run here, cronstrue 3.39.0.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" cronstrue@3.39.0 >/dev/null

cd "$place"
node - <<'JS'
const assert = require("node:assert");
const cronstrue = require("cronstrue/i18n");
const tell = (rule) =>
  ["en", "sv", "fi"].map((locale) => cronstrue.toString(rule, { locale, use24HourTimeFormat: true }));
const seen = { "0 9 LW * *": tell("0 9 LW * *"), "0 9 L * *": tell("0 9 L * *") };
for (const [rule, told] of Object.entries(seen)) console.log(`  ${rule}: ${told.join(" | ")}`);

assert.deepStrictEqual(seen, {
  "0 9 LW * *": [
    "At 09:00, on the last weekday of the month",
    "Kl 09:00, på sista veckodag av månaden",
    "Klo 09:00, kuukauden viimeisenä viikonpäivänä",
  ],
  "0 9 L * *": [
    "At 09:00, on the last day of the month",
    "Kl 09:00, på sista dagen av månaden",
    "Klo 09:00, kuukauden viimeisenä päivänä",
  ],
});
console.log("As found.");
JS
