"""In which of our languages somebody writes, on the short texts of this folder and in the cases that are hard."""

import pytest

from knowledge.identification.message import identified, likely_language
from knowledge.language import Language
from knowledge.needs.model.load import load_lexicon
from tests.knowledge.identification.rows import group, rows

SV, FI, EN = Language
LEXICON = load_lexicon()
FORWARDED = """Från: Anna
Till: alla
Ämne: café

Hej, vi vill starta ett café för ensamma äldre i byn."""


@pytest.mark.parametrize("name", ["texts", "left_out"])
def test_a_short_text_of_ours_is_never_taken_for_another_and_seldom_for_none(name: str) -> None:
    ours = [(label, text) for label, text in rows(name) if group(label, text) == "ours"]
    told = [(label, identified(text, LEXICON, first=True).language, text) for label, text in ours]
    assert [row for row in told if row[1] not in (row[0], None)] == []
    assert sum(found is not None for _, found, _ in told) >= 0.95 * len(ours)


@pytest.mark.parametrize("name", ["texts", "left_out"])
@pytest.mark.parametrize("chat", Language)
def test_what_tells_no_language_does_not_change_that_of_the_chat(name: str, chat: Language) -> None:
    none = [text for label, text in rows(name) if group(label, text) == "none"]
    assert [text for text in none if identified(text, LEXICON, chat).language is not None] == []


@pytest.mark.parametrize(
    ("text", "chat", "language"),
    [
        ("Sain tämän viestin: Vi vill starta ett café för ensamma äldre i byn.", FI, FI),
        ("Sain tämän viestin: Vi vill starta ett café för ensamma äldre i byn.", SV, SV),
        ("Kirjoittivat näin eilen.\n\n" + FORWARDED, SV, FI),
        (FORWARDED, FI, None),
        (FORWARDED, SV, None),
        ("We want to start a language café. Vi vill starta ett språkcafé för nyanlända.", FI, EN),
        ("moi, jag menar alltså vi har en grupp gubbar, miehet istuu yksin kotona koko talven", FI, FI),
        ("vi behöver hjälp med fundraising och marketing", EN, SV),
        ("haluamme startata uuden after work kerhon eläkeläisille", EN, FI),
        ("our bygdegård is empty in the daytime", SV, EN),
        ("ensamma äldre", FI, None),
        ("Vi ses i Vasa", FI, None),
    ],
)
def test_the_own_words_of_a_message_tell_its_language(text: str, chat: Language, language: Language | None) -> None:
    assert identified(text, LEXICON, chat).language is language


@pytest.mark.parametrize(
    ("text", "phone", "language"),
    [
        (FORWARDED, FI, SV),
        ("ensamma äldre", FI, SV),
        ("yksinäiset vanhukset", None, FI),
        ("hej hei", FI, None),
        ("Anna Andersson", FI, None),
        ("https://example.org/ansokan", FI, None),
        ("", FI, None),
    ],
)
def test_before_the_first_answer_fewer_words_are_enough(
    text: str, phone: Language | None, language: Language | None
) -> None:
    assert identified(text, LEXICON, phone, first=True).language is language


def test_one_known_word_is_likely_in_a_language_and_an_unknown_one_in_none() -> None:
    assert [likely_language(word, LEXICON) for word in ("pensionärer", "eläkeläiset", "tere", "помогите", "")] == [
        SV,
        FI,
        None,
        None,
        None,
    ]
