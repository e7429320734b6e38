"""A paper as DOCX: real headings and tables, title and language set, the same bytes for the same paper."""

from datetime import datetime
from pathlib import Path
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docxtpl import DocxTemplate

from bot.documents.packed import packed

TEMPLATE = Path(__file__).parent / "templates" / "paper.docx"


def word(data: dict[str, Any], dated: datetime | None) -> bytes:
    """Return the DOCX of a layout. What people wrote is escaped: it stays text, whatever it looks like."""
    document = DocxTemplate(TEMPLATE)
    document.render(data, autoescape=True)
    _speak(document.docx, f"{data['language']}-{data['region']}")
    properties = document.docx.core_properties
    properties.title = f"{data['title']} – {data['kind']}"[:255]
    properties.language = f"{data['language']}-{data['region']}"
    properties.author = properties.comments = properties.keywords = ""
    return packed(document, dated)


def _speak(document: Any, language: str) -> None:
    """Set the language that a screen reader and a spelling checker take the text to be in."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    spoken = defaults.find(qn("w:lang"))
    if spoken is None:
        spoken = OxmlElement("w:lang")
        defaults.append(spoken)
    spoken.set(qn("w:val"), language)
