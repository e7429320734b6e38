"""What the words of a need weigh for every label, as one table of whole numbers.

Each feature (a word, a piece of a word, a concept) has a row with one lane of 32 bits a label, packed into a single
Python integer: adding two rows adds all lanes at once, so a need costs some hundred additions and no library.
The table is learned by `learn/`, how it lies in memory is told in `weights.py`; how the features of a need are found
stands in `needs/reading.py`.
"""

import math
import struct
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.needs.model.weights import LANE_BITS, Weights

LANE_MASK = (1 << LANE_BITS) - 1  # all bits of one lane
OFFICES = "office"
"""The head of the doors that a need may lead to. Its labels are those that packs give their offices."""
FITS = "fits "
"""What the name of a head begins with that tells whether any label of a list of topics fits: `fits vasa`."""
ZERO = 128
"""A stored weight is unsigned; this much stands for nothing."""


@dataclass(frozen=True)
class Model:
    """The learned table. `lanes` are the labels, such as `vasa:exclusion/loneliness` or `scope:need`.

    `weights` gives the packed row of a feature, `bias` is one number a lane, `unit` what one stored step is worth.
    One lane more than labels holds the squared worth of the feature: it gives the length of a group of features.
    """

    lanes: tuple[str, ...]
    bias: tuple[float, ...]
    unit: float
    weights: Weights

    @cached_property
    def heads(self) -> dict[str, dict[str, int]]:
        """The lanes of each head, such as doors or languages, by label."""
        heads: dict[str, dict[str, int]] = {}
        for lane, name in enumerate(self.lanes):
            head, _, label = name.partition(":")
            heads.setdefault(head, {})[label] = lane
        return heads

    @cached_property
    def topic_lists(self) -> tuple[str, ...]:
        """The heads whose labels are topics, by name: one for each catalogue that needs were labelled with."""
        return tuple(head.removeprefix(FITS) for head in self.heads if head.startswith(FITS))

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each lane by its whole name, such as `scope:need`."""
        return {name: lane for lane, name in enumerate(self.lanes)}

    def unpack(self, packed: int, count: int) -> list[float]:
        """Unpack the sum of `count` rows: a weight for each lane, and the squared length last."""
        sums = struct.unpack(self._sums, packed.to_bytes(self.weights.lanes * LANE_BITS // 8, "little"))
        away = count * ZERO
        return [(value - away) * self.unit for value in sums[: len(self.lanes) + 1]]

    @cached_property
    def of_languages(self) -> "Columns":
        """The lanes that tell languages, in the order of their labels, and the squared length last."""
        return Columns((*self.heads["language"].values(), len(self.lanes)), self.unit, self.weights)

    @cached_property
    def _sums(self) -> str:
        return f"<{self.weights.lanes}I"


class Columns:
    """Some lanes of the table alone, for who asks for the sum of many rows and of few labels."""

    def __init__(self, lanes: tuple[int, ...], unit: float, weights: Weights) -> None:
        self._unit, self._size = unit, len(lanes) * LANE_BITS // 8
        self._unpack = struct.Struct(f"<{len(lanes)}I").unpack
        self._row = weights.narrowed(lanes)

    def total(self, places: Collection[int]) -> list[float]:
        """Return the sum of the rows at some places, a weight for each lane."""
        sums = self._unpack(sum(map(self._row, places)).to_bytes(self._size, "little"))
        away = len(places) * ZERO
        return [(value - away) * self._unit for value in sums]


@dataclass(frozen=True, slots=True)
class Sum:
    """The packed sum of some rows, and how many they are."""

    packed: int = 0
    count: int = 0


NOTHING = Sum()


def add_rows(places: Sequence[int], model: Model, seen: set[int]) -> Sum:
    """Add up the rows at some places, each once, that were not seen before in this need."""
    new = [place for place in places if place not in seen]
    if not new:
        return NOTHING
    seen.update(new)
    return Sum(sum(map(model.weights.row, new)), len(new))


def softmax(logits: Sequence[float]) -> list[float]:
    """Turn logits into shares that sum to one."""
    top = max(logits, default=0.0)
    powers = [math.exp(value - top) for value in logits]
    total = sum(powers)
    return [power / total for power in powers]
