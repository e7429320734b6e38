"""Places where a string without a space may be broken, for a page whose setter breaks at spaces and hyphenates words.

An address gets them after its signs, so that nothing is added where it breaks. Words are left to typst's patterns,
except those that no pattern divides, or that are longer than any in a dictionary: they get soft hyphens, which a reader
of the file meets again, before a consonant that a vowel follows, as Finnish and most Swedish words are divided.
"""

import re
import unicodedata

MARK = "\u200b"
"""Between the pieces of an address; the template makes boxes of them, and the mark itself is not set."""

SOFT_HYPHEN = "\u00ad"
LONGEST_WORD = 60
"""In letters: a longer string is no word of the paper's language and is not left to its hyphenation alone."""
LONGEST_FOREIGN_WORD = 18
"""Of a script that the paper's language has no patterns for."""
LONGEST_STRETCH = 10
"""Letters in which no pattern may find a place."""
LONGEST_PIECE = 18
"""In characters: chosen by hand, what the narrowest column (a sum's, 36 mm) still holds on one line."""

_TOKEN = re.compile(rf"[^\s{MARK}]{{{LONGEST_PIECE + 1},}}")
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"[@._?&=%+#~:\d]\w|^[^\w\u200d\ufe0f]+$")
_PIECE = re.compile(r"[^-.@/_?&=:,;+#%~]*[-.@/_?&=:,;+#%~]+|[^-.@/_?&=:,;+#%~]+")
_SYLLABLES = re.compile(r"(?<=\w{3})(?=[^\Waeiouyåäöаеиоуыэюя\d_][aeiouyåäöаеиоуыэюя])", re.IGNORECASE)

_WITHOUT_SPACES = ("CJK", "HIRAGANA", "KATAKANA", "HANGUL", "THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts that break between words or signs without our help."""


def breakable(text: str) -> str:
    """Return a text with the places marked where its longest strings may be broken."""
    return _TOKEN.sub(_broken, text.replace(MARK, "")) if len(text) > LONGEST_PIECE else text


def _broken(found: re.Match[str]) -> str:
    token = found[0]
    if _ADDRESS.search(token):
        return MARK.join(part for piece in _PIECE.findall(token) for part in _cut(piece))
    return _WORD.sub(lambda word: _divided(word[0]), token)


def _divided(word: str) -> str:
    if word.lower() == word.upper():
        whole = len(word) <= LONGEST_PIECE or unicodedata.name(word[0], "").startswith(_WITHOUT_SPACES)
        return word if whole else MARK.join(_cut(word))
    syllables = _SYLLABLES.split(word)
    longest = LONGEST_WORD if "a" <= word[0].casefold() <= "\u024f" else LONGEST_FOREIGN_WORD
    if len(word) <= longest and max(map(len, syllables)) <= LONGEST_STRETCH:
        return word
    return SOFT_HYPHEN.join(part for syllable in syllables for part in _cut(syllable, LONGEST_STRETCH))


def _cut(piece: str, longest: int = LONGEST_PIECE) -> list[str]:
    return [piece[at : at + longest] for at in range(0, len(piece), longest)]
