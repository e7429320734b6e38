"""Everything that was learned or written for understanding needs, as one value in memory."""

from dataclasses import dataclass

from knowledge.needs.model.linear import Model
from knowledge.needs.words.concepts import Vocabulary
from knowledge.needs.words.names_and_greetings import Silence
from knowledge.needs.words.spelling import Shelf


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Everything learned: the weights, the concepts, the known spellings, what may be denied, idle and silent words.

    `topicless_door` is the office whose needs most often fit no topic of any list.
    """

    model: Model
    vocabulary: Vocabulary
    shelf: Shelf
    deniable: frozenset[str]
    idle: frozenset[str]
    silence: Silence
    topicless_door: str
