#!/usr/bin/env bash
# The link name of Åbo is "Abo" to slugify, and "AAbo" when it is told that the name is Swedish.
#
# Guess: naming the language makes a link name better, never worse: Swedish has å, ä, ö without their marks, so "abo" and
#        "bjorko" ("aa" is Danish, "oe" German), and capitals give the same name as small letters.
# Seen:  slugify 1.6.9 (npm) with `locale: "sv"`: AAbo, Bjoerkoe; without it and with "fi": Abo, Bjorko. In
#        @sindresorhus/slugify 3.0.1 it is the other way round: Swedish has to be named, Finnish cannot be ("haemeen"),
#        and without it a name in capitals is cut: ÖSTERSUND becomes "oe-stersund". speakingurl 14.0.1 is right in both
#        when the language is named. One association gets three links, and none finds the other two.
# So:    make the name once and store it, with a table of one's own for å, ä and ö.
# Source: run here, slugify 1.6.9, @sindresorhus/slugify 3.0.1, speakingurl 14.0.1.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" slugify@1.6.9 @sindresorhus/slugify@3.0.1 speakingurl@14.0.1 \
    >/dev/null

cd "$place"
cat >names.mjs <<'JS'
import assert from "node:assert";
import sindre from "@sindresorhus/slugify";
import slugify from "slugify";
import speaking from "speakingurl";

const NAMES = ["Åbo", "Björkö", "Hämeen", "ÖSTERSUND"];
const makers = {
  slugify: (name, language) => slugify(name, language ? { locale: language } : {}),
  sindresorhus: (name, language) => sindre(name, language ? { locale: language } : {}),
  speakingurl: (name, language) => speaking(name, language ? { lang: language } : {}),
};
const seen = {};
for (const [maker, make] of Object.entries(makers)) {
  for (const language of ["", "sv", "fi"]) {
    seen[`${maker} ${language}`.trim()] = NAMES.map((name) => make(name, language)).join(" ");
  }
}
for (const [how, names] of Object.entries(seen)) console.log(`  ${how}: ${names}`);

assert.deepStrictEqual(seen, {
  slugify: "Abo Bjorko Hameen OSTERSUND",
  "slugify sv": "AAbo Bjoerkoe Haemeen OESTERSUND",
  "slugify fi": "Abo Bjorko Hameen OSTERSUND",
  sindresorhus: "abo bjoerkoe haemeen oe-stersund",
  "sindresorhus sv": "abo bjorko hameen ostersund",
  "sindresorhus fi": "abo bjoerkoe haemeen oe-stersund",
  speakingurl: "abo bjoerkoe haemeen oestersund",
  "speakingurl sv": "abo bjorko hameen ostersund",
  "speakingurl fi": "abo bjorko hameen ostersund",
});
console.log("As found.");
JS
node names.mjs
