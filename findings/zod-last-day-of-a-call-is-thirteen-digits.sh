#!/usr/bin/env bash
# "The day must be at most 30 November" is told as "päivämäärän täytyy olla <=1795996800000".
#
# Guess: the messages of Zod's Swedish and Finnish are rough, but a limit that is a date is told as a date, in
#        whatever form.
# Seen:  zod 4.6.7 puts the number of milliseconds since 1970 into the message, in Swedish, Finnish and English alike,
#        for the last day and for the first one. The schema keeps the limit in that form only, so that a message
#        function of one's own gets the number too. Nobody who fills in a form can tell which day is meant.
# So:    give each limit on a date a message of its own that says the day.
# Source: run here, zod 4.6.7.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" zod@4.6.7 >/dev/null

cd "$place"
cat >read.mjs <<'JS'
import assert from "node:assert";
import * as z from "zod";
import { en, fi, sv } from "zod/locales";

const limit = new Date("2026-11-30T00:00:00Z");
const seen = {};
for (const [name, locale] of Object.entries({ en, fi, sv })) {
  z.config(locale());
  const told = (schema, day) => schema.safeParse(new Date(day)).error.issues[0].message;
  seen[name] = [told(z.date().max(limit), "2026-12-01"), told(z.date().min(limit), "2026-11-01")];
  console.log(`  ${name}: ${seen[name].join(" | ")}`);
}
const own = z.date().max(limit, { error: (issue) => `Senast ${issue.maximum}` });
const said = own.safeParse(new Date("2026-12-01")).error.issues[0].message;
console.log(`  a message of one's own: ${said}`);

assert.strictEqual(seen.fi[0], "Liian suuri: päivämäärän täytyy olla <=1795996800000");
assert.ok(Object.values(seen).flat().every((text) => text.includes("1795996800000")), "the limit is told otherwise now");
assert.strictEqual(said, "Senast 1795996800000");
console.log("As found.");
JS
node read.mjs
