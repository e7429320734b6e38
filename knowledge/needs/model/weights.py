"""The rows of the learned table, read where they lie in the bytes of the file.

Made into Python numbers beforehand, the rows would take five times the memory and a quarter of a second of each
start. So a feature is looked up when a need speaks of it: its name is found in a bucket by its checksum, its row of
16-bit weights is read and widened to lanes of 32 bits. What is spoken of often is kept.
"""

import struct
from collections.abc import Mapping, Sequence
from functools import lru_cache
from zlib import crc32

LANE_BITS = 32
KEPT = 4096
"""So many rows are kept ready, about 1.5 MB: the features of some ten different needs."""
_BUCKET = struct.Struct("<II")
_THIS_AND_NEXT = struct.Struct("<III")


class Weights:
    """The table: for the name of a feature its row as one whole number, lane by lane, or None.

    `width` counts the lanes. The other arguments tell where in `body` the buckets, the names and the rows begin.
    """

    def __init__(self, body: bytes, width: int, buckets: int, names: int, rows: int) -> None:
        self.lanes = width + width % 2
        self._body, self._buckets, self._names, self._rows = body, buckets, names, rows
        self._last = (names - buckets) // _BUCKET.size - 2
        self._row_bytes = 2 * self.lanes
        self._half = self.lanes // 2 * LANE_BITS
        self._even = int.from_bytes(b"\xff\xff\0\0" * (self.lanes // 2), "little")
        self.get = lru_cache(maxsize=KEPT)(self._look_up)

    def __contains__(self, feature: object) -> bool:
        return isinstance(feature, str) and self.get(feature) is not None

    def _look_up(self, feature: str) -> int | None:
        name = b"\n%b\n" % feature.encode()
        bucket = crc32(name) & self._last
        start, first, end = _THIS_AND_NEXT.unpack_from(self._body, self._buckets + bucket * _BUCKET.size)
        found = self._body.find(name, self._names + start, self._names + end)
        if found < 0:
            return None
        row = first + self._body.count(b"\n", self._names + start, found)
        at = self._rows + row * self._row_bytes
        return self._widened(int.from_bytes(self._body[at : at + self._row_bytes], "little"))

    def _widened(self, narrow: int) -> int:
        """Spread 16-bit lanes over 32 bits. The lanes of the two halves take turns in a row, so two steps do it."""
        return (narrow & self._even) | (narrow >> 16 & self._even) << self._half


def laid_out(table: Mapping[str, Sequence[int]]) -> tuple[bytes, bytes, bytes]:
    """Return the buckets, the names and the rows of a table of stored weights, 0 to 65535, by feature."""
    count = 1 << (len(table) // 2).bit_length()
    names: list[list[bytes]] = [[] for _ in range(count)]
    rows: list[list[bytes]] = [[] for _ in range(count)]
    for feature, weights in table.items():
        name = b"\n%b\n" % feature.encode()
        bucket = crc32(name) & (count - 1)
        names[bucket].append(name[:-1])
        rows[bucket].append(_row(weights))
    chained = [b"".join(own) + b"\n" if own else b"" for own in names]
    return _directory(chained, names), b"".join(chained), b"".join(row for own in rows for row in own)


def _directory(chained: Sequence[bytes], names: Sequence[Sequence[bytes]]) -> bytes:
    """For each bucket, and for the end, where its names start and the number of its first row."""
    start = first = 0
    directory = bytearray()
    for chain, own in zip(chained, names, strict=True):
        directory += _BUCKET.pack(start, first)
        start, first = start + len(chain), first + len(own)
    return bytes(directory + _BUCKET.pack(start, first))


def _row(weights: Sequence[int]) -> bytes:
    padded = (*weights, *(0,) * (len(weights) % 2))
    half = len(padded) // 2
    turns = [weight for pair in zip(padded[:half], padded[half:], strict=True) for weight in pair]
    return struct.pack(f"<{len(turns)}H", *turns)
