#!/usr/bin/env bash
# "5-10 children", with the hyphen that Word keeps on one line, is read as "510 children" by three readers of five.
#
# Guess: a reader of Word files that gives the plain text gives a non-breaking hyphen (Ctrl+Shift+hyphen, in the file an
#        element of its own, `w:noBreakHyphen`) as some kind of hyphen; at the worst as a gap.
# Seen:  docx2txt 0.9, docx2python 3.7.1 and officeparser 7.8.0 (npm) leave it out without a word: 5-10 becomes 510,
#        2027-2028 becomes 20272028, a Business ID loses its hyphen. python-docx 1.2.0 gives "-", mammoth 1.13.0 U+2011.
#        Numbers and ids are just where people use that hyphen.
# So:    read Word files with python-docx or mammoth, and test a reader with that hyphen.
# Source: run here, python-docx 1.2.0 (writes and reads), docx2txt 0.9, docx2python 3.7.1, mammoth 1.13.0 and
#        officeparser 7.8.0 (npm); ECMA-376 part 1, 17.3.3.18 (noBreakHyphen). The id is a made-up sample.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 docx2txt==0.9 docx2python==3.7.1 \
    2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" mammoth@1.13.0 officeparser@7.8.0 >/dev/null

cd "$place"
cat >read.js <<'JS'
const mammoth = require("mammoth");
const { parseOffice } = require("officeparser");
(async () => {
  const parsed = await parseOffice("plan.docx");
  const found = { mammoth: (await mammoth.extractRawText({ path: "plan.docx" })).value, officeparser: parsed.toText() };
  console.log(JSON.stringify(found));
})();
JS
"$place/venv/bin/python" - <<'PY'
import json
import subprocess

import docx
import docx2txt
from docx2python import docx2python

WRITTEN = ("5-10 lasta", "2027-2028", "1234567-1")
document = docx.Document()
for text in WRITTEN:
    before, after = text.split("-")
    run = document.add_paragraph().add_run(before)
    run._r.append(run._r.makeelement(docx.oxml.ns.qn("w:noBreakHyphen")))
    run._r.add_t(after)
document.save("plan.docx")

texts = json.loads(subprocess.run(["node", "read.js"], check=True, capture_output=True, text=True).stdout)
texts["python-docx"] = "\n".join(paragraph.text for paragraph in docx.Document("plan.docx").paragraphs)
texts["docx2txt"] = docx2txt.process("plan.docx")
with docx2python("plan.docx") as read:
    texts["docx2python"] = read.text
seen = {reader: [line for line in text.splitlines() if line] for reader, text in texts.items()}
for reader, lines in seen.items():
    print(f"  {reader}: {lines}")

assert seen["python-docx"] == list(WRITTEN)
assert seen["mammoth"] == [text.replace("-", "\u2011") for text in WRITTEN]
for reader in ("docx2txt", "docx2python", "officeparser"):
    assert seen[reader] == [text.replace("-", "") for text in WRITTEN], f"{reader} reads the hyphen now"
print("As found.")
PY
