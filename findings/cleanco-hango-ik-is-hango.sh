#!/usr/bin/env bash
# The sports club Hangö IK becomes the town of Hangö when cleanco cleans its name, and Raseborgs OK "Raseborgs".
#
# Guess: a library that takes legal forms off names takes those of companies off (Oy, AB) and perhaps those of
#        associations (ry, rf); what tells clubs of one town apart, IK, OK or GK, is name.
# Seen:  cleanco 2.3 has the forms of every country in one list: IK is one in Latvia, OK a Finnish co-operative, others
#        come from elsewhere, so seven common endings of sports clubs (IK, OK, GK, KK, SS, SF, KF) are gone, and IF, BK,
#        SK, FF stay. Hangö IK and Hangö OK are one applicant. "ry" and "r.f." are not known to it: they stay, and then
#        the club keeps its letters too, so a list with and without them has two applicants for one club.
# So:    take the few forms off oneself: ry, rf, r.f., ek. för., Oy, Ab.
# Source: run here, cleanco 2.3.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check cleanco==2.3 2>/dev/null

"$place/venv/bin/python" - <<'PY'
from importlib.metadata import version

from cleanco import basename

NAMES = {
    "Hangö IK": "Hangö",
    "Hangö OK": "Hangö",
    "Hangö IK r.f.": "Hangö IK r.f.",
    "Kotkan KS ry": "Kotkan KS ry",
    "Kotkan KS": "Kotkan",
    "Villan Ab": "Villan",
}
ENDINGS = ("IK", "OK", "GK", "KK", "SS", "SF", "KF", "IF", "BK", "SK", "FF")
seen = {name: basename(name) for name in NAMES}
print("cleanco", version("cleanco"))
for name, clean in seen.items():
    print(f"  {name}: {clean}")
gone = [ending for ending in ENDINGS if basename(f"Vik {ending}") == "Vik"]
print("  endings that are gone:", gone)

assert seen == NAMES, "other names are cleaned now"
assert gone == ["IK", "OK", "GK", "KK", "SS", "SF", "KF"], "other endings are legal forms now"
print("As found.")
PY
