"""Forms that other programs made, filled and looked at: what stands in them, and what another program shows of it."""

import io
import re
import shutil
import subprocess
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from bot.documents.form.docx_form import filled_docx
from bot.documents.form.pdf_form import filled_pdf
from knowledge.blanks.blank import Blank
from knowledge.blanks.docx_boxes import W, controls, docx_boxes
from knowledge.blanks.pdf_boxes import pdf_boxes
from knowledge.language import Language
from knowledge.papers.form_entries import Entry
from tests.bot.documents.papers import document, pdf_reader

MADE = Path(__file__).parent / "made"
NAME, ACTIVITY = "Åbo & Ålands förening š rf", "Öppen träff varje onsdag.\nPå lördagar lagar vi mat."
ENTRIES: Mapping[str, Entry] = {
    "name": NAME, "number": "20774740", "activity": ACTIVITY, "day": date(2026, 12, 3), "rules": True,
    "language": "Suomi",
}  # fmt: skip
needs_poppler = pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed")


def blank(file: str) -> Blank:
    content = (MADE / file).read_bytes()
    return Blank(file, content, (Language.SV,), (pdf_boxes if file.endswith("pdf") else docx_boxes)(content), ())


def filled(maker: str, below: str = "", **others: Entry) -> bytes:
    return filled_pdf(blank(f"{maker}.pdf"), {below + name: entry for name, entry in {**ENTRIES, **others}.items()})


@pytest.mark.parametrize(
    ("maker", "below", "board", "held"),
    [
        ("libreoffice", "", "Kyllä", {"board": "/Kyllä", "language": "Suomi", "day": "12/03/26"}),
        ("mupdf", "", "Nej", {"board": "0", "language": "fi", "day": "3.12.2026"}),
        ("pdf-lib", "form.", "Nej", {"board": "/1", "language": "Suomi", "day": "3.12.2026"}),
    ],
)
def test_fields_hold_answers_as_their_form_calls_them(maker: str, below: str, board: str, held: dict[str, str]) -> None:
    fields = pdf_reader(filled(maker, below, board=board)).get_fields() or {}
    found = {name.removeprefix(below): str(field.get("/V")) for name, field in fields.items()}
    assert {name: found[name] for name in (*held, "name", "rules")} == {**held, "name": NAME, "rules": "/Yes"}


@needs_poppler
@pytest.mark.parametrize(
    ("maker", "below", "board"), [("libreoffice", "", "Kyllä"), ("mupdf", "", "Nej"), ("pdf-lib", "form.", "Nej")]
)
def test_another_program_shows_them(tmp_path: Path, maker: str, below: str, board: str) -> None:
    shown = " ".join(poppler(tmp_path, "pdftotext", "-layout", filled(maker, below, board=board)).decode().split())
    wanted = [NAME, "Öppen träff varje onsdag.", "På lördagar lagar vi mat.", "Suomi"]
    assert [words for words in wanted if words not in shown] == []


@needs_poppler
def test_a_number_stands_in_its_cells_and_words_at_their_side(tmp_path: Path) -> None:
    boxes = poppler(tmp_path, "pdftotext", "-bbox", filled("mupdf", board="Ja")).decode()
    # Poppler shows the tick of this form as a figure, to the left of all others.
    _, *places = sorted(float(place) for place in re.findall(r'xMin="([\d.]+)"[^>]*>\d</word>', boxes))
    assert [round(later - earlier) for earlier, later in pairwise(places)] == pytest.approx([42] * 7, abs=1)
    [last] = re.findall(r'xMax="([\d.]+)"[^>]*>rf</word>', boxes)
    assert 480 < float(last) < 490


@needs_poppler
@pytest.mark.parametrize(("maker", "below", "at"), [("mupdf", "", (150, 92)), ("pdf-lib", "form.", (150, 92))])
def test_the_frame_of_a_box_stays(tmp_path: Path, maker: str, below: str, at: tuple[int, int]) -> None:
    page = Image.open(io.BytesIO(poppler(tmp_path, "pdftoppm", "-r", "72", "-png", filled(maker, below, board="Nej"))))
    left, middle = at
    edge = min(page.convert("L").getpixel((left + place, middle)) for place in (-1, 0, 1))  # type: ignore[type-var]
    assert edge < 128  # type: ignore[operator]


def test_a_word_form_keeps_its_controls_and_says_what_they_show() -> None:
    entries = {**ENTRIES, "grants": "STEA 5 000 €\nKyrkans fond 2 000 €\nMedlemmar 300 €"}
    opened = document(filled_docx(blank("word.docx"), entries))
    told = [(name, lines(control)) for name, control, _ in controls(opened)]
    assert told == [
        ("name", [NAME]),
        ("activity", ACTIVITY.split("\n")),
        ("rules", ["☒"]),
        ("language", ["Suomi"]),
        ("day", ["3 december 2026"]),
        ("number", ["20774740"]),
        *[("grants", [line]) for line in entries["grants"].split("\n")],  # type: ignore[union-attr]
    ]
    assert [row.cells[0].text for row in opened.tables[0].rows][:1] == ["FO-nummer"]
    colors = [color for _, control, _ in controls(opened) for color in control.iter(f"{W}color")]
    assert colors == []  # those of the hints


def test_a_form_that_libreoffice_saved_is_filled_by_titles_and_places_and_loses_nothing() -> None:
    form = blank("libreoffice.docx")
    assert list(form.boxes) == ["Förening", "Verksamhet", "#3", "#4", "#5", "FO-nummer", "#7", "Bidrag"]
    before = "".join(document(form.content).element.body.itertext())
    after = "".join(document(filled_docx(form, {"#3": True, "#4": "Suomi"})).element.body.itertext())
    assert after == before.replace("☐", "☒").replace("Välj.", "Suomi")


def lines(control: Any) -> list[str]:
    paragraphs = list(control.iter(f"{W}p")) or [control.find(f"{W}sdtContent")]
    return ["".join(text.text or "" for text in one.iter(f"{W}t")) for one in paragraphs]


def poppler(folder: Path, program: str, *options_and_content: Any) -> bytes:
    *options, content = options_and_content
    file = folder / "filled.pdf"
    file.write_bytes(content)
    to = ["-"] if program == "pdftotext" else []
    return subprocess.run([program, *options, str(file), *to], check=True, capture_output=True).stdout
