#!/usr/bin/env bash
# An office answers "Från: 1 mars, Till: 31 mars"; of its letter only the line before that is kept as the reply.
#
# Guess: what is taken for the head of a quoted letter has an address in it, or at least a date and a time, in whichever
#        language: two lines "Från: 1 mars" and "Till: 31 mars" (from 1 March, until 31 March) are text.
# Seen:  mail-parser-reply 1.36: two lines that begin with two of the head's words, whatever follows, end the reply. The
#        days and all that comes after them are counted as an older letter, in Swedish, Danish and English alike; so are
#        "Ämne: simning" and "Datum: 31.3". One such line alone is kept. The same words are the head's of Outlook and
#        the ones an office uses for days, hours and subjects.
# So:    show the person the whole letter when a part was cut away that has no address in its head.
# Source: run here, mail-parser-reply 1.36.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check mail-parser-reply==1.36 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from importlib.metadata import version

from mailparser_reply import EmailReplyParser

LETTERS = {
    "sv": "Hej!\n\nLokalen är ledig.\n\nFrån: 1 mars\nTill: 31 mars\n\nDen är gratis.",
    "da": "Hej!\n\nLokalet er ledigt.\n\nFra: 1. marts\nTil: 31. marts\n\nDet er gratis.",
    "en": "Hello!\n\nThe room is free.\n\nFrom: 1 March\nTo: 31 March\n\nIt costs nothing.",
}
ONE_LINE = "Hej!\n\nLokalen är ledig.\n\nFrån: 1 mars\n\nDen är gratis."
SUBJECT = "Hej!\n\nÄmne: simning\nDatum: 31.3\n\nVi kommer."


def reply(text: str, language: str) -> str:
    return EmailReplyParser(languages=[language]).read(text=text).latest_reply


seen = {language: reply(text, language) for language, text in LETTERS.items()}
print("mail-parser-reply", version("mail-parser-reply"))
for language, kept in seen.items():
    print(f"  {language}: {kept!r}")
print(f"  sv, one line: {reply(ONE_LINE, 'sv')!r}")
print(f"  sv, subject and date: {reply(SUBJECT, 'sv')!r}")

for language, text in LETTERS.items():
    assert seen[language] == "\n\n".join(text.split("\n\n")[:2]), f"{language} is cut otherwise now"
assert reply(ONE_LINE, "sv") == ONE_LINE, "one line is cut too now"
assert reply(SUBJECT, "sv") == "Hej!", "subject and date are kept now"
print("As found.")
PY
