import pytest

from knowledge.needs.words.concepts import find_concepts
from knowledge.needs.words.negation import denied_words
from knowledge.tokens import words_of
from tests.knowledge.needs.words.vocabulary import VOCABULARY


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("inte idrott", {1}),
        ("det gäller inte om idrott", {4}),
        ("samtal i stället för idrott", {4}),
        ("det finns inte idrott", set()),
        ("vi vill ha idrott", set()),
        ("orkar inte ensam", set()),
    ],
)
def test_only_what_is_set_aside_is_denied(text: str, denied: set[int]) -> None:
    words = words_of(text)
    assert denied_words(words, find_concepts(words, VOCABULARY, "sv"), frozenset({"sport"})) == denied
