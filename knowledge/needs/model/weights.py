"""The rows of the learned table, read where they lie in the bytes of the file.

Made into Python numbers beforehand, the rows would take many times the memory and a quarter of a second of each start.
So a feature is looked up when a need speaks of it: its name is found in its block of sorted names, its row of 8-bit
weights is read and widened to lanes of 32 bits. What is spoken of often is kept.
"""

import struct
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from knowledge.remembered import until_forgotten

LANE_BITS = 32
"""Sums of 8-bit weights need room: sixteen million rows may be added before a lane spills over into the next."""
ROOM = LANE_BITS // 8  # bytes that a lane of 32 bits takes
KEPT = 8192
"""So many rows are kept ready, some three megabytes at most: nearly those of the longest need, or of twenty others."""
PLACES_KEPT = 4096
"""Of so many features it is kept where their rows lie, under a megabyte: the words and concepts of the longest need."""
BLOCK = 64
"""So many names make a block. From 16 to 64 a look-up takes the same 2 microseconds; with 16 the start is a millisecond
longer, as it reads the first name of each block."""
_START = struct.Struct("<I")


class Weights:
    """The table: for the name of a feature its row as one whole number, lane by lane, or None.

    `width` counts the lanes. The other arguments tell where in `body` the starts of the blocks, the names and the rows
    begin.
    """

    def __init__(self, body: bytes, width: int, blocks: int, names: int, rows: int) -> None:
        self.lanes = width
        self._body, self._rows = body, rows
        self._starts = [names + start for (start,) in _START.iter_unpack(body[blocks:names])]
        self._firsts = [body[start + 1 : body.index(b"\n", start + 1)] for start in self._starts[:-1]]
        self.place = until_forgotten(PLACES_KEPT)(self.find)
        self.row = lru_cache(maxsize=KEPT)(self._row)

    def __contains__(self, feature: object) -> bool:
        return isinstance(feature, str) and self.place(feature) is not None

    def get(self, feature: str) -> int | None:
        """Return the row of a feature, None if it was not learned."""
        place = self.place(feature)
        return None if place is None else self.row(place)

    def find(self, feature: str) -> int | None:
        """Return where the row of a feature lies, None if it was not learned. `place` does the same, and remembers."""
        name = feature.encode()
        block = bisect_right(self._firsts, name) - 1
        if block < 0 or b"\n" in name:
            return None
        start = self._starts[block]
        found = self._body.find(b"\n%b\n" % name, start, self._starts[block + 1] + 1)
        if found < 0:
            return None
        return self._rows + self.lanes * (BLOCK * block + self._body.count(b"\n", start, found))

    def narrowed(self, lanes: Sequence[int]) -> Callable[[int], int]:
        """Return what gives the row at a place with some of its lanes alone, in their order."""
        body = self._body

        def row(place: int) -> int:
            wide = bytearray(ROOM * len(lanes))
            wide[::ROOM] = bytes([body[place + lane] for lane in lanes])
            return int.from_bytes(wide, "little")

        return lru_cache(maxsize=KEPT)(row)

    def _row(self, place: int) -> int:
        wide = bytearray(ROOM * self.lanes)
        wide[::ROOM] = self._body[place : place + self.lanes]
        return int.from_bytes(wide, "little")


def laid_out(table: Mapping[str, Sequence[int]]) -> tuple[bytes, bytes, bytes]:
    """Return the starts of the blocks, the names and the rows of a table of stored weights, 0 to 255, by feature.

    Names are sorted, so that what begins alike lies together: git and the wheel press that to a third.
    """
    named = sorted((feature.encode(), weights) for feature, weights in table.items())
    starts, names = bytearray(), bytearray()
    for number, (name, _) in enumerate(named):
        if number % BLOCK == 0:
            starts += _START.pack(len(names))
        names += b"\n" + name
    starts += _START.pack(len(names))
    return bytes(starts), bytes(names + b"\n"), b"".join(bytes(weights) for _, weights in named)
