"""The styles of the DOCX: sizes, colours, distances and lines. Their looks follow `paper.typ`."""

from copy import deepcopy
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from bot.documents.word.element_order import put

INK, SEA, MIST = RGBColor(0x1F, 0x29, 0x33), RGBColor(0x14, 0x50, 0x6B), RGBColor(0x5B, 0x6B, 0x77)
"""The colours of text, headings and small print in bytes: red, green, blue. On white 5 : 1 or more (WCAG 1.4.3)."""
LINE = "C9D5DC"
FONT = "Calibri"
TEXT_WIDTH, SIDE, PAGE_NUMBER_WIDTH = 156, 44, 26
"""Millimetres: between the margins, the column in which headings hang, the number in the footer."""


def add_styles(document: Any) -> None:
    """Give a document all the styles of a paper."""
    styles = document.styles
    _look(styles["Normal"], 11, INK, after=4)
    _look(styles["Heading 1"], 20, SEA, bold=True, before=2, after=4)
    _look(styles["Heading 2"], 11.5, SEA, bold=True, before=10, after=2)
    _look(styles["Subtitle"], 13, INK, after=4)
    for name in ("List Bullet", "List Bullet 2", "List Number"):
        _look(styles[name], 11, INK, after=2)
    _look(styles["Footer"], 9, MIST)
    for name, size, color, bold in _OWN:
        _look(styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), size, color, bold=bold, after=3)
    _spaced(styles)
    for name in ("Sum", "Sum Total", "Sum Column", "Page Number"):
        styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _listed_like(styles["Gap"], styles["List Bullet"])
    for name, other in (
        ("Cell Bullet", "List Bullet"),
        ("Cell Bullet 2", "List Bullet 2"),
        ("Cell Number", "List Number"),
    ):
        _listed_like(styles[name], styles[other])
    _hung(styles)
    for name in ("From Right", "Cell From Right"):
        put(styles[name].element.get_or_add_pPr(), OxmlElement("w:bidi"))
    _underlined(styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER))
    _lined(styles.add_style("Paper Table", WD_STYLE_TYPE.TABLE))
    _bare(styles.add_style("Paper Grid", WD_STYLE_TYPE.TABLE))


def _spaced(styles: Any) -> None:
    """Say which paragraphs stand close, which stay with the next one, and which have a line below them."""
    styles["About"].paragraph_format.space_after = Pt(10)
    _ruled(styles["About"])
    for name in ("Remark", "Cell Remark"):
        styles[name].font.italic = True
    for name in ("Heading 2", "Question", "Cell Question", "Label", "Column", "Sum Column"):
        styles[name].paragraph_format.keep_with_next = True
    for name in ("Label", "Column", "Item", "Cell", "Sum", "Sum Total", "Sum Column", "Total", "Page Number"):
        styles[name].paragraph_format.space_after = Pt(0)
    styles["Stamp"].paragraph_format.left_indent = Mm(2)
    styles["Stamp"].paragraph_format.space_after = Pt(14)
    for name in ("Answer", "Cell", "List Bullet", "List Number", "Remark"):
        styles[name].paragraph_format.widow_control = True


def _hung(styles: Any) -> None:
    """Let the answers begin beside the column in which the headings hang."""
    for name in ("Answer", "Question", "Remark"):
        styles[name].paragraph_format.left_indent = Mm(SIDE)
    styles["From Right"].paragraph_format.right_indent = Mm(SIDE)  # begins at the right: its sides are swapped
    for name, level in (("List Bullet", 1), ("List Number", 1), ("List Bullet 2", 2)):
        _indented(styles[name], SIDE + level * LIST_INDENT)
    for name, level in (("Cell Bullet", 1), ("Cell Number", 1), ("Cell Bullet 2", 2), ("Gap", 1)):
        _indented(styles[name], level * LIST_INDENT)


def _indented(style: Any, left: float) -> None:
    style.paragraph_format.left_indent = Mm(left)
    style.paragraph_format.first_line_indent = Mm(-LIST_INDENT)


LIST_INDENT = 5
"""Millimetres: between a bullet and its words."""
_OWN = (
    ("Kind", 9.5, MIST, False),
    ("Page Number", 9, MIST, False),
    ("Stamp", 9, MIST, False),
    ("Who", 11, INK, False),
    ("About", 10, MIST, False),
    ("Label", 9.5, MIST, False),
    ("Fact", 11, INK, False),
    ("Answer", 11, INK, False),
    ("Remark", 10, MIST, False),
    ("Question", 11, MIST, False),
    ("Column", 9.5, MIST, True),
    ("Sum Column", 9.5, MIST, True),
    ("Item", 11, MIST, False),
    ("Total", 11, INK, True),
    ("Sum", 11, INK, False),
    ("Sum Total", 11, INK, True),
    ("From Right", 11, INK, False),
    ("Gap", 11, INK, False),
    ("Cell", 11, INK, False),
    ("Cell Bullet", 11, INK, False),
    ("Cell Bullet 2", 11, INK, False),
    ("Cell Number", 11, INK, False),
    ("Cell From Right", 11, INK, False),
    ("Cell Question", 11, MIST, False),
    ("Cell Remark", 10, MIST, False),
)
"""Our own styles. None is called like a tag of PDF (Note, Quote, Caption): a save as PDF would take it for one."""


def _ruled(style: Any) -> None:
    """Draw the one line of the page that is not in a table."""
    borders = OxmlElement("w:pBdr")
    borders.append(_border("bottom", size=8, color=str(SEA), space=6))
    put(style.element.get_or_add_pPr(), borders)


def _border(side: str, *, size: int = 4, color: str = LINE, space: int = 0) -> Any:
    """Return a border; `size` in eighths of a point, `space` in points."""
    border = OxmlElement(f"w:{side}")
    for key, value in (("val", "single"), ("sz", str(size)), ("space", str(space)), ("color", color)):
        border.set(qn(f"w:{key}"), value)
    return border


def bordered(cell: Any) -> None:
    """Draw a box round a cell."""
    borders = OxmlElement("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        borders.append(_border(side))
    cell._tc.get_or_add_tcPr().append(borders)  # noqa: SLF001 - python-docx draws no borders


def _listed_like(style: Any, other: Any) -> None:
    """Give a style the bullets of another: the gaps are in the language of the page, the answers may not be."""
    put(style.element.get_or_add_pPr(), deepcopy(other.element.pPr.numPr))


def _underlined(style: Any) -> None:
    style.font.underline, style.font.color.rgb = True, SEA


def _look(style: Any, size: float, color: RGBColor, *, bold: bool = False, before: float = 0, after: float = 0) -> None:
    style.font.name, style.font.size, style.font.bold, style.font.italic = FONT, Pt(size), bold, False
    style.font.color.rgb = color
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in list(fonts.attrib):
        if key.endswith("Theme"):
            del fonts.attrib[key]  # a theme's font would win over ours
    for part in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(part), FONT)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)


def _lined(style: Any) -> None:
    """Give a table style a thin line under each row."""
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(_border(side))
    _in_table(style, borders, _margins(top="50", left="0", bottom="40", right="108"))


def _bare(style: Any) -> None:
    """Let the cells of a table begin where the text of the page does."""
    _in_table(style, _margins(left="0", right="108"))


def _in_table(style: Any, *looks: Any) -> None:
    properties = OxmlElement("w:tblPr")
    for one in looks:
        put(properties, one)
    style.element.append(properties)


def _margins(**widths: str) -> Any:
    """Return the room in the cells of a table, in twentieths of a point."""
    margins = OxmlElement("w:tblCellMar")
    for side, width in widths.items():
        margin = OxmlElement(f"w:{side}")
        for key, value in (("w", width), ("type", "dxa")):
            margin.set(qn(f"w:{key}"), value)
        margins.append(margin)
    return margins
