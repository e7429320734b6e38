#!/usr/bin/env bash
# A budget summed by HyperFormula leaves out "1 500,50 €" and counts "1 500,50€", the spelling that Finnish forbids.
#
# Guess: with the comma for decimals, the space for thousands and "€" as currency sign set, a cell "1 500,50 €" is a
#        number, as Finnish and Swedish write it; and if it is none, then `=A1+B1` and `=SUM(A1:B1)` agree.
# Seen:  hyperformula 3.5.0 takes the sign only without a gap. With the gap, or with the no-break space between thousands
#        that Babel and browsers write, the cell is text: SUM passes over it without an error. A1+B1 counts "1 500,50 €"
#        all the same, so one budget has two sums.
# So:    give it numbers, never text with a unit; compare the count of numbers (COUNT) with the count of rows.
# Source: run here, hyperformula 3.5.0.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" hyperformula@3.5.0 >/dev/null

cd "$place"
node - <<'JS'
const assert = require("node:assert");
const { HyperFormula } = require("hyperformula");
const options = {
  licenseKey: "gpl-v3",
  decimalSeparator: ",",
  thousandSeparator: " ",
  functionArgSeparator: ";",
  currencySymbol: ["€"],
};
const sums = (rent) => {
  const sheet = HyperFormula.buildFromArray([[rent, "100", "=SUM(A1:B1)", "=A1+B1"]], options);
  return sheet.getSheetValues(0)[0].slice(2).map((value) => (typeof value === "number" ? value : value.value));
};
const seen = {};
for (const rent of ["1 500,50", "1 500,50€", "1 500,50 €", "1\u00a0500,50"]) {
  seen[rent] = sums(rent);
  console.log(`  ${JSON.stringify(rent).replace("\u00a0", "\\u00a0")}: SUM ${seen[rent][0]}, + ${seen[rent][1]}`);
}
console.log("hyperformula", HyperFormula.version);

assert.deepStrictEqual(Object.values(seen), [[1600.5, 1600.5], [1600.5, 1600.5], [100, 1600.5], [100, "#VALUE!"]]);
console.log("As found.");
JS
