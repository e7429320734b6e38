"""The vectors that the encoder gives texts, kept from run to run: they take many minutes, and change with it alone.

They lie outside the repository in a file for each state of the encoder, with a digest in the place of each text.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from knowledge.needs.encoder.encoder import Encoder, Vectors
from knowledge.needs.encoder.load import DIGESTS, FOLDER
from knowledge.needs.learn.corpora import Row
from knowledge.needs.learn.meanings import vectors_of
from tests.benchmarks.processes.builds import kept_in
from tests.benchmarks.understanding.progress import tell

AT_ONCE = 1000
"""After so many texts the file is written, so that a run which is broken off has not been for nothing."""


class KeptVectors:
    """A function from texts to their vectors, (texts, 384), which makes those that no earlier run has made."""

    def __init__(self, encoder: Encoder, folder: Path | None = None) -> None:
        self._encoder = encoder
        self._file = (folder or kept_in()) / f"vectors-{_state()}.npz"
        self._known = _read(self._file)

    def __call__(self, rows: Sequence[Row]) -> Vectors:
        """Return the vectors in the order of the texts."""
        new = [row for row in {row.text: row for row in rows}.values() if _digest(row.text) not in self._known]
        for start in range(0, len(new), AT_ONCE):
            tell(f"{len(new) - start} texts are still to be encoded")
            some = new[start : start + AT_ONCE]
            self._known |= zip([_digest(row.text) for row in some], vectors_of(some, self._encoder), strict=True)
            _write(self._file, self._known)
        return np.array([self._known[_digest(row.text)] for row in rows], np.float32)


def _state() -> str:
    """What tells this encoder from any other: its files by their digests, and its code."""
    parts = [file.read_bytes() for file in (FOLDER / DIGESTS, *sorted(FOLDER.glob("*.py")))]
    return hashlib.sha256(b"".join(parts)).hexdigest()[:12]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _read(file: Path) -> dict[str, Vectors]:
    if not file.exists():
        return {}
    with np.load(file, allow_pickle=False) as kept:
        return dict(zip(map(str, kept["digests"]), kept["vectors"], strict=True))


def _write(file: Path, known: dict[str, Vectors]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    whole = file.with_name(f"new-{file.name}")
    np.savez(whole, digests=np.array(list(known)), vectors=np.stack(list(known.values())))
    whole.replace(file)
