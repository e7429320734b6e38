#!/usr/bin/env bash
# A form field filled by pikepdf holds "Hämeen seura" and shows "H?meen seura".
#
# Guess: a field in Helvetica takes all letters of Finnish and Swedish, which every Latin encoding of PDF has; what the
#        field shows is what it holds.
# Seen:  pikepdf 10.18.0, both of its appearance generators: a field whose font has the encoding that PDF itself calls
#        PDFDocEncoding, which is what reportlab writes, gets "?" for every å, ä and ö. The value is stored right, no
#        error, no warning: a program that reads the value back sees nothing wrong, who prints the form does. pypdf
#        7.1.1 shows the same value in the same file right. pikepdf's documentation names ASCII, WinAnsi and MacRoman
#        as supported and does not say what becomes of the rest.
# So:    after filling a form, read what the page shows, not what the field holds.
# Source: run here, pikepdf 10.18.0, pypdf 7.1.1, reportlab 5.1.0 (writes the form), pypdfium2 5.15.2 (reads the page).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check pikepdf==10.18.0 pypdf==7.1.1 reportlab==5.1.0 \
    pypdfium2==5.15.2 2>/dev/null

"$place/venv/bin/python" - "$place" <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import pikepdf
import pypdf
import pypdfium2
from pikepdf.form import DefaultAppearanceStreamGenerator, ExtendedAppearanceStreamGenerator, Form
from reportlab.pdfgen.canvas import Canvas

VALUE = "Hämeen seura"
empty, filled = (str(Path(sys.argv[1], name)) for name in ("form.pdf", "filled.pdf"))
canvas = Canvas(empty)
canvas.acroForm.textfield(name="applicant", x=50, y=700, width=400, height=24, fontName="Helvetica", fontSize=12)
canvas.showPage()
canvas.save()


def with_pikepdf(generator) -> None:
    with pikepdf.open(empty) as pdf:
        Form(pdf, generator)["applicant"].value = VALUE
        pdf.save(filled)


def with_pypdf() -> None:
    writer = pypdf.PdfWriter(clone_from=empty)
    writer.update_page_form_field_values(writer.pages[0], {"applicant": VALUE}, auto_regenerate=False)
    writer.write(filled)


def held_and_shown() -> tuple[str, str]:
    """The field's value, and what is drawn: PDFium reads text only, so the field is first made part of the page."""
    held = pypdf.PdfReader(filled).get_fields()["applicant"]["/V"]
    with pikepdf.open(filled) as pdf:
        pdf.flatten_annotations()
        pdf.save(Path(sys.argv[1], "flat.pdf"))
    page = pypdfium2.PdfDocument(Path(sys.argv[1], "flat.pdf"))[0]
    return held, page.get_textpage().get_text_range().strip()


print("pikepdf", pikepdf.__version__, "pypdf", version("pypdf"))
seen = {}
for generator in (DefaultAppearanceStreamGenerator, ExtendedAppearanceStreamGenerator):
    with_pikepdf(generator)
    seen[generator.__name__] = held_and_shown()
with_pypdf()
seen["pypdf"] = held_and_shown()
for writer, (held, shown) in seen.items():
    print(f"  {writer}: holds {held}, shows {shown}")

assert seen.pop("pypdf") == (VALUE, VALUE), "pypdf shows otherwise now"
assert set(seen.values()) == {(VALUE, "H?meen seura")}, "pikepdf shows otherwise now"
print("As found.")
PY
