"""What was typed, as every reader sees it: one way to write each sign, and nothing that nobody sees.

A phone, a Mac and a copied PDF write the same words with other characters: accents apart, wide digits, spaces that
do not break, marks without a shape. They are made one before anything is matched, looked at or kept.
"""

import re
import unicodedata

JOINER = "\u200d"
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_KEPT = frozenset({"\n", "\t", JOINER})
_LINE_ENDS = frozenset("\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
_HYPHENS = frozenset("\u2010\u2011\u2012\u2212\ufe58\ufe63\uff0d")
"""Hyphens and minus signs under other names. The dashes between words are signs of their own and stay."""
_BLANK = {"\u2800": " ", "\u3164": "", "\u115f": "", "\u1160": "", "\uffa0": ""}
"""Letters and symbols that look like nothing."""
_WIDE = range(0xFF01, 0xFF5F)
"""Code points of the signs of ASCII in full width (Unicode's block Halfwidth and Fullwidth Forms)."""
_LIGATURES = range(0xFB00, 0xFB07)
"""Code points of the Latin ligatures, ﬁ and its like (Unicode's block Alphabetic Presentation Forms)."""
_PLAIN = re.compile(r"[\n -~§°´·åäöÅÄÖéèüÉÈÜæøÆØšžŠŽ–—’”€]*")
"""Texts of these characters alone are as they should be; nearly all are."""
_MAYBE_MARK = re.compile(r"[^\0-\u02ff\u0370-\u03ff]")
"""Where marks may be: none is among Latin and Greek letters, of which nearly all texts are."""
_LETTERS = r"0-9A-Za-z\u00c0-\u024f"
_NEEDLESS_JOINER = re.compile(rf"(?<=[{_LETTERS}]){JOINER}|{JOINER}(?=[{_LETTERS}])")


class _Signs(dict[int, str]):
    """What stands for each character, found out when it is first met."""

    def __missing__(self, point: int) -> str:
        self[point] = sign = _sign(chr(point))
        return sign


def visible(text: str) -> str:
    """Return words in NFC, with one sign for each kind of hyphen, space and digit, and without what nobody sees.

    Line breaks and tabs stay, and so do the joiners inside emoji; words of invisible characters alone are empty.
    """
    kept = visible_part(text)
    return kept if kept.strip(f"{JOINER} \n\t") else ""


def visible_part(text: str) -> str:
    """Return a part of a text in the same way. Blanks alone stay, for there are words around them."""
    if _PLAIN.fullmatch(text):
        return text
    kept = unicodedata.normalize("NFC", text.replace("\r\n", "\n").translate(_SIGNS))
    return _NEEDLESS_JOINER.sub("", kept) if JOINER in kept else kept


def without_marks(text: str) -> str:
    """Return a decomposed text (NFD or NFKD) without the marks that are put on letters."""
    return _MAYBE_MARK.sub(lambda found: "" if unicodedata.combining(found.group()) else found.group(), text)


def _sign(char: str) -> str:
    category = unicodedata.category(char)
    if char in _KEPT:
        return char
    if char in _BLANK:
        return _BLANK[char]
    if char in _LINE_ENDS or category == "Zp":
        return "\n"
    if char in _HYPHENS:
        return "-"
    if category == "Zs":
        return " "
    if category == "Nd":
        return str(unicodedata.digit(char))
    if ord(char) in _WIDE or ord(char) in _LIGATURES:
        return unicodedata.normalize("NFKC", char)
    return "" if category in _UNSEEN else char


_SIGNS = _Signs()
