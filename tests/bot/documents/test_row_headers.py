"""The data sheet read row by row: what is asked heads what is answered."""

import pytest

from bot.documents.render import render
from bot.documents.row_headers import with_row_headers
from tests.bot.documents.papers import a_proposal, document, pdf_reader, tags, vasa

pytestmark = pytest.mark.slow


def cells(content: bytes) -> list[tuple[str, str | None]]:
    found = [
        tag for tag in tags(pdf_reader(content).trailer["/Root"]["/StructTreeRoot"]) if tag["/S"] in {"/TH", "/TD"}
    ]  # type: ignore[index]
    return [(cell["/S"], next((each["/Scope"] for each in cell["/A"] if "/Scope" in each), None)) for cell in found]


def test_each_row_of_the_data_sheet_has_its_head() -> None:
    sheet = cells(render(a_proposal(), vasa(), "sv")[0][1])
    assert (sheet[::2], sheet[1::2]) == ([("/TH", "/Row")] * 14, [("/TD", None)] * 14)


def test_a_sheet_is_a_pdf_of_the_version_that_the_other_paper_is() -> None:
    sheet, paper = (content for name, content in render(a_proposal(), vasa(), "sv") if name.endswith(".pdf"))
    assert (sheet[:8], paper[:8]) == (b"%PDF-1.7", b"%PDF-1.7")


def test_tables_with_heads_of_their_columns_keep_them() -> None:
    paper = render(a_proposal(), vasa(), "sv")[2][1]
    assert cells(with_row_headers(paper)) == cells(paper)
    assert {("/TH", "/Column"), ("/TD", None)} == set(cells(paper))


def test_the_docx_says_the_same() -> None:
    sheet, paper = (document(content) for _, content in render(a_proposal(), vasa(), "sv")[1::2])
    heads = [
        [table._tbl.tblPr.xpath(f"w:tblLook/@w:first{of}")[-1:] for of in ("Row", "Column")] for table in sheet.tables
    ]
    assert heads[1:] == [[["0"], ["1"]]] * 4
    assert [["1"], ["0"]] in [
        [table._tbl.tblPr.xpath(f"w:tblLook/@w:first{of}")[-1:] for of in ("Row", "Column")] for table in paper.tables
    ]
