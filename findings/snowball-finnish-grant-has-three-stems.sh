#!/usr/bin/env bash
# To the Finnish Snowball stemmer, "avustus" (grant), "avustuksen" and "avustusta" are three different words.
#
# Guess: a stemmer gives the forms of one noun one stem, at least for the nominative, genitive and partitive of the
#        commonest nouns, so that a search for "avustus" finds "avustuksen".
# Seen:  snowballstemmer 3.1.1: every noun in -us, -ys or -ös has three stems for these three forms: avustus, avustuks,
#        avustu. Those are just the nouns of this field: grant, application, association, proposal, decision, meeting.
#        "Seura" (club), "tila" (room) and "kenttä" (pitch) have one stem, so a first test looks well.
#        simplemma 2.0.0 gives "avustus" for all three.
# So:    no Snowball for Finnish search; a lemmatiser, or a list of one's own.
# Source: run here, snowballstemmer 3.1.1, simplemma 2.0.0.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check snowballstemmer==3.1.1 simplemma==2.0.0 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from importlib.metadata import version

import simplemma
import snowballstemmer

FORMS = {
    "grant": ("avustus", "avustuksen", "avustusta"),
    "application": ("hakemus", "hakemuksen", "hakemusta"),
    "association": ("yhdistys", "yhdistyksen", "yhdistystä"),
    "proposal": ("ehdotus", "ehdotuksen", "ehdotusta"),
    "decision": ("päätös", "päätöksen", "päätöstä"),
    "meeting": ("kokous", "kokouksen", "kokousta"),
    "club": ("seura", "seuran", "seuraa"),
    "room": ("tila", "tilan", "tilaa"),
    "pitch": ("kenttä", "kentän", "kenttää"),
}
stem = snowballstemmer.stemmer("finnish").stemWord
stems = {meaning: {stem(form) for form in forms} for meaning, forms in FORMS.items()}
lemmas = {meaning: {simplemma.lemmatize(form, lang="fi") for form in forms} for meaning, forms in FORMS.items()}
print("snowballstemmer", version("snowballstemmer"), "simplemma", version("simplemma"))
for meaning in FORMS:
    print(f"  {meaning}: stems {sorted(stems[meaning])}, lemmas {sorted(lemmas[meaning])}")

of_the_field = list(FORMS)[:6]
assert all(len(stems[meaning]) == 3 for meaning in of_the_field), "the nouns in -us have fewer stems now"
assert all(len(stems[meaning]) == 1 for meaning in FORMS if meaning not in of_the_field)
assert lemmas["grant"] == {"avustus"}, "the lemmatiser gives several forms now"
print("As found.")
PY
