"""Every Word document that Lots makes is one that Word opens without a word: it holds to the schema of its format."""

import io
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator

from bot.documents.form.docx_form import filled_docx
from bot.documents.question_list import question_list
from bot.documents.render import render
from dialogs.records.proposal import Proposal
from knowledge.language import Language
from tests.bot.documents.form.blanks import a_blank
from tests.bot.documents.outline.test_files import draft
from tests.bot.documents.papers import a_proposal, document, vasa
from tests.bot.documents.scripts import SENTENCES

pytestmark = pytest.mark.slow

TYPED = "Vi ser:\n- äldre äter ensamma\n  - också på helgen\n\n1. träffen är full\n2. köket är litet"
EVERY_SHAPE = a_proposal(
    FP02=TYPED,
    FP03=f"{SENTENCES['Arabic']} {SENTENCES['Thai']}\nMåndag\t10–12\tPlanering\nOnsdag\t10–14\tLunch",
    FP07="Lön 12 000\nHyra 500,50",
    FP08="1.8.2027–31.7.2030",
    FP12="ganska mycket",
)


def complaints(folder: Path, content: bytes) -> list[str]:
    file = folder / "made.docx"
    file.write_bytes(content)
    return [str(error) for error in OpenXmlValidator(FileFormat.MICROSOFT_365).validate(file).errors]


def documents(proposal: Proposal, language: Language) -> list[bytes]:
    return [content for name, content in render(proposal, vasa(), language) if name.endswith(".docx")]


@pytest.mark.covers("V9")
def test_papers_hold_to_the_schema(tmp_path: Path) -> None:
    made = [*documents(EVERY_SHAPE, Language.SV), *documents(a_proposal().but(answers={}), Language.FI)]
    assert [complaints(tmp_path, content) for content in made] == [[]] * 4


def test_so_do_the_questions_to_print_and_the_outline_of_an_agreement(tmp_path: Path) -> None:
    asked = a_proposal().but(answers={}, created_at=datetime(2026, 11, 30, tzinfo=UTC))
    made = [question_list(asked, vasa(), Language.SV)[1][1], *documents(draft(Language.SV), Language.SV)]
    assert [complaints(tmp_path, content) for content in made] == [[]] * 2


def test_a_filled_form_holds_to_it_as_the_empty_one_does(tmp_path: Path) -> None:
    filled = filled_docx(a_blank("docx"), {"name": "Å & B\nrf", "rules": True, "board": "Ja", "day": date(2026, 12, 1)})
    assert complaints(tmp_path, filled) == complaints(tmp_path, a_blank("docx").content)


def test_the_check_sees_what_stands_in_a_wrong_place(tmp_path: Path) -> None:
    whole = document(documents(a_proposal().but(answers={}), Language.SV)[0])
    settings = whole.settings.element
    settings.append(settings[0])
    saved = io.BytesIO()
    whole.save(saved)
    assert ["zoom" in complaint for complaint in complaints(tmp_path, saved.getvalue())] == [True]
