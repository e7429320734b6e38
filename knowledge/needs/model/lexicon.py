"""Everything that was learned or written for understanding needs, as one value in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from knowledge.needs.model.linear import Model
from knowledge.needs.words.concepts import Vocabulary
from knowledge.needs.words.names_and_greetings import Silence
from knowledge.needs.words.spelling import Shelf


@dataclass(frozen=True)
class Profile:
    """What speaks for a topic, with how much: lanes of the model, concepts, and stems of its name."""

    lanes: Mapping[str, float] = field(default_factory=dict)
    concepts: Mapping[str, float] = field(default_factory=dict)
    stems: tuple[str, ...] = ()


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Everything learned: the weights, the concepts, the known spellings, what may be denied, idle and silent words.

    `alike` holds, by pack and topic, what topics without a label of their own rest on.
    """

    model: Model
    vocabulary: Vocabulary
    shelf: Shelf
    deniable: frozenset[str]
    idle: frozenset[str]
    silence: Silence
    alike: Mapping[str, Mapping[str, Profile]]
