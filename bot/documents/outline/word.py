"""An outline as DOCX: real headings and tables, title and language set, marked as a basis in the head of every page."""

import re
from datetime import datetime
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from bot.documents.word.element_order import put
from bot.documents.word.empty import empty_document
from bot.documents.word.packed import packed

INK, SEA, MIST, AMBER = (RGBColor.from_string(colour) for colour in ("1F2933", "14506B", "5B6B77", "8A4B08"))
"""The colours of text, headings, small print and gaps in bytes: red, green, blue. On white 5 : 1 or more (WCAG)."""
TEXT_WIDTH, SUM_WIDTH, SIDE, TOP = 156, 34, 27, 29
"""Millimetres: between the margins, a column of sums, the margins at the sides and above."""
LINE = "C9D5DC"
"""The colour of the lines of a table."""
ROOM = {"top": "60", "left": "0", "bottom": "40", "right": "108"}
"""The room around the words of a cell, in twentieths of a point."""
LONGEST_TITLE = 255
"""In characters: no property of a document may be longer (python-docx refuses it)."""
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LOOKS = (
    ("Normal", 10.5, INK, False, 0, 4),
    ("Heading 1", 20, SEA, True, 2, 6),
    ("Heading 2", 13, SEA, True, 18, 6),
    ("Heading 3", 10.5, INK, True, 10, 2),
    ("Subtitle", 12.5, INK, False, 0, 4),
    ("List Bullet", 10.5, INK, False, 0, 2),
    ("Header", 9, AMBER, True, 0, 0),
    ("Footer", 9, MIST, False, 0, 0),
)
"""The styles: name, size in points, colour, bold, and the points before and after."""


def word(data: dict[str, Any], dated: datetime | None) -> bytes:
    """Return the DOCX of a layout. What people wrote stays text, whatever it looks like."""
    document, data = empty_document(), _written(data)
    _page(document, data)
    for look in LOOKS:
        _look(document.styles[look[0]], *look[1:])
    _small(document, data["kind"])
    document.add_paragraph(data["title"], style="Heading 1")
    if data["association"]:
        document.add_paragraph(data["association"], style="Subtitle")
    _small(document, data["about"])
    for words in data["notice"]:
        document.add_paragraph(words)
    for chapter in data["chapters"]:
        _chapter(document, chapter)
    properties = document.core_properties
    properties.title = f"{data['title']} – {data['kind']}"[:LONGEST_TITLE]
    properties.language = f"{data['language']}-{data['region']}"
    properties.author = properties.comments = properties.keywords = ""
    return packed(document, dated)


def _written(data: Any) -> Any:
    """The same data without signs that no XML can hold; none of them is seen."""
    if isinstance(data, str):
        return _NO_XML.sub("", data)
    if isinstance(data, dict):
        return {key: _written(value) for key, value in data.items()}
    return [_written(item) for item in data] if isinstance(data, list) else data


def _chapter(document: Any, chapter: dict[str, Any]) -> None:
    document.add_paragraph(chapter["heading"], style="Heading 2")
    for words in chapter["gaps"]:
        document.add_paragraph().add_run(words).font.color.rgb = AMBER
    for entry in chapter["entries"]:
        if entry["label"]:
            document.add_paragraph(entry["label"], style="Heading 3")
        _entry(document, entry)


def _entry(document: Any, entry: dict[str, Any]) -> None:
    if entry["question"]:
        document.add_paragraph().add_run(entry["question"]).font.color.rgb = MIST
    if entry["lead"]:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{entry['lead']}.").bold = True
        paragraph.add_run("".join(f" {line}" for line in entry["lines"]))
    else:
        style = "List Bullet" if len(entry["lines"]) > 1 else "Normal"
        for line in entry["lines"]:
            document.add_paragraph(line, style=style)
    if entry["columns"]:
        _table(document, entry)
    if entry["note"]:
        document.add_paragraph().add_run(entry["note"]).italic = True


def _table(document: Any, entry: dict[str, Any]) -> None:
    """Add a table whose head repeats on every page; totals stand below it in bold."""
    columns = entry["columns"]
    totals = [[name, *[""] * (len(columns) - 2), amount] for name, amount in entry["totals"]]
    table = document.add_table(rows=0, cols=len(columns))
    table.autofit = False
    _lined(table)
    widths = _widths(len(columns), money=entry["money"])
    rows = [(columns, True), *((row, False) for row in entry["rows"]), *((row, True) for row in totals)]
    for row, strong in rows:
        _row(table, row, widths, strong=strong, sums=entry["money"])
    head = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx knows little of rows
    head.append(OxmlElement("w:tblHeader"))
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _lined(table: Any) -> None:
    """Give a table a thin line under each row, and room around its words."""
    borders, margins = OxmlElement("w:tblBorders"), OxmlElement("w:tblCellMar")
    for side in ("top", "bottom", "insideH"):
        border = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            border.set(qn(f"w:{key}"), value)
        borders.append(border)
    for side, width in ROOM.items():
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), width)
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties = table._tbl.tblPr  # noqa: SLF001 - python-docx knows no borders
    put(properties, borders)
    put(properties, margins)


def _widths(count: int, *, money: bool) -> list[float]:
    """Return the widths of the columns in millimetres; sums need less than words."""
    last = SUM_WIDTH if money else TEXT_WIDTH / count
    return [(TEXT_WIDTH - last) / (count - 1)] * (count - 1) + [last]


def _row(table: Any, row: list[str], widths: list[float], *, strong: bool, sums: bool) -> None:
    cells = table.add_row().cells
    for cell, words, width in zip(cells, row, widths, strict=True):
        cell.width = Mm(width)
        cell.paragraphs[0].add_run(words or ("" if strong else "–")).bold = strong
    if sums:
        cells[-1].paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT


def _small(document: Any, words: str) -> None:
    run = document.add_paragraph().add_run(words)
    run.font.size, run.font.color.rgb = Pt(9), MIST


def _page(document: Any, data: dict[str, Any]) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(SIDE)
    section.top_margin = section.bottom_margin = Mm(TOP)
    section.header.paragraphs[0].text = data["mark"]
    footer = section.footer.paragraphs[0]
    for tabs in document.styles["Footer"].element.get_or_add_pPr().findall(qn("w:tabs")):
        tabs.getparent().remove(tabs)
    footer.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run(f"{data['footer']}\t{data['page']['before']}")
    _field(footer, "PAGE")
    footer.add_run(data["page"]["between"])
    _field(footer, "NUMPAGES")
    footer.add_run(data["page"]["after"])
    _speaks(document, f"{data['language']}-{data['region']}")


def _field(paragraph: Any, instruction: str) -> None:
    """Add a number that Word counts itself."""
    field, run, text = OxmlElement("w:fldSimple"), OxmlElement("w:r"), OxmlElement("w:t")
    field.set(qn("w:instr"), instruction)
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - page numbers are fields, which python-docx cannot make


def _speaks(document: Any, language: str) -> None:
    """Set the language that a screen reader and a spelling checker take the words to be in."""
    defaults = document.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    spoken = defaults.find(qn("w:lang"))
    if spoken is None:
        spoken = OxmlElement("w:lang")
        defaults.append(spoken)
    spoken.set(qn("w:val"), language)


def _look(style: Any, size: float, color: RGBColor, weight: bool, *around: float) -> None:  # noqa: FBT001 - a row
    style.font.name, style.font.size, style.font.bold, style.font.italic = "Calibri", Pt(size), weight, False
    style.font.color.rgb = color
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in [key for key in fonts.attrib if key.endswith("Theme")]:
        del fonts.attrib[key]  # a theme's font would win over ours
    for part in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(part), "Calibri")
    style.paragraph_format.space_before, style.paragraph_format.space_after = map(Pt, around)
    if style.name.startswith("Heading"):
        style.paragraph_format.keep_with_next = True
