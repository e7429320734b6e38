"""The only reader of what was learned: `model.bin` -> `Lexicon`.

It takes some hundred milliseconds, so it is read once and kept.
"""

from functools import cache
from pathlib import Path

from knowledge.matching.concepts import compile_vocabulary
from knowledge.matching.reading import Lexicon, Profile
from knowledge.matching.spelling import shelve
from knowledge.matching.store import decode

MODEL = Path(__file__).parent / "model.bin"


@cache
def load_lexicon() -> Lexicon:
    """Return what the matcher has learned. Raise `OSError` if the file is missing, `ValueError` if it is broken."""
    return lexicon_of(MODEL.read_bytes())


def lexicon_of(pressed: bytes) -> Lexicon:
    """Unpack a lexicon from the bytes that the training tool wrote."""
    head, model = decode(pressed)
    return Lexicon(
        model,
        compile_vocabulary((concept, language, entry) for concept, language, entry in head["entries"]),
        shelve(head["spellings"]),
        frozenset(head["deniable"]),
        frozenset(head["idle"]),
        {pack: {topic: Profile(**own) for topic, own in topics.items()} for pack, topics in head["alike"].items()},
    )
