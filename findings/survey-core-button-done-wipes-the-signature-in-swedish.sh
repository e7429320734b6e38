#!/usr/bin/env bash
# The button beside a signature in a Swedish SurveyJS form says "Klar", done, and wipes the signature.
#
# Guess: "Clear" under a signature or a file is "Rensa" or "Ta bort" in Swedish; a limit of at most five characters is
#        told as such, "högst 5 tecken".
# Seen:  survey-core 3.1.1: "Clear" is translated as "Klar", which Swedish has for ready and done. A treasurer who signs
#        and presses it, as the word says, sends a form without signature, or without the file. Finnish, Norwegian,
#        Danish and German say empty or remove. A limit of 5 that a text of 6 has passed is "Ange färre än 5 tecken",
#        fewer than 5, though 5 are taken; a length of exactly 5 is "mer än 5 och färre än 5 tecken", more than 5 and
#        fewer than 5, which nobody can write. Finnish and German have both right.
# So:    read every button and limit of a form aloud in each language before it goes out.
# Source: run here, survey-core 3.1.1.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
npm install --silent --no-fund --no-audit --prefix "$place" survey-core@3.1.1 >/dev/null

cd "$place"
node - <<'JS'
const assert = require("node:assert");
const { Model } = require("survey-core");
for (const language of ["danish", "finnish", "german", "norwegian", "swedish"]) require(`survey-core/i18n/${language}`);

const limited = (name, limits) => ({ type: "comment", name, validators: [{ type: "text", ...limits }] });
const seen = {};
for (const locale of ["en", "de", "da", "no", "fi", "sv"]) {
  const survey = new Model({
    elements: [
      { type: "signaturepad", name: "signature" },
      { type: "file", name: "minutes" },
      limited("most", { maxLength: 5 }),
      limited("exactly", { minLength: 5, maxLength: 5 }),
    ],
  });
  survey.locale = locale;
  const question = (name) => survey.getQuestionByName(name);
  const told = ["most", "exactly"].map((name) => {
    question(name).value = "sexton";
    assert(!question(name).validate(true));
    const text = question(name).errors[0].getText();
    question(name).value = "femma";
    assert(question(name).validate(true), "five are taken");
    return text;
  });
  seen[locale] = [question("signature").clearButtonCaption, question("minutes").clearButtonCaption, ...told];
  console.log(locale, seen[locale].join(" | "));
}

assert.deepStrictEqual(seen.sv, ["Klar", "Klar", "Ange färre än 5 tecken.", "Ange mer än 5 och färre än 5 tecken."]);
assert.deepStrictEqual(seen.fi.slice(0, 2), ["Tyhjennä", "Tyhjennä"]);
assert.match(seen.fi[3], /vähintään 5 ja enintään 5/);
console.log("As found.");
JS
