import pytest

from dialogs.speaking.naming import asks_for_another, named_language
from knowledge.language import Language

SV, FI, EN = Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("svenska", SV),
        ("På svenska, tack!", SV),
        ("kan vi ta det på svenska?", SV),
        ("Puhutteko suomea?", FI),
        ("suomeksi kiitos", FI),
        ("suomen kieli", FI),
        ("kan ni finska", FI),
        ("Do you speak English?", EN),
        ("voiko puhua englantia", EN),
    ],
)
def test_a_language_is_named_by_its_words(text: str, language: Language) -> None:
    assert (named_language(text), asks_for_another(text)) == (language, False)


@pytest.mark.parametrize(
    "text",
    [
        *("en", "fi", "se", "norska", "svenska kyrkan", "svenska och finska", "svenska eller finska", "kan ni", ""),
        "får man söka på finska",
        "vi lär ut svenska",
        "suomi 100 juhla",
    ],
)
def test_a_code_and_words_that_say_more_name_none(text: str) -> None:
    assert named_language(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "Kan ni norska?",
        "talar ni arabiska",
        "på ryska tack",
        "Puhutteko venäjää?",
        "voiko puhua viroa",
        "somaliksi kiitos",
        "Do you speak Ukrainian?",
        "in German please",
    ],
)
def test_another_language_is_asked_for_by_its_name(text: str) -> None:
    assert (named_language(text), asks_for_another(text)) == (None, True)


@pytest.mark.parametrize(
    "text", ["norska", "Norja", "Venäjä", "vi lär ut arabiska", "ryska barn saknar kompisar", "kan ni"]
)
def test_a_country_and_a_need_ask_for_no_language(text: str) -> None:
    assert asks_for_another(text) is False
