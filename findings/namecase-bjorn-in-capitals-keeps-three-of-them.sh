#!/usr/bin/env bash
# BJÖRN EK from a list in capitals is written to as "BjöRN Ek", Måns as "MåNS", and Pär as "Pär".
#
# Guess: a library that puts capitals in people's names right, and knows "von" and "de", either handles å, ä and ö or
#        leaves such names as they are; if "PÄR" becomes "Pär", so do the others.
# Seen:  namecase 1.1.2 (npm) takes two consonants that stand alone for initials, and a Swedish letter for the edge of a
#        word: the RN after the ö of Björn stays in capitals. Björn, Måns and Jöns are wrong, Pär, Märta, Åsa and Håkan
#        right, so a list looks well at a first glance. "af Ursin" is "Af Ursin", while "von" and "de" are known.
# So:    keep names as people write them; ask who wrote in capitals.
# Source: run here, namecase 1.1.2.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" namecase@1.1.2 >/dev/null

cd "$place"
node - <<'JS'
const assert = require("node:assert");
const nameCase = require("namecase");
const NAMES = {
  "BJÖRN EK": "BjöRN Ek",
  "MÅNS EK": "MåNS Ek",
  "JÖNS HÖÖK": "JöNS Höök",
  "PÄR EK": "Pär Ek",
  "MÄRTA EK": "Märta Ek",
  "ÅSA DE GEER": "Åsa de Geer",
  "HÅKAN VON NUMERS": "Håkan von Numers",
  "CARL AF URSIN": "Carl Af Ursin",
  "PEKKA MÄKINEN": "Pekka Mäkinen",
};
const seen = Object.fromEntries(Object.keys(NAMES).map((name) => [name, nameCase(name)]));
console.log("namecase", require("namecase/package.json").version.replace("v", ""));
for (const [name, written] of Object.entries(seen)) console.log(`  ${name}: ${written}`);

assert.deepStrictEqual(seen, NAMES);
console.log("As found.");
JS
