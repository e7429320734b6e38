import pytest

from knowledge.language import Language
from knowledge.needs.language_of_words import language_of, spelling
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.reading import read


@pytest.mark.parametrize("chat", [None, *Language])
@pytest.mark.parametrize(
    "text",
    ["Ensamma äldre i Gerby", "yksinäisiä vanhuksia kylissä", "lonely old people", "Onni 12", "", "hej, we need tukea"],
)
def test_a_language_is_told_as_a_need_is_read(text: str, chat: Language | None) -> None:
    lexicon = load_lexicon()
    assert language_of(text, lexicon, chat) == read(text, lexicon, chat).language


@pytest.mark.parametrize("text", ["Ensamma äldre i Gerby", "yksinäisiä vanhuksia kylissä", "lonely old people"])
def test_words_are_spelled_in_the_language_in_which_they_are_read(text: str) -> None:
    lexicon = load_lexicon()
    assert spelling(text, lexicon).language == read(text, lexicon).language


@pytest.mark.parametrize(
    ("text", "words", "known"),
    [
        ("", 0, 0),
        ("12 000", 0, 0),
        ("kurs b2b kurs Kurs", 1, 1),
        ("Hej! 12 ensamma äldre i Gerby, mvh Anna", 3, 3),
        ("Ensamma ældre", 2, 1),
        ("ensamma idéer", 2, 2),
        ("Föreningen Shakhtar", 1, 1),
        ("FÖRENINGEN SHAKHTAR", 2, 1),
        ("Хотим открыть кафе", 3, 0),
    ],
)
def test_names_greetings_and_numbers_are_no_words_that_tell_a_language(text: str, words: int, known: int) -> None:
    assert spelling(text, load_lexicon())[2:] == (words, known)


def test_nothing_that_was_learned_tells_no_language() -> None:
    assert (spelling("", load_lexicon()).share, spelling("Хотим", load_lexicon()).share) == (0.0, 0.0)
