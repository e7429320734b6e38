"""What the topics of a pack are known by: points of their descriptions and of their example needs.

It takes some ten milliseconds a sentence, once for each pack; a pack that is read anew is outlined anew.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from knowledge.language import Language, Text
from knowledge.municipality.pack import Pack, Topic
from knowledge.needs.encoder.encoder import PLAIN, WIDTH
from knowledge.needs.encoder.load import load_encoder
from knowledge.needs.unlearned.space import Points, load_space, unit
from knowledge.remembered import begin_what_takes_long

PACKS_KEPT = 16
"""Packs whose topics stay outlined, 150 kB each: more were never served by one Lots."""
SENTENCES_KEPT = 2048
"""So many sentences of packs are kept as points, three megabytes: a pack of which one line has changed is outlined at
once, and so is one without the need that is tried."""
OF_NAME = 0.2
"""What a name counts beside a description: names are short and often fanciful ("Living villages"). On two invented
towns nothing changes from 0 to 0.3; at 0.5 two needs of 181 fewer have their topic first, at 1 eleven fewer."""


@dataclass(frozen=True, eq=False)
class Outline:
    """The topics of a pack as points: `described`, (topics, 384), by their words; `shown`, (needs, 384), by examples.

    `about` gives the number of the topic that each example is of, `traits` which general topics a topic is about.
    """

    topics: tuple[str, ...]
    described: Points
    shown: Points
    about: tuple[int, ...]
    traits: Points

    @classmethod
    def of(cls, topics: tuple[str, ...], described: Points, shown: Points, about: tuple[int, ...]) -> "Outline":
        """Outline topics whose points are known."""
        middle = np.zeros_like(described)
        np.add.at(middle, list(about), shown)
        return cls(topics, described, shown, about, load_space().traits(unit(described + unit(middle))))

    def showing(self, rows: Sequence[int]) -> "Outline":
        """Return the same topics with some of their examples only, by the places of these."""
        return Outline.of(self.topics, self.described, self.shown[list(rows)], tuple(self.about[row] for row in rows))

    def nearest(self, points: Points) -> tuple[Points, Points]:
        """Return, for each point and topic, the closest of the topic's own points and how close it is.

        The shapes are (points, topics, 384) and (points, topics). A topic without examples has its description alone.
        """
        close = points @ self.described.T
        best = np.broadcast_to(self.described, (len(points), *self.described.shape)).copy()
        for number, shown in zip(self.about, self.shown, strict=True):
            nearer = points @ shown
            there = nearer > close[:, number]
            close[there, number] = nearer[there]
            best[there, number] = shown
        return best, close


@lru_cache(maxsize=PACKS_KEPT)
def outline_of(pack: Pack) -> Outline:
    """Outline the topics of a pack by their words, and each by the needs that show it best.

    Raise `ReadFirst` where others wait, unless it is outlined already.
    """
    begin_what_takes_long()
    topics = tuple(pack.catalogue.topics.values())
    numbers = {topic.id: number for number, topic in enumerate(topics)}
    told = [need for need in pack.needs if need.topics and need.topics[0] in numbers]
    described = np.stack([_described(topic) for topic in topics])
    shown = np.array([point_of(need.text, need.language) for need in told], np.float32).reshape(len(told), WIDTH)
    about = tuple(numbers[need.topics[0]] for need in told)
    return Outline.of(tuple(numbers), described, shown, about)


def _described(topic: Topic) -> Points:
    """Return the point of a topic by its words in all languages."""
    named = _together(topic.name)
    described = _together({language: text for language, text in topic.description.items() if text.strip()})
    return unit(OF_NAME * named + described) if described.any() else unit(named)


def _together(words: Text) -> Points:
    points = np.zeros(WIDTH, np.float32)
    for language, text in words.items():
        points += point_of(text, language)
    return points


@lru_cache(maxsize=SENTENCES_KEPT)
def point_of(text: str, language: Language) -> Points:
    """Return the point of a sentence of a pack."""
    (point,) = load_space().points(load_encoder().encode(text, way=PLAIN).vector[None], [language])
    return np.asarray(point, np.float32)
