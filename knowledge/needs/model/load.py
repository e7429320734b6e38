"""The only reader of what was learned: `learned.bin` -> `Lexicon`.

It is some six megabytes that stay in memory as they are read, so it is read once and kept.
"""

from functools import cache
from pathlib import Path

from knowledge.needs.model.file_format import decode
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.words.concepts import Vocabulary
from knowledge.needs.words.names_and_greetings import ignored_words

LEARNED = Path(__file__).parent / "learned.bin"


@cache
def load_lexicon() -> Lexicon:
    """Return what the matcher has learned. Raise `OSError` if the file is missing, `ValueError` if it is broken."""
    return lexicon_of(LEARNED.read_bytes())


def lexicon_of(body: bytes) -> Lexicon:
    """Make a lexicon from the bytes that the training tool wrote."""
    head, model = decode(body)
    inside = {stem: tuple((whole, concept) for whole, concept in rows) for stem, rows in head["inside"].items()}
    return Lexicon(
        model,
        Vocabulary(head["starts"], inside),
        head["spellings"],
        frozenset(head["deniable"]),
        frozenset(head["stopwords"]),
        ignored_words(head["ignored"]),
        head["topicless_door"],
    )
