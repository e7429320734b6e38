#!/usr/bin/env bash
# Rent 1500 and, on the line below in the same paragraph, 2 years: two readers of Word files read a rent of 15002
# years.
#
# Guess: a line break within a paragraph (Shift+Enter) and a tab are white space in plain text, in whatever form,
#        since both part words on the page.
# Seen:  mammoth 1.13.0 (`extractRawText`) leaves the line break out and keeps the tab; officeparser 7.8.0 leaves both
#        out, so that "Hyra<tab>1500<break>2 år" is "Hyra15002 år". mammoth's HTML has the break. python-docx 1.2.0,
#        docx2txt 0.9 and docx2python 3.7.1 have all. Forms and budgets are typed with just these two keys.
# So:    take mammoth's HTML, not its raw text, and test a reader with a budget of two lines.
# Source: run here, python-docx 1.2.0 (writes and reads), docx2txt 0.9, docx2python 3.7.1, mammoth 1.13.0 and
#        officeparser 7.8.0 (npm); ECMA-376 part 1, 17.3.3.1 (br) and 17.3.3.32 (tab).
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
  const found = {
    mammoth: (await mammoth.extractRawText({ path: "budget.docx" })).value,
    "mammoth, HTML": (await mammoth.convertToHtml({ path: "budget.docx" })).value,
    officeparser: (await parseOffice("budget.docx")).toText(),
  };
  console.log(JSON.stringify(found));
})();
JS
"$place/venv/bin/python" - <<'PY'
import json
import subprocess

import docx
import docx2txt
from docx2python import docx2python

document = docx.Document()
document.add_paragraph().add_run("Hyra\t1500\n2 år")
document.save("budget.docx")
assert "<w:tab/>" in document.element.xml and "<w:br/>" in document.element.xml

texts = json.loads(subprocess.run(["node", "read.js"], check=True, capture_output=True, text=True).stdout)
texts["python-docx"] = "\n".join(paragraph.text for paragraph in docx.Document("budget.docx").paragraphs)
texts["docx2txt"] = docx2txt.process("budget.docx")
with docx2python("budget.docx") as read:
    texts["docx2python"] = read.text
seen = {reader: text.strip() for reader, text in texts.items()}
for reader, text in seen.items():
    print(f"  {reader}: {text!r}")

assert seen == {
    "mammoth": "Hyra\t15002 år",
    "mammoth, HTML": "<p>Hyra\t1500<br />2 år</p>",
    "officeparser": "Hyra15002 år",
    "python-docx": "Hyra\t1500\n2 år",
    "docx2txt": "Hyra\t1500\n2 år",
    "docx2python": "Hyra\t1500\n2 år",
}, "a reader is otherwise now"
print("As found.")
PY
