"""The journey in a real Chromium, through the page of the demo: whole in Swedish and in Finnish, and an idea alone."""

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pypdf
import pytest

from tests.journeys.in_chromium import MARKS, Demo, InChromium, a_page
from tests.journeys.transcript import play, spaced

pytestmark = MARKS
TRANSCRIPTS = Path(__file__).parent / "transcripts"
PAPERS = {
    "Vasa Exempelförening rf_grunduppgifter": ("Vasa Exempelförening rf", "2077474-0", "info@exempel.fi"),
    "Vasa Exempelförening rf_forslagspapper": ("Onsdagsköket", "Minst 30 män kommer två gånger i veckan", "12 500"),
}


@pytest.fixture
def demo() -> Iterator[Demo]:
    """The demo, as `lots demo` starts it."""
    running = Demo()
    yield running
    running.close()


def test_the_journey_in_swedish(demo: Demo) -> None:
    with a_page(demo, "sv") as page:
        stage = InChromium(demo, page, "sv")
        play(TRANSCRIPTS / "main.sv.txt", stage)
        for name, answers in PAPERS.items():
            for text in (in_pdf(stage.download(f"{name}.pdf")), in_docx(stage.download(f"{name}.docx"))):
                assert [answer for answer in answers if answer.casefold() not in text] == []


def test_the_journey_in_finnish(demo: Demo) -> None:
    with a_page(demo, "fi") as page:
        play(TRANSCRIPTS / "main.fi.txt", InChromium(demo, page, "fi"))


def test_an_idea_in_finnish(demo: Demo) -> None:
    with a_page(demo, "fi") as page:
        play(TRANSCRIPTS / "short.fi.txt", InChromium(demo, page, "fi"))


def test_the_page_fits_a_phone(demo: Demo) -> None:
    with a_page(demo, "fi", width=390, height=844) as page:
        stage = InChromium(demo, page, "fi")
        stage.type("M", "kylän ukot istuvat koko talven kotona yksin eivätkä puhu kenellekään", to_card=False)
        stage.press("M", "Kyllä, yksinäisyys")
        stage.press("M", "Lähetän idean yhteyshenkilölle")
        stage.press("M", "Ohita")
        stage.press("M", "Lähetä kunnalle")
        page.locator(".sides").get_by_role("button", name="Kunta").click()
        stage.press("N", "Ta ärendet")
        assert page.evaluate("document.documentElement.scrollWidth") == 390


def in_pdf(content: bytes) -> str:
    """The words of a PDF."""
    assert content.startswith(b"%PDF")
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    return spaced(" ".join(" ".join(page.extract_text() for page in pages).split()))


def in_docx(content: bytes) -> str:
    """The words of a DOCX, tables included."""
    found = docx.Document(io.BytesIO(content))
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return spaced(" ".join([*(one.text for one in found.paragraphs), *cells]))
