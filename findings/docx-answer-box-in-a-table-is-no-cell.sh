#!/usr/bin/env bash
# A table cell that is an answer box in Word is not among python-docx's cells: the answer goes into the next cell.
#
# Guess: a row shown with three cells has three cells in `row.cells`, whether or not one of them is a content control
#        (Word's answer box, `w:sdt` around the cell, valid by the standard).
# Seen:  python-docx 1.2.0 gives two cells and no word of it. Cell 1, where the answer belongs, is now the cell after it,
#        so "Hämeen seura" written by position replaces the printed label "Kommun" and the box stays empty. mammoth
#        1.13.0 sees all three.
# So:    fill municipal templates by the control's tag, or count `w:tc` under `w:sdt` oneself before writing by position.
# Source: run here, python-docx 1.2.0, mammoth 1.13.0 (npm); ECMA-376 part 1, 17.5.2.32 (sdt around a cell).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" mammoth@1.13.0 >/dev/null

"$place/venv/bin/python" - "$place" <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

template, filled = (str(Path(sys.argv[1], name)) for name in ("template.docx", "filled.docx"))
document = Document()
row = document.add_table(1, 3).rows[0]
for cell, text in zip(row.cells, ("Sökande", "Skriv här", "Kommun"), strict=True):
    cell.text = text
answer = row.cells[1]._tc
box = parse_xml(f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="applicant"/></w:sdtPr><w:sdtContent/></w:sdt>')
answer.addprevious(box)
box[1].append(answer)
document.save(template)

document = Document(template)
row = document.tables[0].rows[0]
print("python-docx", version("python-docx"), "sees", [cell.text for cell in row.cells])
assert [cell.text for cell in row.cells] == ["Sökande", "Kommun"], "the answer box is a cell now"
row.cells[1].text = "Hämeen seura"
document.save(filled)
PY
cd "$place"
node - <<'JS'
const assert = require("node:assert");
const mammoth = require("mammoth");
(async () => {
  const cells = async (path) => (await mammoth.extractRawText({ path })).value.split("\n").filter(Boolean);
  const before = await cells("template.docx");
  const after = await cells("filled.docx");
  console.log("mammoth sees", before, "and after cell 1 is filled", after);
  assert.deepStrictEqual(before, ["Sökande", "Skriv här", "Kommun"]);
  assert.deepStrictEqual(after, ["Sökande", "Skriv här", "Hämeen seura"]);
  console.log("As found.");
})();
JS
