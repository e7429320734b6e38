"""The data sheet read row by row: what is asked heads what is answered."""

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm

from bot.documents.render import render
from bot.documents.row_headers import with_row_headers
from bot.documents.word.styles import SIDE
from tests.bot.documents.papers import a_proposal, document, pdf_reader, tags, vasa

pytestmark = pytest.mark.slow


def cells(content: bytes) -> list[tuple[str, str | None]]:
    found = [
        tag for tag in tags(pdf_reader(content).trailer["/Root"]["/StructTreeRoot"]) if tag["/S"] in {"/TH", "/TD"}
    ]  # type: ignore[index]
    return [(cell["/S"], next((each["/Scope"] for each in cell["/A"] if "/Scope" in each), None)) for cell in found]


def test_each_row_of_the_data_sheet_has_its_head() -> None:
    sheet = cells(render(a_proposal(), vasa(), "sv")[0][1])
    assert (sheet[::2], sheet[1::2]) == ([("/TH", "/Row")] * 15, [("/TD", None)] * 15)


def test_a_sheet_is_a_pdf_of_the_version_that_the_other_paper_is() -> None:
    sheet, paper = (content for name, content in render(a_proposal(), vasa(), "sv") if name.endswith(".pdf"))
    assert (sheet[:8], paper[:8]) == (b"%PDF-1.7", b"%PDF-1.7")


def test_columns_keep_their_heads_and_sums_of_several_years_have_those_of_their_rows_too() -> None:
    found = cells(render(a_proposal(), vasa(), "sv")[2][1])
    goals, costs = found[:4], found[4:]
    assert goals == [("/TH", "/Column")] * 2 + [("/TD", None)] * 2
    assert costs == [("/TH", "/Column")] * 4 + ([("/TH", "/Row")] + [("/TD", None)] * 3) * 6


def test_a_table_that_was_pasted_gets_no_heads() -> None:
    draft = a_proposal(FP03="Måndag\t10–12\tPlanering\nOnsdag\t10–14\tLunch", FP07=None, FP05=None, FP06=None)
    paper = render(draft, vasa(), "sv")[2][1]
    found = cells(with_row_headers(paper, is_sheet=False))
    assert found[:6] == [("/TD", None)] * 6


def test_the_docx_says_the_same() -> None:
    sheet, paper = (document(content) for _, content in render(a_proposal(), vasa(), "sv")[1::2])
    heads = [
        [table._tbl.tblPr.xpath(f"w:tblLook/@w:first{of}")[-1:] for of in ("Row", "Column")] for table in sheet.tables
    ]
    assert heads[1:] == [[["0"], ["1"]]] * 4
    told = [
        [table._tbl.tblPr.xpath(f"w:tblLook/@w:first{of}")[-1:] for of in ("Row", "Column")] for table in paper.tables
    ]
    assert told[1:] == [[["1"], ["0"]], [["1"], ["1"]]]  # goals and measures; sums of several years


def test_columns_of_the_docx_are_as_wide_as_what_stands_in_them_and_begin_where_the_answers_do() -> None:
    [*_, costs] = document(render(a_proposal(), vasa(), "sv")[3][1]).tables
    widths = [round(column.width / Mm(1)) for column in costs.columns]
    assert widths == [52, 20, 20, 20]
    assert costs._tbl.tblPr.xpath("w:tblInd/@w:w") == [str(Mm(SIDE).twips)]


def test_the_number_of_a_page_stands_at_the_right_edge_of_the_foot() -> None:
    [foot] = document(render(a_proposal(), vasa(), "sv")[3][1]).sections[0].footer.tables
    whose, place = foot.rows[0].cells
    assert (whose.text, place.text[:5]) == ("Vasa Exempelförening rf · Onsdagsköket · Förslagspapper", "sida ")
    assert place.paragraphs[0].style.paragraph_format.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert round(sum(column.width for column in foot.columns) / Mm(1)) == 156
