#!/usr/bin/env bash
# A Finnish word that typst hyphenates is read by PDFium with U+FFFE in it, and python-docx refuses that text.
#
# Guess: a word divided at the end of a line comes out of the PDF whole or with a hyphen in it, and text taken out of a
#        PDF can always be put into a Word document.
# Seen:  typst 0.15.2 marks the division with a soft hyphen. MuPDF gives that soft hyphen and finds the whole word.
#        PDFium gives U+FFFE, which is no character at all: its own search does not find the word, and python-docx 1.2.0
#        stops with a ValueError. Long Finnish words are divided often.
# So:    take U+FFFE and U+00AD out of text that comes from a PDF, with the line's end after them.
# Source: run here, typst 0.15.2, pypdfium2 5.15.2, pymupdf 2.0, python-docx 1.2.0; XML 1.0 section 2.2 (Char).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2 pypdfium2==5.15.2 pymupdf==2.0 \
    python-docx==1.2.0 2>/dev/null

"$place/venv/bin/python" - "$place" <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import docx
import pymupdf
import pypdfium2
import typst

WORD = "yhdistysavustusta"
source, target = Path(sys.argv[1], "page.typ"), Path(sys.argv[1], "page.pdf")
source.write_text(
    "#set page(width: 40mm, height: 60mm, margin: 5mm)\n"
    '#set text(lang: "fi", hyphenate: true)\n'
    f"Seura hakee {WORD} ja hakemusaika päättyy.\n",
    encoding="utf-8",
)
typst.compile(source, output=target, ignore_system_fonts=True)

by_pdfium = pypdfium2.PdfDocument(target)[0].get_textpage()
by_mupdf = pymupdf.open(target)[0]
taken = by_pdfium.get_text_range()
found = {"PDFium": by_pdfium.search(WORD).get_next() is not None, "MuPDF": bool(by_mupdf.search_for(WORD))}
try:
    docx.Document().add_paragraph(taken)
    word_says = "taken"
except ValueError as error:
    word_says = f"ValueError: {error}"

print("typst", version("typst"), "pypdfium2", version("pypdfium2"), "python-docx", version("python-docx"))
print("  PDFium reads", ascii(taken))
print("  MuPDF reads ", ascii(by_mupdf.get_text()))
print("  finds the word:", found)
print("  python-docx:", word_says)

assert "yh\ufffedistys" in taken, "PDFium reads the divided word otherwise now"
assert "yh\u00ad\ndistys" in by_mupdf.get_text(), "MuPDF reads the divided word otherwise now"
assert found == {"PDFium": False, "MuPDF": True}, "the search finds otherwise now"
assert word_says.startswith("ValueError"), "python-docx takes the text now"
print("As found.")
PY
