#!/usr/bin/env bash
# "1.12.2026", as dates are written in Finnish, is 12 January in the Finnish of Sugar.
#
# Guess: a library that reads "ylihuomenna" and "1. maaliskuuta" reads the short form of a Finnish date, day first.
# Seen:  sugar-date 2.0.6 with its Finnish reads it month first, as in America: 1.12.2026 is 12 January. What cannot
#        be so, 13.1.2026, is no date at all: dates before the thirteenth are wrong, the others missing. Swedish,
#        Norwegian, Danish and German read the same text day first. Written out in Finnish, the month is right.
# So:    read short Finnish dates with a fixed form, day.month.year.
# Source: run here, sugar-date 2.0.6.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" sugar-date@2.0.6 >/dev/null

cd "$place"
node - <<'JS'
const assert = require("node:assert");
const Sugar = require("sugar-date");
require("sugar-date/locales");

const read = (text, locale) => {
  const day = Sugar.Date.create(text, { locale });
  return Number.isNaN(day.getTime()) ? "none" : [day.getFullYear(), day.getMonth() + 1, day.getDate()].join("-");
};
const texts = ["1.12.2026", "13.1.2026", "31.12.2026"];
const seen = {};
for (const locale of ["fi", "sv", "no", "da", "de"]) {
  seen[locale] = texts.map((text) => read(text, locale));
  console.log(`  ${locale}: ${texts.join(", ")} are ${seen[locale].join(", ")}`);
}
const written = read("1. joulukuuta 2026", "fi");
console.log(`  fi: 1. joulukuuta 2026 is ${written}`);

const right = ["2026-12-1", "2026-1-13", "2026-12-31"];
assert.deepStrictEqual(seen, { fi: ["2026-1-12", "none", "none"], sv: right, no: right, da: right, de: right });
assert.strictEqual(written, "2026-12-1");
console.log("As found.");
JS
