"""How the learned table and the vocabulary become one file, and back.

A file holds a JSON head, the three parts of the table (`weights.py`) and what was learned from vectors
(`meanings.py`). It is not pressed: what is read is used as
it lies there, so that a start unpacks nothing; git and the wheel press it themselves. Which file it is stands in
`load.py`.
"""

import json
import struct
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

from knowledge.needs.model.linear import Model
from knowledge.needs.model.weights import Weights, laid_out

KIND = b"lots-4\n\0"
_SIZES = struct.Struct("<5I")
_PREFACE = len(KIND) + _SIZES.size


def encode(head: Mapping[str, Any], table: Mapping[str, Sequence[int]], meanings: bytes = b"") -> bytes:
    """Write a head (the lanes, their bias, what a step is worth, the vocabulary ...) and a table.

    The table holds the stored weights of each feature, whole numbers from 0 to 255. `meanings` are the weights for
    vectors.
    """
    text = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    parts = (text, *laid_out(table), meanings)
    return b"".join((KIND, _SIZES.pack(*map(len, parts)), *parts))


def decode(body: bytes) -> tuple[dict[str, Any], Model, bytes]:
    """Return the head and the model of a file, and its weights for vectors.

    Raise `ValueError` if it is not one, or not whole.
    """
    if not body.startswith(KIND) or len(body) < _PREFACE:
        raise ValueError("not a model of this version of Lots")
    *starts, end = accumulate(_SIZES.unpack_from(body, len(KIND)), initial=_PREFACE)
    if len(body) != end:
        raise ValueError("the model is not whole")
    head = json.loads(body[_PREFACE : starts[1]])
    weights = Weights(body, len(head["lanes"]) + 1, *starts[1:4])
    return head, Model(tuple(head["lanes"]), tuple(head["bias"]), head["unit"], weights), body[starts[4] :]
