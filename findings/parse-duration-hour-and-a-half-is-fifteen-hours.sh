#!/usr/bin/env bash
# "1,5 h" with the youth group is fifteen hours to parse-duration, and 2,25 h are 225.
#
# Guess: hours with a decimal comma are read as such or not at all; a comma that groups thousands has three digits
#        after it, as in the library's own example of "27,681 ns".
# Seen:  parse-duration 2.1.9 (npm) takes every comma between digits out: "1,5 h" is 15 hours, "7,75 h" 775. There are
#        locales whose decimal sign is the comma (German, French), none of them Swedish or Finnish; told to be German it
#        is right with a comma, and "1.5 h" is 15 hours instead. timelength 3.0.4 (Python) answers 0 seconds,
#        pytimeparse 1.1.10 None. A report of a volunteer's hours is ten or a hundred times too high.
# So:    put a point for the comma first, and ask back when a day has more than 24 hours.
# Source: run here, parse-duration 2.1.9, timelength 3.0.4, pytimeparse 1.1.10.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check timelength==3.0.4 pytimeparse==1.1.10 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" parse-duration@2.1.9 >/dev/null

cd "$place"
cat >read.mjs <<'JS'
import parse from "parse-duration";
import german from "parse-duration/locale/de.js";
const english = parse.unit;
const found = process.argv.slice(2).map((text) => {
  parse.unit = english;
  const first = parse(text, "h");
  parse.unit = german;
  return [first, parse(text, "h")];
});
console.log(JSON.stringify(found));
JS
venv/bin/python - <<'PY'
import json
import subprocess

import pytimeparse
from timelength import TimeLength

TEXTS = ("1.5 h", "1,5 h", "2,25 h", "7,75 h")
told = subprocess.run(["node", "read.mjs", *TEXTS], check=True, capture_output=True, text=True).stdout
seen = {}
for text, (english, german) in zip(TEXTS, json.loads(told), strict=True):
    seen[text] = (english, german, TimeLength(text).result.seconds, pytimeparse.parse(text))
    print(f"  {text}: parse-duration {english} h, in German {german} h; timelength, pytimeparse {seen[text][2:]} s")

assert seen == {
    "1.5 h": (1.5, 15, 5400, 5400),
    "1,5 h": (15, 1.5, 0, None),
    "2,25 h": (225, 2.25, 0, None),
    "7,75 h": (775, 7.75, 0, None),
}, "hours with a comma are read otherwise now"
print("As found.")
PY
