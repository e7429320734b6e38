"""How well the topics of a pack are told apart, by the pack alone: each example need is tried as if it were not there.

Pure numbers; what they mean for whoever writes the pack is said in `bot/commands/evaluate.py`.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from knowledge.municipality.pack import Pack, Topic
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.model.linear import OFFICES
from knowledge.needs.reading import read
from knowledge.needs.topic_profiles import profiles, speaks_for
from knowledge.needs.unlearned.outline import Outline, outline_of
from knowledge.needs.unlearned.shares import Spoken, scores_of, words_worth
from knowledge.needs.unlearned.space import Points

CLOSE = 0.35
"""A cosine: descriptions that lie so near say nearly the same to Lots. Of the 132 pairs of topics of two invented towns
three do, and half of all pairs stay under 0.05."""
STEPS = (0, 1, 2, 4, 8, 16)
"""Examples a topic that are tried: each step doubles them, and half of any step is among them."""
DRAWS = 4
"""So many times other examples are shown, so that it matters little which; the shares then stay within three in a
hundred from one time to the next."""


@dataclass(frozen=True)
class Taken:
    """How many example needs of one topic are taken for another."""

    topic: str
    other: str
    count: int


@dataclass(frozen=True)
class Step:
    """The share of example needs whose topic comes first, with so many other examples a topic."""

    examples: int
    first: float


@dataclass(frozen=True)
class ToldApart:
    """What a pack's own examples tell of its topics.

    `examples` counts those of each topic. `first` and `in_three` count the ones whose topic comes first, and among
    three, without themselves. `close` are pairs of topics whose descriptions say nearly the same; `bare` have none.
    """

    examples: dict[str, int]
    bare: tuple[str, ...]
    first: int
    in_three: int
    taken: tuple[Taken, ...]
    close: tuple[tuple[str, str], ...]
    curve: tuple[Step, ...]


def told_apart(pack: Pack, lexicon: Lexicon) -> ToldApart:
    """Try the topics of a pack that nothing was learned for. The same pack is always told the same."""
    known = outline_of(pack)
    words = _words(pack, lexicon, known)
    ranks = [_ranks(row, known, words, _others(row, known)) for row in range(len(known.about))]
    missed = [(known.topics[own], known.topics[ranked[0]]) for own, ranked in zip(known.about, ranks, strict=True)]
    counts = Counter(pair for pair in missed if pair[0] != pair[1])
    return ToldApart(
        examples={topic: known.about.count(number) for number, topic in enumerate(known.topics)},
        bare=tuple(topic.id for topic in pack.catalogue.topics.values() if not _is_described(topic)),
        first=sum(own == ranked[0] for own, ranked in zip(known.about, ranks, strict=True)),
        in_three=sum(own in ranked[:3] for own, ranked in zip(known.about, ranks, strict=True)),
        taken=tuple(Taken(*pair, count) for pair, count in counts.most_common()),
        close=tuple(_close(known)),
        curve=tuple(_curve(known, words)),
    )


def _is_described(topic: Topic) -> bool:
    return any(words.strip() for words in topic.description.values())


def _words(pack: Pack, lexicon: Lexicon, known: Outline) -> Points:
    """Return what the words of each example count for each topic: (examples, topics)."""
    told = [need for need in pack.needs if need.topics and need.topics[0] in known.topics]
    rests_on = profiles(pack, lexicon)
    rows = []
    for need in told:
        reading = read(need.text, lexicon, need.language)
        shares = reading.all_shares(lexicon.model, (*lexicon.model.topic_lists, OFFICES))
        spoken: dict[str, Spoken] = {topic: speaks_for(own, reading, shares) for topic, own in rests_on.items()}
        rows.append(words_worth(known.topics, pack, spoken))
    return np.array(rows, np.float32).reshape(len(told), len(known.topics))


def _others(row: int, known: Outline) -> list[int]:
    return [other for other in range(len(known.about)) if other != row]


def _ranks(row: int, known: Outline, words: Points, shown: Sequence[int]) -> list[int]:
    """Return the numbers of the topics for one example, best first, where only some others are shown."""
    scores = scores_of(known.shown[[row]], known.showing(shown), words[[row]])[0]
    return [int(number) for number in np.argsort(-scores, kind="stable")]


def _close(known: Outline) -> Iterator[tuple[str, str]]:
    close = known.described @ known.described.T
    for first, second in combinations(range(len(known.topics)), 2):
        if close[first, second] >= CLOSE:
            yield known.topics[first], known.topics[second]


def _curve(known: Outline, words: Points) -> Iterator[Step]:
    """Yield the share of hits for more and more examples a topic, as long as most topics have as many."""
    least = sorted(Counter(known.about).values())[len(set(known.about)) // 2] - 1 if known.about else -1
    for count in (step for step in STEPS if step <= least):
        tries = [(row, _drawn(row, known, count, turn)) for row in range(len(known.about)) for turn in range(DRAWS)]
        hits = [_ranks(row, known, words, shown)[0] == known.about[row] for row, shown in tries]
        yield Step(count, sum(hits) / len(hits))


def _drawn(row: int, known: Outline, count: int, turn: int) -> list[int]:
    """Return so many examples of each topic, or all that there are, without the one that is tried; others each turn."""
    drawn = []
    for number in sorted(set(known.about)):
        own = [other for other in _others(row, known) if known.about[other] == number]
        first = (row + turn) % max(1, len(own))
        drawn += [*own[first:], *own[:first]][:count]
    return drawn
