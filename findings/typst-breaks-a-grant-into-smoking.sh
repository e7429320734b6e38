#!/usr/bin/env bash
# typst breaks the Finnish word for an association's grant into "association" and "smoking".
#
# Guess: with `lang: "fi"` a long compound is divided between its parts when the line allows it: yhdistys-avustus
#        (association, grant), hakemus-aika (application, time), kansalais-aloite (citizen, initiative).
# Seen:  typst 0.15.2 divides none of the three there, whatever the width. The second part begins with a vowel, and it
#        takes the last consonant over: yhdisty-savustus ("savustus" is smoking, as of fish), hakemu-saika,
#        kansalai-saloite. Before a consonant, yhdistys-toiminta, the joint is right.
# So:    set soft hyphens in the joints of the words that a document's own texts use, or set it ragged without hyphens.
# Source: run here, typst 0.15.2, pymupdf 2.0 (reads the lines).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2 pymupdf==2.0 2>/dev/null

"$place/venv/bin/python" - "$place" <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import pymupdf
import typst

source, target = Path(sys.argv[1], "page.typ"), Path(sys.argv[1], "page.pdf")


def divisions(word: str) -> set[str]:
    """Each way in which the word is divided in two on columns of 12 to 39 millimetres."""
    found = set()
    for width in range(12, 40):
        page = f"#set page(width: {width}mm, height: auto, margin: 0pt)\n"
        source.write_text(f'{page}#set text(lang: "fi", hyphenate: true)\n{word}\n', encoding="utf-8")
        typst.compile(source, output=target, ignore_system_fonts=True)
        lines = pymupdf.open(target)[0].get_text().split()
        if len(lines) == 2:
            found.add("-".join(line.strip("\u00ad-") for line in lines))
    return found


WRONG_AND_RIGHT = {
    "yhdistysavustus": ("yhdisty-savustus", "yhdistys-avustus"),
    "hakemusaika": ("hakemu-saika", "hakemus-aika"),
    "kansalaisaloite": ("kansalai-saloite", "kansalais-aloite"),
}
seen = {word: divisions(word) for word in (*WRONG_AND_RIGHT, "yhdistystoiminta")}
print("typst", version("typst"))
for word, ways in seen.items():
    print(f"  {word}: {', '.join(sorted(ways))}")

assert "yhdistys-toiminta" in seen["yhdistystoiminta"], "a joint before a consonant is no longer found"
for word, (wrong, right) in WRONG_AND_RIGHT.items():
    assert wrong in seen[word] and right not in seen[word], f"{word} is divided otherwise now"
print("As found.")
PY
