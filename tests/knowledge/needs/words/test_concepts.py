from knowledge.needs.words.concepts import Found, find_concepts
from knowledge.tokens import words_of
from tests.knowledge.needs.words.vocabulary import VOCABULARY


def found(text: str, language: str = "sv") -> list[Found]:
    return find_concepts(words_of(text), VOCABULARY, language)


def test_the_longest_stem_wins() -> None:
    assert found("ensamkommande") == [Found("newcomers", 0, 1)]


def test_a_stem_is_found_inside_a_compound() -> None:
    assert found("barnidrotten") == [Found("sport", 0, 1)]


def test_a_phrase_is_found_as_a_whole() -> None:
    assert found("helt ny i stan") == [Found("new_in_town", 1, 4)]


def test_a_short_word_counts_only_in_its_own_language() -> None:
    assert (found("men", "sv"), found("men", "en")) == ([], [Found("men", 0, 1)])
