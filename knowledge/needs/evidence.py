"""The person's own words that speak for a label.

Every word has its share of a label's logit; the words with the greatest shares are shown as they were typed, in short
phrases (`phrases.py`), small words never alone. Denied words are never evidence.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.model.linear import LANE_MASK, ZERO, Model, Sum
from knowledge.needs.model.weights import LANE_BITS
from knowledge.needs.phrases import phrases
from knowledge.needs.reading import Reading

NOWHERE: Mapping[int, float] = MappingProxyType({})
MOST = 3
"""Phrases at most for a suggestion, so that its reason fits one line of a telephone."""
ENOUGH = 0.25
"""A word is shown if its share is at least this part of the greatest one: 1.89 phrases a suggestion on dev and blind,
2.02 at 0.15 and 1.55 at 0.5. Nothing else depends on it."""
BEARS = 0.5
"""A word bears a label if it alone, as a word or by what it means, adds this much to the label's logit, so that the
label is 1.6 times as likely. At 0.25 there are 2.05 phrases a suggestion instead of 1.89 and 801 suggestions of 450
texts instead of 798, at 1 there are 1.78 phrases and as many suggestions."""
SPELT = 1
"""The place of the pieces among the groups. Pieces of "tillgångarna" are those of "tillgänglig": they bear nothing."""


def because(
    reading: Reading, lexicon: Lexicon, lanes: Mapping[str, float], places: Mapping[int, float] = NOWHERE
) -> tuple[str, ...]:
    """Return up to three phrases of the text that speak most for some lanes, weighted; best first.

    `places` are words that speak for the topic in another way, with how much. If some of the words bear the lanes by
    themselves, the others are left out.
    """
    shares = _shares(reading, lexicon, lanes)
    for place, part in places.items():
        shares[place] += part
    told = {place: share for place, share in enumerate(shares) if _may_tell(reading, lexicon, place)}
    best = max(told.values(), default=0.0)
    if best <= 0:
        return ()
    seeds = [place for place, share in told.items() if share >= ENOUGH * best]
    if len(seeds) > 1:
        seeds = [p for p in seeds if p in places or _alone(reading, lexicon.model, lanes, p) >= BEARS] or seeds
    return tuple(dict.fromkeys(phrases(reading, seeds, told)[:MOST]))


def borne(reading: Reading, lexicon: Lexicon, lanes: Mapping[str, float]) -> bool:
    """Tell whether any word of the text bears some lanes by itself."""
    return any(
        _may_tell(reading, lexicon, place) and _alone(reading, lexicon.model, lanes, place) >= BEARS
        for place in range(len(reading.words))
    )


def _alone(reading: Reading, model: Model, lanes: Mapping[str, float], place: int) -> float:
    """Return what the word itself and its concepts would add to the logits of some lanes in a text of that word."""
    alone = 0.0
    for group in (*reading.groups[:SPELT], *reading.groups[SPELT + 1 :]):
        own = group.by_word[place]
        squared = _lane(own, len(model.lanes)) * model.unit
        if squared > 0:
            weights = sum(part * _lane(own, model.places[name]) for name, part in lanes.items())
            alone += weights * model.unit / math.sqrt(squared)
    return alone


def _lane(own: Sum, lane: int) -> int:
    """Return one lane of the rows of a word, in stored steps."""
    return (own.packed >> LANE_BITS * lane & LANE_MASK) - own.count * ZERO


def _shares(reading: Reading, lexicon: Lexicon, lanes: Mapping[str, float]) -> list[float]:
    """Return what each word gives to the logits of some lanes, weighted."""
    model, shares = lexicon.model, _meant(reading, lexicon, lanes)
    for name, part in lanes.items():
        shift = LANE_BITS * model.places[name]
        for group in reading.groups:
            worth = model.unit * part / group.length
            for place, own in enumerate(group.by_word):
                shares[place] += ((own.packed >> shift & LANE_MASK) - own.count * ZERO) * worth
    return shares


def _meant(reading: Reading, lexicon: Lexicon, lanes: Mapping[str, float]) -> list[float]:
    """Return what each word adds to them by what it means in this text."""
    shares = np.zeros(len(reading.words), np.float32)
    if reading.meant is not None and lexicon.meanings is not None:
        for name, part in lanes.items():
            shares += part * lexicon.meanings.parts(name, reading.meant.parts)
    return [float(share) for share in shares]


def _may_tell(reading: Reading, lexicon: Lexicon, place: int) -> bool:
    word = reading.words[place].folded
    return place not in reading.denied and len(word) > 1 and word not in lexicon.stopwords
