"""Which of a pack's topics a need is about, where nothing was learned for them, and which of its words say so.

Four things speak for a topic: the need lies near its description, near one of its example needs, among the same
general topics, and shares words and concepts with it. How much of each counts was tried on two invented towns
(`tests/knowledge/needs/towns/`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.municipality.pack import Pack
from knowledge.needs.encoder.encoder import PLAIN
from knowledge.needs.encoder.load import load_encoder
from knowledge.needs.reading import Reading, meaning_of
from knowledge.needs.unlearned.outline import Outline, outline_of
from knowledge.needs.unlearned.space import Points, load_space

OF_TRAITS, OF_WORDS = 0.2, 0.1
"""What common general topics and common words count beside the two cosines, whose mean counts one. Without either two
needs in a hundred of the towns fewer have their topic first; with words at 0.2 it is three."""
OF_LIKENESS = 0.3
"""What words count where a pack's `lexicon.yaml` says what a topic is like. At 0.1, and without examples, 8 of 36 needs
of Växjö fewer have their topic first; from 0.2 to 0.4 nothing changes."""
MOST_WORDS = 1.5
"""More than this words never count: a need that says the same three times is about it once."""
SHARPNESS = 0.065
"""A score that is so much greater makes a topic 2.7 times as likely. With it, shares are right as often as they say."""

TINY = 1e-6
"""More than nothing, and less than any word adds."""


@dataclass(frozen=True)
class TopicShare:
    """The share of a topic among those of its pack, and what the words at some places add to it."""

    share: float
    places: Mapping[int, float]

    @property
    def lifted(self) -> dict[int, float]:
        """The same, raised so far that every word adds something: what speaks least against the topic adds most."""
        least = min(self.places.values(), default=0.0)
        return {place: part - least + TINY for place, part in self.places.items()}


Spoken = tuple[float, Mapping[int, float]]
"""What words and concepts say for a topic, and the places of those that do."""


def topic_shares(reading: Reading, pack: Pack, spoken: Mapping[str, Spoken]) -> dict[str, TopicShare]:
    """Return what a need says for each topic of a pack. `spoken` is what its words and concepts say by themselves.

    The meaning is read as the encoder had it before it was tuned: that knows more of what nobody learned. Raise
    `ReadFirst` where others wait for it.
    """
    known, meant = outline_of(pack), meaning_of(reading, load_encoder(), PLAIN)
    points = load_space().points(meant.vector[None], [reading.language])
    scores = scores_of(points, known, words_worth(known.topics, pack, spoken)[None])[0]
    powers = np.exp((scores - scores.max()) / SHARPNESS)
    best, _ = known.nearest(points)
    said = _said_by_words(meant.parts, (known.described + best[0]) / 2 @ load_space().turn.T)
    return {
        topic: TopicShare(float(share), _places(own, spoken[topic][1]))
        for topic, share, own in zip(known.topics, powers / powers.sum(), said, strict=True)
    }


def scores_of(points: Points, known: Outline, words: Points) -> Points:
    """Return how well each point fits each topic: (points, topics). `words`, of the same shape, is added."""
    _, close = known.nearest(points)
    likeness = load_space().traits(points) @ known.traits.T
    scores: Points = (points @ known.described.T + close) / 2 + OF_TRAITS * likeness + words
    return scores


def words_worth(topics: Sequence[str], pack: Pack, spoken: Mapping[str, Spoken]) -> Points:
    """Return what words and concepts count for each topic."""
    worth = [OF_LIKENESS if topic in pack.alike else OF_WORDS for topic in topics]
    counted = [min(spoken[topic][0], MOST_WORDS) * part for topic, part in zip(topics, worth, strict=True)]
    return np.array(counted, np.float32)


def _said_by_words(parts: Points, towards: Points) -> Points:
    """Return what each word adds to each topic rather than to the others: (topics, words)."""
    said: Points = (towards - towards.mean(axis=0)) @ parts.T
    return said


def _places(said: Points, spoken: Mapping[int, float]) -> dict[int, float]:
    return {place: float(part) + OF_WORDS * spoken.get(place, 0.0) for place, part in enumerate(said)}
