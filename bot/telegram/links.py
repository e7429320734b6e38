"""Addresses that hide behind words, written out so that they survive as text.

Telegram keeps the address of a linked word beside the text, counted in UTF-16 units. What is kept and passed on is
text alone, so the address follows its words in brackets. All other marks (bold, mentions, hashtags) say nothing that
the words do not say.
"""

from collections.abc import Iterator
from typing import Any

UTF_16 = "utf-16-le"
UNIT = 2
"""Bytes of one UTF-16 unit."""


def with_addresses(text: str, entities: object) -> str:
    """Return a text with the address of each linked word after it; what cannot be read leaves the text as it is."""
    found = list(_links(entities)) if isinstance(entities, list) else []
    units = text.encode(UTF_16, "surrogatepass") if found else b""
    insertions = [place for link in found if (place := _insertion(units, *link))]
    for end, address in sorted(insertions, reverse=True):
        units = units[:end] + address.encode(UTF_16, "surrogatepass") + units[end:]
    return units.decode(UTF_16, "surrogatepass") if insertions else text


def _links(entities: list[Any]) -> Iterator[tuple[int, int, str]]:
    for entity in entities:
        if not isinstance(entity, dict) or entity.get("type") != "text_link":
            continue
        start, length, address = entity.get("offset"), entity.get("length"), entity.get("url")
        if isinstance(start, int) and isinstance(length, int) and isinstance(address, str) and address.strip():
            yield start, length, address.strip()


def _insertion(units: bytes, start: int, length: int, address: str) -> tuple[int, str] | None:
    """Where an address goes, in bytes, and how it looks there; None where its words already are the address."""
    end = (start + length) * UNIT
    if not 0 <= start * UNIT < end <= len(units):
        return None
    try:
        words = units[start * UNIT : end].decode(UTF_16)
    except UnicodeDecodeError:  # the mark begins or ends within a letter
        return None
    after = end - (len(words) - len(words.rstrip())) * UNIT
    return None if _bare(words) == _bare(address) else (after, f" ({address})")


def _bare(address: str) -> str:
    """An address as a person or a client writes it."""
    return address.strip().casefold().removeprefix("https://").removeprefix("http://").rstrip("/")
