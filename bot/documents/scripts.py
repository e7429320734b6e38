"""The scripts that a plain font lacks: in which of our fonts each is set, and in which language it is read aloud.

A script that is written for one language only tells it; Arabic, Ethiopic, Devanagari and Chinese signs do not.
"""

import unicodedata
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Script:
    """A font of `fonts.py`, the language that the script is for (empty if for several), and how typst calls it."""

    family: str
    language: str = ""
    pattern: str = ""


def _noto(script: str, language: str = "") -> Script:
    return Script(f"Noto Sans {script}", language, rf"\p{{{script}}}")


_CJK = "Noto Sans CJK SC"
SCRIPTS = {
    "ARABIC": Script("Amiri"),
    "HEBREW": _noto("Hebrew", "he"),
    "ETHIOPIC": _noto("Ethiopic"),
    "THAI": _noto("Thai", "th"),
    "LAO": _noto("Lao", "lo"),
    "KHMER": _noto("Khmer", "km"),
    "MYANMAR": _noto("Myanmar", "my"),
    "DEVANAGARI": _noto("Devanagari"),
    "BENGALI": _noto("Bengali", "bn"),
    "GUJARATI": _noto("Gujarati", "gu"),
    "GURMUKHI": _noto("Gurmukhi", "pa"),
    "KANNADA": _noto("Kannada", "kn"),
    "MALAYALAM": _noto("Malayalam", "ml"),
    "ORIYA": _noto("Oriya", "or"),
    "SINHALA": _noto("Sinhala", "si"),
    "TAMIL": _noto("Tamil", "ta"),
    "TELUGU": _noto("Telugu", "te"),
    "ARMENIAN": _noto("Armenian", "hy"),
    "GEORGIAN": _noto("Georgian", "ka"),
    "HANGUL": Script(_CJK, "ko", r"\p{Hangul}"),
    "HIRAGANA": Script(_CJK, "ja", r"\p{Hiragana}"),
    "KATAKANA": Script(_CJK, "ja", r"\p{Katakana}"),
    "CJK": Script(_CJK),
}
"""By the first word of the names that Unicode gives their signs."""
PICTURES = Script("Noto Emoji")
_PLAIN_UNTIL = 0x0530
"""The first code point after Latin, Greek and Cyrillic letters."""
_PICTURES_FROM = 0x2C00
"""The first code point after the blocks of arrows, technical signs and symbols that a plain font may have."""


class Stretch(NamedTuple):
    """Signs that follow each other in one script; without a script they are set in the font of the page."""

    text: str
    script: Script | None


def stretches(text: str) -> list[Stretch]:
    """Part a text where its script changes; blanks and marks stay with what stands before them."""
    current: Script | None = None
    scripts = []
    for sign in text:
        current = _script(sign, current)
        scripts.append(current)
    runs = groupby(zip(text, scripts, strict=True), key=lambda pair: pair[1])
    return [Stretch("".join(sign for sign, _ in signs), script) for script, signs in runs]


def _script(sign: str, before: Script | None) -> Script | None:
    if ord(sign) < _PLAIN_UNTIL:
        is_letter = sign.isalnum() or not sign.isspace()
        return None if is_letter else before
    category = unicodedata.category(sign)
    if category[0] in "MZC":
        return before
    found = SCRIPTS.get(unicodedata.name(sign, "").split("-")[0].split(" ")[0])
    return found or (PICTURES if category == "So" and ord(sign) >= _PICTURES_FROM else None)
