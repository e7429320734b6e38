"""Which ideas a need speaks of: "mummot", "tanterna" and "old ladies" are all "elderly".

The vocabulary is written in `vocabulary/*.yaml` and sorted by the training tool; this module only finds it in words.
An entry is a stem; the longest stem that a word begins with wins, so that "ensamkommande" is not "ensam".
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from knowledge.remembered import until_forgotten
from knowledge.tokens import Word, words_of

SHORTEST_STEM = 4
"""A part of an entry with fewer letters must be the whole word. At 5 letters 16 of 938 leaves are lost; at 3 letters
6 of 348 texts that are no need are no longer seen to be none, most are asked about."""
LONGEST_STEM = 16
"""In letters: longer stems are not looked for. No figure changes by more than one need at 24 letters; at 12 four themes
of 463 are lost."""
SHORTEST_INSIDE = 4
"""In letters: shorter stems stand inside too many words by chance. A shorter entry, such as "~kör", is found at the
beginning of words only."""
SHORTEST_FOREIGN = 5
"""A shorter stem counts only in its own language: Swedish "men" is not English "men". At 4 letters
7 of 348 texts that are no need are no longer seen to be none, most are asked about; at 7 letters 2 more are seen, and
one need more is refused."""
WORDS_KEPT = 2048
"""Of so many words it is kept which entries they may begin, under a megabyte: those of some fifty needs."""
ENTRIES_KEPT = 2048
"""So many lines of the vocabulary are kept taken apart: more than the needs of a day speak of."""


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
    """The entries by their first stem, as they are written; and stems inside a compound by their first letters.

    `starts` holds a line an entry: its concept, its language, and the entry itself. Most needs speak of few stems, so
    a line is taken apart when it is asked for.
    """

    starts: Mapping[str, str]
    inside: Mapping[str, tuple[tuple[str, str], ...]]

    @cached_property
    def begun_by(self) -> Callable[[str], tuple[tuple[int, tuple[Entry, ...]], ...]]:
        """The entries that a word may begin, by the length of their first stem, longest first. What was asked is kept.

        A word is of one entry only a part; what follows it decides.
        """
        return until_forgotten(WORDS_KEPT)(self._begun_by)

    @cached_property
    def inside_of(self) -> Callable[[str], tuple[str, ...]]:
        """The concepts of the stems inside a compound, after its first two letters. What was asked is kept."""
        return until_forgotten(WORDS_KEPT)(self._inside_of)

    def _begun_by(self, word: str) -> tuple[tuple[int, tuple[Entry, ...]], ...]:
        lengths = range(min(len(word), LONGEST_STEM), 0, -1)
        found = ((length, self.starts.get(word[:length])) for length in lengths)
        return tuple((length, _entries(lines)) for length, lines in found if lines is not None)

    def _inside_of(self, word: str) -> tuple[str, ...]:
        return tuple(
            concept
            for start in range(2, len(word) - SHORTEST_INSIDE + 1)
            for stem, concept in self.inside.get(word[start : start + SHORTEST_INSIDE], ())
            if word.startswith(stem, start)
        )


def compile_vocabulary(entries: Iterable[tuple[str, str, str]]) -> Vocabulary:
    """Sort triples of concept, language and entry; "=" marks whole words and "~" a stem inside a compound."""
    starts: dict[str, list[str]] = {}
    inside: dict[str, list[tuple[str, str]]] = {}
    for concept, language, entry in entries:
        stems = [word.folded for word in words_of(entry)]
        if not stems:
            continue
        if entry.startswith("~"):
            inside.setdefault(stems[0][:SHORTEST_INSIDE], []).append((stems[0], concept))
        starts.setdefault(stems[0], []).append(f"{concept} {language} {entry}")
    return Vocabulary(
        {stem: "\n".join(lines) for stem, lines in starts.items()},
        {stem: tuple(dict.fromkeys(rows)) for stem, rows in inside.items()},
    )


@lru_cache(maxsize=ENTRIES_KEPT)
def _entries(lines: str) -> tuple[Entry, ...]:
    return tuple(dict.fromkeys(_entry(line) for line in lines.split("\n")))


def _entry(line: str) -> Entry:
    concept, language, entry = line.split(" ", 2)
    parts = tuple(Part(word.folded, _is_whole(entry, word.folded)) for word in words_of(entry))
    return Entry(parts, concept, language)


def _is_whole(entry: str, stem: str) -> bool:
    return entry.startswith("=") or len(stem) < SHORTEST_STEM


def find_concepts(words: Sequence[Word], vocabulary: Vocabulary, language: str) -> list[Found]:
    """Find every concept in the words, each with the words it rests on."""
    found: list[Found] = []
    for index in range(len(words)):
        found += _phrases_at(words, index, vocabulary, language)
        found += [Found(concept, index, index + 1) for concept in vocabulary.inside_of(words[index].folded)]
    return list(dict.fromkeys(found))


def _phrases_at(words: Sequence[Word], index: int, vocabulary: Vocabulary, language: str) -> list[Found]:
    """Match the entries that begin here: all phrases, and among single stems only the longest."""
    found: list[Found] = []
    single_seen = False
    for length, entries in vocabulary.begun_by(words[index].folded):
        single_here = False
        for parts, concept, own_language in entries:
            foreign = own_language != language and length < SHORTEST_FOREIGN
            if foreign or (single_seen and len(parts) == 1) or not _fits(parts, words, index):
                continue
            single_here = single_here or len(parts) == 1
            found.append(Found(concept, index, index + len(parts)))
        single_seen = single_seen or single_here
    return found


def _fits(parts: tuple[Part, ...], words: Sequence[Word], index: int) -> bool:
    """Tell whether the words from a place on are the parts. The last is looked at first: phrases begin alike."""
    last = index + len(parts) - 1
    if last >= len(words) or not parts[-1].fits(words[last].folded):
        return False
    return all(parts[step].fits(words[index + step].folded) for step in range(len(parts) - 1)) if last > index else True
