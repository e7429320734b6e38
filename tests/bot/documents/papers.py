"""A proposal for the tests of documents, and the words that a reader finds in a file."""

import io
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import docx
import pypdf
from docx.oxml.ns import qn

from dialogs.records.proposal import Answer, Proposal
from knowledge.answers import Understood, read
from knowledge.language import Language
from knowledge.municipality.load import load_packs
from knowledge.municipality.pack import Pack

W_P, W_T, W_BR, W_TAB = (qn(f"w:{name}") for name in ("p", "t", "br", "tab"))
FOOTER = re.compile(r"[^\n]* · [^\n]*(?:sida|sivu|page) ?\d+[^\n]*")
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
        return _line(*(page.extract_text() for page in pdf_reader(content).pages))
    opened = document(content)
    footers = [each for section in opened.sections for each in section.footer._element.iter(W_P)]
    return _line(*(_text(each) for each in (*opened.element.body.iter(W_P), *footers)))


def words_in_order(name: str, content: bytes) -> list[str]:
    """The words of a file in their order, without its footers and the numbers of its lists."""
    if name.endswith(".pdf"):
        text = _line(*(FOOTER.sub("", page.extract_text()) for page in pdf_reader(content).pages))
    else:
        text = _line(*(_text(each) for each in document(content).element.body.iter(W_P)))
    return re.findall(r"[^\W\d]\w*|\d\d+", text)


def _line(*texts: str) -> str:
    return " ".join(re.sub("[\u00ad-]+\\n\\s*|\u00ad", "", " ".join(texts)).split())


def styles_of(opened: Any) -> set[str]:
    """The names of the styles that stand in a document."""
    by_id = {style.style_id: style.name for style in opened.styles}
    return {by_id[each.style] for each in opened.element.body.iter(W_P) if each.style}


def tags(element: Any) -> Iterator[Any]:
    """Every tag below one in the structure of a PDF."""
    kids = element.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        one = kid.get_object()
        if isinstance(one, dict) and "/S" in one:
            yield one
            yield from tags(one)


def languages_of(opened: Any, words: str) -> set[str]:
    """The languages that the runs with these words say they are in."""
    runs = (run for run in opened.element.body.iter(qn("w:r")) if words in "".join(run.itertext()))
    return {str(tag.get(qn("w:val"))) for run in runs for tag in run.iter(qn("w:lang"))}


def _text(paragraph: Any) -> str:
    """The text of a paragraph with that of its fields and links."""
    parts = (each.text if each.tag == W_T else " " for each in paragraph.iter(W_T, W_BR, W_TAB))
    return "".join(part or "" for part in parts)
