"""Everything that was learned or written for understanding needs, as one value in memory."""

from dataclasses import dataclass

from knowledge.needs.encoder.encoder import Encoder
from knowledge.needs.model.linear import Model
from knowledge.needs.model.meanings import Meanings
from knowledge.needs.words.concepts import Vocabulary
from knowledge.needs.words.names_and_greetings import IgnoredWords
from knowledge.needs.words.spelling import Spellings


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Everything learned: the weights, the concepts, the known spellings, what may be denied, stopwords, ignored words.

    `topicless_door` is the office whose needs most often fit no topic of any list. `meanings` are the weights for
    vectors, which `encoder` makes; both are missing where nothing was learned from vectors.
    """

    model: Model
    vocabulary: Vocabulary
    spellings: Spellings
    deniable: frozenset[str]
    stopwords: frozenset[str]
    ignored: IgnoredWords
    topicless_door: str
    meanings: Meanings | None = None
    encoder: Encoder | None = None
