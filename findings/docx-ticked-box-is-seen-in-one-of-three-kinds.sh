#!/usr/bin/env bash
# Of three boxes ticked "yes" in a Word form, plain-text readers see one, another one or none.
#
# Guess: a reader that gives the tick of one kind of box gives it of all three that Word forms have (the box of today, the
#        one of the old form fields, the Wingdings sign), and HTML and plain text of one reader agree.
# Seen:  docx2txt 0.9 and officeparser 7.8.0 tell a ticked box of today from an empty one, and neither of the other two
#        kinds; mammoth 1.13.0's plain text tells the signs only, its HTML all three; docx2python 3.7.1 all three (the
#        sign as a span with a number); python-docx 1.2.0 none. Where it is not told, "yes" and "no" stand side by side
#        alike, and nobody knows what was answered.
# So:    read boxes from the elements (`w14:checked`, `w:checkBox`, `w:sym`), and have a form of each kind as a test.
# Source: run here, python-docx 1.2.0 (writes and reads), docx2txt 0.9, docx2python 3.7.1, mammoth 1.13.0 and
#        officeparser 7.8.0 (npm); ECMA-376 part 1, 17.16.7 and 17.3.3.30; [MS-DOCX] 2.6.1 (w14:checkbox).
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
  const path = process.argv[2];
  const found = {
    "mammoth, text": (await mammoth.extractRawText({ path })).value,
    "mammoth, HTML": (await mammoth.convertToHtml({ path })).value,
    officeparser: (await parseOffice(path)).toText(),
  };
  console.log(JSON.stringify(found));
})();
JS
"$place/venv/bin/python" - <<'PY'
import json
import subprocess

import docx
import docx2txt
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx2python import docx2python

NS = nsdecls("w") + ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'


def today(on: bool) -> list[str]:
    sign = "☒" if on else "☐"
    box = f'<w14:checkbox><w14:checked w14:val="{int(on)}"/></w14:checkbox>'
    return [f"<w:sdt {NS}><w:sdtPr>{box}</w:sdtPr><w:sdtContent><w:r><w:t>{sign}</w:t></w:r></w:sdtContent></w:sdt>"]


def form_field(on: bool) -> list[str]:
    box = f'<w:ffData><w:checkBox><w:sizeAuto/><w:default w:val="{int(on)}"/></w:checkBox></w:ffData>'
    inner = (
        f'<w:fldChar w:fldCharType="begin">{box}</w:fldChar>',
        "<w:instrText> FORMCHECKBOX </w:instrText>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return [f"<w:r {NS}>{one}</w:r>" for one in inner]


def sign(on: bool) -> list[str]:
    return [f'<w:r {NS}><w:sym w:font="Wingdings" w:char="{"F0FE" if on else "F0A8"}"/></w:r>']


def read(kind, on: bool) -> dict[str, str]:
    """What each reader makes of one box of this kind."""
    document = docx.Document()
    paragraph = document.add_paragraph()
    for element in kind(on):
        paragraph._p.append(parse_xml(element))
    document.save("form.docx")
    told = subprocess.run(["node", "read.js", "form.docx"], check=True, capture_output=True, text=True).stdout
    texts = {**json.loads(told), "python-docx": paragraph.text, "docx2txt": docx2txt.process("form.docx")}
    with docx2python("form.docx") as opened:
        texts["docx2python"] = opened.text
    return {reader: text.strip() for reader, text in texts.items()}


KINDS = (today, form_field, sign)
seen: dict[str, list[str]] = {}
for kind in KINDS:
    ticked, empty = read(kind, True), read(kind, False)
    for reader, text in ticked.items():
        if text != empty[reader]:
            seen.setdefault(reader, []).append(kind.__name__)
        print(f"  {reader}, {kind.__name__}: {text!r} and {empty[reader]!r}")
print("told apart:", seen)

assert seen == {
    "officeparser": ["today"],
    "docx2txt": ["today"],
    "mammoth, text": ["sign"],
    "mammoth, HTML": ["today", "form_field", "sign"],
    "docx2python": ["today", "form_field", "sign"],
}, "a reader tells other boxes apart now"
print("As found.")
PY
