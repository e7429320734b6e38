"""What stays together on a page of Word."""

from docx import Document

from bot.documents.word.keeping import keep_the_end, keep_together


def test_a_short_answer_is_whole_and_a_note_stays_with_the_words_before_it() -> None:
    document = Document()
    document.styles["Quote"].element.set(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId", "Remark"
    )
    parts = [("1 Behov", "Heading 2"), ("Kort.", None), ("Slut.", None), ("2 Plan", "Heading 2"), ("Lång. " * 90, None)]
    for text, style in (*parts, ("Mera.", None), ("Så här skrev föreningen.", "Quote")):
        document.add_paragraph(text, style=style)
    keep_together(document.element.body)
    kept = {one.text[:5]: one.paragraph_format.keep_with_next for one in document.paragraphs}
    assert kept == {
        "1 Beh": None, "Kort.": True, "Slut.": None, "2 Pla": None, "Lång.": None, "Mera.": True, "Så hä": None,
    }  # fmt: skip


def test_the_last_row_of_a_table_stays_with_its_note() -> None:
    document = Document()
    document.styles["Quote"].element.set(
        "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}styleId", "Remark"
    )
    table = document.add_table(rows=2, cols=1)
    for cell, text in zip(table.columns[0].cells, ("Lång. " * 90, "Kort."), strict=True):
        cell.text = text
    document.add_paragraph("Så här skrev föreningen.", style="Quote")
    keep_together(document.element.body)
    assert [cell.paragraphs[0].paragraph_format.keep_with_next for cell in table.columns[0].cells] == [None, True]


def test_the_end_stays_together_from_the_heading_that_is_told() -> None:
    document = Document()
    for text, style in (("1 Behov", "Heading 2"), ("Kort.", None), ("2 Pitch", "Heading 2"), ("Åtta minuter.", None)):
        document.add_paragraph(text, style=style)
    table = document.add_table(rows=2, cols=1)
    document.add_paragraph("Det saknas.")
    keep_the_end(document.element.body, 1)
    assert [one.paragraph_format.keep_with_next for one in document.paragraphs] == [None, None, True, True, None]
    assert [cell.paragraphs[0].paragraph_format.keep_with_next for cell in table.columns[0].cells] == [True, True]


def test_rows_of_a_short_table_stay_together() -> None:
    document = Document()
    table = document.add_table(rows=3, cols=1)
    keep_together(document.element.body)
    kept = [cell.paragraphs[0].paragraph_format.keep_with_next for cell in table.columns[0].cells]
    assert kept == [True, True, None]
