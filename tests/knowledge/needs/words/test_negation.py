import pytest

from knowledge.needs.words.concepts import Found, find_concepts
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


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("ei liikuntaa", {1}),
        ("salissa ei ole liikuntaa", set()),
        ("salissa ei oo mitään liikuntaa", set()),
        ("tämä ei ole liikuntaa", {3}),
        ("ei ole kyse liikunnasta", {3}),
        ("tanssi ei ole liikuntaa vaan lohdutusta", {3}),
        ("emme ole liikuntaa", {2}),
        ("ei ole", set()),
        ("ei", set()),
    ],
)
def test_what_is_lacking_in_finnish_is_not_denied(text: str, denied: set[int]) -> None:
    words = words_of(text)
    found = [Found("sport", place, place + 1) for place, word in enumerate(words) if word.folded.startswith("liik")]
    assert denied_words(words, found, frozenset({"sport"})) == denied
