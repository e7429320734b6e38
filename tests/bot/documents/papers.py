"""A proposal for the tests of documents, and the words that a reader finds in a file."""

import io
import re
from datetime import UTC, datetime
from typing import Any

import docx
import pypdf

from dialogs.values import Answer, Proposal
from knowledge.answers import Understood, read
from knowledge.load import load_packs
from knowledge.pack import Language, Pack

ASKED_AT = datetime(2023, 9, 4, 21, 30, tzinfo=UTC)
"""Half past midnight on the fifth in Vasa."""


def vasa() -> Pack:
    return load_packs(["vasa"])["vasa"]


def a_proposal(language: Language = Language.SV, **said: str | None) -> Proposal:
    """Every field answered with its own example, or with what is said here; None leaves it out."""
    pack = vasa()
    texts = {field.id: said.get(field.id, field.example[language]) for field in pack.fields}
    answers = {name: _answer(pack, name, text, language) for name, text in texts.items() if text is not None}
    return Proposal("p1", 7, "vasa", "partnership-2023", language, answers, documents_at=ASKED_AT)


def _answer(pack: Pack, name: str, text: str, language: Language) -> Answer:
    reading = read(pack.fields_by_id[name], text, language, pack=pack, known={}, year=2023)
    return Answer("given", text, reading.value) if isinstance(reading, Understood) else Answer("unclear", text)


def document(content: bytes) -> Any:
    return docx.Document(io.BytesIO(content))


def pdf_reader(content: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(content))


def words_of(name: str, content: bytes) -> str:
    """All words of a file on one line, with plain spaces; words that were hyphenated at the end of a line are whole."""
    if name.endswith(".pdf"):
        text = " ".join(page.extract_text() for page in pdf_reader(content).pages)
    else:
        text = " ".join(_docx_words(document(content)))
    return " ".join(re.sub("\u00ad+\\s*", "", text).split())


def _docx_words(opened: Any) -> list[str]:
    cells = [cell.text for table in opened.tables for row in table.rows for cell in row.cells]
    footers = [paragraph.text for section in opened.sections for paragraph in section.footer.paragraphs]
    return [*(paragraph.text for paragraph in opened.paragraphs), *cells, *footers]
