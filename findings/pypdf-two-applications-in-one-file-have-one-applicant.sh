#!/usr/bin/env bash
# Two filled applications, put into one file for the board, have one applicant when their fields are read.
#
# Guess: a file made of two filled forms has the fields of both, under two names or in a list; if a library cannot keep
#        them apart it says so, or it keeps none.
# Seen:  appended by pypdf 7.1.1 both pages show their own applicant, and `get_form_text_fields()` of that file gives one
#        name with the last value; the box that only the first had ticked reads as empty. Put together by pikepdf
#        10.18.0 or pdf-lib 1.17.1 the file has no fields at all for the same reader, while PyMuPDF 2.0 finds both
#        values in each. PyMuPDF's own joining renames the second's fields. pikepdf warns, the others
#        say nothing.
# So:    read each application before it is joined with others; in pypdf `add_form_topname` first.
# Source: run here, reportlab 5.1.0 (writes the forms), pypdf 7.1.1, pikepdf 10.18.0, PyMuPDF 2.0, pdf-lib 1.17.1 (npm).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check reportlab==5.1.0 pypdf==7.1.1 pikepdf==10.18.0 \
    pymupdf==2.0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" pdf-lib@1.17.1 >/dev/null

cd "$place"
cat >join.js <<'JS'
const { readFileSync, writeFileSync } = require("node:fs");
const { PDFDocument } = require("pdf-lib");
(async () => {
  const joined = await PDFDocument.create();
  for (const name of ["one.pdf", "two.pdf"]) {
    const part = await PDFDocument.load(readFileSync(name));
    for (const page of await joined.copyPages(part, part.getPageIndices())) joined.addPage(page);
  }
  writeFileSync("pdf-lib.pdf", await joined.save());
})();
JS
"$place/venv/bin/python" - <<'PY'
import subprocess
import warnings

import pikepdf
import pymupdf
import pypdf
from reportlab.pdfgen.canvas import Canvas

APPLICANTS = {"one.pdf": ("Merikerho", True), "two.pdf": ("Vasa IF", False)}
for path, (applicant, agrees) in APPLICANTS.items():
    canvas = Canvas(path)
    canvas.acroForm.textfield(name="applicant", value=applicant, x=50, y=700, width=200, height=20)
    canvas.acroForm.checkbox(name="agrees", checked=agrees, x=50, y=650)
    canvas.showPage()
    canvas.save()

warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
writer = pypdf.PdfWriter()
apart = pypdf.PdfWriter()
by_pikepdf = pikepdf.new()
by_pymupdf = pymupdf.open()
for path in APPLICANTS:
    writer.append(path)
    reader = pypdf.PdfReader(path)
    reader.add_form_topname(path.removesuffix(".pdf"))
    apart.append(reader)
    by_pikepdf.pages.extend(pikepdf.open(path).pages)
    by_pymupdf.insert_pdf(pymupdf.open(path))
writer.write("pypdf.pdf")
apart.write("pypdf, topname.pdf")
by_pikepdf.save("pikepdf.pdf")
by_pymupdf.save("PyMuPDF.pdf")
subprocess.run(["node", "join.js"], check=True)

seen = {}
for joiner in ("pypdf", "pypdf, topname", "pikepdf", "pdf-lib", "PyMuPDF"):
    path = f"{joiner}.pdf"
    fields = pypdf.PdfReader(path).get_fields() or {}
    texts = [field["/V"] for field in fields.values() if field.get("/FT") == "/Tx"]
    ticked = [field["/V"] for field in fields.values() if field.get("/FT") == "/Btn"]
    on_pages = [one.field_value for page in pymupdf.open(path) for one in page.widgets() if one.field_type_string == "Text"]
    seen[joiner] = (texts, ticked, on_pages)
    print(f"  joined by {joiner}: pypdf reads {texts} {ticked}, PyMuPDF reads {on_pages}")

both = ["Merikerho", "Vasa IF"]
assert all(on_pages == both for _, _, on_pages in seen.values()), "PyMuPDF finds other values now"
assert seen["pypdf"][:2] == (["Vasa IF"], ["/Off"]), "pypdf reads its own joined file otherwise now"
assert seen["pikepdf"][0] == seen["pdf-lib"][0] == [], "the fields of pikepdf or pdf-lib are found now"
assert seen["PyMuPDF"][0] == seen["pypdf, topname"][0] == both, "renamed fields are read otherwise now"
print("As found.")
PY
