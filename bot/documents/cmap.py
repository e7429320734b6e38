"""Reads from a font file which characters it has: the table called cmap, in the two formats that fonts of today use.

Only what is asked for is read, for a font of Chinese has thirty megabytes.
"""

import struct
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from knowledge.papers.printable import Range

_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))
"""The ids of platform and encoding of the tables by Unicode, those with all planes first (OpenType, `cmap`)."""


def runs_of(file: Path) -> list[Range]:
    """Return the runs of code points of a font, or of the first font of a collection. Raise `ValueError` for others."""
    with file.open("rb") as font:
        cmap = _table(font, b"cmap")
        tables = {(platform, encoding): at for platform, encoding, at in _tables(cmap)}
        at = next((tables[key] for key in _UNICODE if key in tables), None)
        if at is None:
            raise ValueError(f"{file}: no table of Unicode characters")
        return list(_runs(cmap[at:], file))


def _table(font: BinaryIO, name: bytes) -> bytes:
    """Return one table of a font by its name."""
    font.seek(_first_font(font.read(16)))
    count = struct.unpack(">4xH6x", font.read(12))[0]
    for tag, offset, length in struct.iter_unpack(">4s4xII", font.read(16 * count)):
        if tag == name:
            font.seek(offset)
            return font.read(length)
    raise ValueError(f"no table {name!r}")


def _first_font(header: bytes) -> int:
    """Return where the font begins; a collection has its first one further on."""
    return int(struct.unpack(">12xI", header)[0]) if header.startswith(b"ttcf") else 0


def _tables(cmap: bytes) -> Iterator[tuple[int, int, int]]:
    count = struct.unpack_from(">2xH", cmap)[0]
    return struct.iter_unpack(">HHI", cmap[4 : 4 + 8 * count])


def _runs(table: bytes, file: Path) -> Iterator[Range]:
    match struct.unpack_from(">H", table)[0]:
        case 12:
            count = struct.unpack_from(">12xI", table)[0]
            # Groups of 12 bytes after a header of 16 (OpenType, segmented coverage).
            for first, last, _ in struct.iter_unpack(">III", table[16 : 16 + 12 * count]):
                yield first, last
        case 4:
            yield from _segments(table)
        case other:
            raise ValueError(f"{file}: characters in format {other}")


def _segments(table: bytes) -> Iterator[Range]:
    """Yield the runs of format 4, whose four columns stand one after the other; the last segment is a mark."""
    count = struct.unpack_from(">6xH", table)[0] // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + 2 * count)
    # 0xFFFF is the mark of the last segment.
    yield from ((start, end) for start, end in zip(starts, ends, strict=True) if start != 0xFFFF)
