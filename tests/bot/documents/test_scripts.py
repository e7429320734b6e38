"""Which stretch of a text is set in which font, and read in which language."""

import pytest

from bot.documents.fonts import FAMILIES
from bot.documents.scripts import PICTURES, SCRIPTS, stretches
from tests.bot.documents.scripts import SENTENCES


def test_every_font_is_one_of_the_pdf() -> None:
    assert {script.family for script in (*SCRIPTS.values(), PICTURES)} <= set(FAMILIES)


def test_a_text_is_parted_where_its_script_changes_and_blanks_stay_with_what_stands_before() -> None:
    told = [(part.text, part.script and part.script.family) for part in stretches("Mat 🍲 för สมาคม rf")]
    assert told == [("Mat ", None), ("🍲 ", "Noto Emoji"), ("för ", None), ("สมาคม ", "Noto Sans Thai"), ("rf", None)]


@pytest.mark.parametrize("language", SENTENCES)
def test_no_sign_of_a_sentence_is_lost(language: str) -> None:
    assert "".join(part.text for part in stretches(SENTENCES[language])) == SENTENCES[language]


@pytest.mark.parametrize(
    ("language", "told"),
    [("Thai", "th"), ("Korean", "ko"), ("Georgian", "ka"), ("Arabic", ""), ("Amharic", ""), ("Chinese", "")],
)
def test_a_script_of_one_language_tells_it(language: str, told: str) -> None:
    assert {part.script.language for part in stretches(SENTENCES[language]) if part.script} == {told}


@pytest.mark.parametrize("language", ["Swedish and Finnish, decomposed", "Polish", "Ukrainian", "Greek", "Vietnamese"])
def test_letters_that_every_font_has_need_no_other(language: str) -> None:
    assert {part.script for part in stretches(SENTENCES[language])} == {None}
