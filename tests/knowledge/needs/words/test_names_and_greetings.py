import pytest

from knowledge.needs.words.concepts import find_concepts
from knowledge.needs.words.names_and_greetings import ignored_words, unknown_names, without_ignored
from knowledge.tokens import words_of
from tests.knowledge.needs.words.vocabulary import VOCABULARY

IGNORED = ignored_words(
    {
        "places": ["gerby", "vasa"],
        "names": ["anna", "bo"],
        "greetings": ["hej", "god"],
        "following": ["kvall", "alla"],
        "courtesies": ["tack"],
        "signing": ["mvh"],
    }
)


@pytest.mark.parametrize(
    ("text", "heard"),
    [
        ("Ensamma äldre i Gerby", "ensamma aldre i"),
        ("Gerbybor och gerbyssä", "och"),
        ("Hej alla! 12 ensamma, tack", "ensamma"),
        ("God kväll. En kväll för alla", "en kvall for alla"),
        ("Alla säger hej", "alla sager hej"),
        ("Från: ordföranden\nÄmne: ensamma", "ensamma"),
        ("Bo Ek vill bo kvar", "ek vill bo kvar"),
        ("ensamma mvh bengt berg", "ensamma"),
        ("mvh är ett ord som ingen läser här", "mvh ar ett ord som ingen laser har"),
    ],
)
def test_what_says_nothing_of_a_need_is_silent(text: str, heard: str) -> None:
    words = without_ignored(text, words_of(text), IGNORED)
    assert " ".join(word.folded for word in words if word.folded) == heard
    assert [(word.start, word.end) for word in words] == [(word.start, word.end) for word in words_of(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("ensamma i Frutti", {2}),
        ("ENSAMMA I FRUTTI", {2}),
        ("Fruttiga ensamma. Fruttigt! – Frutti\nFruttar", set()),
        ("ensamma frutti", set()),
        ("ensamma Frutti", {1}),
        ("ensamma fruttissa", {1}),
        ("ensamma i ensamby", {2}),
        ("ensamma Ensamkör", set()),
        ("", set()),
    ],
)
def test_unknown_words_are_names_where_they_stand_as_names_do(text: str, names: set[int]) -> None:
    words, known = words_of(text), {"w ensamma", "w i"}
    assert unknown_names(text, words, find_concepts(words, VOCABULARY, "sv"), known) == names
