"""What each topic of a pack rests on: learned labels, concepts, and words of its own name.

A topic that needs were labelled with stands for itself. For others a pack's `lexicon.yaml` says what they are like;
the topics of a municipality that Lots has never seen are taken at the words of their names and descriptions, and at
what those mean (`unlearned/`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from knowledge.language import Language
from knowledge.municipality.pack import Likeness, Pack, Topic
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.model.linear import Model
from knowledge.needs.reading import Reading, read
from knowledge.needs.words.spelling import nearly_begins

TOPICS_KEPT = 1024
"""So many topics are read once: all of some thirty packs."""
SHORTEST_NAME_WORD = 5
"""In letters: shorter words of a topic's name are mostly small ones. At 7 letters 3 of 463 needs more get their topic
first, and 6 of 938, at 4 letters 2 and 3 fewer."""
FROM_NAME, FROM_LABELS = 0.8, 0.4
"""What a topic gets from its name and concepts, and from learned labels like it, in parts of a share. Tried on the
topics of Östersund and Vasa as if nothing had been learned for them: 242 of 463 and 314 of 938 come first. Half of
`FROM_NAME`, or twice `FROM_LABELS`, gives the one 6 to 8 more and the other 10 fewer."""
STRONG_LABEL = 0.2
"""Share: a topic's name is like a label from here on. Among three are then 346 of 463 and 492 of 938; at 0.1 it is 372
and 493, at 0.3 it is 341 and 457."""


@dataclass(frozen=True)
class Profile:
    """What speaks for a topic, with how much: lanes of the model, concepts, and stems of its name."""

    lanes: Mapping[str, float] = field(default_factory=dict)
    concepts: Mapping[str, float] = field(default_factory=dict)
    stems: tuple[str, ...] = ()


def learned_list(pack: Pack, model: Model) -> str | None:
    """Return the list whose labels are the topics of the pack, if there is one."""
    topics = pack.catalogue.topics
    lists = model.topic_lists if topics else ()
    return next((name for name in lists if all(topic in model.heads[name] for topic in topics)), None)


def profiles(pack: Pack, lexicon: Lexicon) -> Mapping[str, Profile]:
    """Return what each topic of a pack rests on."""
    own = learned_list(pack, lexicon.model)
    if own is not None:
        return {topic: Profile({f"{own}:{topic}": 1.0}) for topic in pack.catalogue.topics}
    return {
        topic.id: _like(pack.alike[topic.id], lexicon.model)
        if topic.id in pack.alike
        else _from_words(_words_of(topic), lexicon)
        for topic in pack.catalogue.topics.values()
    }


def _like(likeness: Likeness, model: Model) -> Profile:
    """What was never learned speaks for nothing; `lots check` says so."""
    return Profile({label: part for label, part in likeness.labels.items() if label in model.places}, likeness.concepts)


def _words_of(topic: Topic) -> tuple[tuple[Language, str], ...]:
    """Return the name of a topic and its description in each language."""
    return tuple((one, f"{name}. {topic.description.get(one, '')}") for one, name in sorted(topic.name.items()))


@lru_cache(maxsize=TOPICS_KEPT)
def _from_words(written: tuple[tuple[Language, str], ...], lexicon: Lexicon) -> Profile:
    """Take a topic at its word: the concepts and labels that its words speak of, and the words themselves."""
    readings = [read(words, lexicon, language) for language, words in written]
    concepts = {found.concept for reading in readings for found in reading.concepts}
    lanes = {
        f"{head}:{label}": FROM_LABELS * share
        for head in lexicon.model.topic_lists
        for label, share in _strong(readings, lexicon, head)
    }
    stems = {word.folded for reading in readings for word in reading.words if len(word.folded) >= SHORTEST_NAME_WORD}
    return Profile(
        lanes,
        dict.fromkeys(sorted(concepts), FROM_NAME / max(1, len(concepts))),
        tuple(sorted(stems - lexicon.stopwords)),
    )


def _strong(readings: list[Reading], lexicon: Lexicon, head: str) -> list[tuple[str, float]]:
    shares = [reading.shares(lexicon.model, head) for reading in readings if reading.concepts]
    mean = {label: sum(own[label] for own in shares) / len(shares) for label in (shares[0] if shares else ())}
    return [(label, share) for label, share in mean.items() if share >= STRONG_LABEL]


def speaks_for(profile: Profile, reading: Reading, shares: Mapping[str, float]) -> tuple[float, dict[int, float]]:
    """Return how much a need speaks for a topic, and the places of words that do so by concept or name."""
    score = sum(part * shares.get(lane, 0.0) for lane, part in profile.lanes.items())
    if not profile.concepts and not profile.stems:
        return score, {}
    places: dict[int, float] = {}
    present: set[str] = set()
    for found in reading.concepts:
        if found.concept in profile.concepts and found.first not in reading.denied:
            present.add(found.concept)
            places.update(dict.fromkeys(range(found.first, found.last), profile.concepts[found.concept]))
    named = _named(profile, reading)
    places.update(dict.fromkeys(named, FROM_NAME))
    return score + sum(profile.concepts[concept] for concept in present) + FROM_NAME * bool(named), places


def _named(profile: Profile, reading: Reading) -> list[int]:
    """Return the places of the words that stand in the topic's own name."""
    words = enumerate(reading.words)
    return [place for place, word in words if place not in reading.denied and nearly_begins(word.folded, profile.stems)]
