#!/usr/bin/env bash
# A page that says in Swedish "updated 2 May 2026" is of 1 January to htmldate, or of the last day to apply.
#
# Guess: a finder of dates that takes the day a page was published from English, German and French text finds it in
#        Swedish and Finnish too, or answers nothing; and it does not take a later day that has no word for it.
# Seen:  htmldate 1.11.0 knows no Swedish or Finnish month: "Uppdaterad 2 maj 2026" and "Päivitetty 2. toukokuuta 2026"
#        are 2026-01-01, from the bare year. October is right, as it is spelt as in German. With "apply by 30.9.2026"
#        on the page, it is of that day once the day is past; in English beside the same line it is of 2 May. Who keeps
#        the newest of two pages on a grant keeps the one with the later deadline.
# So:    read the page's own `time` or meta element, and take no date that came from a year alone.
# Source: run here, htmldate 1.11.0, with 30 November 2026 given as the latest day possible.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check htmldate==1.11.0 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from datetime import datetime
from importlib.metadata import version

from htmldate import find_date

PAGE = "<html><head><title>Bidrag</title></head><body><article><h1>Bidrag</h1>{}</article></body></html>"
TEXTS = {
    "<p>Updated 2 May 2026.</p>": "2026-05-02",
    "<p>Aktualisiert 2. Mai 2026.</p>": "2026-05-02",
    "<p>Uppdaterad 2 maj 2026.</p>": "2026-01-01",
    "<p>Päivitetty 2. toukokuuta 2026.</p>": "2026-01-01",
    "<p>Uppdaterad 2 oktober 2026.</p>": "2026-10-02",
    "<p>Updated 2 May 2026.</p><p>Apply by 30.9.2026.</p>": "2026-05-02",
    "<p>Uppdaterad 2 maj 2026.</p><p>Ansök senast 30.9.2026.</p>": "2026-09-30",
    "<p>Päivitetty 2. toukokuuta 2026.</p><p>Hae viimeistään 30.9.2026.</p>": "2026-09-30",
}
latest = datetime(2026, 11, 30)
seen = {text: find_date(PAGE.format(text), original_date=True, max_date=latest) for text in TEXTS}
print("htmldate", version("htmldate"))
for text, day in seen.items():
    print(f"  {text}: {day}")

assert seen == TEXTS, "another day is found now"
print("As found.")
PY
