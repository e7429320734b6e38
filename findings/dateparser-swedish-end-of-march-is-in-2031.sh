#!/usr/bin/env bash
# dateparser, told that the text is Swedish, reads 31/3 as a day in March 2031 and 1.2.2027 as 2 January.
#
# Guess: with `languages=["sv"]` a date of digits is read as Swedes and Finland's Swedes write it, the day first, as it is
#        with Finnish, Norwegian and Danish.
# Seen:  dateparser 1.5.0: Swedish is set to year-month-day for good. 31/3 becomes March of the year 31, 12/5 May of 2012,
#        1.2.2027 the second of January. 31.3.2027 is right, since no month is 31, so the first date one tries looks
#        well. The same texts are right in the three other Nordic languages.
# So:    set DATE_ORDER="DMY" for Swedish, or read dates of digits oneself.
# Source: run here, dateparser 1.5.0 on 29 November 2026 (given as the base of reckoning).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from datetime import datetime

import dateparser

SETTINGS = {"RELATIVE_BASE": datetime(2026, 11, 29, 12)}
TEXTS = ("31.3.2027", "1.2.2027", "31/3", "12/5")


def read(language: str, **more: str) -> list[str]:
    found = [dateparser.parse(text, languages=[language], settings={**SETTINGS, **more}) for text in TEXTS]
    return [f"{day:%Y-%m}" if text == "31/3" else f"{day:%Y-%m-%d}" for text, day in zip(TEXTS, found, strict=True)]


seen = {language: read(language) for language in ("sv", "fi", "nb", "da")}
seen["sv, DATE_ORDER=DMY"] = read("sv", DATE_ORDER="DMY")
print("dateparser", dateparser.__version__, TEXTS)
for language, days in seen.items():
    print(f"  {language}: {days}")

swedish = seen.pop("sv")
assert swedish[0] == "2027-03-31" and swedish[1] == "2027-01-02", "Swedish dates with a year are read otherwise now"
assert swedish[2] == "2031-03" and swedish[3].startswith("2012-05"), "Swedish dates without a year are read otherwise now"
assert all(days == ["2027-03-31", "2027-02-01", "2026-03", "2026-05-12"] for days in seen.values()), "others differ now"
print("As found.")
PY
