"""What counts as a word of a need, and how two spellings are made one.

Words are cut and folded here (small letters, no diacritics), so that "yksinäisyys" and "yksinaisyys" meet.
What the words mean is left to `needs/`.
"""

import re
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+")
_FINAL = "\u03a3"
"""The Greek sigma: how it is folded depends on what stands beside it, so that a word is folded by itself."""
_MARKS = str.maketrans("åäöéèêëáàâãüúùûíìîïóòôõçñøæšžðþý", "aaoeeeeaaaauuuuiiiioooocnoaszdty")


class Word(NamedTuple):
    """A word with its place in the text: `start` to `end` is what the person typed. An ignored word has no letters."""

    folded: str
    start: int
    end: int


_new = tuple.__new__  # what a named tuple's own constructor calls, at half the cost: long texts have thousands of words


def fold(text: str) -> str:
    """Return small letters without the marks of Swedish, Finnish and their neighbours."""
    return text.lower().translate(_MARKS)


def words_of(text: str) -> list[Word]:
    """Cut a text into folded words, in order. Signs, spaces and pictures are left out."""
    folded = fold(text)
    if len(folded) != len(text) or _FINAL in text:
        return [Word(fold(found.group()), *found.span()) for found in _WORD.finditer(text)]
    spans = [found.span() for found in _WORD.finditer(text)]
    return [_new(Word, (folded[start:end], start, end)) for start, end in spans]
