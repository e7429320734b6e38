"""Words of rare scripts in a DOCX: fonts and languages are named where they stand."""

import pytest
from docx import Document
from docx.oxml.ns import qn

from bot.documents.word.runs import in_their_scripts
from tests.bot.documents.scripts import SENTENCES


@pytest.mark.parametrize(
    ("language", "font", "told"),
    [("Thai", "Noto Sans Thai", "th"), ("Arabic", "Amiri", None), ("Japanese", "Noto Sans CJK SC", "ja")],
)
def test_a_run_of_its_own_names_font_and_language(language: str, font: str, told: str | None) -> None:
    document = Document()
    run = document.add_paragraph(style="Normal").add_run(f"Vi skriver {SENTENCES[language]}", style="Strong")
    run.add_break()
    run.add_text("och så vidare")
    in_their_scripts(document.element.body)
    runs = document.paragraphs[0].runs
    assert "".join(each.text for each in runs) == f"Vi skriver {SENTENCES[language]}\noch så vidare"
    named = [(each.font.name, each._r.rPr.find(qn("w:lang"))) for each in runs]
    assert (named[0][0], font in {name for name, _ in named}, named[-1][0]) == (None, True, None)
    assert {lang.get(qn("w:val")) for _, lang in named if lang is not None} == ({told} if told else set())
    assert {each.style.name for each in runs} == {"Strong"}


def test_a_document_in_plain_letters_is_left_as_it_is() -> None:
    document = Document()
    document.add_paragraph("Vaasan Esimerkkiyhdistys ry, Ёлка, Κάθε")
    before = document.element.xml
    in_their_scripts(document.element.body)
    assert document.element.xml == before
