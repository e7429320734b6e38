#!/usr/bin/env bash
# Sentences of Swedish are cut by sentencex as if they were English: after "kl." and "t.ex.", and not after May.
#
# Guess: told that a text is Swedish, it knows the Swedish abbreviations, as it knows the Danish ones when told Danish.
# Seen:  sentencex 1.0.32 cuts "Lämnas kl. 16." after "kl.", "t.ex. till unga" after "t.ex." and "inkl. moms" after
#        "inkl.". "Ansök i maj. Beslutet kommer i juni." stays one sentence, for "maj." is a major of an English army.
#        Told that the same Swedish is Danish, it cuts all four right. No error or note says that Swedish is not there.
# So:    look at what a language is made of before trusting its code, or cut with rules of one's own.
# Source: run here, sentencex 1.0.32.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check sentencex==1.0.32 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from importlib.metadata import version

from sentencex import segment

TEXTS = (
    "Lämnas kl. 16.",
    "Bidrag ges t.ex. till unga.",
    "Hyran är 300 kr inkl. moms.",
    "Ansök i maj. Beslutet kommer i juni.",
)
seen = {language: [len(segment(language, text)) for text in TEXTS] for language in ("sv", "en", "da")}
print("sentencex", version("sentencex"))
for language, counts in seen.items():
    print(f"  as {language}: sentences {counts}")
print(" ", [segment("sv", text) for text in TEXTS])

assert seen["sv"] == seen["en"] == [2, 2, 2, 1], "Swedish is otherwise now"
assert seen["da"] == [1, 1, 1, 2]
print("As found.")
PY
