"""Makes `paper.docx`, the page that docxtpl fills: run it after a change and commit the result.

    python -m bot.documents.word.make_template

Headings and tables are real ones, so that a screen reader finds its way; the looks follow `paper.typ`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from bot.documents.layout import ABREAST, MOST_BESIDE_HEADING
from bot.documents.word.element_order import put
from bot.documents.word.empty import empty_document
from bot.documents.word.packed import packed
from bot.documents.word.styles import PAGE_NUMBER_WIDTH, SIDE, TEXT_WIDTH, add_styles, bordered
from knowledge.papers.money_by_year import MOST_YEARS

TEMPLATE = Path(__file__).parent / "paper.docx"
ANSWER_WIDTH, SUM_WIDTH, YEAR_WIDTH = TEXT_WIDTH - SIDE, 34, 20
"""Millimetres: beside the headings, a column of sums, and one of the sums of a year, without their currency."""
STAMP_WIDTH, STAMP_HEIGHT = 60, 22
"""Millimetres: the box in which the registrar writes."""
_FIRST_ROW, _FIRST_COLUMN = 0x20, 0x80
"""What a table of Word says of its first row and column (ECMA-376, 17.4.56, tblLook)."""
MOST_COLUMNS = 8
"""Columns of a pasted table that a page of Word is laid out for; more of them share the last one."""


def template() -> Any:
    """Return the template as a python-docx document."""
    document = empty_document()
    add_styles(document)
    _page(document)
    _top(document)
    document.add_paragraph("{%p for group in groups %}")
    document.add_paragraph("{{ group.heading }}", style="Heading 2")
    _sheet(document)
    _end(document, "for")
    document.add_paragraph("{%p for entry in sections %}")
    document.add_paragraph("{{ entry.heading }}", style="Heading 2")
    for layout in _TABLES:
        _if(document, layout.condition)
        _table(document, layout)
        _end(document, "if")
    _answer(document, "entry", ON_PAGE)
    _end(document, "for")
    _gaps(document, "gaps and not gaps_first")
    return document


@dataclass(frozen=True)
class TableLayout:
    """When a table is set so: the widths of its columns in millimetres, how many of them from the right are sums."""

    condition: str
    widths: Sequence[float]
    sums: int = 0

    @property
    def indent(self) -> float:
        """Return how far in it begins, in millimetres: a table beside the headings, or one of the whole width."""
        return TEXT_WIDTH - sum(self.widths)


def _with_years(years: int) -> TableLayout:
    whole: float = ANSWER_WIDTH if years <= MOST_BESIDE_HEADING else TEXT_WIDTH
    return TableLayout(
        f"entry.years == {years}", [whole - YEAR_WIDTH * (years + 1)] + [YEAR_WIDTH] * (years + 1), years + 1
    )


_TABLES = (
    TableLayout("entry.columns and not entry.money", [ANSWER_WIDTH / 2] * 2),
    TableLayout(
        "entry.money and not entry.years and entry.columns|length == 2", [ANSWER_WIDTH - SUM_WIDTH, SUM_WIDTH], 1
    ),
    TableLayout(
        "entry.money and not entry.years and entry.columns|length == 3",
        [(ANSWER_WIDTH - SUM_WIDTH) / 2] * 2 + [SUM_WIDTH],
        1,
    ),
    *map(_with_years, range(2, MOST_YEARS + 1)),
)


@dataclass(frozen=True)
class Looks:
    """The styles of an answer, on the page or in a cell."""

    text: str
    bullet: str
    below: str
    number: str
    right: str
    question: str
    remark: str
    is_cell: bool = False


ON_PAGE = Looks("Answer", "List Bullet", "List Bullet 2", "List Number", "From Right", "Question", "Remark")
IN_CELL = Looks(
    "Cell",
    "Cell Bullet",
    "Cell Bullet 2",
    "Cell Number",
    "Cell From Right",
    "Cell Question",
    "Cell Remark",
    is_cell=True,
)


def _top(document: Any) -> None:
    _if(document, "stamp")
    _stamp(document)
    _end(document, "if")
    document.add_paragraph("{{ kind }}", style="Kind")
    _spoken(document.add_paragraph(style="Heading 1"), "{{ title }}", "own")
    _if(document, "association")
    _spoken(document.add_paragraph(style="Subtitle"), "{{ association }}", "own")
    _end(document, "if")
    _if(document, "head")
    document.add_paragraph("{{ head|join(' · ') }}", style="Who")
    _end(document, "if")
    document.add_paragraph("{{ about }}", style="About")
    _if(document, "brief")
    document.add_paragraph("{{ brief_heading }}", style="Heading 2")
    _brief(document)
    _end(document, "if")
    _gaps(document, "gaps and gaps_first")


def _gaps(document: Any, condition: str) -> None:
    """Add what is missing: at the top of the data sheet, where a registrar looks, and last on the paper of a jury."""
    _if(document, condition)
    document.add_paragraph("{{ gaps_heading }}", style="Heading 2")
    document.add_paragraph("{%p for gap in gaps %}")
    document.add_paragraph("{{ gap }}", style="Gap")
    _end(document, "for")
    _end(document, "if")


def _stamp(document: Any) -> None:
    """Add the scheme, and beside it a box for the registrar."""
    table = document.add_table(rows=1, cols=2)
    table.style = "Paper Grid"
    _styled(table.rows[0].cells[0], "{{ scheme }}", "Kind")
    box = table.rows[0].cells[1]
    _styled(box, "{{ stamp[0] }}", "Stamp")
    box.add_paragraph("{{ stamp[1] }}", style="Stamp")
    bordered(box)
    table.rows[0].height = Mm(STAMP_HEIGHT)
    _wide(table, [TEXT_WIDTH - STAMP_WIDTH, STAMP_WIDTH])


def _brief(document: Any) -> None:
    """Add the facts in brief, three abreast, each a label over its answer."""
    table = document.add_table(rows=3, cols=ABREAST)
    table.style = "Paper Grid"
    table.rows[0].cells[0].text = "{%tr for row in brief %}"
    for column, cell in enumerate(table.rows[1].cells):
        _styled(cell, f"{{{{ row[{column}].label }}}}", "Label")
        words = f"{{{{ row[{column}].lines|join('\\n') }}}}"
        _spoken(cell.add_paragraph(style="Fact"), words, f"row[{column}]")
    table.rows[2].cells[0].text = "{%tr endfor %}"
    _wide(table, [TEXT_WIDTH / ABREAST] * ABREAST)


def _sheet(document: Any) -> None:
    """Add the rows of a group of the data sheet: what is asked heads each row, the answer stands beside it."""
    table = document.add_table(rows=3, cols=2)
    table.style = "Paper Table"
    table.rows[0].cells[0].text = "{%tr for row in group.rows %}"
    cells = table.rows[1].cells
    _styled(cells[0], "{{ row.heading }}", "Item")
    first = cells[1].paragraphs[0]
    _answer(cells[1], "row", IN_CELL)
    first._p.getparent().remove(first._p)  # noqa: SLF001 - python-docx has no other way to drop a paragraph
    table.rows[2].cells[0].text = "{%tr endfor %}"
    _heads(table, rows=True, columns=False)
    _wide(table, [SIDE, ANSWER_WIDTH])


def _answer(place: Any, name: str, looks: Looks) -> None:
    """Add the question, the blocks of an answer and the remark on it, to a document or a cell."""
    _if(place, f"{name}.question")
    place.add_paragraph(f"{{{{ {name}.question }}}}", style=looks.question)
    _end(place, "if")
    place.add_paragraph(f"{{%p for block in {name}.blocks %}}")
    _if(place, "block.kind == 'text'")
    _text(place, name, looks)
    place.add_paragraph("{%p elif block.kind == 'rows' %}")
    _pasted(place, name, looks)
    place.add_paragraph("{%p else %}")
    place.add_paragraph("{%p for item in block['items'] %}")
    _if(place, "block.kind == 'bullets'")
    _spoken(place.add_paragraph(style=looks.bullet), "{{ item.text }}", name)
    place.add_paragraph("{%p else %}")
    _spoken(place.add_paragraph(style=looks.number), "{{ item.text }}", name)
    _end(place, "if")
    place.add_paragraph("{%p for one in item.below %}")
    _spoken(place.add_paragraph(style=looks.below), "{{ one }}", name)
    _end(place, "for")
    _end(place, "for")
    _end(place, "if")
    _end(place, "for")
    _if(place, f"{name}.note")
    place.add_paragraph(f"{{{{ {name}.note }}}}", style=looks.remark)
    _end(place, "if")


def _pasted(place: Any, name: str, looks: Looks) -> None:
    """Add a table that was pasted, one layout for each number of columns; in a cell its rows are lines."""
    if looks.is_cell:
        place.add_paragraph("{%p for line in block.rows %}")
        _spoken(place.add_paragraph(style=looks.text), "{{ line|join(' · ') }}", name)
        _end(place, "for")
        return
    for columns in range(2, MOST_COLUMNS + 1):
        _if(place, f"block.width == {columns}" if columns < MOST_COLUMNS else f"block.width >= {columns}")
        table = place.add_table(rows=3, cols=columns)
        table.style = "Paper Table"
        table.rows[0].cells[0].text = "{%tr for line in block.rows %}"
        for column, cell in enumerate(table.rows[1].cells):
            words = f"line[{column}]" if column < MOST_COLUMNS - 1 else f"line[{column}:]|join(' · ')"
            _styled(cell, "", "Cell")
            _spoken(cell.paragraphs[0], f"{{{{ {words} }}}}", name)
        table.rows[2].cells[0].text = "{%tr endfor %}"
        _wide(table, [ANSWER_WIDTH / columns] * columns, indent=SIDE)
        _end(place, "if")


def _spoken(paragraph: Any, words: str, name: str, style: str | None = None) -> None:
    """Add words in the language that `name` of the layout says they are in."""
    run = paragraph.add_run(words, style=style)
    language = OxmlElement("w:lang")
    language.set(qn("w:val"), f"{{{{ {name}.language }}}}-{{{{ {name}.region }}}}")
    run._r.get_or_add_rPr().append(language)  # noqa: SLF001 - python-docx knows no languages


def _text(place: Any, name: str, looks: Looks) -> None:
    """Add a paragraph: an address as a link, others with their yes or no before them, from the right if need be."""
    words = "{{ block['items'][0].text }}"
    _if(place, f"{name}.link")
    _link(place.add_paragraph(style=looks.text), f"{{{{ {name}.link }}}}", words)
    place.add_paragraph("{%p elif block.rtl %}")
    _spoken(place.add_paragraph(style=looks.right), words, name)
    place.add_paragraph("{%p else %}")
    paragraph = place.add_paragraph(style=looks.text)
    lead = f"{{% if loop.first and {name}.lead %}}{{{{ {name}.lead }}}} {{% endif %}}"
    paragraph.add_run(lead, style="Strong")
    _spoken(paragraph, words, name)
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


def _if(place: Any, condition: str) -> None:
    place.add_paragraph(f"{{%p if {condition} %}}")


def _end(place: Any, what: str) -> None:
    place.add_paragraph(f"{{%p end{what} %}}")


def _table(document: Any, layout: TableLayout) -> None:
    """Add a table: a head that repeats on every page, a row that is repeated for each item, and totals."""
    count = len(layout.widths)
    table = document.add_table(rows=4, cols=count)
    table.style = "Paper Table"
    for column, cell in enumerate(table.rows[0].cells):
        _styled(cell, f"{{{{ entry.columns[{column}] }}}}", "Sum Column" if column >= count - layout.sums else "Column")
    _repeat(table.rows[0])
    table.rows[1].cells[0].text = "{%tr for row in entry.rows %}"
    if layout.sums:
        _money_row(table.rows[2].cells, layout.sums)
    else:
        _entry_row(table.rows[2].cells)
    table.rows[3].cells[0].text = "{%tr endfor %}"
    if layout.sums:
        _totals(table)
    _heads(table, rows=layout.sums > 1, columns=True)
    _wide(table, layout.widths, indent=layout.indent)


def _heads(table: Any, *, rows: bool, columns: bool) -> None:
    """Say what heads what: the first cell of each row, the first row its columns, or both."""
    looks = table._tbl.tblPr.find(qn("w:tblLook"))  # noqa: SLF001 - python-docx cannot say it
    looks.attrib.clear()
    for key, value in (
        ("val", f"{rows * _FIRST_COLUMN + columns * _FIRST_ROW:04X}"),
        ("firstRow", str(int(columns))),
        ("firstColumn", str(int(rows))),
    ):
        looks.set(qn(f"w:{key}"), value)


def _wide(table: Any, widths: Sequence[float], indent: float = 0) -> None:
    """Set the widths of the columns, in the grid and in each cell, and how far in the table begins."""
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
        for cell in column.cells:
            cell.width = Mm(width)
    for row in table.rows:
        _mark(row, "w:cantSplit")
    place = OxmlElement("w:tblInd")
    for key, value in (("w", str(Mm(indent).twips)), ("type", "dxa")):
        place.set(qn(f"w:{key}"), value)
    put(table._tbl.tblPr, place)  # noqa: SLF001 - python-docx cannot say it


def _entry_row(cells: Any) -> None:
    for column, cell in enumerate(cells):
        _styled(cell, "", "Cell")
        _spoken(cell.paragraphs[0], f"{{{{ row.cells[{column}] or '–' }}}}", "entry")


def _money_row(cells: Any, sums: int) -> None:
    """Fill a row of a table of money, which may be one of the sums among the others."""
    for column, cell in enumerate(cells):
        is_sum = column >= len(cells) - sums
        _styled(cell, "{%p if row.sum %}", "Cell")
        cell.add_paragraph(f"{{{{ row.cells[{column}] }}}}", style="Sum Total" if is_sum else "Total")
        cell.add_paragraph("{%p else %}")
        _spoken(cell.add_paragraph(style="Sum" if is_sum else "Cell"), f"{{{{ row.cells[{column}] or '–' }}}}", "entry")
        _end(cell, "if")


def _totals(table: Any) -> None:
    opening, row, closing = table.add_row().cells, table.add_row().cells, table.add_row().cells
    opening[0].text = "{%tr for total in entry.totals %}"
    _styled(row[0], "{{ total[0] }}", "Total")
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
    _footer(section.footer)
    put(document.settings.element, OxmlElement("w:autoHyphenation"))


def _footer(footer: Any) -> None:
    """Set whose paper it is beside the number of the page: in cells, so that neither runs into the other."""
    table = footer.add_table(1, 2, Mm(TEXT_WIDTH))
    table.style = "Paper Grid"
    whose, place = table.rows[0].cells
    _styled(whose, "{{ footer }}", "Footer")
    _styled(place, "{{ page.before }}", "Page Number")
    number = place.paragraphs[0]
    number._p.append(_field("PAGE", "1"))  # noqa: SLF001 - page numbers are fields, which python-docx cannot make
    number.add_run("{{ page.between }}")
    number._p.append(_field("NUMPAGES", "1"))  # noqa: SLF001 - as above
    number.add_run("{{ page.after }}")
    _wide(table, [TEXT_WIDTH - PAGE_NUMBER_WIDTH, PAGE_NUMBER_WIDTH])
    empty = footer.paragraphs[0]
    footer.paragraphs[0].style = "Footer"
    table._tbl.addnext(empty._p)  # noqa: SLF001 - a footer ends with a paragraph


def _field(instruction: str, shown: str) -> Any:
    """Return a field of Word: what it does, and what it shows until it is done."""
    field, run, text = OxmlElement("w:fldSimple"), OxmlElement("w:r"), OxmlElement("w:t")
    field.set(qn("w:instr"), instruction)
    text.text = shown
    run.append(text)
    field.append(run)
    return field


def _repeat(row: Any) -> None:
    _mark(row, "w:tblHeader")


def _mark(row: Any, name: str) -> None:
    row._tr.get_or_add_trPr().append(OxmlElement(name))  # noqa: SLF001 - python-docx knows little of rows


def main() -> None:
    """Write the template."""
    TEMPLATE.write_bytes(packed(template()))


if __name__ == "__main__":
    main()
