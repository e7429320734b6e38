"""Every sign of the residents' languages is in a font; what is in none is replaced alone, and is named."""

import pytest

from bot.documents.fonts import signs
from bot.documents.render import render
from tests.bot.documents.papers import a_proposal, pdf_reader, vasa, words_of
from tests.bot.documents.scripts import SENTENCES

pytestmark = pytest.mark.slow

HIEROGLYPH = "\U00013000"
RUNE = "ᚠ"
TAGGED = b"pdfuaid:part"


@pytest.mark.parametrize("language", SENTENCES)
def test_each_sign_of_a_language_is_in_a_font(language: str) -> None:
    assert signs().missing(SENTENCES[language]) == ""


def test_signs_that_no_font_has_are_known() -> None:
    assert signs().missing(f"Onsdagsköket {HIEROGLYPH} och {RUNE} {HIEROGLYPH}") == HIEROGLYPH + RUNE


def test_a_paper_in_all_scripts_keeps_its_standard_and_its_words() -> None:
    said = "\n".join(SENTENCES.values())
    [basics, _, paper, word] = render(
        a_proposal(GU01="สมาคมตัวอย่าง rf", FP02=said[:1400], FP03=said[1400:]), vasa(), "sv"
    )
    assert [TAGGED in basics[1], TAGGED in paper[1]] == [True, True]
    assert "�" not in words_of(*paper)
    found = words_of(*paper)
    clear = ("አብረን", "每周三一起", "수요일에", "Щосереди", "ყოველ", "միասին", "thứ Tư", "gaskavahkku", "Ǥ ǥ", "🍲")
    assert [words for words in clear if words not in found] == []
    assert [name for name in SENTENCES if SENTENCES[name].split()[0] not in words_of(*word)] == [
        "Swedish and Finnish, decomposed"
    ]


def test_a_sign_that_no_font_has_is_replaced_alone() -> None:
    [_, _, paper, word] = render(a_proposal(FP01=f"Onsdags{HIEROGLYPH}köket 🍲"), vasa(), "sv")
    assert TAGGED in paper[1]
    assert str(pdf_reader(paper[1]).metadata.title).startswith("Onsdags�köket 🍲 – ")  # type: ignore[union-attr]
    assert ["Onsdags�köket 🍲" in words_of(*paper), f"Onsdags{HIEROGLYPH}köket 🍲" in words_of(*word)] == [True, True]


def test_marks_that_no_one_font_has_together_are_replaced_too() -> None:
    content = render(a_proposal(FP03="Vi lagar mat ihop varje onsdag i byagården ꙮ\u0fb5 ꙮ"), vasa(), "sv")[2][1]
    assert TAGGED in content
