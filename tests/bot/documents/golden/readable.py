"""Papers as text that people can read and compare: what stands in each file, under which style or tag.

The examples are those of the packs: one proposal with every answer, one with few of them.
"""

import textwrap
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from docx.table import Table
from docx.text.paragraph import Paragraph

from bot.documents.render import render
from dialogs.records.agreements.draft import PREFIX
from dialogs.records.proposal import Answer, Proposal
from knowledge.answers import Understood, read
from knowledge.language import Language
from knowledge.municipality.load import load_packs
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import Field, Pack
from tests.bot.documents.papers import document, pdf_reader, tags

FOLDER = Path(__file__).parent
PACKS = ("goteborg", "ostersund", "vasa", "vaxjo")
LANGUAGES = (Language.SV, Language.FI)
FEW = (Meaning.ASSOCIATION_NAME, Meaning.TITLE, Meaning.NEED, Meaning.COSTS)
"""What the sparse proposal tells."""
OUTLINE, BEGUN = "outline", "begun"
"""The outline of an agreement (stage 2), with every answer, and as it is when both sides have hardly begun."""
OTHER_OUTLINES = [("goteborg", BEGUN, Language.SV), ("vaxjo", BEGUN, Language.SV), ("ostersund", OUTLINE, Language.EN)]
MADE_AT = datetime(2026, 11, 30, 12, tzinfo=UTC)
WIDTH = 118


def golden_names() -> list[tuple[str, str, Language]]:
    """Return pack, filling and language of each golden text."""
    papers = [(pack, filling, language) for pack in PACKS for filling in ("full", "sparse") for language in LANGUAGES]
    return [*papers, *((pack, OUTLINE, language) for pack in PACKS for language in LANGUAGES), *OTHER_OUTLINES]


def path_of(pack: str, filling: str, language: Language) -> Path:
    """Return where a golden text lies."""
    return FOLDER / f"{pack}.{filling}.{language}.txt"


def golden_text(pack: str, filling: str, language: Language) -> str:
    """Return the files of a proposal as text, one after the other."""
    made = load_packs([pack])[pack]
    files = render(_proposal(made, filling, language), made, language)
    return (
        "\n".join(line for name, content in files for line in ("", f"=== {name}", *_lines(name, content))).strip()
        + "\n"
    )


def _proposal(pack: Pack, filling: str, language: Language) -> Proposal:
    wanted = [field for field in pack.fields if filling in {"full", OUTLINE} or field.means in FEW]
    answers = {field.id: _answer(pack, field, language) for field in wanted}
    proposal = Proposal("p1", 7, pack.id, "", language, answers, documents_at=MADE_AT)
    return proposal.but(id=f"{PREFIX}K7WM4", case="K7WM4") if filling in {OUTLINE, BEGUN} else proposal


def _answer(pack: Pack, field: Field, language: Language) -> Answer:
    said = field.example[language]
    reading = read(field, said, language, pack=pack, known={}, year=MADE_AT.year)
    return Answer("given", said, reading.value) if isinstance(reading, Understood) else Answer("unclear", said)


def _lines(name: str, content: bytes) -> Iterator[str]:
    yield from _of_pdf(content) if name.endswith(".pdf") else _of_docx(content)


def _of_docx(content: bytes) -> Iterator[str]:
    """Yield a line for each paragraph with its style, and for each row of a table with those of its cells."""
    for each in document(content).iter_inner_content():
        if isinstance(each, Table):
            yield "Table"
            yield from (f"  {_row(row)}".rstrip() for row in each.rows)
        else:
            yield _styled(each)


def _row(row: Any) -> str:
    return " | ".join(" / ".join(_styled(each) for each in cell.paragraphs) for cell in row.cells)


def _styled(paragraph: Paragraph) -> str:
    style = paragraph.style.name if paragraph.style is not None else ""
    return f"{style}: {_plain(paragraph.text)}"


def _of_pdf(content: bytes) -> Iterator[str]:
    """Yield the words of each page as they stand on it, then the tags in their order."""
    reader = pdf_reader(content)
    for number, page in enumerate(reader.pages, 1):
        yield f"Page {number}"
        yield from (f"  {_plain(line)}" for line in page.extract_text().splitlines() if line.strip())
    root: Any = reader.trailer["/Root"]
    names = " ".join(str(tag["/S"]).removeprefix("/") for tag in tags(root["/StructTreeRoot"]))
    yield from textwrap.wrap(f"Tags of {root['/Lang']}: {names}", WIDTH)


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00ad", "").split())
