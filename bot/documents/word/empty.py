"""An empty Word document to begin with: python-docx's own, without what it carries from another program's file.

That is a picture of a page, an empty bibliography, styles for a Word of 2007 that contradict the others, who made it
with which program, and a subtitle whose letters stand apart.
"""

from typing import Any

from docx import Document
from docx.oxml.ns import qn

COMPATIBLE_WITH = "15"
"""The Word of 2013 and later: with less it says "compatibility mode" beside the name of the file."""
_LEFT_BEHIND = ("/thumbnail", "/extended-properties", "/stylesWithEffects", "/customXml")
"""How the kinds of relations end whose parts are left out."""


def empty_document() -> Any:
    """Return a python-docx document with styles and no words."""
    document = Document()
    for relations in (document.part.package.rels, document.part.rels):
        for name in [name for name, one in relations.items() if one.reltype.endswith(_LEFT_BEHIND)]:
            del relations[name]
    settings = document.settings.element
    settings.find(qn("w:zoom")).set(qn("w:percent"), "100")  # the schema wants a number beside "fits best"
    for setting in settings.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), COMPATIBLE_WITH)
    for fonts in settings.findall(qn("w:themeFontLang")):
        settings.remove(fonts)  # it names languages that are not those of the page
    _plain(document.styles["Subtitle"])
    return document


def _plain(style: Any) -> None:
    """Take away what a subtitle has beside its looks: letters set apart, and a number that never shows."""
    for properties, name in ((style.element.rPr, "w:spacing"), (style.element.pPr, "w:numPr")):
        for one in properties.findall(qn(name)):
            properties.remove(one)
