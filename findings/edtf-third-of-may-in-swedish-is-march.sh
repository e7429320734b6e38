#!/usr/bin/env bash
# "3 maj 1920" on an archive's box is March 1920, "1 mars 1920" is January, and "v. 10 2026" is October.
#
# Guess: the reader of English dates in edtf gives None for a date in another language, as it does for "1920-talet",
#        and the archivist types it. "maj" and "mars" are near enough to May and March to be understood at best.
# Seen:  edtf 5.0.2 leaves the word out and takes the number before it for a month: the third of May is 1920-03, the
#        first of March 1920-01, week 10 is October. Only from the thirteenth on is it None. Days and months in
#        numbers are read month first: 1.12.2026 is 12 January, and 13.1.2026, in the same list, 13 January. None of
#        the wrong ones is marked as uncertain, though EDTF has a sign for that.
# So:    take years from such text at most, and have days and months typed in two fields.
# Source: run here, edtf 5.0.2.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check edtf==5.0.2 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from edtf import text_to_edtf

EXPECTED = {
    "3 maj 1920": "1920-03",
    "1 mars 1920": "1920-01",
    "13 maj 1920": None,
    "v. 10 2026": "2026-10",
    "1.12.2026": "2026-01-12",
    "13.1.2026": "2026-01-13",
    "1920-talet": None,
    "3 May 1920": "1920-05-03",
}
seen = {text: text_to_edtf(text) for text in EXPECTED}
for text, read in seen.items():
    print(f"  {text}: {read}")

assert seen == EXPECTED, "dates are read otherwise now"
print("As found.")
PY
