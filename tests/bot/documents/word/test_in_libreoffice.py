"""Pages of Word documents as LibreOffice sets them: no heading alone at the foot, no few lines alone on the last."""

import shutil
import subprocess
from pathlib import Path

import pytest

from bot.documents.layout import LEAST_ON_LAST_PAGE
from bot.documents.render import render
from tests.bot.documents.papers import a_proposal, document, pdf_reader, vasa

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]
STORY = "Vi lagar mat ihop i byagården varje vecka. " * 40


def test_nothing_is_stranded_wherever_a_page_ends(tmp_path: Path) -> None:
    headings: set[str] = set()
    for length in (200, 290, 470, 1000):
        content = render(a_proposal(FP03=STORY[:length]), vasa(), "sv")[3][1]
        (tmp_path / f"{length}.docx").write_bytes(content)
        headings |= {one.text for one in document(content).paragraphs if one.style.name == "Heading 2"}
    saved(tmp_path)
    pages = {file.stem: [body(page) for page in pdf_reader(file.read_bytes()).pages] for file in tmp_path.glob("*.pdf")}
    assert len(pages) == 4
    assert [page[-1] for paper in pages.values() for page in paper if page[-1] in headings] == []
    assert [name for name, paper in pages.items() if len(paper[-1]) <= LEAST_ON_LAST_PAGE] == []


def saved(folder: Path) -> None:
    """Save the Word documents of a folder as PDF beside them, all in one start of the program."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = [str(file) for file in folder.glob("*.docx")]
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *files]
    subprocess.run(command, check=True, capture_output=True)


def body(page: object) -> list[str]:
    """The lines of a page without those of its foot: whose it is, and its number."""
    lines = [line.strip() for line in page.extract_text().splitlines() if line.strip()]  # type: ignore[attr-defined]
    return [line for line in lines if "Förslagspapper" not in line and not line.startswith("sida ")]
