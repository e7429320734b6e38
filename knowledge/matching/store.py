"""How the learned table and the vocabulary become one file, and back.

A file is zlib over a JSON head and two planes of bytes: the low and the high bytes of all weights, which press
better apart. Reading needs nothing but the standard library; which file it is stands in `load.py`.
"""

import json
import struct
import zlib
from collections.abc import Mapping, Sequence
from typing import Any

from knowledge.matching.model import LANE_BITS, Model

LANE_BYTES = LANE_BITS // 8
_LENGTH = struct.Struct("<I")


def encode(head: Mapping[str, Any], weights: Sequence[Sequence[int]]) -> bytes:
    """Press a head (`lanes`, `bias`, `unit`, `features`, `vocabulary` ...) and its stored weights, 0 to 65535."""
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    flat = [weight for row in weights for weight in row]
    low = bytes(weight & 255 for weight in flat)
    high = bytes(weight >> 8 for weight in flat)
    return zlib.compress(_LENGTH.pack(len(text)) + text + low + high, 9)


def decode(pressed: bytes) -> tuple[dict[str, Any], Model]:
    """Return the head and the model of a file. Raise `zlib.error` or `ValueError` if it is not one."""
    body = zlib.decompress(pressed)
    (size,) = _LENGTH.unpack_from(body)
    head = json.loads(body[_LENGTH.size : _LENGTH.size + size])
    planes = memoryview(body)[_LENGTH.size + size :]
    rows = _rows(head["features"], planes, len(head["lanes"]) + 1)
    return head, Model(tuple(head["lanes"]), tuple(head["bias"]), head["unit"], rows)


def _rows(features: Sequence[str], planes: memoryview, width: int) -> dict[str, int]:
    """Weave the two planes into lanes, and read each row as one whole number."""
    half = len(planes) // 2
    wide = bytearray(half * LANE_BYTES)
    wide[0::LANE_BYTES] = planes[:half]
    wide[1::LANE_BYTES] = planes[half:]
    step, read = width * LANE_BYTES, int.from_bytes
    starts = range(0, len(wide), step)
    return {feature: read(wide[at : at + step], "little") for feature, at in zip(features, starts, strict=True)}
