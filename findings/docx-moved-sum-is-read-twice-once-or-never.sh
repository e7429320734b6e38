#!/usr/bin/env bash
# A line of a budget that was moved while changes were tracked is read twice, once or never, depending on the reader.
#
# Guess: a reader that gives tracked insertions and leaves out tracked deletions treats a moved line in the same way: it
#        is gone from its old place and stands in the new one.
# Seen:  docx2txt 0.9, docx2python 3.7.1 and officeparser 7.8.0 leave out what was deleted and give what was moved in
#        both places, so the rent is in the budget twice. python-docx 1.2.0 gives neither place, so it is not there at
#        all, and leaves out what was inserted besides. mammoth 1.13.0 gives it once, as Word shows it.
# So:    accept all changes before a document is read, or refuse a file with `w:moveFrom`, `w:ins` or `w:del` in it.
# Source: run here, python-docx 1.2.0 (writes and reads), docx2txt 0.9, docx2python 3.7.1, mammoth 1.13.0 and
#        officeparser 7.8.0 (npm); ECMA-376 part 1, 17.13.5 (moveFrom and moveTo around runs).
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
  const parsed = await parseOffice("budget.docx");
  const found = { mammoth: (await mammoth.extractRawText({ path: "budget.docx" })).value, officeparser: parsed.toText() };
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

WHO = 'w:author="Sample" w:date="2026-11-29T12:00:00Z"'


def tracked(kind: str, number: int, text: str):
    """A run of text inside one tracked change."""
    tag = "delText" if kind == "del" else "t"
    return parse_xml(f'<w:{kind} {nsdecls("w")} w:id="{number}" {WHO}><w:r><w:{tag}>{text}</w:{tag}></w:r></w:{kind}>')


def edge(kind: str, number: int, name: str = ""):
    """The start or the end of the range that was moved."""
    named = f'w:name="{name}" {WHO}' if name else ""
    return parse_xml(f'<w:{kind} {nsdecls("w")} w:id="{number}" {named}/>')


document = docx.Document()
for place, number in (("moveFrom", 1), ("moveTo", 11)):
    paragraph = document.add_paragraph("Kulut: ")._p
    paragraph.append(edge(f"{place}RangeStart", number, "move1"))
    paragraph.append(tracked(place, number + 1, "vuokra 1500"))
    paragraph.append(edge(f"{place}RangeEnd", number))
changed = document.add_paragraph("Palkka: ")._p
changed.append(tracked("del", 21, "2000"))
changed.append(tracked("ins", 22, "2500"))
document.save("budget.docx")

texts = json.loads(subprocess.run(["node", "read.js"], check=True, capture_output=True, text=True).stdout)
texts["python-docx"] = "\n".join(paragraph.text for paragraph in docx.Document("budget.docx").paragraphs)
texts["docx2txt"] = docx2txt.process("budget.docx")
with docx2python("budget.docx") as read:
    texts["docx2python"] = read.text
seen = {reader: {sum_: text.count(sum_) for sum_ in ("1500", "2000", "2500")} for reader, text in texts.items()}
for reader, counts in seen.items():
    print(f"  {reader}: moved {counts['1500']}, deleted {counts['2000']}, inserted {counts['2500']} times")

for reader in ("docx2txt", "docx2python", "officeparser"):
    assert seen[reader] == {"1500": 2, "2000": 0, "2500": 1}, f"{reader} is otherwise now"
assert seen["python-docx"] == {"1500": 0, "2000": 0, "2500": 0}, "python-docx is otherwise now"
assert seen["mammoth"] == {"1500": 1, "2000": 0, "2500": 1}, "mammoth is otherwise now"
print("As found.")
PY
