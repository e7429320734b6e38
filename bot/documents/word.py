"""A paper as DOCX: real headings and tables, title and language set, the same bytes for the same paper."""

from datetime import datetime
from pathlib import Path
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from bot.documents.packed import packed

TEMPLATE = Path(__file__).parent / "templates" / "paper.docx"
LONGEST_TITLE = 255
"""In characters: no property of a document may be longer (python-docx refuses it)."""
NUMBERED, BELOW = "List Number", "List Bullet 2"
ANSWERS = ("Normal", "Heading 1", "Subtitle", "List Bullet", BELOW, NUMBERED, "Cell", "From Right")
"""The styles of what the association wrote."""
PAGE = ("Heading 2", "Footer")
"""The styles of our own words that would take their language from `Normal`."""


def word(data: dict[str, Any], dated: datetime | None) -> bytes:
    """Return the DOCX of a layout. What people wrote is escaped: it stays text, whatever it looks like."""
    document = DocxTemplate(TEMPLATE)
    document.render(data, autoescape=True)
    _count_anew(document.docx)
    _speak(document.docx, f"{data['language']}-{data['region']}", f"{data['spoken']}-{data['spoken_region']}")
    properties = document.docx.core_properties
    properties.title = f"{data['title']} – {data['kind']}"[:LONGEST_TITLE]
    properties.language = f"{data['language']}-{data['region']}"
    properties.author = properties.comments = properties.keywords = ""
    return packed(document, dated)


def _speak(document: Any, page: str, answers: str) -> None:
    """Set the languages that a screen reader and a spelling checker take the words to be in."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    _in_language(defaults, page)
    if answers != page:
        for name in ANSWERS:
            _in_language(document.styles[name].element.get_or_add_rPr(), answers)
        for name in PAGE:
            _in_language(document.styles[name].element.get_or_add_rPr(), page)


def _in_language(properties: Any, language: str) -> None:
    spoken = properties.find(qn("w:lang"))
    if spoken is None:
        spoken = OxmlElement("w:lang")
        properties.append(spoken)
    spoken.set(qn("w:val"), language)


def _count_anew(document: Any) -> None:
    """Let each numbered list begin with one; without this Word counts on from the list before."""
    of_style = document.styles[NUMBERED].element.pPr.numPr.numId.val
    numbering = document.part.numbering_part.element
    kind = numbering.num_having_numId(of_style).abstractNumId.val
    current = None
    for paragraph in document.element.body.iter(qn("w:p")):
        if paragraph.style == document.styles[NUMBERED].style_id:
            if current is None:
                current = numbering.add_num(kind)
                current.add_lvlOverride(0).add_startOverride(1)
            paragraph.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = current.numId
        elif paragraph.style != document.styles[BELOW].style_id:
            current = None
