"""The marks of a text: entities as Telegram keeps them beside it, in UTF-16 units, and what becomes of them here.

What is passed on to a person keeps its marks, as runs of words. What is read, matched and kept as text alone has the
address of a linked word behind its words, in brackets: all other marks (bold, mentions, hashtags) say nothing that the
words do not say. Marks that are unknown, lie outside of the text or cut a letter in two are passed over.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from dialogs.records.run import Run

UTF_16 = "utf-16-le"
UNIT = 2
"""Bytes of one UTF-16 unit."""
TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "spoiler": "tg-spoiler", "code": "code",
    "pre": "pre", "blockquote": "blockquote", "expandable_blockquote": "blockquote",
}  # fmt: skip
"""The entities that are passed on, with Telegram's HTML tag for each (Bot API 10.0, MessageEntity)."""
ALONE = frozenset({"code", "pre"})
"""The tags within which Telegram takes no other mark."""
AROUND = "blockquote"
"""The tag that stands around all others: a quotation is one block."""
LINK = "text_link"
ADDRESS = re.compile(r"https?://\S+", re.IGNORECASE)
"""The addresses that can stand behind words; every other one is written out."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of a text: its tag, or the address of a link, and where it begins and ends, in bytes of UTF-16."""

    start: int
    end: int
    tag: str = ""
    link: str = ""


def with_addresses(text: str, entities: object) -> str:
    """Return a text with the address of each linked word after it; what cannot be read leaves the text as it is."""
    units = _units(text, entities)
    insertions = [place for mark in _marks(units, entities) if mark.link and (place := _insertion(units, mark))]
    for end, address in sorted(insertions, reverse=True):
        units = units[:end] + _encoded(address) + units[end:]
    return _decoded(units) if insertions else text


def runs(text: str, entities: object) -> tuple[Run, ...]:
    """Return a text with its marks as runs; none if it bears no mark that is passed on."""
    units = _units(text, entities)
    marks = sorted(_marks(units, entities), key=lambda mark: (mark.start, -mark.end))
    written = dict(place for mark in marks if (place := _written_out(units, mark)))
    marks = [mark for mark in marks if mark.tag or ADDRESS.fullmatch(mark.link)]
    if not (marks or written):
        return ()
    borders = sorted({0, len(units), *written, *(place for mark in marks for place in (mark.start, mark.end))})
    return tuple(_between(units, borders, marks, written))


def _between(units: bytes, borders: list[int], marks: list[Mark], written: dict[int, str]) -> Iterator[Run]:
    for start, end in pairwise(borders):
        here = [mark for mark in marks if mark.start <= start and end <= mark.end]
        yield _run(_decoded(units[start:end]), here)
        if end in written:
            yield Run(written[end])


def _run(text: str, marks: Iterable[Mark]) -> Run:
    tags = dict.fromkeys(mark.tag for mark in marks if mark.tag)
    quoted = tuple(tag for tag in tags if tag == AROUND)
    alone = next((tag for tag in tags if tag in ALONE), None)
    if alone:
        return Run(text, (*quoted, alone))
    link = next((mark.link for mark in marks if mark.link), "")
    return Run(text, (*quoted, *(tag for tag in tags if tag != AROUND)), link)


def _marks(units: bytes, entities: object) -> list[Mark]:
    found = (_mark(units, entity) for entity in entities) if isinstance(entities, list) else ()
    return [mark for mark in found if mark is not None]


def _mark(units: bytes, entity: Any) -> Mark | None:
    if not isinstance(entity, dict):
        return None
    start, length, address = entity.get("offset"), entity.get("length"), entity.get("url")
    if not isinstance(start, int) or not isinstance(length, int):
        return None
    begin, end = start * UNIT, (start + length) * UNIT
    if not 0 <= begin < end <= len(units) or _cuts_a_letter(units, begin) or _cuts_a_letter(units, end):
        return None
    kind = entity.get("type")
    if kind == LINK and isinstance(address, str) and address.strip():
        return Mark(begin, end, link=address.strip())
    return Mark(begin, end, TAGS[kind]) if isinstance(kind, str) and kind in TAGS else None


def _cuts_a_letter(units: bytes, place: int) -> bool:
    """Whether a place lies between the two halves of one sign."""
    after = units[place : place + UNIT]
    before = units[max(0, place - UNIT) : place]
    return _is_half(before, 0xD8) and _is_half(after, 0xDC)


def _is_half(unit: bytes, first: int) -> bool:
    """Whether a unit is a surrogate: the first half of a sign begins at 0xD800, the second at 0xDC00."""
    return len(unit) == UNIT and first <= unit[1] < first + 4


def _insertion(units: bytes, mark: Mark) -> tuple[int, str] | None:
    """Where an address goes, in bytes, and how it looks there; None where its words already are the address."""
    words = _decoded(units[mark.start : mark.end])
    after = mark.end - (len(words) - len(words.rstrip())) * UNIT
    return None if _bare(words) == _bare(mark.link) else (after, f" ({mark.link})")


def _written_out(units: bytes, mark: Mark) -> tuple[int, str] | None:
    """The same for a link that cannot stand behind its words."""
    return _insertion(units, mark) if mark.link and not ADDRESS.fullmatch(mark.link) else None


def _bare(address: str) -> str:
    """An address as a person or a client writes it."""
    return address.strip().casefold().removeprefix("https://").removeprefix("http://").rstrip("/")


def _units(text: str, entities: object) -> bytes:
    return _encoded(text) if isinstance(entities, list) and entities else b""


def _encoded(text: str) -> bytes:
    return text.encode(UTF_16, "surrogatepass")


def _decoded(units: bytes) -> str:
    return units.decode(UTF_16, "surrogatepass")
