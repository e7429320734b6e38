#!/usr/bin/env bash
# A grant decision made by carbone for "fi-fi" says "31. maaliskuuta" and "1,500.50 €"; for "fi" the sum is Finnish too.
#
# Guess: a language that the template engine knows, its dates show that it does, gives sums the same marks with the
#        country named or without it: "1 500,50 €" in fi, fi-fi, sv, sv-se and sv-fi.
# Seen:  carbone 3.8.2 (npm): Finnish sums are Finnish without the country only, Swedish ones Swedish with it only. In
#        fi-fi and in sv the date is right and the sum is English, "1,500.50 €", in a decision where the comma stands
#        for the cents. No error, no warning.
# So:    ask for `fi`, `sv-se` and `sv-fi`, or put sums in as text.
# Source: run here, carbone 3.8.2.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" carbone@3.8.2 >/dev/null

cd "$place"
node - <<'JS'
const assert = require("node:assert");
const fs = require("node:fs");
const carbone = require("carbone");

fs.writeFileSync("decision.xml", "{d.sum:formatN(2)} €|{d.day:formatD(LL)}");
const decision = { sum: 1500.5, day: "2027-03-31" };
const render = (lang) =>
  new Promise((resolve, reject) => {
    carbone.render(`${process.cwd()}/decision.xml`, decision, { lang }, (error, text) =>
      error ? reject(error) : resolve(text.toString().replace(/\s/g, " ").split("|")));
  });

(async () => {
  console.log("carbone", JSON.parse(fs.readFileSync("node_modules/carbone/package.json")).version);
  const seen = {};
  for (const lang of ["fi", "fi-fi", "sv", "sv-se", "sv-fi"]) {
    seen[lang] = await render(lang);
    console.log(`  ${lang}: ${seen[lang].join(" on ")}`);
  }
  for (const lang of ["fi", "fi-fi"]) assert.strictEqual(seen[lang][1], "31. maaliskuuta 2027");
  for (const lang of ["sv", "sv-se", "sv-fi"]) assert.strictEqual(seen[lang][1], "31 mars 2027");
  for (const lang of ["fi", "sv-se", "sv-fi"]) assert.strictEqual(seen[lang][0], "1 500,50 €", `${lang} has changed`);
  for (const lang of ["fi-fi", "sv"]) assert.strictEqual(seen[lang][0], "1,500.50 €", `${lang} has changed`);
  console.log("As found.");
  process.exit(0);
})();
JS
