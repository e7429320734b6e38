#!/usr/bin/env bash
# A QR code that segno makes of a short link or an association's id is one that two common readers do not see.
#
# Guess: `segno.make` of any text gives a QR code that readers of QR codes read.
# Seen:  segno 1.6.6 gives a Micro QR code (one corner mark, not three) for whatever fits, up to some 15 characters: a
#        short link of a bot, a Business ID, "tel:112". jsqr 1.4.0, which web pages use, and OpenCV 5.0.0 find nothing in
#        the picture; zxing-cpp 3.1.1 does. A longer link is an ordinary code and read by all three, so it shows only
#        when the text gets shorter.
# So:    `segno.make_qr`, or `micro=False`, for anything that is printed for people.
# Source: run here, segno 1.6.6, jsqr 1.4.0 with pngjs 7.0.0, opencv-python-headless 5.0.0.93, zxing-cpp 3.1.1.
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
process.stdout.write(code ? code.data : "");
JS
venv/bin/python - <<'PY'
import subprocess

import cv2
import segno
import zxingcpp


def readers(text: str, make) -> tuple[str, list[str]]:
    """The kind of code, and which readers read the text from its picture."""
    code = make(text)
    code.save("code.png", scale=8, border=4, kind="png")
    picture = cv2.imread("code.png")
    by_jsqr = subprocess.run(["node", "read.js", "code.png"], capture_output=True, text=True, check=True).stdout
    read = {
        "zxing-cpp": [found.text for found in zxingcpp.read_barcodes(picture)] == [text],
        "OpenCV": cv2.QRCodeDetector().detectAndDecode(picture)[0] == text,
        "jsqr": by_jsqr == text,
    }
    return code.designator, [name for name, right in read.items() if right]


seen = {
    ("make", "t.me/lots_bot"): readers("t.me/lots_bot", segno.make),
    ("make", "2077474-0"): readers("2077474-0", segno.make),
    ("make", "https://t.me/lots_bot"): readers("https://t.me/lots_bot", segno.make),
    ("make_qr", "t.me/lots_bot"): readers("t.me/lots_bot", segno.make_qr),
}
print("segno", segno.__version__)
for (function, text), (kind, by) in seen.items():
    print(f"  {function}({text}): {kind}, read by {by}")

everyone = ["zxing-cpp", "OpenCV", "jsqr"]
assert [by for _, by in seen.values()] == [["zxing-cpp"]] * 2 + [everyone] * 2, "they are read otherwise now"
print("As found.")
PY
