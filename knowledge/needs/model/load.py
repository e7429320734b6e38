"""The only reader of what was learned: `learned.bin` -> `Lexicon`.

It is some six megabytes that stay in memory as they are read, so it is read once and kept, and the encoder with it.
"""

from functools import cache
from pathlib import Path

from knowledge.needs.encoder.load import load_encoder
from knowledge.needs.model.file_format import decode
from knowledge.needs.model.lexicon import Lexicon
from knowledge.needs.model.meanings import meanings_of
from knowledge.needs.words.concepts import Vocabulary
from knowledge.needs.words.names_and_greetings import ignored_words

LEARNED = Path(__file__).parent / "learned.bin"


@cache
def load_lexicon() -> Lexicon:
    """Return what the matcher has learned. Raise `OSError` if a file is missing, `ValueError` if one is broken."""
    return lexicon_of(LEARNED.read_bytes())


def lexicon_of(body: bytes) -> Lexicon:
    """Make a lexicon from the bytes that the training tool wrote."""
    head, model, part = decode(body)
    meanings = meanings_of(part, tuple(head.get("meant", ())), tuple(head.get("errands", ())))
    inside = {stem: tuple((whole, concept) for whole, concept in rows) for stem, rows in head["inside"].items()}
    return Lexicon(
        model,
        Vocabulary(head["starts"], inside),
        head["spellings"],
        frozenset(head["deniable"]),
        frozenset(head["stopwords"]),
        ignored_words(head["ignored"]),
        head["topicless_door"],
        meanings,
        load_encoder() if meanings else None,
    )
