#!/usr/bin/env bash
# A pitch in Helsinki whose place is written with decimal commas is in Asia or Africa to geopy, 37 km off to another.
#
# Guess: "60,17 24,94", as a Finnish or Swedish caretaker writes a place, is read as 60.17 and 24.94 or refused: a
#        reader that takes free text says when there are four numbers where two belong.
# Seen:  geopy 2.5.0 begins to read in the middle: "60,17 24,94" is 24 north and 94 east, 6 500 km away, and with four
#        decimals 24 north and 24 east, in the Sahara. coordinate-parser 1.0.7 (npm) takes decimals for minutes: 60.28
#        north and 25.57 east, some 37 km off, which looks right on a map of the region. No error from either.
#        geo-coordinates-parser 1.7.4 (npm) refuses two decimals, with a point too, and reads four right.
# So:    put points for commas oneself, and look whether a place is in the municipality.
# Source: run here, geopy 2.5.0, coordinate-parser 1.0.7, geo-coordinates-parser 1.7.4.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check geopy==2.5.0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" coordinate-parser@1.0.7 geo-coordinates-parser@1.7.4 \
    >/dev/null

cd "$place"
cat >read.mjs <<'JS'
import Coordinates from "coordinate-parser";
import { convert } from "geo-coordinates-parser";
const other = (text) => {
  try {
    const read = convert(text);
    return [read.decimalLatitude, read.decimalLongitude];
  } catch (error) {
    return error.message;
  }
};
const found = process.argv.slice(2).map((text) => {
  const read = new Coordinates(text);
  return [[read.getLatitude(), read.getLongitude()], other(text)];
});
console.log(JSON.stringify(found));
JS
venv/bin/python - <<'PY'
import json
import subprocess

import geopy
from geopy.distance import distance

PITCH = (60.17, 24.94)
TEXTS = ("60.17 24.94", "60,17 24,94", "60,1699 24,9384")
told = subprocess.run(["node", "read.mjs", *TEXTS], check=True, capture_output=True, text=True).stdout
seen = []
print("geopy", geopy.__version__)
for text, (parser, other) in zip(TEXTS, json.loads(told), strict=True):
    point = geopy.Point(text)
    away = round(distance(PITCH, (point.latitude, point.longitude)).km)
    parser = [round(one, 2) for one in parser]
    seen.append(((point.latitude, point.longitude), away, parser, other))
    print(f"  {text}: geopy {seen[-1][0]}, {away} km away, coordinate-parser {parser}, the third {other}")

assert seen == [
    ((60.17, 24.94), 0, [60.17, 24.94], "invalid coordinates format"),
    ((24, 94), 6567, [60.28, 25.57], "invalid coordinates format"),
    ((24, 24), 4018, [88.32, 180.4], [60.1699, 24.9384]),
], "places with commas are read otherwise now"
assert round(distance(PITCH, seen[1][2]).km) == 37
print("As found.")
PY
