"""What questions about the municipality look like, as data: `sv.yaml`, `fi.yaml`, `en.yaml` -> `Book`.

A pattern is a line of elements that must all stand in a question, in any order. An element names alternatives with
`|` between them: a whole word, a beginning (`ansök*`), an ending (`*klubb`), a part (`*fören*`), a phrase
(`sista_dag*`) or a class (`@when`). A pattern with `!` in front needs no form of a question around it;
one with `=` allows no other word, one with `+` is the narrower of two that fit.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from knowledge.language import Language
from knowledge.tokens import fold

FOLDER = Path(__file__).parent


class Part(NamedTuple):
    """One word of a term: its folded letters, and whether more may stand before or after them."""

    letters: str
    before: bool
    after: bool

    def fits(self, word: str) -> bool:
        """Tell whether a folded word is meant, letter by letter."""
        if self.before and self.after:
            return self.letters in word
        if self.before:
            return word.endswith(self.letters)
        return word.startswith(self.letters) if self.after else word == self.letters


Term = tuple[Part, ...]
"""A word or a phrase: its parts stand next to each other."""


class Pattern(NamedTuple):
    """One way to ask about a topic: an alternative of every element must be there.

    `strong` needs no form of a question around it; `alone` allows no other word beside it; `narrow` wins over wider
    patterns that more words speak for.
    """

    topic: str
    elements: tuple[tuple[Term, ...], ...]
    strong: bool
    alone: bool
    narrow: bool


@dataclass(frozen=True, eq=False)
class Shelf:
    """Patterns, and their terms by the first letter of a word that may begin them; under "" those of any letter.

    `having` are the places of the patterns that have a term.
    """

    patterns: tuple[Pattern, ...]
    terms: Mapping[str, tuple[Term, ...]]
    having: Mapping[Term, tuple[int, ...]]

    def with_any(self, terms: Iterable[Term]) -> Iterator[Pattern]:
        """Yield the patterns that have any of some terms, in their order."""
        for place in sorted({place for term in terms for place in self.having[term]}):
            yield self.patterns[place]


@dataclass(frozen=True)
class Book:
    """One language: what opens a question, what says nothing, and the patterns, those of the narrower topic first.

    `openers` are question words, which stand early in a question; `verbs` open one only as its first word; `asking`
    are phrases that announce one ("jag undrar"), `meaning` words that ask what a word means. `endings` are those of
    words that ask, in Finnish. `anybody` are words after a question word that make it one of no question ("vem som
    helst"). `conditions` begin a sentence that is read whole. `grants` are the
    ways to ask for money in a need.
    """

    openers: frozenset[str]
    verbs: frozenset[str]
    asking: tuple[str, ...]
    lead: frozenset[str]
    idle: frozenset[str]
    conditions: frozenset[str]
    about: Term
    meaning: frozenset[str]
    endings: tuple[str, ...]
    anybody: frozenset[str]
    patterns: tuple[Pattern, ...]
    grants: tuple[Pattern, ...]

    @cached_property
    def small(self) -> tuple[frozenset[str], ...]:
        """The words that say nothing of their own."""
        return self.idle, self.openers, self.lead, self.verbs, self.conditions

    @cached_property
    def shelves(self) -> "tuple[Shelf, Shelf]":
        """The patterns with their terms in reach: those that need no form of a question around them, and all."""
        return _shelf(tuple(pattern for pattern in self.patterns if pattern.strong)), _shelf(self.patterns)

    @cached_property
    def of_money(self) -> "Shelf":
        """The ways to ask for money, with their terms in reach."""
        return _shelf(self.grants)


@cache
def books() -> Mapping[Language, Book]:
    """Return the books of all languages, read once."""
    return {language: _book(_read(language)) for language in Language}


@cache
def topics() -> tuple[str, ...]:
    """Return the ids of all topics that a question may be about, in the order of the Swedish book."""
    return tuple(dict.fromkeys(pattern.topic for pattern in books()[Language.SV].patterns))


def _read(language: Language) -> Any:
    return yaml.load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"), yaml.CSafeLoader)


def _book(data: Mapping[str, Any]) -> Book:
    classes = {name: _terms(line, {}) for name, line in data["classes"].items()}
    return Book(
        openers=frozenset(fold(data["openers"]).split()),
        verbs=frozenset(fold(data["verbs"]).split()),
        asking=tuple(f" {phrase.replace('_', ' ')} " for phrase in "".join(fold(data["asking"]).split()).split("|")),
        lead=frozenset(fold(data["lead"]).split()),
        idle=frozenset(fold(data["idle"]).split()),
        conditions=frozenset(fold(data["conditions"]).split()),
        about=tuple(_part(word) for word in fold(data["about"]).split()),
        meaning=frozenset(fold(data["meaning"]).split()),
        anybody=frozenset(fold(data.get("anybody", "")).split()),
        endings=tuple(fold(data.get("endings", "")).split()),
        patterns=tuple(_patterns(data["topics"], classes)),
        grants=tuple(_patterns({"grants": data["grants"]}, classes)),
    )


def _patterns(topics: Mapping[str, list[str]], classes: Mapping[str, tuple[Term, ...]]) -> Iterator[Pattern]:
    for topic, lines in topics.items():
        for line in lines:
            elements = tuple(_terms(element, classes) for element in line.lstrip("!=+").split())
            yield Pattern(topic, elements, line[0] == "!", line[0] == "=", line[0] == "+")


def _shelf(patterns: tuple[Pattern, ...]) -> Shelf:
    terms: dict[str, dict[Term, None]] = {}
    having: dict[Term, dict[int, None]] = {}
    for place, pattern in enumerate(patterns):
        for term in (term for element in pattern.elements for term in element):
            terms.setdefault("" if term[0].before else term[0].letters[0], {})[term] = None
            having.setdefault(term, {})[place] = None
    return Shelf(
        patterns,
        {letter: tuple(some) for letter, some in terms.items()},
        {term: tuple(places) for term, places in having.items()},
    )


def _terms(alternatives: str, classes: Mapping[str, tuple[Term, ...]]) -> tuple[Term, ...]:
    found: list[Term] = []
    for alternative in "".join(alternatives.split()).split("|"):
        if alternative.startswith("@"):
            found += classes[alternative[1:]]
        else:
            found.append(tuple(_part(word) for word in fold(alternative).split("_")))
    return tuple(found)


def _part(word: str) -> Part:
    return Part(word.strip("*"), word.startswith("*"), word.endswith("*"))
