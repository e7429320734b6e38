"""First names: with a capital or small, in any case, and never the everyday words that are names too."""

import pytest

from knowledge.guard.words import CRIME, ILLNESS, first_name, small_name


@pytest.mark.parametrize("word", ["Anna", "Annas", "Mikolle", "Kallen"])
def test_a_name_with_a_capital_is_known_in_its_cases(word: str) -> None:
    assert first_name(word)


@pytest.mark.parametrize(("word", "name"), [("anna", True), ("annas", True), ("per", False), ("maj", False)])
def test_a_small_name_is_one_only_where_it_is_no_other_word(word: str, name: bool) -> None:
    assert small_name(word) is name


@pytest.mark.parametrize("word", ["Gubbar", "Vasa", "a", ""])
def test_other_words_are_no_names(word: str) -> None:
    assert (first_name(word), small_name(word)) == (False, False)


@pytest.mark.parametrize(
    ("text", "illness", "crime"),
    [
        ("har cancer", True, False),
        ("sairastui", True, False),
        ("was convicted", False, True),
        ("mår bra", False, False),
    ],
)
def test_illness_and_crime_are_told_apart(text: str, illness: bool, crime: bool) -> None:
    assert (ILLNESS.search(text) is not None, CRIME.search(text) is not None) == (illness, crime)
