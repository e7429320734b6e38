"""What counts as a word of a need, and how two spellings are made one.

Words are cut and folded here (small letters, no diacritics), so that "yksinäisyys" and "yksinaisyys" meet.
What the words mean is left to `needs/`.
"""

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_MARKS = str.maketrans("åäöéèêëáàâãüúùûíìîïóòôõçñøæšžðþý", "aaoeeeeaaaauuuuiiiioooocnoaszdty")


class Word(NamedTuple):
    """A word with its place in the text: `start` to `end` is what the person typed. An ignored word has no letters."""

    folded: str
    start: int
    end: int


def fold(text: str) -> str:
    """Return small letters without the marks of Swedish, Finnish and their neighbours."""
    return text.lower().translate(_MARKS)


def words_of(text: str) -> list[Word]:
    """Cut a text into folded words, in order. Signs, spaces and pictures are left out."""
    return [Word(fold(found.group()), found.start(), found.end()) for found in _WORD.finditer(text)]
