#!/usr/bin/env bash
# A form with one name too many is told in Swedish that it "should have more than 2": ajv-i18n lost the "not".
#
# Guess: the message for a list that is longer than the schema allows says in every language that there are too many.
# Seen:  ajv-i18n 4.2.0: `items: false` after two signers gives "borde ha fler än 2 saker", should have more than 2, to
#        who wrote three. They add a fourth, and read it again. English and Norwegian say "not more", Finnish "at most".
#        `maxItems` is right in Swedish, so it hangs on which of two ways the schema was written. All its Swedish
#        messages say "should" (bör, borde) where the others say "must".
# So:    write the sentences of a form by hand, from the keyword and its parameters.
# Source: run here, ajv 8.20.0 (draft 2020-12), ajv-i18n 4.2.0.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" ajv@8.20.0 ajv-i18n@4.2.0 >/dev/null

cd "$place"
node - <<'JS'
const assert = require("node:assert");
const Ajv = require("ajv/dist/2020").default;
const localize = require("ajv-i18n");
const signer = { type: "string" };
const SCHEMAS = {
  items: { type: "array", prefixItems: [signer, signer], minItems: 2, items: false },
  maxItems: { type: "array", items: signer, maxItems: 2 },
};
const seen = {};
for (const [way, schema] of Object.entries(SCHEMAS)) {
  const validate = new Ajv().compile(schema);
  assert(validate(["Anna", "Bo"]) && !validate(["Anna", "Bo", "Cia"]));
  seen[way] = {};
  for (const language of ["en", "nb", "fi", "sv"]) {
    const errors = structuredClone(validate.errors);
    localize[language](errors);
    seen[way][language] = errors[0].message;
  }
  console.log(way, seen[way]);
}

assert.strictEqual(seen.items.sv, "borde ha fler än 2 saker");
assert.strictEqual(seen.maxItems.sv, "borde inte ha fler än 2 saker");
assert.match(seen.items.en, /NOT have more than 2/);
assert.match(seen.items.nb, /kan ikke ha mer enn 2/);
assert.match(seen.items.fi, /enintään 2/);
console.log("As found.");
JS
