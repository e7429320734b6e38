"""Which ideas a need speaks of: "mummot", "tanterna" and "old ladies" are all `elderly`.

The vocabulary is written in `concepts/*.yaml` and compiled by the training tool; this module only finds it in words.
An entry is a stem; the longest stem that a word begins with wins, so that "ensamkommande" is not "ensam".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from knowledge.matching.words import Word, words_of

SHORTEST_STEM = 4
"""A part of an entry that is shorter than this must be the whole word."""
LONGEST_STEM = 16
SHORTEST_INSIDE = 4
SHORTEST_FOREIGN = 5
"""A shorter stem counts only in its own language: Swedish "men" is not English "men"."""


class Found(NamedTuple):
    """A concept in the words `first` up to, not including, `last`."""

    concept: str
    first: int
    last: int


class Part(NamedTuple):
    """One word of an entry: a stem, or a whole word."""

    stem: str
    whole: bool

    def fits(self, word: str) -> bool:
        """Tell whether a folded word is, or begins with, this part."""
        return word == self.stem if self.whole else word.startswith(self.stem)


class Entry(NamedTuple):
    """One entry of the vocabulary: the parts of a phrase, what it means, and the language it is written in."""

    parts: tuple[Part, ...]
    concept: str
    language: str


@dataclass(frozen=True)
class Vocabulary:
    """The compiled entries: by their first stem; and stems inside a compound by their first letters."""

    starts: Mapping[str, tuple[Entry, ...]]
    inside: Mapping[str, tuple[tuple[str, str], ...]]


def compile_vocabulary(entries: Iterable[tuple[str, str, str]]) -> Vocabulary:
    """Compile triples of concept, language and entry; "=" marks whole words and "~" a stem inside a compound."""
    starts: dict[str, list[Entry]] = {}
    inside: dict[str, list[tuple[str, str]]] = {}
    for concept, language, entry in entries:
        parts = tuple(Part(word.folded, _is_whole(entry, word.folded)) for word in words_of(entry))
        if not parts:
            continue
        if entry.startswith("~"):
            inside.setdefault(parts[0].stem[:SHORTEST_INSIDE], []).append((parts[0].stem, concept))
        starts.setdefault(parts[0].stem, []).append(Entry(parts, concept, language))
    return Vocabulary(
        {stem: tuple(dict.fromkeys(rows)) for stem, rows in starts.items()},
        {stem: tuple(dict.fromkeys(rows)) for stem, rows in inside.items()},
    )


def _is_whole(entry: str, stem: str) -> bool:
    return entry.startswith("=") or len(stem) < SHORTEST_STEM


def find_concepts(words: Sequence[Word], vocabulary: Vocabulary, language: str) -> list[Found]:
    """Find every concept in the words, each with the words it rests on."""
    found: list[Found] = []
    for index in range(len(words)):
        found += _phrases_at(words, index, vocabulary, language)
        found += _inside(words[index].folded, index, vocabulary)
    return list(dict.fromkeys(found))


def _phrases_at(words: Sequence[Word], index: int, vocabulary: Vocabulary, language: str) -> list[Found]:
    """Match the entries that begin here: all phrases, and among single stems only the longest."""
    word, found = words[index].folded, []
    single_seen = False
    for length in range(min(len(word), LONGEST_STEM), 0, -1):
        single_here = False
        for parts, concept, own_language in vocabulary.starts.get(word[:length], ()):
            foreign = own_language != language and length < SHORTEST_FOREIGN
            if foreign or (single_seen and len(parts) == 1) or not _fits(parts, words, index):
                continue
            single_here = single_here or len(parts) == 1
            found.append(Found(concept, index, index + len(parts)))
        single_seen = single_seen or single_here
    return found


def _fits(parts: tuple[Part, ...], words: Sequence[Word], index: int) -> bool:
    if len(parts) == 1:
        return parts[0].fits(words[index].folded)
    rest = words[index : index + len(parts)]
    return len(rest) == len(parts) and all(part.fits(word.folded) for part, word in zip(parts, rest, strict=True))


def _inside(word: str, index: int, vocabulary: Vocabulary) -> list[Found]:
    """Match the stems that stand inside a compound, after its first two letters."""
    return [
        Found(concept, index, index + 1)
        for start in range(2, len(word) - SHORTEST_INSIDE + 1)
        for stem, concept in vocabulary.inside.get(word[start : start + SHORTEST_INSIDE], ())
        if word.startswith(stem, start)
    ]
