#!/usr/bin/env bash
# "I övermorgon", the day after tomorrow, is today to chrono in Swedish; in Finnish and German it is right.
#
# Guess: a word that a language's parser takes as a date is given the date that it means: what it does not know it leaves.
# Seen:  chrono-node 2.10.3, Swedish: "övermorgon" is found, no part of the date is marked as certain, and the day is
#        today. "imorgon" and "förrgår" are right, and so are Finnish "ylihuomenna" and German "übermorgen". An office's
#        "we answer i övermorgon" becomes a reminder that is due at once.
# So:    take no result whose day is not certain (`start.isCertain("day")`).
# Source: run here, chrono-node 2.10.3 on 29 November 2026 (given as the base of reckoning).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" chrono-node@2.10.3 >/dev/null

cd "$place"
TZ=Europe/Helsinki node - <<'JS'
const assert = require("node:assert");
const fs = require("node:fs");
const chrono = require("chrono-node");
const today = new Date(2026, 10, 29, 12);
const PHRASES = [
  ["sv", "Vi svarar imorgon."],
  ["sv", "Vi svarar i övermorgon."],
  ["sv", "Mötet var i förrgår."],
  ["fi", "Vastaamme ylihuomenna."],
  ["de", "Wir antworten übermorgen."],
];
const read = ([language, phrase]) => {
  const [found] = chrono[language].parse(phrase, today);
  const start = found.start;
  const sure = ["day", "month", "year"].every((part) => start.isCertain(part));
  return { words: found.text, day: `${start.get("day")}.${start.get("month")}.`, sure };
};
console.log("chrono-node", JSON.parse(fs.readFileSync("node_modules/chrono-node/package.json")).version);
const seen = PHRASES.map(read);
seen.forEach((one, n) => console.log(`  ${PHRASES[n][0]}: ${JSON.stringify(one)}`));

assert.deepStrictEqual(seen[1], { words: "övermorgon", day: "29.11.", sure: false }, "the word is read otherwise now");
assert.deepStrictEqual([0, 2, 3, 4].map((n) => seen[n].day), ["30.11.", "27.11.", "1.12.", "1.12."]);
assert(seen.filter((one) => one.sure).length === 4, "other days are less certain now");
console.log("As found.");
JS
