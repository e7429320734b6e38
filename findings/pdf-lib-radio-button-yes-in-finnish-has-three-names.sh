#!/usr/bin/env bash
# The answer "Kyllä" (yes) of a PDF form is "Kyllä", "KyllÃ¤" or "Kyll#c3#a4", and PyMuPDF gives two names at once.
#
# Guess: the value of a radio button is read with the same letters by every library that reads text fields with ä and ö
#        right; whether ä stands as #C3#A4 or #c3#a4 in the file makes no difference, as PDF says of its names.
# Seen:  pypdf 7.1.1 reads "Kyllä". pdf-lib 1.17.1 (npm) reads "KyllÃ¤" of the capital and "Kyll#c3#a4" of the small
#        hexadecimal form, which pikepdf writes, and `select("Kyllä")` is an error. In PyMuPDF 2.0 the ticked button's
#        `field_value` is "Kyllä" and its `on_state()` is "Kyll#C3#A4", so the comparison of the two says "not ticked".
#        A yes is then counted as no answer; with "Ei" (no) all agree.
# So:    give the buttons of one's own forms export values of plain ASCII; in others' forms look at which one is on.
# Source: run here, reportlab 5.1.0 and pikepdf 10.18.0 (write the form), pypdf 7.1.1, PyMuPDF 2.0, pdf-lib 1.17.1; ISO
#        32000-1 section 7.3.5 (names).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check reportlab==5.1.0 pikepdf==10.18.0 pypdf==7.1.1 \
    pymupdf==2.0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$place" pdf-lib@1.17.1 >/dev/null

cd "$place"
cat >read.js <<'JS'
const { readFileSync } = require("node:fs");
const { PDFDocument } = require("pdf-lib");
(async () => {
  const form = (await PDFDocument.load(readFileSync(process.argv[2]))).getForm();
  console.log(form.getRadioGroup("answer").getSelected());
})();
JS
"$place/venv/bin/python" - <<'PY'
import subprocess
from importlib.metadata import version
from pathlib import Path

import pikepdf
import pymupdf
import pypdf
from reportlab.pdfgen.canvas import Canvas


def write(value: str, path: Path) -> None:
    """A form with one question, on whose first button this value is set and ticked."""
    canvas = Canvas("draft.pdf")
    canvas.acroForm.radio(name="answer", value="Yes", selected=True, x=50, y=600)
    canvas.acroForm.radio(name="answer", value="Other", selected=False, x=100, y=600)
    canvas.showPage()
    canvas.save()
    with pikepdf.open("draft.pdf") as draft:
        (question,) = draft.Root.AcroForm.Fields
        for button in question.Kids:
            for looks in button.AP.values():
                if "/Yes" in looks:
                    looks[f"/{value}"] = looks["/Yes"]
                    del looks["/Yes"]
            if button.AS == "/Yes":
                button.AS = pikepdf.Name(f"/{value}")
        question.V = pikepdf.Name(f"/{value}")
        draft.save(path)


def read(path: Path) -> dict[str, str]:
    """What each library calls the answer."""
    form = pymupdf.open(path)
    page = form[0]
    ticked = next(one for one in page.widgets() if one.field_value != "Off")
    told = subprocess.run(["node", "read.js", str(path)], check=True, capture_output=True, text=True).stdout
    return {
        "pypdf": pypdf.PdfReader(path).get_fields()["answer"]["/V"].removeprefix("/"),
        "PyMuPDF, value": ticked.field_value,
        "PyMuPDF, on_state": ticked.on_state(),
        "pdf-lib": told.strip(),
    }


small, capital, plain = (Path(f"{name}.pdf") for name in ("small", "capital", "plain"))
write("Kyllä", small)
capital.write_bytes(small.read_bytes().replace(b"#c3#a4", b"#C3#A4"))
write("Ei", plain)
seen = {path.stem: read(path) for path in (small, capital, plain)}
print("pypdf", pypdf.__version__, "PyMuPDF", version("pymupdf"), "pdf-lib 1.17.1")
for name, names in seen.items():
    print(f"  {name}: {names}")

assert set(seen["plain"].values()) == {"Ei"}, "the plain value is read otherwise now"
for name, by_pdf_lib in {"small": "Kyll#c3#a4", "capital": "KyllÃ¤"}.items():
    assert list(seen[name].values()) == ["Kyllä", "Kyllä", "Kyll#C3#A4", by_pdf_lib], f"{name} is read otherwise now"
print("As found.")
PY
