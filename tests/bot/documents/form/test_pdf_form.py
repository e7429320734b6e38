"""A filled PDF form, read by other programs than the one that filled it."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from bot.documents.form.pdf_form import filled_pdf
from tests.bot.documents.form.blanks import a_blank
from tests.bot.documents.papers import pdf_reader

LONG = "Öppen träff varje onsdag för daglediga som annars äter ensamma. Det kommer ungefär tjugo personer."
ENTRIES = {
    "name": "Åbo & Ålands förening ŋ rf",
    "activity": LONG,
    "rules": True,
    "board": "Nej",
    "language": "Suomi",
    "day": date(2026, 12, 1),
}


def test_the_fields_hold_the_answers_as_they_are() -> None:
    fields = pdf_reader(filled_pdf(a_blank(), ENTRIES)).get_fields() or {}
    held = {name: str(field.get("/V")) for name, field in fields.items()}
    assert held == {
        "name": "Åbo & Ålands förening ŋ rf",
        "number": "",
        "activity": LONG,
        "day": "1.12.2026",
        "rules": "/Yes",
        "board": "/Nej",
        "language": "Suomi",
    }


def test_the_same_answers_give_the_same_bytes() -> None:
    assert filled_pdf(a_blank(), ENTRIES) == filled_pdf(a_blank(), ENTRIES)


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_the_page_shows_them_all_in_lines_that_have_room(tmp_path: Path) -> None:
    file = tmp_path / "filled.pdf"
    file.write_bytes(filled_pdf(a_blank(), ENTRIES))
    page = subprocess.run(["pdftotext", "-layout", str(file), "-"], check=True, capture_output=True, text=True).stdout
    for words in ("Åbo & Ålands förening ? rf", "1.12.2026", "Suomi"):
        assert words in page
    assert LONG in " ".join(page.replace("Activity", "").split())
    assert max(len(line.strip()) for line in page.splitlines()) <= 75
