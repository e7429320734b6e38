#!/usr/bin/env bash
# An application that was filled in on the screen comes without its answers: five readers of PDF text of six see none.
#
# Guess: the text of a page is what the page shows. What was filled into the boxes of a form may be missing, that is
#        known to be asked for by another call; what was typed on top of the page, as people do with a form that has
#        no boxes ("Add text" in a viewer: a FreeText annotation), is text on the page.
# Seen:  pypdf 7.1.1, pdfminer.six 20260107, pdfplumber 0.11.10, pypdfium2 5.15.2 and unpdf 1.7.0 (npm, pdf.js) give
#        "Hakija: Haettu summa:" and neither kind of answer. Their calls for form fields know the boxes, not the typed
#        text, so that an application on paper's form looks empty in both. PyMuPDF 2.0 gives both, after all the
#        questions. None of them says a word.
# So:    look for annotations before an application is called empty, or draw the page and show it to a person.
# Source: run here, reportlab 5.1.0 (writes the form), PyMuPDF 2.0 (types on it), and the readers named above; ISO
#        32000-1, 12.5.6.6 (free text annotations).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check reportlab==5.1.0 pypdf==7.1.1 pdfminer.six==20260107 \
    pdfplumber==0.11.10 pypdfium2==5.15.2 pymupdf==2.0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" unpdf@1.7.0 >/dev/null

cd "$place"
cat >read.mjs <<'JS'
import { readFileSync } from "node:fs";
import { extractText } from "unpdf";
const { text } = await extractText(new Uint8Array(readFileSync("filled.pdf")), { mergePages: true });
console.log(JSON.stringify(text));
JS
"$place/venv/bin/python" - <<'PY'
import json
import subprocess

import pdfplumber
import pymupdf
import pypdf
import pypdfium2
from pdfminer.high_level import extract_text
from reportlab.pdfgen.canvas import Canvas

canvas = Canvas("form.pdf")
canvas.drawString(50, 760, "Hakija:")
canvas.acroForm.textfield(name="applicant", value="Merikerho", x=150, y=750, width=200, height=20)
canvas.drawString(50, 700, "Haettu summa:")
canvas.save()
form = pymupdf.open("form.pdf")
form[0].add_freetext_annot((150, 130, 350, 160), "1500 euroa", fontsize=11)
form.save("filled.pdf")

with pdfplumber.open("filled.pdf") as plumbed:
    by_pdfplumber = plumbed.pages[0].extract_text()
texts = {
    "pypdf": pypdf.PdfReader("filled.pdf").pages[0].extract_text(),
    "pdfminer.six": extract_text("filled.pdf"),
    "pdfplumber": by_pdfplumber,
    "pypdfium2": pypdfium2.PdfDocument("filled.pdf")[0].get_textpage().get_text_bounded(),
    "unpdf": json.loads(subprocess.run(["node", "read.mjs"], check=True, capture_output=True, text=True).stdout),
    "PyMuPDF": pymupdf.open("filled.pdf")[0].get_text(),
}
seen = {reader: ("Haettu summa" in text, "Merikerho" in text, "1500" in text) for reader, text in texts.items()}
for reader, (asked, filled, typed) in seen.items():
    print(f"  {reader}: question {asked}, filled into the box {filled}, typed on top {typed}")
fields = pypdf.PdfReader("filled.pdf").get_form_text_fields()
print(f"  pypdf's form fields: {fields}")

assert seen.pop("PyMuPDF") == (True, True, True), "PyMuPDF is otherwise now"
assert set(seen.values()) == {(True, False, False)}, "a reader is otherwise now"
assert fields == {"applicant": "Merikerho"}, "pypdf's fields are otherwise now"
print("As found.")
PY
