"""What tuning has changed in the numbers of the encoder, kept in a file beside the tool that applies it.

So the encoder's files come from a public package and this one file, to the last bit, wherever they are made. Of packed
weights the bits that differ are kept, most of which are nought and take no room; all other numbers are kept whole.
"""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

TUNED = Path(__file__).with_name("tuned.npz")
"""What `learn/tuning.py` writes, and `learn/encoder_files.py` applies."""

Numbers = Mapping[str, np.ndarray]
"""The numbers of the encoder's graph by name: packed weights are bytes, all others 32-bit floats."""


def differences(before: Numbers, after: Numbers) -> dict[str, np.ndarray]:
    """Return what leads from some numbers to others of the same shapes; what is the same is left out."""
    changed = [name for name, value in after.items() if not np.array_equal(value, before[name])]
    return {name: _bits(before[name], after[name]) if _is_packed(after[name]) else after[name] for name in changed}


def applied(numbers: Numbers, found: Numbers) -> dict[str, np.ndarray]:
    """Return the numbers after the differences. Raise `ValueError` if those belong to another encoder."""
    strange = [name for name, value in found.items() if name not in numbers or numbers[name].shape != value.shape]
    if strange:
        raise ValueError(f"{TUNED.name} belongs to another encoder: {strange[0]}")
    changed = {name: _bits(numbers[name], value) if _is_packed(value) else value for name, value in found.items()}
    return {**numbers, **changed}


def read(file: Path = TUNED) -> dict[str, np.ndarray]:
    """Return the differences of a file, none if there is no such file."""
    if not file.exists():
        return {}
    with np.load(file, allow_pickle=False) as kept:
        return dict(kept)


def write(found: Numbers, file: Path = TUNED) -> None:
    """Keep differences in a file."""
    np.savez_compressed(file, allow_pickle=False, **found)


def _is_packed(value: np.ndarray) -> bool:
    return value.dtype == np.uint8


def _bits(one: np.ndarray, other: np.ndarray) -> np.ndarray:
    differing: np.ndarray = np.bitwise_xor(one, other)
    return differing
