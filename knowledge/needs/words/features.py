"""What is counted in a need: its words, the pieces of its words, and the concepts in it.

The training tool and the matcher both count here, so that what was learned is what is looked up.
"""

from collections.abc import Container, Sequence

from knowledge.needs.words.concepts import Found, Vocabulary, find_concepts
from knowledge.needs.words.spelling import Spellings, corrected
from knowledge.tokens import Word

PIECES = (3, 4, 5)
"""The lengths of the pieces of a word in letters, its edges included. Set by hand and not tried
anew: three letters are the shortest that tell words apart, and what is longer than five is mostly a word of its own."""

ByWord = Sequence[Sequence[str]]
"""The features of one group, told by the word they stand in. A space inside tells words and concepts from pieces."""


def whole_words(words: Sequence[Word]) -> ByWord:
    """Return each word itself."""
    return [whole_word(word.folded) for word in words]


def whole_word(word: str) -> tuple[str, ...]:
    """Return the feature of one folded word."""
    return (f"w {word}",)


def pieces(words: Sequence[Word]) -> ByWord:
    """Return every piece of three to five letters of each word, with marks at the edges of the word."""
    return [pieces_of(word.folded) for word in words]


def pieces_of(word: str) -> list[str]:
    """Return the pieces of one folded word."""
    marked = f"<{word}>"
    return [marked[start : start + size] for size in PIECES for start in range(len(marked) - size + 1)]


def concepts(
    words: Sequence[Word], vocabulary: Vocabulary, spellings: Spellings, known: Container[str], language: str
) -> list[Found]:
    """Find the concepts, after words that nobody knows were taken for the known words they are slips of."""
    meant = [word if f"w {word.folded}" in known else _corrected(word, spellings) for word in words]
    return find_concepts(meant, vocabulary, language)


def _corrected(word: Word, spellings: Spellings) -> Word:
    meant = corrected(word.folded, spellings)
    return word._replace(folded=meant) if meant else word


def ideas(words: Sequence[Word], found: Sequence[Found]) -> ByWord:
    """Return each concept, at the first of the words that it rests on."""
    by_word: list[list[str]] = [[] for _ in words]
    for concept, first, _ in found:
        by_word[first].append(f"k {concept}")
    return by_word
