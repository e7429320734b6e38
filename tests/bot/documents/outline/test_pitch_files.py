"""The outline of a pitch as files: both hold every word, the PDF is tagged, the same page makes the same bytes."""

import io

import pypdf
import pytest
from docx import Document

from bot.documents.outline.pitch_files import pitch_file
from dialogs.records.letters.pitch_page import PitchPage, PitchPagePart

PAGE = PitchPage(
    "Onsdagsköket_pitch",
    "sv",
    "FI",
    "2026-11-02",
    "Onsdagsköket",
    "Byalaget rf",
    ("Er tid: tisdag 3 november 2026 kl. 16.30 (Vasatid).", "Hjälpmedel: projektor"),
    (
        PitchPagePart("Behovet", "3", "kl. 16.33", "Minut 0–3, slut kl. 16.33", "De är 30 och träffar ingen <b>#x"),
        PitchPagePart("Vad vi gör", "2", "kl. 16.35", "Minut 3–5, slut kl. 16.35"),
    ),
)


def test_both_files_hold_the_head_and_every_part_and_are_the_same_when_made_again() -> None:
    made = [pitch_file(PAGE, number) for number in (0, 1)]
    assert made == [pitch_file(PAGE, number) for number in (0, 1)]
    assert [name for name, _ in made] == ["Onsdagsköket_pitch.pdf", "Onsdagsköket_pitch.docx"]
    read = pypdf.PdfReader(io.BytesIO(made[0][1]))
    pdf = "".join("".join(page.extract_text() for page in read.pages).replace("\N{SOFT HYPHEN}", "").split())
    document = Document(io.BytesIO(made[1][1]))
    cells = [cell.text for row in document.tables[0].rows for cell in row.cells]
    docx = "\n".join([*(one.text for one in document.paragraphs), *cells])
    part = PAGE.parts[0]
    for words in (PAGE.title, PAGE.association, *PAGE.head, part.name, part.line, part.words, "kl. 16.35", "_" * 54):
        assert words in docx
        assert "".join(words.split()) in pdf
    assert cells[:3] == ["Del", "Minuter", "Slut"]


def test_the_pdf_is_tagged_and_both_name_title_and_language() -> None:
    read = pypdf.PdfReader(io.BytesIO(pitch_file(PAGE, 0)[1]))
    root = read.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "sv-FI"
    assert read.metadata is not None
    assert read.metadata.title == "Onsdagsköket – Underlag för er pitch"
    properties = Document(io.BytesIO(pitch_file(PAGE, 1)[1])).core_properties
    assert (properties.title, properties.language) == ("Onsdagsköket – Underlag för er pitch", "sv-FI")


@pytest.mark.parametrize("language", ["sv", "fi", "en"])
def test_the_fixed_words_are_in_the_language_of_the_page(language: str) -> None:
    named = {"sv": "Tiderna i korthet", "fi": "Ajat lyhyesti", "en": "The times at a glance"}
    paragraphs = Document(io.BytesIO(pitch_file(PAGE.but(language=language), 1)[1])).paragraphs
    assert named[language] in [one.text for one in paragraphs]
