"""The books of questions: how a part fits a word, and which patterns are in reach of which letter."""

import pytest

from knowledge.language import Language
from knowledge.questions.book import Part, books, topics


@pytest.mark.parametrize(
    ("part", "fitting"),
    [
        (Part("klubb", before=False, after=False), ["klubb"]),
        (Part("klubb", before=False, after=True), ["klubb", "klubben"]),
        (Part("klubb", before=True, after=False), ["klubb", "fotbollsklubb"]),
        (Part("klubb", before=True, after=True), ["klubb", "klubben", "fotbollsklubb", "fotbollsklubben"]),
    ],
)
def test_a_part_fits_a_word_whole_or_where_more_may_stand(part: Part, fitting: list[str]) -> None:
    words = ("klubb", "klubben", "fotbollsklubb", "fotbollsklubben", "klub")
    assert [word for word in words if part.fits(word)] == fitting


@pytest.mark.parametrize("language", list(Language))
def test_every_language_has_patterns_for_every_topic(language: Language) -> None:
    assert {pattern.topic for pattern in books()[language].patterns} == set(topics())


@pytest.mark.parametrize("language", list(Language))
def test_what_needs_no_form_of_a_question_is_on_a_shelf_of_its_own(language: Language) -> None:
    book = books()[language]
    strong, every = book.shelves
    assert strong.patterns == tuple(pattern for pattern in book.patterns if pattern.strong)
    assert every.patterns == book.patterns


@pytest.mark.parametrize("language", list(Language))
def test_a_term_is_reached_by_the_letter_it_begins_with_or_by_any(language: Language) -> None:
    _, every = books()[language].shelves
    misplaced = [
        term
        for letter, terms in every.terms.items()
        for term in terms
        if letter != ("" if term[0].before else term[0].letters[0])
    ]
    assert misplaced == []
