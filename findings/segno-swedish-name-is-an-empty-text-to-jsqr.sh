#!/usr/bin/env bash
# A QR code with a Finnish or Swedish name is empty to jsqr, one with a Sámi name is right; zxing reads "ÄÄÄ" as Japanese.
#
# Guess: a name with å, ä or ö in a code made by segno is read with the same letters by every reader; if any name is
#        hard, then one with Č.
# Seen:  segno 1.6.6 writes a text that fits into ISO 8859-1 as ISO 8859-1, which is the standard's own choice, and any
#        other as UTF-8, and marks neither. jsqr 1.4.0 takes bytes for UTF-8: it finds the code of "Hämeen seura" and gives
#        an empty text. zxing-cpp 3.1.1 guesses, rightly with sentences, and reads "ÄÄÄ" as the Japanese "ﾄﾄﾄ".
#        With encoding="utf-8" both read all three.
# So:    `segno.make_qr(text, encoding="utf-8")` for whatever people will scan.
# Source: run here, segno 1.6.6, jsqr 1.4.0 with pngjs 7.0.0, zxing-cpp 3.1.1, opencv-python-headless 5.0.0.93 (opens
#        the picture).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check segno==1.6.6 opencv-python-headless==5.0.0.93 \
    zxing-cpp==3.1.1 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" jsqr@1.4.0 pngjs@7.0.0 >/dev/null
cd "$place"

cat >read.js <<'JS'
const fs = require("node:fs");
const { PNG } = require("pngjs");
const picture = PNG.sync.read(fs.readFileSync(process.argv[2]));
const code = require("jsqr")(new Uint8ClampedArray(picture.data), picture.width, picture.height);
process.stdout.write(code ? `found: ${code.data}` : "not found");
JS
venv/bin/python - <<'PY'
import subprocess

import cv2
import segno
import zxingcpp

TEXTS = ("Hämeen seura", "Čáhppe", "ÄÄÄ")


def readings(text: str, encoding: str | None) -> tuple[str, str]:
    """What jsqr and zxing-cpp make of the code."""
    segno.make_qr(text, encoding=encoding).save("code.png", scale=8, border=4, kind="png")
    by_jsqr = subprocess.run(["node", "read.js", "code.png"], capture_output=True, text=True, check=True).stdout
    return by_jsqr, " ".join(found.text for found in zxingcpp.read_barcodes(cv2.imread("code.png")))


seen = {(text, encoding): readings(text, encoding) for encoding in (None, "utf-8") for text in TEXTS}
print("segno", segno.__version__)
for (text, encoding), (by_jsqr, by_zxing) in seen.items():
    print(f"  {text} ({encoding or 'as segno chooses'}): jsqr {by_jsqr!r}, zxing-cpp {by_zxing!r}")

assert seen["Hämeen seura", None] == ("found: ", "Hämeen seura"), "the name is read otherwise now"
assert seen["Čáhppe", None] == ("found: Čáhppe", "Čáhppe")
assert seen["ÄÄÄ", None] == ("found: ", "ﾄﾄﾄ"), "the capitals are read otherwise now"
assert all(seen[text, "utf-8"] == (f"found: {text}", text) for text in TEXTS), "UTF-8 is read otherwise now"
print("As found.")
PY
