"""What Telegram makes of a text before it keeps it: signs that go, signs that become blanks, and the edges.

As clean_input_string and fix_formatted_text do it (td/telegram/misc.cpp 76, td/telegram/MessageEntity.cpp 4599). The
entities of a text move along.
"""

import re
from itertools import accumulate
from typing import Any

from bot.demo.rules.formatting import units

Entities = list[dict[str, Any]]

_GONE = re.compile("[\r\u2028-\u202e\u030a\u0333\u033f]")
_BLANK = re.compile(r"[\x00-\x09\x0b\x0c\x0e-\x1f]")
_MARKS = re.compile("[\u200e\u200f](?=[\u200e\u200f])")
"""Marks of direction: of several in a row only the last one stays what it is."""
_EMPTY = re.compile(
    "[ \n\xa0\u1680\u180e\u2000-\u200f\u202e\u202f\u205f\u2800\u3000\ufeff\ufffc\U000e0000-\U000e007f]*"
)
_EDGE = " \n"


def cleaned(text: str, entities: Entities) -> tuple[str, Entities]:
    """A text without the signs that Telegram takes out, and without blank edges; empty if nothing can be seen of it."""
    kept, moved = _trimmed(*_without_offending(text, entities))
    return ("", []) if _EMPTY.fullmatch(kept) else (kept, moved)


def cleaned_line(text: str) -> str:
    """A short text, such as that of a button, with its edges."""
    return _MARKS.sub("\u200c", _BLANK.sub(" ", _GONE.sub("", text)))


def _without_offending(text: str, entities: Entities) -> tuple[str, Entities]:
    kept = cleaned_line(text)
    if not entities or not _GONE.search(text):
        return kept, entities
    # All signs that go are one unit long each.
    before = list(accumulate((_GONE.match(sign) is not None for sign in _by_units(text)), initial=0))
    return kept, [moved for one in entities if (moved := _shifted(one, before))]


def _by_units(text: str) -> list[str]:
    """The signs of a text, those of two UTF-16 units twice."""
    return [sign for sign in text for _ in range(units(sign))]


def _shifted(entity: dict[str, Any], before: list[int]) -> dict[str, Any] | None:
    start, end = entity["offset"], entity["offset"] + entity["length"]
    left, right = (place - before[min(place, len(before) - 1)] for place in (start, end))
    return {**entity, "offset": left, "length": right - left} if right > left else None


def _trimmed(text: str, entities: Entities) -> tuple[str, Entities]:
    """Without blanks and line feeds at the end, and at the beginning as far as no entity begins there."""
    right = text.rstrip(_EDGE)
    first = min((one["offset"] for one in entities), default=len(right))
    edge = min(len(right) - len(right.lstrip(_EDGE)), first)
    length = units(right)
    moved = [_moved(one, edge, length) for one in entities if one["offset"] < length]
    return right[edge:], moved


def _moved(entity: dict[str, Any], edge: int, length: int) -> dict[str, Any]:
    end = min(entity["offset"] + entity["length"], length)
    return {**entity, "offset": entity["offset"] - edge, "length": end - entity["offset"]}
