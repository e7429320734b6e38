#!/usr/bin/env bash
# "Grant 1500" and, on the next line, "20 years" are in the archive's description as "Grant 150020 years".
#
# Guess: a description of several lines is folded as the BagIt format has it (the next line begins with a space), or
#        refused. If its lines are joined, then with a space.
# Seen:  bagit 1.9.0 takes the line breaks out and puts nothing in their place, so that the last word of a line and
#        the first of the next become one, and so do two numbers. A folded line that another program wrote it reads
#        rightly, with a space. The bag is valid, and its checksums cover the changed description.
# So:    put " / " between the lines of a description before it goes into a bag.
# Source: run here, bagit 1.9.0; RFC 8493, section 2.2.2.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check bagit==1.9.0 2>/dev/null

cd "$place"
venv/bin/python - <<'PY'
import logging
from pathlib import Path

import bagit

logging.disable(logging.CRITICAL)
KEY = "External-Description"
Path("bag").mkdir()
Path("bag/minutes.txt").write_text("minutes")
bagit.make_bag("bag", {KEY: "Grant 1500\n20 years"})
made = bagit.Bag("bag")
written = (made.info[KEY], made.is_valid())
print(f"  written with a line break: {written[0]!r}, the bag is valid: {written[1]}")

info = Path("bag/bag-info.txt")
info.write_text(info.read_text().replace("Grant 150020 years", "Grant 1500\n 20 years"))
folded = bagit.Bag("bag").info[KEY]
print(f"  folded in the file: {folded!r}")

assert written == ("Grant 150020 years", True), "line breaks are kept or refused now"
assert folded == "Grant 1500 20 years", "a folded line is read otherwise now"
print("As found.")
PY
