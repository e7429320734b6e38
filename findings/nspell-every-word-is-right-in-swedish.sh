#!/usr/bin/env bash
# To nspell with the Swedish dictionary, every word is spelt right: "föreningg", "asdfqwer".
#
# Guess: a spelling checker that lists compound rules among what it supports, with the Swedish dictionary made for it,
#        finds "föreningg" wrong; where it is too strict, then with long compounds that no dictionary has.
# Seen:  nspell 2.1.5 with dictionary-sv 4.0.0: `correct` is true for any letters and `suggest` is empty, without an error,
#        so a checked text looks perfect. One of the Swedish compound rules has only parts that may be absent, and the
#        pattern made of it fits everything. With dictionary-en the same words are wrong, and spylls 0.1.7 with the same
#        Swedish files finds them wrong and "föreningsbidrag" right.
# So:    test a checker with a word that is wrong, in each language.
# Source: run here, nspell 2.1.5, dictionary-sv 4.0.0 and dictionary-en 4.0.0 (npm), spylls 0.1.7. Takes half a minute.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check spylls==0.1.7 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" nspell@2.1.5 dictionary-sv@4.0.0 dictionary-en@4.0.0 >/dev/null

cd "$place"
cat >check.mjs <<'JS'
import nspell from "nspell";
const words = process.argv.slice(2);
const found = {};
for (const language of ["sv", "en"]) {
  const { default: dictionary } = await import(`dictionary-${language}`);
  const speller = nspell(dictionary);
  found[language] = Object.fromEntries(words.map((word) => [word, speller.correct(word)]));
}
console.log(JSON.stringify(found));
JS
"$place/venv/bin/python" - <<'PY'
import json
import subprocess

from spylls.hunspell import Dictionary

RIGHT, WRONG = ("förening", "föreningsbidrag"), ("föreningg", "asdfqwer", "annsökan")
WORDS = (*RIGHT, *WRONG)
told = subprocess.run(["node", "check.mjs", *WORDS], check=True, capture_output=True, text=True).stdout
seen = {f"nspell, {language}": words for language, words in json.loads(told).items()}
swedish = Dictionary.from_files("node_modules/dictionary-sv/index")
seen["spylls, sv"] = {word: swedish.lookup(word) for word in WORDS}
for checker, words in seen.items():
    print(f"  {checker}: {words}")

assert all(seen["nspell, sv"].values()), "nspell finds a Swedish word wrong now"
assert not any(seen["nspell, en"].values()), "nspell finds one of them right in English now"
assert seen["spylls, sv"] == {word: word in RIGHT for word in WORDS}, "spylls judges otherwise now"
print("As found.")
PY
