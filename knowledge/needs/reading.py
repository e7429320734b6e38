"""A need as the model sees it: its words, its language, and what each word weighs for every label.

Three groups of features are weighed apart and brought to the same length: words, pieces of words, concepts.
So a long message does not outweigh a short one, and each word's own share can be told (`evidence.py`). What the text
means as a whole is added to what its words say (`with_meaning`).
"""

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from knowledge.language import Language
from knowledge.needs.encoder.encoder import TUNED, Embedding, Encoder
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.model.linear import NOTHING, Model, Sum, add_rows, softmax
from knowledge.needs.model.weights import Weights
from knowledge.needs.words import features
from knowledge.needs.words.concepts import Found
from knowledge.needs.words.names_and_greetings import unknown_names, without, without_ignored
from knowledge.needs.words.negation import denied_words
from knowledge.normalising import visible
from knowledge.remembered import until_forgotten
from knowledge.tokens import Word, words_of

DENIED = 0.5
"""A denied concept speaks against its labels by this part of what it would have spoken for them. Set by hand for "INTE
idrott". Few needs deny anything: at 0 one theme and two doors of 1114 needs more are right, at 1 one door more."""
UNDENIED = ("scope:", "language:")
WORDS_KEPT = 2048
"""Of so many words it is kept where the rows of their pieces lie, about a megabyte: those of some fifty needs."""
Places = tuple[int, ...]
"""Where the rows of the features of one word lie, each once, of those that were learned."""
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
    """A need read: its words, the concepts in them, its language, and a logit for each lane of the model.

    `meant` is the vector of the whole text with what each word adds to it, if its meaning was read as well.
    """

    text: str
    words: tuple[Word, ...]
    concepts: tuple[Found, ...]
    denied: frozenset[int]
    language: Language
    groups: tuple[Group, ...]
    logits: tuple[float, ...]
    meant: Embedding | None = None

    @property
    def is_known(self) -> bool:
        """Whether any word, or what it means, was learned; pieces of words alone tell nothing."""
        return any(own.count for group in self.groups[::2] for own in group.by_word)

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
    groups = (
        *spelled,
        _group([_places(own, model.weights.place) if own else () for own in features.ideas(words, found)], model),
    )
    logits = _logits(groups, model)
    if denied:
        logits = _without(denied, groups, logits, model)
    return Reading(text, words, found, denied, spoken, groups, tuple(logits))


def with_meaning(reading: Reading, lexicon: Lexicon) -> Reading:
    """Return the same reading with what the meaning of the whole text adds, denied words left out of it.

    It takes ten times as long as the words do. Raise `ReadFirst` where others wait for its end.
    """
    meanings, encoder = lexicon.meanings, lexicon.encoder
    if meanings is None or encoder is None:
        return reading
    meant = meaning_of(reading, encoder)
    vector = meant.vector - meant.parts[sorted(reading.denied)].sum(axis=0)
    logits = list(reading.logits)
    for lane, value in meanings.said(vector / np.linalg.norm(vector)).items():
        logits[lexicon.model.places[lane]] += value
    return replace(reading, logits=tuple(logits), meant=meant)


def without_courtesies(reading: Reading) -> str | None:
    """Return the text without the greeting before it and the name after it; None where it has neither."""
    told = [word for word in reading.words if word.folded]
    bare = reading.text[told[0].start : told[-1].end] if told else ""
    return None if len(bare.split()) == len(reading.text.split()) else bare


def meaning_of(reading: Reading, encoder: Encoder, way: str = TUNED) -> Embedding:
    """Return what a text means as a whole, and what each of its words adds to it. `ReadFirst` is raised as above."""
    return encoder.encode(_calm(reading.text), [(word.start, word.end) for word in reading.words], way)


def _calm(text: str) -> str:
    """A text without its capitals, where most of its letters are some: the encoder hears those as another text."""
    lower = text.lower()
    shouted = 2 * sum(map(str.isupper, text)) > sum(map(str.isalpha, text))
    return lower if shouted and len(lower) == len(text) else text


def _spelled(words: Sequence[Word], model: Model) -> tuple[Group, Group]:
    places = [places_of_word(word.folded, model.weights) for word in words]
    return _group([whole for whole, _ in places], model), _group([pieces for _, pieces in places], model)


@until_forgotten(WORDS_KEPT)
def places_of_word(word: str, weights: Weights) -> tuple[Places, Places]:
    """Return where the rows of a folded word lie, and those of its pieces."""
    return _places(features.whole_word(word), weights.find), _places(features.pieces_of(word), weights.find)


def _places(own: Iterable[str], find: Callable[[str], int | None]) -> Places:
    return tuple(dict.fromkeys([place for place in map(find, own) if place is not None]))


def _group(by_word: Sequence[Places], model: Model) -> Group:
    seen: set[int] = set()
    sums = tuple([add_rows(own, model, seen) if own else NOTHING for own in by_word])
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
    lanes = model.heads["language"]
    recognised = any(own.count for group in spelled for own in group.by_word)
    return decided({label: logits[lane] for label, lane in lanes.items()} if recognised else {}, chat)


def decided(logits: Mapping[str, float], chat: Language | None) -> Language:
    """Return the language whose logit is the highest; the chat's own, or Swedish, where nothing was recognised."""
    if not logits:
        return chat or Language.SV
    share, language = likeliest(logits)
    return chat if chat is not None and share < SURE_OF_LANGUAGE else language


def likeliest(logits: Mapping[str, float]) -> tuple[float, Language]:
    """Return the share of the likeliest language, and which it is."""
    share, label = max(zip(softmax(list(logits.values())), logits, strict=True))
    return share, Language(label)
