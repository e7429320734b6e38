"""The person's own words that speak for a label.

Every word has its share of a label's logit; the words with the greatest shares are shown as they were typed, one to
four in a row, small words never alone. Denied words are never evidence.
"""

import math
from collections.abc import Mapping
from types import MappingProxyType

from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.model.linear import LANE_MASK, ZERO, Model, Sum
from knowledge.needs.model.weights import LANE_BITS
from knowledge.needs.reading import Reading

NOWHERE: Mapping[int, float] = MappingProxyType({})
MOST = 3
"""Phrases at most for a suggestion, so that its reason fits one line of a telephone."""
LONGEST = 4
"""Words at most in a phrase: more would be the person's sentence once more, and no reason."""
LINKS = " -'’"
"""What may stand between the words of one phrase."""
ENOUGH = 0.3
"""A word is shown if its share is at least this part of the greatest one: 1.67 phrases a suggestion, 1.87 at 0.15 and
1.42 at 0.5. Nothing else depends on it."""
BEARS = 0.5
"""A word bears a label if it alone, as a word or by what it means, adds this much to the label's logit, so that the
label is 1.6 times as likely. At 0.25 there are 1.79 phrases a suggestion instead of 1.67; at 1 there are 1.64, and one
need of 923 more loses its topics."""
SPELT = 1
"""The place of the pieces among the groups. Pieces of "tillgångarna" are those of "tillgänglig": they bear nothing."""


def because(
    reading: Reading, lexicon: Lexicon, lanes: Mapping[str, float], places: Mapping[int, float] = NOWHERE
) -> tuple[str, ...]:
    """Return up to three phrases of the text that speak most for some lanes, weighted; best first.

    `places` are words that speak for the topic in another way, with how much. If some of the words bear the lanes by
    themselves, the others are left out.
    """
    shares = _shares(reading, lexicon.model, lanes)
    for place, part in places.items():
        shares[place] += part
    told = {place: share for place, share in enumerate(shares) if _may_tell(reading, lexicon, place)}
    best = max(told.values(), default=0.0)
    if best <= 0:
        return ()
    seeds = [place for place, share in told.items() if share >= ENOUGH * best]
    if len(seeds) > 1:
        seeds = [p for p in seeds if p in places or _alone(reading, lexicon.model, lanes, p) >= BEARS] or seeds
    phrases = sorted(_phrases(reading, seeds), key=lambda span: -max(told[p] for p in seeds if span[0] <= p < span[1]))
    return tuple(dict.fromkeys(_typed(reading, *_trimmed(reading, lexicon, *span)) for span in phrases))[:MOST]


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


def _typed(reading: Reading, first: int, last: int) -> str:
    return reading.text[reading.words[first].start : reading.words[last - 1].end]


def _trimmed(reading: Reading, lexicon: Lexicon, first: int, last: int) -> tuple[int, int]:
    """Leave small words at the edges of a phrase out."""
    small = [place for place in range(first, last) if not _may_tell(reading, lexicon, place)]
    while last - first > 1 and last - 1 in small:
        last -= 1
    while last - first > 1 and first in small:
        first += 1
    return first, last


def _shares(reading: Reading, model: Model, lanes: Mapping[str, float]) -> list[float]:
    """Return what each word gives to the logits of some lanes, weighted."""
    shares = [0.0] * len(reading.words)
    for name, part in lanes.items():
        shift = LANE_BITS * model.places[name]
        for group in reading.groups:
            worth = model.unit * part / group.length
            for place, own in enumerate(group.by_word):
                shares[place] += ((own.packed >> shift & LANE_MASK) - own.count * ZERO) * worth
    return shares


def _may_tell(reading: Reading, lexicon: Lexicon, place: int) -> bool:
    word = reading.words[place].folded
    return place not in reading.denied and len(word) > 1 and word not in lexicon.stopwords


def _phrases(reading: Reading, seeds: list[int]) -> list[tuple[int, int]]:
    """Join seeds that stand in one concept or side by side, or with one small word between, to phrases."""
    spans = [(seed, _end_of_concept(reading, seed)) for seed in seeds]
    joined: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if joined and _one_breath(reading, joined[-1][0], joined[-1][1], first, last):
            joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
        elif not joined or first >= joined[-1][1]:
            joined.append((first, last))
    return joined


def _one_breath(reading: Reading, start: int, end: int, first: int, last: int) -> bool:
    """Tell whether two spans make one short phrase: no more than a word apart, and no sign between."""
    if first > end + 1 or max(last, end) - start > LONGEST or first < end:
        return first < end and max(last, end) - start <= LONGEST
    gap = reading.text[reading.words[end - 1].end : reading.words[first].start]
    return all(sign.isalnum() or sign in LINKS for sign in gap) and not reading.denied.intersection(range(start, last))


def _end_of_concept(reading: Reading, place: int) -> int:
    ends = [found.last for found in reading.concepts if found.first == place and found.last - place <= LONGEST]
    return max(ends, default=place + 1)
