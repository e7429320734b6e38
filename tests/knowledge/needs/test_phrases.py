"""Evidence as a phrase that one can read: a word with its neighbour, and with what makes it a lack."""

from dataclasses import replace

import pytest

from knowledge.language import Language
from knowledge.needs.model.load import load_lexicon
from knowledge.needs.phrases import LONGEST, phrases
from knowledge.needs.reading import Reading, read
from knowledge.tokens import words_of

LEXICON = load_lexicon()


def plain(text: str, language: Language = Language.SV) -> Reading:
    """A text read by its words alone: no concepts, nothing denied."""
    reading = read(text, LEXICON, language)
    return replace(reading, words=tuple(words_of(text)), concepts=(), denied=frozenset(), language=language)


@pytest.mark.parametrize(
    ("text", "told", "seeds", "shown"),
    [
        ("hoppat av gymnasiet", {0: 0.5, 2: 1.0}, [2], ["hoppat av gymnasiet"]),
        ("hoppat av gymnasiet", {0: 0.05, 2: 1.0}, [2], ["gymnasiet"]),
        ("hoppat av det där gymnasiet", {0: 0.5, 4: 1.0}, [4], ["gymnasiet"]),
        ("kaffe och gymnasiet", {0: 0.5, 2: 1.0}, [2], ["gymnasiet"]),
        ("kaffe, gymnasiet", {0: 0.5, 1: 1.0}, [1], ["gymnasiet"]),
        ("kaffe\ngymnasiet", {0: 0.5, 1: 1.0}, [1], ["gymnasiet"]),
        ("Ringde 'från banken", {0: 0.5, 2: 1.0}, [2], ["banken"]),
        ("svår väg hem", {0: 0.3, 1: 1.0, 2: 0.5}, [1], ["väg hem"]),
        ("barn utan frukost", {2: 1.0}, [2], ["utan frukost"]),
        ("barn utan, frukost", {2: 1.0}, [2], ["frukost"]),
        ("aldrig fem sex sju åtta", {1: 1.0, 2: 1.0, 3: 1.0, 4: 1.0}, [1, 2, 3, 4], ["fem sex sju åtta"]),
        ("ett ord. två ord", {1: 0.5, 3: 1.0}, [1, 3], ["ord", "ord"]),
        ("ensam", {0: 1.0}, [0], ["ensam"]),
        ("ensam", {}, [], []),
    ],
)
def test_words_are_shown_with_their_company(
    text: str, told: dict[int, float], seeds: list[int], shown: list[str]
) -> None:
    assert phrases(plain(text), seeds, told) == shown


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("siellä ei ketään", Language.FI, "ei ketään"),
        ("there is no lift", Language.EN, "no lift"),
        ("vi har en hiss", Language.SV, "hiss"),
    ],
)
def test_a_lack_is_told_in_the_language_of_the_text(text: str, language: Language, shown: str) -> None:
    last = len(text.split()) - 1
    assert phrases(plain(text, language), [last], {last: 1.0}) == [shown]


def test_no_phrase_is_longer_than_a_person_reads_at_a_glance() -> None:
    text, told = " ".join(f"ord{number}x" for number in range(9)), dict.fromkeys(range(9), 1.0)
    assert [len(phrase.split()) for phrase in phrases(plain(text), list(told), told)] == [LONGEST, LONGEST, 1]
