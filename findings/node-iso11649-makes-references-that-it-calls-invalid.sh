#!/usr/bin/env bash
# An invoice number like "VASA IF/2026" becomes a creditor reference that the same library, asked for it, calls
# invalid.
#
# Guess: what makes an RF reference (ISO 11649) refuses what cannot be one: other letters than A to Z, other signs
#        than digits, more than 21 of them. What it makes, it finds valid.
# Seen:  node-iso11649 2.1.2 takes the slash, "Å" and thirty digits into the reference, reckons check digits for them
#        and says nothing; its own `validate()` then says no, and so will the payer's bank. iso-11649 1.0.1 refuses
#        what is too long, and leaves out what is no letter or digit to it: "ÅLAND12" and "LAND12" get the same
#        reference, so that two invoices cannot be told apart.
# So:    make references of numbers only, and validate each before it is printed.
# Source: run here, node-iso11649 2.1.2, iso-11649 1.0.1.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" node-iso11649@2.1.2 iso-11649@1.0.1 >/dev/null

cd "$place"
cat >read.mjs <<'JS'
import assert from "node:assert";
import other from "iso-11649";
import { generate, validate } from "node-iso11649";

const tried = (make) => {
  try {
    return make();
  } catch {
    return "refused";
  }
};
const seen = {};
for (const number of ["2026001", "VASA IF/2026", "ÅLAND12", "LAND12", "123456789012345678901234567890"]) {
  const made = tried(() => generate({ reference: number }));
  seen[number] = [made, validate(made), tried(() => other.generate(number))];
  console.log(`  ${number}: ${made}, valid ${seen[number][1]}; iso-11649: ${seen[number][2]}`);
}

assert.deepStrictEqual(seen["VASA IF/2026"].slice(0, 2), ["RF37VASAIF/2026", false]);
assert.deepStrictEqual(seen["ÅLAND12"], ["RF58ÅLAND12", false, "RF58LAND12"]);
assert.strictEqual(seen.LAND12[2], "RF58LAND12");
assert.strictEqual(seen["2026001"][1], true);
assert.deepStrictEqual(seen["123456789012345678901234567890"].slice(1), [false, "refused"]);
console.log("As found.");
JS
node read.mjs
