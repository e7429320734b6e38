#!/usr/bin/env bash
# Two million kronor in words is "två miljon" and "kaksi miljoona", in the singular: to-words has each number once.
#
# Guess: a library with Swedish and Finnish among its languages writes a sum in words as on a receipt: "en miljon",
#        "två miljoner", "kaksi miljoonaa", "kaksituhatta".
# Seen:  to-words 5.7.0 writes "Ett Miljon Kronor" and "Två Miljon Kronor", "Kaksi Miljoona Euroa" and "Kaksi Tuhat
#        Euroa": a word has one form whatever the number before it, and one krona is "Ett Krona" (en krona). Norwegian
#        has the gender right and the plural wrong ("To Million").
# So:    let a receipt carry digits, or take the words from the plural rules of the language.
# Source: run here, to-words 5.7.0.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" to-words@5.7.0 >/dev/null

cd "$place"
node - <<'JS'
const assert = require("node:assert");
const { ToWords } = require("to-words");
const SUMS = [1, 2000, 1000000, 2000000];
const seen = {};
for (const localeCode of ["sv-SE", "fi-FI", "nb-NO"]) {
  const words = new ToWords({ localeCode, converterOptions: { currency: true } });
  seen[localeCode] = SUMS.map((sum) => words.convert(sum));
}
console.log("to-words", JSON.parse(require("node:fs").readFileSync("node_modules/to-words/package.json")).version);
for (const [locale, words] of Object.entries(seen)) console.log(`  ${locale}: ${words.join(", ")}`);

assert.deepStrictEqual(seen, {
  "sv-SE": ["Ett Krona", "Två Tusen Kronor", "Ett Miljon Kronor", "Två Miljon Kronor"],
  "fi-FI": ["Yksi Euro", "Kaksi Tuhat Euroa", "Yksi Miljoona Euroa", "Kaksi Miljoona Euroa"],
  "nb-NO": ["En Krone", "To Tusen Kroner", "En Million Kroner", "To Million Kroner"],
});
console.log("As found.");
JS
