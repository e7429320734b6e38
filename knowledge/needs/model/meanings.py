"""What the vector of a text says for labels: the learned weights beside those of its words (`linear.py`).

Topics and doors are told from a vector by one weight a number, so that each word's part can be told as well. Whether a
text is a need, and else which errand, is told by two layers: what is no need has too many sides for one plane.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from knowledge.needs.encoder.encoder import Vectors

ELSEWHERE = "elsewhere"
"""The errand of what is no need and belongs to no door that is known everywhere."""
SCOPES_WORTH, DOORS_WORTH, WORTH = 1.0, 1.5, 0.7
"""What the logarithm of a share by the vector counts beside that by the words. On authors left out a leaf of Vasa is
first for 0.793, 0.808 and 0.801 at 0.5, 0.7 and 1.2; at more a theme is less often among three. Of what is no need
0.925, 0.909 and 0.902 are seen or asked about at 1, 1.6 and 2.4, and the right door is told for 0.767, 0.773 and 0.775
at 0.7, 1.5 and 2.5."""
TABLES = ("weights", "bias", "inner", "inner_bias", "outer", "outer_bias")
"""The tables of `Meanings`, in the order in which they stand in the file."""
LEAST = 1e-6
"""Share: a logarithm needs more than nought."""


@dataclass(frozen=True, eq=False)
class Meanings:
    """The weights for vectors. `lanes` are labels such as `office:welfare`, with `weights` (lanes, 384) and `bias`.

    `errands` are `need`, `crisis`, the doors of what is no need and `elsewhere`; two layers lead to them.
    """

    lanes: tuple[str, ...]
    weights: Vectors
    bias: Vectors
    errands: tuple[str, ...]
    inner: Vectors
    inner_bias: Vectors
    outer: Vectors
    outer_bias: Vectors

    @cached_property
    def heads(self) -> dict[str, tuple[int, ...]]:
        """The lanes of each head, such as doors."""
        heads: dict[str, tuple[int, ...]] = {}
        for lane, name in enumerate(self.lanes):
            head = name.partition(":")[0]
            heads[head] = (*heads.get(head, ()), lane)
        return heads

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each lane by its whole name."""
        return {name: lane for lane, name in enumerate(self.lanes)}

    def said(self, vector: Vectors) -> dict[str, float]:
        """Return what a vector adds to the logit of each lane of the model: weighed logarithms of shares."""
        logits = self.weights @ vector + self.bias
        plain = {
            self.lanes[lane]: WORTH * float(value)
            for lanes in self.heads.values()
            for lane, value in zip(lanes, _log_shares(logits[list(lanes)]), strict=True)
        }
        return plain | self._of_errands(vector)

    def parts(self, lane: str, parts: Vectors) -> Vectors:
        """Return what each part of a vector, (words, 384), adds to the logit of a lane of topics or doors."""
        place = self.places.get(lane)
        if place is None:
            return np.zeros(len(parts), np.float32)
        added: Vectors = WORTH * (parts @ self.weights[place])
        return added

    def _of_errands(self, vector: Vectors) -> dict[str, float]:
        """Return the same for the scope and, of what is no need, for the doors."""
        inside = np.maximum(self.inner @ vector + self.inner_bias, 0)
        logs = dict(zip(self.errands, _log_shares(self.outer @ inside + self.outer_bias), strict=True))
        scope = {f"scope:{kind}": logs.pop(kind) for kind in ("need", "crisis")}
        doors = np.array(list(logs.values()))
        scope["scope:out_of_scope"] = np.log(np.exp(doors).sum() + LEAST)
        own = dict(zip(logs, _log_shares(doors), strict=True))
        scaled = {lane: SCOPES_WORTH * float(value) for lane, value in scope.items()}
        return scaled | {f"door:{door}": DOORS_WORTH * float(value) for door, value in own.items()}


def _log_shares(logits: Vectors) -> Vectors:
    away: Vectors = logits - logits.max()
    shares: Vectors = np.maximum(np.exp(away) / np.exp(away).sum(), LEAST)
    return np.log(shares)


def written(tables: Mapping[str, Vectors]) -> bytes:
    """Return the tables of numbers named in `TABLES` as one part of the learned file."""
    body = io.BytesIO()
    for name in TABLES:
        np.save(body, tables[name].astype(np.float32))
    return body.getvalue()


def meanings_of(part: bytes, lanes: tuple[str, ...], errands: tuple[str, ...]) -> Meanings | None:
    """Read what `written` wrote; None where nothing was learned from vectors. Raise `ValueError` if it is damaged."""
    if not part:
        return None
    body = io.BytesIO(part)
    try:
        tables = {name: np.load(body, allow_pickle=False) for name in TABLES}
    except EOFError as error:
        raise ValueError(f"the model of meanings is damaged: {error}") from error
    return Meanings(lanes=lanes, errands=errands, **tables)
