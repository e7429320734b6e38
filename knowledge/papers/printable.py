"""Which signs a paper can show: those that the carried fonts have a shape for.

The ranges come from the fonts themselves, which the shell reads at its start; here they are only looked up. What has
no shape of its own (joiners, direction marks, variation selectors) asks nothing of a font.
"""

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

Range = tuple[int, int]
"""The first and the last code point of a run; both are part of it."""

_NO_SHAPE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_SELECTORS = ((0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F), (0x3164, 0x3164),
              (0xFE00, 0xFE0F), (0xFFA0, 0xFFA0), (0xE0000, 0xE0FFF))  # fmt: skip
"""Code points, first and last, that Unicode gives no shape (its property Default_Ignorable_Code_Point) and that are no
marks of direction: joiners of letters, fillers, variation selectors, tags."""


@dataclass(frozen=True)
class Signs:
    """The signs that can be shown, as runs in rising order that do not touch."""

    runs: tuple[Range, ...]

    @classmethod
    def of(cls, runs: Iterable[Range]) -> "Signs":
        """Return the signs of runs in any order, which may overlap."""
        joined: list[Range] = []
        for first, last in sorted(runs):
            if joined and first <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(last, joined[-1][1]))
            else:
                joined.append((first, last))
        return cls(tuple(joined))

    def can_show(self, sign: str) -> bool:
        """Tell whether one sign prints, or needs no shape to be right."""
        code = ord(sign)
        return _has(self.runs, code) or _has(_SELECTORS, code) or unicodedata.category(sign) in _NO_SHAPE

    def missing(self, text: str) -> str:
        """Return the signs of a text that will not print, each once, in the order in which they come."""
        if text.isascii():
            return ""
        return "".join(sign for sign in dict.fromkeys(text) if not self.can_show(sign))


EVERY_SIGN = Signs(((0, 0x10FFFF),))
"""Where nobody prints, nothing is missing."""


def _has(runs: tuple[Range, ...], code: int) -> bool:
    place = bisect_right(runs, (code, 0x110000)) - 1
    return place >= 0 and code <= runs[place][1]
