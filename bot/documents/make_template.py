"""Makes `templates/paper.docx`, the page that docxtpl fills: run it after a change and commit the result.

    python -m bot.documents.make_template

Headings and tables are real ones, so that a screen reader finds its way; the looks follow `paper.typ`.
"""

from copy import deepcopy
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from bot.documents.packed import packed

TEMPLATE = Path(__file__).parent / "templates" / "paper.docx"
INK, SEA, MIST = RGBColor(0x1F, 0x29, 0x33), RGBColor(0x14, 0x50, 0x6B), RGBColor(0x5B, 0x6B, 0x77)
"""The colours of text, headings and small print in bytes: red, green, blue. On white 5 : 1 or more (WCAG 1.4.3)."""
LINE, WASH = "C9D5DC", "F1F6F8"
FONT = "Calibri"
TEXT_WIDTH, ITEM_WIDTH, SUM_WIDTH, PAGE_NUMBER_WIDTH = 156, 54, 36, 26
"""Millimetres: between the margins, the items of the data sheet, a column of sums, and the number in the footer."""


def template() -> Any:
    """Return the template as a python-docx document."""
    document = Document()
    _page(document)
    _styles(document)
    _top(document)
    _if(document, "sheet")
    sheet = ["sheet.columns[0]", "sheet.columns[1]"]
    _table(document, sheet, "sheet.rows", _sheet_row, [ITEM_WIDTH, TEXT_WIDTH - ITEM_WIDTH])
    _end(document, "if")
    document.add_paragraph("{%p for entry in sections %}")
    document.add_paragraph("{{ entry.heading }}", style="Heading 2")
    for condition, widths in _TABLES.items():
        _if(document, condition)
        heads = [f"entry.columns[{column}]" for column in range(len(widths))]
        _table(document, heads, "entry.rows", _money_row if "not" not in condition else _entry_row, widths)
        _end(document, "if")
    _answer(document, "entry")
    _end(document, "for")
    return document


_TABLES: dict[str, list[float]] = {
    "entry.columns and not entry.money": [TEXT_WIDTH / 2] * 2,
    "entry.money and entry.columns|length == 2": [TEXT_WIDTH - SUM_WIDTH, SUM_WIDTH],
    "entry.money and entry.columns|length == 3": [(TEXT_WIDTH - SUM_WIDTH) / 2] * 2 + [SUM_WIDTH],
}
"""Which tables there are, with the widths of their columns."""


def _top(document: Any) -> None:
    document.add_paragraph("{{ kind }}", style="Kind")
    document.add_paragraph("{{ title }}", style="Heading 1")
    _if(document, "association")
    document.add_paragraph("{{ association }}", style="Subtitle")
    _end(document, "if")
    _if(document, "head")
    document.add_paragraph("{{ head|join(' · ') }}", style="Who")
    _end(document, "if")
    document.add_paragraph("{{ about }}", style="About")
    _if(document, "gaps")
    document.add_paragraph("{{ gaps_heading }}", style="Heading 2")
    document.add_paragraph("{%p for gap in gaps %}")
    document.add_paragraph("{{ gap }}", style="Gap")
    _end(document, "for")
    _end(document, "if")


def _answer(place: Any, name: str) -> None:
    """Add the question, the blocks of an answer and the remark on it, to a document or a cell."""
    _if(place, f"{name}.question")
    place.add_paragraph(f"{{{{ {name}.question }}}}", style="Question")
    _end(place, "if")
    place.add_paragraph(f"{{%p for block in {name}.blocks %}}")
    _if(place, "block.kind == 'text'")
    _text(place, name)
    place.add_paragraph("{%p else %}")
    place.add_paragraph("{%p for item in block['items'] %}")
    _either(place, "block.kind == 'bullets'", "{{ item.text }}", "List Bullet", "List Number")
    place.add_paragraph("{%p for one in item.below %}")
    place.add_paragraph("{{ one }}", style="List Bullet 2")
    _end(place, "for")
    _end(place, "for")
    _end(place, "if")
    _end(place, "for")
    _if(place, f"{name}.note")
    place.add_paragraph(f"{{{{ {name}.note }}}}", style="Remark")
    _end(place, "if")


def _text(place: Any, name: str) -> None:
    """Add a paragraph: an address as a link, others with their yes or no before them, from the right if need be."""
    words = "{{ block['items'][0].text }}"
    _if(place, f"{name}.link")
    _link(place.add_paragraph(), f"{{{{ {name}.link }}}}", words)
    place.add_paragraph("{%p elif block.rtl %}")
    place.add_paragraph(words, style="From Right")
    place.add_paragraph("{%p else %}")
    paragraph = place.add_paragraph()
    lead = f"{{% if loop.first and {name}.lead %}}{{{{ {name}.lead }}}} {{% endif %}}"
    paragraph.add_run(lead, style="Strong")
    paragraph.add_run(words)
    _end(place, "if")


def _link(paragraph: Any, address: str, words: str) -> None:
    """Add a link as a field in parts: readers such as python-docx pass over a field that is one element."""
    _field_part(paragraph, "begin")
    instruction = OxmlElement("w:instrText")
    instruction.text = f'HYPERLINK "{address}"'
    paragraph.add_run()._r.append(instruction)  # noqa: SLF001 - python-docx has no fields
    _field_part(paragraph, "separate")
    paragraph.add_run(words, style="Hyperlink")
    _field_part(paragraph, "end")


def _field_part(paragraph: Any, kind: str) -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), kind)
    paragraph.add_run()._r.append(mark)  # noqa: SLF001 - as above


def _either(place: Any, condition: str, words: str, style: str, other: str) -> None:
    _if(place, condition)
    place.add_paragraph(words, style=style)
    place.add_paragraph("{%p else %}")
    place.add_paragraph(words, style=other)
    _end(place, "if")


def _if(place: Any, condition: str) -> None:
    place.add_paragraph(f"{{%p if {condition} %}}")


def _end(place: Any, what: str) -> None:
    place.add_paragraph(f"{{%p end{what} %}}")


def _table(document: Any, heads: list[str], rows: str, fill: Any, widths: list[float]) -> None:
    """Add a table: a head that repeats on every page, a row that is repeated for each item, and totals."""
    table = document.add_table(rows=4, cols=len(heads))
    table.style = "Paper Table"
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        _styled(cell, f"{{{{ {head} }}}}", "Sum Column" if fill is _money_row and head is heads[-1] else "Column")
        _shade(cell)
    _repeat(table.rows[0])
    table.rows[1].cells[0].text = f"{{%tr for row in {rows} %}}"
    fill(table.rows[2].cells)
    table.rows[3].cells[0].text = "{%tr endfor %}"
    if fill is _money_row:
        _totals(table)
    _wide(table, widths)


def _wide(table: Any, widths: list[float]) -> None:
    """Set the widths of the columns, in the grid and in each cell; the text begins where the page's does."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    for row in table.rows:
        _mark(row, "w:cantSplit")


def _sheet_row(cells: Any) -> None:
    _styled(cells[0], "{{ row.heading }}", "Item")
    first = cells[1].paragraphs[0]
    _answer(cells[1], "row")
    first._p.getparent().remove(first._p)  # noqa: SLF001 - python-docx has no other way to drop a paragraph


def _entry_row(cells: Any) -> None:
    for column, cell in enumerate(cells):
        _styled(cell, f"{{{{ row[{column}] or '–' }}}}", "Cell")


def _money_row(cells: Any) -> None:
    _entry_row(cells)
    cells[-1].paragraphs[0].style = "Sum"


def _totals(table: Any) -> None:
    opening, row, closing = table.add_row().cells, table.add_row().cells, table.add_row().cells
    opening[0].text = "{%tr for total in entry.totals %}"
    _styled(row[0], "{{ total[0] }}", "Item")
    _styled(row[-1], "{{ total[1] }}", "Sum Total")
    closing[0].text = "{%tr endfor %}"


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
    footer.add_run("{{ footer }}\t{{ page.before }}")
    footer._p.append(_field("PAGE", "1"))  # noqa: SLF001 - page numbers are fields, which python-docx cannot make
    footer.add_run("{{ page.between }}")
    footer._p.append(_field("NUMPAGES", "1"))  # noqa: SLF001 - as above
    footer.add_run("{{ page.after }}")
    hyphenation = OxmlElement("w:autoHyphenation")
    document.settings.element.insert(0, hyphenation)


def _field(instruction: str, shown: str) -> Any:
    """Return a field of Word: what it does, and what it shows until it is done."""
    field, run, text = OxmlElement("w:fldSimple"), OxmlElement("w:r"), OxmlElement("w:t")
    field.set(qn("w:instr"), instruction)
    text.text = shown
    run.append(text)
    field.append(run)
    return field


def _styles(document: Any) -> None:
    styles = document.styles
    _look(styles["Normal"], 11, INK, after=4)
    _look(styles["Heading 1"], 23, SEA, bold=True, before=2, after=4)
    _look(styles["Heading 2"], 13, SEA, bold=True, before=16, after=5)
    _look(styles["Subtitle"], 13, INK, after=4)
    _look(styles["List Bullet"], 11, INK, after=2)
    for name in ("List Bullet 2", "List Number"):
        _look(styles[name], 11, INK, after=2)
    _look(styles["Footer"], 9, MIST)
    _right_edge(styles["Footer"])
    for name, size, color, bold in _OWN:
        _look(styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH), size, color, bold=bold, after=3)
    styles["About"].paragraph_format.space_after = Pt(12)
    styles["Remark"].font.italic = True
    for name in ("Heading 2", "Question"):
        styles[name].paragraph_format.keep_with_next = True
    for name in ("Sum", "Sum Total", "Sum Column"):
        styles[name].paragraph_format.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _listed_like(styles["Gap"], styles["List Bullet"])
    styles["From Right"].element.get_or_add_pPr().append(OxmlElement("w:bidi"))
    _underlined(styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER))
    _lined(styles.add_style("Paper Table", WD_STYLE_TYPE.TABLE))


_OWN = (
    ("Kind", 9.5, MIST, False),
    ("Who", 11, INK, False),
    ("About", 10, MIST, False),
    ("Remark", 10, MIST, False),
    ("Question", 11, MIST, False),
    ("Column", 9.5, MIST, True),
    ("Sum Column", 9.5, MIST, True),
    ("Item", 11, SEA, True),
    ("Cell", 11, INK, False),
    ("Sum", 11, INK, False),
    ("Sum Total", 11, SEA, True),
    ("From Right", 11, INK, False),
    ("Gap", 11, INK, False),
)
"""Our own styles. None is called like a tag of PDF (Note, Quote, Caption): a save as PDF would take it for one."""


def _right_edge(style: Any) -> None:
    """Leave one tab to a footer, at its right edge, where its words do not come; the style's own would come first."""
    properties = style.element.get_or_add_pPr()
    for tabs in properties.findall(qn("w:tabs")):
        properties.remove(tabs)
    style.paragraph_format.right_indent = Mm(PAGE_NUMBER_WIDTH)
    style.paragraph_format.tab_stops.add_tab_stop(Mm(TEXT_WIDTH), WD_TAB_ALIGNMENT.RIGHT)


def _listed_like(style: Any, other: Any) -> None:
    """Give a style the bullets of another: the gaps are in the language of the page, the answers may not be."""
    style.element.get_or_add_pPr().append(deepcopy(other.element.pPr.numPr))


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
    properties = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        border = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", LINE)):
            border.set(qn(f"w:{key}"), value)
        borders.append(border)
    indent = OxmlElement("w:tblInd")
    for key, value in (("w", "108"), ("type", "dxa")):
        indent.set(qn(f"w:{key}"), value)
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", "60"), ("left", "108"), ("bottom", "20"), ("right", "108")):
        margin = OxmlElement(f"w:{side}")
        for key, value in (("w", width), ("type", "dxa")):
            margin.set(qn(f"w:{key}"), value)
        margins.append(margin)
    properties.append(indent)
    properties.append(borders)
    properties.append(margins)
    style.element.append(properties)


def _shade(cell: Any) -> None:
    shade = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", WASH)):
        shade.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shade)  # noqa: SLF001 - python-docx has no shading


def _repeat(row: Any) -> None:
    _mark(row, "w:tblHeader")


def _mark(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - python-docx knows little of rows


def main() -> None:
    """Write the template."""
    TEMPLATE.write_bytes(packed(template()))


if __name__ == "__main__":
    main()
