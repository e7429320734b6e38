#!/usr/bin/env bash
# A form field filled by pypdf with an Arabic name draws "????" and yet two readers of three take the name from the page.
#
# Guess: the text that is taken from a page is the text that stands on it, so a test that takes the text of a filled form
#        shows that the form is right; a letter that the field's font lacks is lost in both.
# Seen:  pypdf 7.1.1 draws a question mark for each letter and lays the true name over them as ActualText. PDFium and
#        MuPDF give the name, pypdf itself gives the question marks, and the paper has question marks only. pypdf logs a
#        warning ("may result in text corruption"), no more.
# So:    treat that warning as an error, and look at a form as it is drawn.
# Source: run here, pypdf 7.1.1, pypdfium2 5.15.2, pymupdf 2.0, reportlab 5.1.0 (writes the form).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check pypdf==7.1.1 reportlab==5.1.0 pypdfium2==5.15.2 \
    pymupdf==2.0 2>/dev/null

"$place/venv/bin/python" - "$place" <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import pymupdf
import pypdf
import pypdfium2
from reportlab.pdfgen.canvas import Canvas

empty, filled = (str(Path(sys.argv[1], name)) for name in ("form.pdf", "filled.pdf"))
canvas = Canvas(empty)
canvas.acroForm.textfield(name="name", x=50, y=700, width=400, height=24, fontName="Helvetica", fontSize=12)
canvas.showPage()
canvas.save()


def drawn_and_read(value: str) -> dict[str, str]:
    """What the page's own instructions draw for this value, and what readers take from the page."""
    writer = pypdf.PdfWriter(clone_from=empty)
    writer.update_page_form_field_values(writer.pages[0], {"name": value}, auto_regenerate=False, flatten=True)
    writer.remove_annotations(subtypes="/Widget")
    drawn = [line for line in everything_drawn(writer) if line.endswith(b"Tj")]
    writer.write(filled)
    return {
        "drawn": b" ".join(drawn).decode("latin-1"),
        "pypdf": pypdf.PdfReader(filled).pages[0].extract_text().strip(),
        "PDFium": pypdfium2.PdfDocument(filled)[0].get_textpage().get_text_range().strip(),
        "MuPDF": pymupdf.open(filled)[0].get_text().strip(),
    }


def everything_drawn(writer: pypdf.PdfWriter) -> list[bytes]:
    """The lines of the field's drawing, which is a form of the page once the field is flattened."""
    forms = writer.pages[0]["/Resources"]["/XObject"].values()
    return [line for form in forms for line in form.get_object().get_data().splitlines()]


print("pypdf", version("pypdf"))
seen = drawn_and_read("أحمد")
for where, text in seen.items():
    print(f"  {where}: {text}")

assert seen == {"drawn": "(????) Tj", "pypdf": "????", "PDFium": "أحمد", "MuPDF": "أحمد"}, "it is otherwise now"
print("As found.")
PY
