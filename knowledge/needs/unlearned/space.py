"""The space of needs: where a text lies among all that associations and municipalities do together.

The vectors of the encoder tell texts apart by everything: subject, style, language. Here they are turned so that what
needs are about counts most. The space and its general topics are learned by `learn/space.py` from
`corpora/general/topics.yaml`; no municipality's own topic is among them.
"""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from knowledge.language import Language

FILE = Path(__file__).parent / "space.npz"
SHARPNESS = 0.05
"""A cosine that is so much greater makes a general topic 2.7 times as likely. At 0.1 what is common tells little: four
of 181 needs of two invented towns fewer have their topic first."""

Points = NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Space:
    """How a vector of the encoder becomes a point of length one.

    `middles` are the mean vectors of each language, (3, 384), in the order of `Language`; `turn`, (384, 384), is what a
    vector is multiplied by, and `general`, (topics, 384), are the points of the general topics.
    """

    middles: Points
    turn: Points
    general: Points

    def points(self, vectors: Points, languages: Sequence[Language]) -> Points:
        """Return the points of some vectors, (texts, 384), each with the language of its text."""
        order = list(Language)
        centred = vectors - self.middles[[order.index(language) for language in languages]]
        return unit(unit(centred) @ self.turn)

    def traits(self, points: Points) -> Points:
        """Return how much each point has of every general topic, (points, topics), as roots of shares.

        So the product of two rows is one where two texts are about the same general topics, nought where about others.
        """
        close = points @ self.general.T / SHARPNESS
        powers = np.exp(close - close.max(axis=-1, keepdims=True))
        shares: Points = np.sqrt(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)
        return shares


def unit(vectors: Points) -> Points:
    """Return vectors brought to the length one; one without any length stays as it is."""
    length = np.linalg.norm(vectors, axis=-1, keepdims=True)
    scaled: Points = np.divide(vectors, np.where(length > 0, length, 1), dtype=np.float32)
    return scaled


@cache
def load_space() -> Space:
    """Return what was learned. Raise `OSError` if the file is missing, `ValueError` if it is broken."""
    return space_of(FILE.read_bytes())


def space_of(body: bytes) -> Space:
    """Make a space from the bytes that the training tool wrote. Raise `ValueError` if they are none."""
    try:
        with np.load(io.BytesIO(body), allow_pickle=False) as parts:
            return Space(*(parts[name].astype(np.float32) for name in ("middles", "turn", "general")))
    except (OSError, KeyError, EOFError, ValueError, zipfile.BadZipFile) as error:
        raise ValueError(f"{FILE.name} is damaged: {error}") from error


def bytes_of(space: Space) -> bytes:
    """Return a space as it stands in its file, in numbers of sixteen bits."""
    body = io.BytesIO()
    parts = {name: getattr(space, name).astype(np.float16) for name in ("middles", "turn", "general")}
    np.savez(body, **parts)
    return body.getvalue()
