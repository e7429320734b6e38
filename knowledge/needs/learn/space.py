"""`python -m knowledge.needs.learn.space`: learn the space of needs and write the file that `unlearned/space.py` reads.

It is learned from general topics alone, each with its names, descriptions and needs in three languages: a matrix that
brings a need nearer to its own topic than to all others, and to the other needs of that topic. It stays near the
matrix that changes nothing, so that topics nobody thought of are still told apart by what the encoder knows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import yaml
from numpy.typing import NDArray

from knowledge.language import Language
from knowledge.needs.encoder.encoder import PLAIN, WIDTH, Encoder
from knowledge.needs.encoder.load import load_encoder
from knowledge.needs.learn.corpora import CORPORA
from knowledge.needs.unlearned.space import FILE, Points, Space, bytes_of, unit

Numbers = NDArray[np.intp]

TOPICS = CORPORA / "general" / "topics.yaml"
SHARPNESS = 0.1
"""A cosine that is so much greater makes a topic 2.7 times as likely in learning. At 0.05 two needs in a hundred
of two invented towns fewer have their topic among three."""
RESTRAINT = 0.04
"""What a step of one of each number of the matrix away from its start costs. At 0.02 or 0.07 two needs in a hundred of
the towns fewer have their topic first, with examples four."""
OF_NEEDS = 0.3
"""What it is worth that needs of one topic lie together, beside that they lie by its words. At 0 and at 1 one or two
needs in a hundred of the towns fewer have their topic first or among three."""
STEPS, PACE = 300, 0.002
"""So many steps of such a size are gone; with 400 steps nothing changes."""
KEEPS, KEEPS_SQUARES, TINY = 0.9, 0.99, 1e-8
"""What Adam, who goes the steps, remembers of earlier ones (Kingma and Ba 2015), and what keeps him from dividing by
nought."""


@dataclass(frozen=True)
class General:
    """A general topic: its name and description in each language, and its needs with their languages."""

    id: str
    names: dict[Language, str]
    descriptions: dict[Language, str]
    needs: tuple[tuple[str, Language], ...]


def general_topics() -> list[General]:
    """Return the general topics as they are written down."""
    written = yaml.safe_load(TOPICS.read_text(encoding="utf-8"))
    return [
        General(
            topic,
            {language: words[language]["name"] for language in Language},
            {language: words[language]["description"] for language in Language},
            tuple((need, language) for language in Language for need in words[language]["needs"]),
        )
        for topic, words in written.items()
    ]


def learn_space(topics: Sequence[General], encoder: Encoder) -> Space:
    """Learn the space from general topics. The same topics give the same space, on one machine to the last bit."""
    needs = [(text, language) for topic in topics for text, language in topic.needs]
    about = np.array([number for number, topic in enumerate(topics) for _ in topic.needs])
    middles = np.stack([_vectors([need for need in needs if need[1] == own], encoder).mean(axis=0) for own in Language])
    start = Space(middles, np.eye(WIDTH, dtype=np.float32), middles[:0])
    meant = start.points(_vectors(needs, encoder), [language for _, language in needs])
    named = _by_language([topic.names for topic in topics], start, encoder)
    described = _by_language([topic.descriptions for topic in topics], start, encoder)
    whole = unit(described.mean(axis=0))
    turn = _turned(meant, about, [whole, *described, *named])
    return Space(middles, turn, _general(meant @ turn, about, whole @ turn))


def _vectors(texts: Sequence[tuple[str, Language]], encoder: Encoder) -> Points:
    return np.stack([encoder.encode(text, way=PLAIN).vector for text, _ in texts])


def _by_language(texts: Sequence[dict[Language, str]], start: Space, encoder: Encoder) -> Points:
    """Return the points of texts that are written in each language: (languages, texts, 384)."""
    return np.stack(
        [start.points(_vectors([(own[one], one) for own in texts], encoder), [one] * len(texts)) for one in Language]
    )


def _general(needs: Points, about: Numbers, words: Points) -> Points:
    """Return the points of the general topics: half by their needs, half by their descriptions."""
    by_needs = np.stack([unit(needs)[about == number].mean(axis=0) for number in range(len(words))])
    return unit(unit(by_needs) + unit(words))


def _turned(needs: Points, about: Numbers, targets: Sequence[Points]) -> Points:
    """Return the matrix, found by going down step by step."""
    turn = np.eye(WIDTH, dtype=np.float32)
    drift, squares = np.zeros_like(turn), np.zeros_like(turn)
    for step in range(1, STEPS + 1):
        slope = _slope(turn, needs, about, targets)
        drift = KEEPS * drift + (1 - KEEPS) * slope
        squares = KEEPS_SQUARES * squares + (1 - KEEPS_SQUARES) * slope**2
        size = np.sqrt(squares / (1 - KEEPS_SQUARES**step)) + TINY
        turn -= PACE * drift / (1 - KEEPS**step) / size
    return turn


def _slope(turn: Points, needs: Points, about: Numbers, targets: Sequence[Points]) -> Points:
    """Return where the cost of a matrix grows: of needs far from the words of their topics, and from each other."""
    own = np.eye(len(targets[0]), dtype=np.float32)[about]
    same = (about[:, None] == about) & ~np.eye(len(about), dtype=bool)
    slope = 2 * RESTRAINT * (turn - np.eye(WIDTH, dtype=np.float32))
    for words in targets:
        slope += _pull(turn, needs, words, own) / len(targets)
    together = np.divide(same, same.sum(axis=1, keepdims=True), dtype=np.float32)
    return slope + OF_NEEDS * _pull(turn, needs, needs, together)


def _pull(turn: Points, needs: Points, words: Points, wanted: Points) -> Points:
    """Return the slope of the cross entropy between the wanted shares and those that cosines give."""
    turned, named = needs @ turn, words @ turn
    points, goals = unit(turned), unit(named)
    close = points @ goals.T / SHARPNESS
    if needs is words:
        np.fill_diagonal(close, -np.inf)
    shares = np.exp(close - close.max(axis=1, keepdims=True))
    shares /= shares.sum(axis=1, keepdims=True)
    wrong = (shares - wanted) / SHARPNESS / len(needs)
    return needs.T @ _along(wrong @ goals, points, turned) + words.T @ _along(wrong.T @ points, goals, named)


def _along(slope: Points, points: Points, turned: Points) -> Points:
    """Return a slope before vectors were brought to the length one."""
    across = slope - points * (points * slope).sum(axis=1, keepdims=True)
    bent: Points = across / np.linalg.norm(turned, axis=1, keepdims=True)
    return bent


if __name__ == "__main__":
    general = general_topics()
    size = FILE.write_bytes(bytes_of(learn_space(general, load_encoder())))
    print(f"{len(general)} general topics -> {FILE.name}, {size / 1e3:.0f} kB")  # noqa: T201 - a tool for the terminal
