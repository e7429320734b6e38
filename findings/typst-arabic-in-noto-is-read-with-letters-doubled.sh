#!/usr/bin/env bash
# An Arabic word set by typst in Noto Sans Arabic is read back from the PDF with letters doubled; in Amiri it is right.
#
# Guess: the PDF maps every glyph back to its letter, so whichever Arabic font is chosen, a reader gets the word that was
#        written, once, and a search finds it.
# Seen:  typst 0.15.2 with Noto Sans Arabic 2.12: the font draws a letter and its dots as two glyphs, and both are read
#        as the letter. "Application for a grant", 7 letters, comes back as 10 and in pieces, in another way from each of
#        pypdf, PDFium and MuPDF. The page looks right. With Amiri 1.2 all letters come back once each in all three.
# So:    choose the font by what readers get out of the file, not by how the page looks: copy, search and screen readers
#        hang on it.
# Source: run here, typst 0.15.2, fontpkg-noto-sans-arabic 2.12, fontpkg-amiri 1.2, pypdf 7.1.1, pypdfium2 5.15.2,
#        pymupdf 2.0.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check typst==0.15.2 fontpkg-noto-sans-arabic==2.12 \
    fontpkg-amiri==1.2 pypdf==7.1.1 pypdfium2==5.15.2 pymupdf==2.0 2>/dev/null

"$place/venv/bin/python" - "$place" <<'PY'
import sys
from importlib.metadata import version
from pathlib import Path

import fontpkg_amiri
import fontpkg_noto_sans_arabic
import pymupdf
import pypdf
import pypdfium2
import typst

WRITTEN = "طلب منحة"
source, target = Path(sys.argv[1], "page.typ"), Path(sys.argv[1], "page.pdf")


def read_back(font: str, package) -> dict[str, str]:
    """What three readers get out of a page with one phrase in this font."""
    source.write_text(f'#set text(font: "{font}", lang: "ar")\n{WRITTEN}\n', encoding="utf-8")
    folder = Path(package.__file__).parent / "files"
    typst.compile(source, output=target, font_paths=[folder], ignore_system_fonts=True)
    return {
        "pypdf": pypdf.PdfReader(target).pages[0].extract_text(),
        "PDFium": pypdfium2.PdfDocument(target)[0].get_textpage().get_text_range(),
        "MuPDF": pymupdf.open(target)[0].get_text(),
    }


def letters(text: str) -> list[str]:
    """The letters whatever their order, which readers of right-to-left text decide differently."""
    return sorted(text.replace(" ", "").replace("\r", "").replace("\n", ""))


print("typst", version("typst"), "writes", WRITTEN)
fonts = {"Noto Sans Arabic": fontpkg_noto_sans_arabic, "Amiri": fontpkg_amiri}
same = {}
for font, package in fonts.items():
    for reader, text in read_back(font, package).items():
        same[font, reader] = letters(text) == letters(WRITTEN)
        print(f"  {font}, {reader}: {len(letters(text))} letters for {len(letters(WRITTEN))}: {text.split()}")

assert all(right for (font, _), right in same.items() if font == "Amiri"), "Amiri is read wrongly too"
assert not any(right for (font, _), right in same.items() if font != "Amiri"), "Noto is read rightly now"
print("As found.")
PY
