#!/usr/bin/env bash
# The base form of Swedish "klubb" (club) is "klubba" (mallet) to simplemma, that of Finnish "työ" (work) is "you".
#
# Guess: a lemmatiser gives a noun that stands in its base form back as it is, and what it gives is a base form: asked
#        once more, it gives the same.
# Seen:  simplemma 2.0.0 makes verbs of the nouns of this field: pris (price) becomes prisa (to praise), nämnd (board)
#        nämna (to mention), plan plana, dans dansa, spel spela; kurs (course) becomes kur (cure) while kursen becomes
#        kurs. In Finnish työ (work) becomes sinä (you), kulut (costs) kulua (to wear out) while kuluja becomes
#        kulu. A search for "klubb" then misses "klubben", a count of costs has two entries.
# So:    ask the lemmatiser for both sides and compare sets (word, lemma, lemma of the lemma), or keep a list of the
#        field's own nouns before it.
# Source: run here, simplemma 2.0.0.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check simplemma==2.0.0 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from importlib.metadata import version

from simplemma import lemmatize

BASE = {
    "sv": {"klubb": "klubba", "pris": "prisa", "nämnd": "nämna", "plan": "plana", "dans": "dansa", "spel": "spela"},
    "fi": {"työ": "sinä"},
}
PAIRS = {"sv": ("kursen", "kurs"), "fi": ("kuluja", "kulut")}
print("simplemma", version("simplemma"))
for language, expected in BASE.items():
    seen = {noun: lemmatize(noun, lang=language) for noun in expected}
    pair = [lemmatize(word, lang=language) for word in PAIRS[language]]
    print(f"  {language}: {seen}, {PAIRS[language]} {pair}")
    assert seen == expected, "the nouns are otherwise now"
    assert pair == {"sv": ["kurs", "kur"], "fi": ["kulu", "kulua"]}[language], "the pair is otherwise now"
assert lemmatize("klubben", lang="sv") == "klubb", "the definite form is otherwise now"
assert [lemmatize(noun, lang="sv") for noun in ("förening", "bidrag", "lokal")] == ["förening", "bidrag", "lokal"]
print("As found.")
PY
