#!/usr/bin/env bash
# A letter to "Hangö IK, styrelsen" has one recipient more to two mail parsers, whose address is "Hangö IK" or nothing.
#
# Guess: a name with a comma in it, as offices and boards have, and with an ö, as they have too, is one name: RFC 2047
#        packs both into one encoded word, which is taken apart only after the list of addresses.
# Seen:  letterparser 0.1.8 (npm) decodes first and divides at the comma in To and Reply-To, not in From: an answer
#        to "Bidrag, Hangö" goes to an address "Bidrag" and to one named "Hangö". eml-parse-js 1.1.15 (npm) does it in
#        From too, with an empty address. mailparser 3.14.2 and postal-mime 4.0.0 (npm) and mail-parser 4.8.0 (Python)
#        have one recipient with the whole name.
# So:    parse addresses before names are decoded, and have an office with a comma among the tests.
# Source: run here, the versions above; RFC 2047 section 6.2, RFC 5322 section 3.4.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check mail-parser==4.8.0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" letterparser@0.1.8 eml-parse-js@1.1.15 mailparser@3.14.2 \
    postal-mime@4.0.0 >/dev/null

cd "$place"
cat >read.mjs <<'JS'
import fs from "node:fs";
import { readEml } from "eml-parse-js";
import { extract } from "letterparser";
import { simpleParser } from "mailparser";
import PostalMime from "postal-mime";
const letter = fs.readFileSync("letter.eml", "utf8");
const pairs = (list) => [list].flat().map((one) => [one.name ?? "", one.address ?? one.email]);
const eml = await new Promise((give, fail) => readEml(letter, (error, read) => (error ? fail(error) : give(read))));
const simple = await simpleParser(letter);
const postal = await PostalMime.parse(letter);
const letters = extract(letter);
const found = {
  "eml-parse-js": [pairs(eml.from), pairs(eml.to)],
  letterparser: [pairs(letters.from), pairs(letters.to)],
  mailparser: [pairs(simple.from.value), pairs(simple.to.value)],
  "postal-mime": [pairs(postal.from), pairs(postal.to)],
};
found["letterparser, reply"] = [pairs(letters.replyTo)];
found["postal-mime, reply"] = [pairs(postal.replyTo)];
fs.writeFileSync("found.json", JSON.stringify(found));
JS
venv/bin/python - <<'PY'
import json
import subprocess
from pathlib import Path

import mailparser

text = """From: =?utf-8?Q?Kultur=2C_idrott_f=C3=B6r_alla?= <kultur@example.org>\r
To: =?utf-8?Q?Hang=C3=B6_IK=2C_styrelsen?= <board@example.org>\r
Reply-To: =?utf-8?Q?Bidrag=2C_Hang=C3=B6?= <grants@example.org>\r
Subject: Beslut\r
Date: Mon, 1 Mar 2027 10:00:00 +0200\r
\r
Hej\r
"""
Path("letter.eml").write_bytes(text.encode())
subprocess.run(["node", "read.mjs"], check=True, capture_output=True)
seen = json.loads(Path("found.json").read_text())
read = mailparser.parse_from_string(text)
seen["mail-parser"] = [[list(one) for one in read.from_], [list(one) for one in read.to]]
for reader, parties in sorted(seen.items()):
    print(f"  {reader}:", *parties)

OFFICE, BOARD = ["Kultur, idrott för alla", "kultur@example.org"], ["Hangö IK, styrelsen", "board@example.org"]
assert seen == {
    "eml-parse-js": [
        [["Kultur", ""], ["idrott för alla", "kultur@example.org"]],
        [["Hangö IK", ""], ["styrelsen", "board@example.org"]],
    ],
    "letterparser": [[OFFICE], [["", "Hangö IK"], ["styrelsen", "board@example.org"]]],
    "letterparser, reply": [[["", "Bidrag"], ["Hangö", "grants@example.org"]]],
    "postal-mime, reply": [[["Bidrag, Hangö", "grants@example.org"]]],
    "mail-parser": [[OFFICE], [BOARD]],
    "mailparser": [[OFFICE], [BOARD]],
    "postal-mime": [[OFFICE], [BOARD]],
}, "other people get the letter now"
print("As found.")
PY
