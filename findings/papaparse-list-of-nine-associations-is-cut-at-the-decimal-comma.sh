#!/usr/bin/env bash
# A list of grants with semicolons is cut at the decimal commas, until it has nine associations.
#
# Guess: a reader that finds out by itself what parts the columns sees that "Meri;1500,50" under "Seura;Avustus" has
#        semicolons, more surely the shorter and plainer the list is.
# Seen:  papaparse 5.7.1: the empty line after the last row, which every program writes, counts as a row of one column.
#        Two columns are then fewer than 1.99 on average, no sign is found, and the comma is taken: the association is
#        "Meri;1500" and its grant 50. With nine rows the empty line is beyond the ten that are looked at, and all is
#        right; so it is without the last line end, with `skipEmptyLines`, and with three columns. `errors` tells it,
#        the data look like data.
# So:    name the delimiter, or `skipEmptyLines: true`, and stop when `errors` has anything.
# Source: run here, papaparse 5.7.1.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" papaparse@5.7.1 >/dev/null

cd "$place"
node - <<'JS'
const assert = require("node:assert");
const papa = require("papaparse");
const list = (rows) => `Seura;Avustus\n${"Meri;1500,50\n".repeat(rows)}`;
const read = (text, more) => {
  const { data, meta, errors } = papa.parse(text, { header: true, ...more });
  return { delimiter: meta.delimiter, first: Object.values(data[0]).flat(), errors: errors.length > 0 };
};
const seen = {
  "8 rows": read(list(8)),
  "9 rows": read(list(9)),
  "8 rows without the last line end": read(list(8).trimEnd()),
  "8 rows with skipEmptyLines": read(list(8), { skipEmptyLines: true }),
};
console.log("papaparse", require("papaparse/package.json").version);
for (const [name, found] of Object.entries(seen)) console.log(`  ${name}: ${JSON.stringify(found)}`);

const { "8 rows": eight, ...others } = seen;
assert.deepStrictEqual(eight, { delimiter: ",", first: ["Meri;1500", "50"], errors: true }, "it is otherwise now");
for (const found of Object.values(others)) {
  assert.strictEqual(found.delimiter, ";");
  assert.deepStrictEqual(found.first, ["Meri", "1500,50"]);
}
console.log("As found.");
JS
