"""The reference of a case: five signs that are not taken for one another, and how one is known again in what is typed.

References are drawn in `bot/turns/new_ids.py`; who may see the case is decided in `bot/turns/about/rights.py`.
"""

import re
import unicodedata

ALPHABET = "23456789CFGHJKMPQRVWX"
"""Digits and letters that are not taken for one another, and that make no words."""
REFERENCE_LENGTH = 5
"""In characters of the alphabet: four million references, short enough to be said over the phone."""
REFERENCE = re.compile(rf"(?<![0-9A-Z])[{ALPHABET}]{{{REFERENCE_LENGTH}}}(?![0-9A-Z])")
LONGEST_TYPED = 12
"""In characters: "nr. k7-wm4" and its like; what is longer says more than a reference."""

_MEANT = str.maketrans("0OD1SZBUYNEAКМСРНХВѴΚΜΡΧΗΒ", "QQQ752" + "8VVMF4" + "KMCPHX8V" + "KMPXH8")
"""What stands for a sign that no reference has: the one that it looks like, of other alphabets too."""
_NUMBER_SIGN = re.compile(r"^(?:NR|NRO|NO)\b")


def named_in(text: str) -> list[str]:
    """Return the references that stand in a text as they are written, in small letters too."""
    return REFERENCE.findall(text.upper())


def typed_alone(text: str) -> str:
    """Return the reference that a text is and nothing else, empty if it is none.

    Blanks and dashes within it, a sign before it and signs that look like others are forgiven: "#k7 wm4", "B4-HM6".
    """
    if len(text) > LONGEST_TYPED:
        return ""
    upper = _NUMBER_SIGN.sub("", unicodedata.normalize("NFKC", text).upper().strip())
    signs = "".join(sign for sign in upper if sign.isalnum()).translate(_MEANT)
    return signs if REFERENCE.fullmatch(signs) else ""
