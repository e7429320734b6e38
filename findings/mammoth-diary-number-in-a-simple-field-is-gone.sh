#!/usr/bin/env bash
# The diary number in a municipality's letter is read by mammoth or not, depending on how the field was written down.
#
# Guess: Word writes a field's result in one of two ways, `w:fldSimple` around it or marks before and after it, and shows
#        both alike; a reader that gives the text of one gives the text of the other.
# Seen:  mammoth 1.13.0 (Python and npm), and markitdown 0.1.9 on it, give "Dnr 417/2026" of the marked field and "Dnr " of
#        the simple one. mammoth has a line about it among its messages, markitdown does not pass it on. Diary numbers,
#        dates and "Table 1" are such fields. python-docx 1.2.0 loses it too; docx2txt 0.9 and officeparser 7.8.0 give
#        both.
# So:    stop when mammoth has a message about an element that it ignored; before the others, look for `w:fldSimple`.
# Source: run here, python-docx 1.2.0 (writes and reads), mammoth 1.13.0 (PyPI and npm), markitdown 0.1.9, docx2txt 0.9,
#        officeparser 7.8.0 (npm); ECMA-376 part 1, 17.16.19 (fldSimple). The number is a made-up sample.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 docx2txt==0.9 mammoth==1.13.0 \
    'markitdown[docx]==0.1.9' 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" mammoth@1.13.0 officeparser@7.8.0 >/dev/null

cd "$place"
cat >read.js <<'JS'
const mammoth = require("mammoth");
const { parseOffice } = require("officeparser");
(async () => {
  const [raw, parsed] = [await mammoth.extractRawText({ path: "letter.docx" }), await parseOffice("letter.docx")];
  const found = { "mammoth (npm)": raw.value, officeparser: parsed.toText() };
  console.log(JSON.stringify({ found, messages: raw.messages }));
})();
JS
"$place/venv/bin/python" - <<'PY'
import json
import subprocess

import docx
import docx2txt
import mammoth
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from markitdown import MarkItDown

W, FIELD = nsdecls("w"), " DOCPROPERTY Dnr "
document = docx.Document()
marked = document.add_paragraph("Marked: ")._p
for inner in (
    '<w:fldChar w:fldCharType="begin"/>',
    f'<w:instrText xml:space="preserve">{FIELD}</w:instrText>',
    '<w:fldChar w:fldCharType="separate"/>',
    "<w:t>417/2026</w:t>",
    '<w:fldChar w:fldCharType="end"/>',
):
    marked.append(parse_xml(f"<w:r {W}>{inner}</w:r>"))
simple = document.add_paragraph("Simple: ")._p
simple.append(parse_xml(f'<w:fldSimple {W} w:instr="{FIELD}"><w:r><w:t>417/2026</w:t></w:r></w:fldSimple>'))
document.save("letter.docx")

told = json.loads(subprocess.run(["node", "read.js"], check=True, capture_output=True, text=True).stdout)
texts = told["found"]
with open("letter.docx", "rb") as letter:
    raw = mammoth.extract_raw_text(letter)
texts["mammoth (PyPI)"] = raw.value
texts["markitdown"] = MarkItDown().convert("letter.docx").text_content
texts["python-docx"] = "\n".join(paragraph.text for paragraph in docx.Document("letter.docx").paragraphs)
texts["docx2txt"] = docx2txt.process("letter.docx")
seen = {reader: text.split() for reader, text in texts.items()}
for reader, words in seen.items():
    print(f"  {reader}: {' '.join(words)}")

for reader in ("officeparser", "docx2txt"):
    assert seen[reader] == ["Marked:", "417/2026", "Simple:", "417/2026"], f"{reader} is otherwise now"
for reader in ("mammoth (PyPI)", "mammoth (npm)", "markitdown", "python-docx"):
    assert seen[reader] == ["Marked:", "417/2026", "Simple:"], f"{reader} is otherwise now"
ignored = "An unrecognised element was ignored: w:fldSimple"
assert [one.message for one in raw.messages] == [one["message"] for one in told["messages"]] == [ignored]
print("As found.")
PY
