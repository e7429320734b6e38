"""A need as the model sees it: its words, its language, and what each word weighs for every label.

Three groups of features are weighed apart and brought to the same length: words, pieces of words, concepts.
So a long message does not outweigh a short one, and each word's own share can be told (`evidence.py`).
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.language import Language
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.model.linear import Model, Sum, add_rows, softmax
from knowledge.needs.words import features
from knowledge.needs.words.concepts import Found
from knowledge.needs.words.names_and_greetings import unknown_names, without, without_ignored
from knowledge.needs.words.negation import denied_words
from knowledge.normalising import visible
from knowledge.tokens import Word, words_of

DENIED = 0.5
"""A denied concept speaks against its labels by this part of what it would have spoken for them. Set by hand for "INTE
idrott". Few needs deny anything: at 0 one theme and two doors of 1114 needs more are right, at 1 one door more."""
UNDENIED = ("scope:", "language:")
SURE_OF_LANGUAGE = 0.6
"""Below this share the language of the chat decides, if one is known. Most words of a need are of one language only, so
from 0.4 to 0.8 nothing changes for needs; it is for a name or two words of no language."""


@dataclass(frozen=True)
class Group:
    """One group of features: the sum of each word's rows, and the length that they are divided by."""

    by_word: tuple[Sum, ...]
    length: float


@dataclass(frozen=True)
class Reading:
    """A need read: its words, the concepts in them, its language, and a logit for each lane of the model."""

    text: str
    words: tuple[Word, ...]
    concepts: tuple[Found, ...]
    denied: frozenset[int]
    language: Language
    groups: tuple[Group, ...]
    logits: tuple[float, ...]

    def shares(self, model: Model, head: str) -> dict[str, float]:
        """Return the share of each label of a head; they sum to one."""
        lanes = model.heads.get(head, {})
        return dict(zip(lanes, softmax([self.logits[lane] for lane in lanes.values()]), strict=True))

    def all_shares(self, model: Model, heads: Sequence[str]) -> dict[str, float]:
        """Return the shares of some heads by the whole names of their lanes."""
        return {f"{head}:{label}": share for head in heads for label, share in self.shares(model, head).items()}


def read(text: str, lexicon: Lexicon, language: Language | None = None) -> Reading:
    """Read a need. `language` is the language of the chat, for words that could be of any language."""
    text, model = visible(text), lexicon.model
    words = without_ignored(text, words_of(text), lexicon.ignored)
    spelled = _spelled(words, model)
    spoken = _language(spelled, _logits(spelled, model), model, language)
    found = tuple(features.concepts(words, lexicon.vocabulary, lexicon.spellings, model.weights, spoken))
    strange = unknown_names(text, words, found, model.weights)
    if strange:
        words = without(words, strange)
        spelled = _spelled(words, model)
    denied = denied_words(words, found, lexicon.deniable)
    groups = (*spelled, _group(features.ideas(words, found), model))
    logits = _logits(groups, model)
    if denied:
        logits = _without(denied, groups, logits, model)
    return Reading(text, words, found, denied, spoken, groups, tuple(logits))


def language_of(text: str, lexicon: Lexicon, language: Language | None = None) -> Language:
    """Tell the language of a text as `read` does, without reading what it is about."""
    text = visible(text)
    spelled = _spelled(without_ignored(text, words_of(text), lexicon.ignored), lexicon.model)
    return _language(spelled, _logits(spelled, lexicon.model), lexicon.model, language)


def _spelled(words: Sequence[Word], model: Model) -> tuple[Group, Group]:
    return _group(features.whole_words(words), model), _group(features.pieces(words), model)


def _group(by_word: features.ByWord, model: Model) -> Group:
    seen: set[str] = set()
    sums = tuple(add_rows(own, model, seen) for own in by_word)
    squared = model.unpack(*_total(sums))[-1]
    return Group(sums, math.sqrt(squared) if squared > 0 else 1.0)


def _total(sums: tuple[Sum, ...]) -> tuple[int, int]:
    return sum(own.packed for own in sums), sum(own.count for own in sums)


def _logits(groups: tuple[Group, ...], model: Model) -> list[float]:
    logits = list(model.bias)
    for group in groups:
        weights = model.unpack(*_total(group.by_word))
        for lane in range(len(logits)):
            logits[lane] += weights[lane] / group.length
    return logits


def _without(denied: frozenset[int], groups: tuple[Group, ...], logits: list[float], model: Model) -> list[float]:
    """Take back what denied words said for topics and doors, and half as much again. The scope stays as it was."""
    less = [0.0] * len(logits)
    for group in groups:
        weights = model.unpack(*_total(tuple(group.by_word[place] for place in sorted(denied))))
        less = [sofar + weight / group.length for sofar, weight in zip(less, weights, strict=False)]
    return [
        logit if model.lanes[lane].startswith(UNDENIED) else logit - (1 + DENIED) * less[lane]
        for lane, logit in enumerate(logits)
    ]


def _language(spelled: tuple[Group, ...], logits: list[float], model: Model, chat: Language | None) -> Language:
    """Tell the language of the spelling; the chat's own, or Swedish, where nothing was recognised."""
    lanes = model.heads["language"]
    share, label = max(zip(softmax([logits[lane] for lane in lanes.values()]), lanes, strict=True))
    if not any(own.count for group in spelled for own in group.by_word):
        return chat or Language.SV
    return chat if chat is not None and share < SURE_OF_LANGUAGE else Language(label)
