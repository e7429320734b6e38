"""Makes `templates/paper.docx`, the page that docxtpl fills: run it after a change and commit the result.

    python -m bot.documents.make_template

Headings and tables are real ones, so that a screen reader finds its way; the looks follow `paper.typ`.
"""

from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from bot.documents.packed import packed

TEMPLATE = Path(__file__).parent / "templates" / "paper.docx"
INK, SEA, MIST = RGBColor(0x1F, 0x29, 0x33), RGBColor(0x14, 0x50, 0x6B), RGBColor(0x5B, 0x6B, 0x77)
LINE, WASH = "C9D5DC", "F1F6F8"
FONT = "Calibri"


def template() -> Any:
    """Return the template as a python-docx document."""
    document = Document()
    _page(document)
    _styles(document)
    _title(document)
    _if(document, "sheet")
    _table(document, ["sheet.columns[0]", "sheet.columns[1]"], "sheet.rows", _sheet_row)
    _end(document, "if")
    document.add_paragraph("{%p for entry in sections %}")
    document.add_paragraph("{{ entry.heading }}", style="Heading 2")
    for count in (2, 3):
        _if(document, f"entry.columns|length == {count}")
        _table(document, [f"entry.columns[{column}]" for column in range(count)], "entry.rows", _entry_row)
        _end(document, "if")
    _answer(document, "entry")
    _end(document, "for")
    document.add_paragraph("{{ gaps_heading }}", style="Heading 2")
    document.add_paragraph("{{ gaps_intro }}")
    document.add_paragraph("{%p for gap in gaps %}")
    document.add_paragraph("{{ gap }}", style="List Bullet")
    _end(document, "for")
    return document


def _title(document: Any) -> None:
    document.add_paragraph("{{ kind }}", style="Kind")
    document.add_paragraph("{{ title }}", style="Heading 1")
    _if(document, "subtitle")
    document.add_paragraph("{{ subtitle }}", style="Subtitle")
    _end(document, "if")
    document.add_paragraph("{{ scheme }}{% if dated %} · {{ dated }}{% endif %}", style="Note")


def _answer(place: Any, name: str) -> None:
    """Add the lines of an answer and the note on it, to a document or a cell."""
    place.add_paragraph(f"{{%p for one in {name}.lines %}}")
    place.add_paragraph("{{ one }}")
    _end(place, "for")
    _if(place, f"{name}.note")
    place.add_paragraph(f"{{{{ {name}.note }}}}", style="Note")
    _end(place, "if")


def _if(place: Any, condition: str) -> None:
    place.add_paragraph(f"{{%p if {condition} %}}")


def _end(place: Any, what: str) -> None:
    place.add_paragraph(f"{{%p end{what} %}}")


def _table(document: Any, heads: list[str], rows: str, fill: Any) -> None:
    """Add a table: a head that repeats on every page, a row that is repeated for each item, and a total."""
    table = document.add_table(rows=4, cols=len(heads))
    table.style = "Paper Table"
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        _styled(cell, f"{{{{ {head} }}}}", "Column")
        _shade(cell)
    _repeat(table.rows[0])
    table.rows[1].cells[0].text = f"{{%tr for row in {rows} %}}"
    fill(table.rows[2].cells)
    table.rows[3].cells[0].text = "{%tr endfor %}"
    if rows == "entry.rows":
        _total(table, len(heads))


def _sheet_row(cells: Any) -> None:
    _styled(cells[0], "{{ row.item }}", "Item")
    first = cells[1].paragraphs[0]
    _answer(cells[1], "row")
    first._p.getparent().remove(first._p)  # noqa: SLF001 - python-docx has no other way to drop a paragraph
    cells[0].width, cells[1].width = Mm(54), Mm(102)


def _entry_row(cells: Any) -> None:
    for column, cell in enumerate(cells):
        _styled(cell, f"{{{{ row[{column}] or '–' }}}}", "Cell")


def _total(table: Any, count: int) -> None:
    opening, row, closing = table.add_row().cells, table.add_row().cells, table.add_row().cells
    opening[0].text = "{%tr if entry.total %}"
    _styled(row[0], "{{ entry.total_word }}", "Item")
    _styled(row[count - 1], "{{ entry.total }}", "Item")
    closing[0].text = "{%tr endif %}"


def _styled(cell: Any, text: str, style: str) -> None:
    cell.text = text
    cell.paragraphs[0].style = style


def _page(document: Any) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(27)
    section.top_margin = section.bottom_margin = Mm(26)
    footer = section.footer.paragraphs[0]
    footer.style = "Footer"
    footer.paragraph_format.tab_stops.clear_all()
    footer.paragraph_format.tab_stops.add_tab_stop(Mm(156), WD_TAB_ALIGNMENT.RIGHT)
    footer.add_run("{{ footer }}\t{{ page }} ")
    _count(footer, "PAGE")
    footer.add_run(" {{ of }} ")
    _count(footer, "NUMPAGES")


def _count(paragraph: Any, what: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), what)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - page numbers are fields, which python-docx cannot make


def _styles(document: Any) -> None:
    styles = document.styles
    _look(styles["Normal"], 11, INK, after=4)
    _look(styles["Heading 1"], 23, SEA, bold=True, before=2, after=4)
    _look(styles["Heading 2"], 13, SEA, bold=True, before=16, after=5)
    _look(styles["Subtitle"], 13, INK, after=4)
    _look(styles["List Bullet"], 11, INK, after=2)
    _look(styles["Footer"], 8.5, MIST)
    for name, size, color, bold in (("Kind", 9.5, MIST, False), ("Note", 10, MIST, False), ("Column", 9.5, MIST, True)):
        _look(styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), size, color, bold=bold, after=3)
    _look(styles.add_style("Item", WD_STYLE_TYPE.PARAGRAPH), 11, SEA, bold=True, after=3)
    _look(styles.add_style("Cell", WD_STYLE_TYPE.PARAGRAPH), 11, INK, after=3)
    styles["Kind"].font.all_caps = True
    styles["Note"].font.italic = True
    styles["Heading 2"].paragraph_format.keep_with_next = True
    _lined(styles.add_style("Paper Table", WD_STYLE_TYPE.TABLE))


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
    properties = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        border = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            border.set(qn(f"w:{key}"), value)
        borders.append(border)
    properties.append(borders)
    style.element.append(properties)


def _shade(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", WASH)):
        shade.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no shading


def _repeat(row: Any) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - nor a repeated head


def main() -> None:
    """Write the template."""
    TEMPLATE.write_bytes(packed(template()))


if __name__ == "__main__":
    main()
