"""A paper as DOCX: real headings and tables, title and language set, the same bytes for the same paper."""

from copy import deepcopy
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import Environment

from bot.documents.word.element_order import put
from bot.documents.word.keeping import keep_the_end, keep_together
from bot.documents.word.packed import packed
from bot.documents.word.runs import in_their_scripts

TEMPLATE = Path(__file__).parent / "paper.docx"
LONGEST_TITLE = 255
"""In characters: no property of a document may be longer (python-docx refuses it)."""
PARTS = 64
"""Texts of the template that are kept compiled, more than it has: a page, a foot, and the fields of its properties."""
NUMBERED = {"List Number": "List Bullet 2", "Cell Number": "Cell Bullet 2"}
"""The styles of numbered lists, each with the one of what stands below an item."""


def word(data: dict[str, Any], dated: datetime | None) -> bytes:
    """Return the DOCX of a layout. What people wrote is escaped: it stays text, whatever it looks like."""
    document = DocxTemplate(TEMPLATE)
    document.render(data, jinja_env=_COMPILER, autoescape=True)
    _count_anew(document.docx)
    keep_together(document.docx.element.body)
    if data["last_together"]:
        keep_the_end(document.docx.element.body, data["last_together"] + bool(data["gaps"] and not data["gaps_first"]))
    in_their_scripts(document.docx.element.body)
    _speak(document.docx, f"{data['language']}-{data['region']}")
    properties = document.docx.core_properties
    properties.title = f"{data['title']} – {data['kind']}"[:LONGEST_TITLE]
    properties.language = f"{data['language']}-{data['region']}"
    properties.author = properties.comments = properties.keywords = ""
    return packed(document, dated)


class TemplateMadeOnce(Environment):
    """Compiles each text once: docxtpl gives it the parts of our template again for every paper, which takes long."""

    from_string = lru_cache(maxsize=PARTS)(Environment.from_string)  # type: ignore[assignment]


_COMPILER = TemplateMadeOnce(autoescape=True)


def _speak(document: Any, page: str) -> None:
    """Set the language that a screen reader and a spelling checker take words to be in which say no other."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _in_language(defaults, page)


def _in_language(properties: Any, language: str) -> None:
    spoken = properties.find(qn("w:lang"))
    if spoken is None:
        spoken = OxmlElement("w:lang")
        properties.append(spoken)
    spoken.set(qn("w:val"), language)


def _count_anew(document: Any) -> None:
    """Let each numbered list begin with one; without this Word counts on from the list before."""
    ids = {document.styles[name].style_id: document.styles[name] for name in NUMBERED}
    below = {document.styles[name].style_id for name in NUMBERED.values()}
    numbering = document.part.numbering_part.element
    current = None
    for paragraph in document.element.body.iter(qn("w:p")):
        style = ids.get(paragraph.style)
        if style is None:
            current = current if paragraph.style in below else None
            continue
        if current is None:
            kind = numbering.num_having_numId(style.element.pPr.numPr.numId.val).abstractNumId.val
            current = numbering.add_num(kind)
            current.add_lvlOverride(0).add_startOverride(1)
        properties = paragraph.get_or_add_pPr()
        properties.get_or_add_numPr().get_or_add_numId().val = current.numId
        if style.element.pPr.ind is not None:
            put(properties, deepcopy(style.element.pPr.ind))  # a list named here would bring its own
