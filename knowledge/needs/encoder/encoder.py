"""Text in, vector out: `Encoder.encode`, and which of its words say what.

A text is cut into pieces of words, and each piece gets a vector that depends on all the others. The vector of the text
is their mean, brought to the length one. So it is a sum of what the pieces add, and words can be told apart in it
without encoding the text once more without them.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from onnxruntime import InferenceSession
from sentencepiece import SentencePieceProcessor

from knowledge.remembered import begin_what_takes_long, until_forgotten

WIDTH = 384
"""Numbers in a vector: so many has the model."""
ASKING = "query: "
"""What the model was trained to see before a text that is compared with others like it (its model card)."""
LONGEST = 256
"""Pieces of a text that are read, some thousand letters, of the 512 that the model could read. What follows them adds
nothing: a need is told in its beginning, and the longest text would take a second."""
FIRST, LAST = 0, 2
"""The numbers of the pieces that the model has before and after every text, `<s>` and `</s>`, in its own list: ids."""
QUICK = 10
"""Pieces, those around a text included: so few are encoded in five milliseconds, as long as a commit takes."""
TEXTS_KEPT = 32
"""So many texts are remembered with their pieces: more than are read ahead of their turns at a time. Long ones take 12
MB together, needs of the usual length 3."""

PLAIN, TUNED = "plain", "tuned"
"""What the graph gives: vectors as the model was made for any text, and those that were tuned to needs and errands of
the corpora, which tell these apart better and what nobody learned worse."""
NOWHERE = (0, 0)
"""The start and end of the pieces that are put around a text: before its first letter."""

Vectors = NDArray[np.float32]
Places = NDArray[np.intp]
Span = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Embedding:
    """The vector of a text, of shape (384,) and length one, and what each span of it adds: `parts`, (spans, 384).

    Both are of 32-bit floats and cannot be written to. The parts and the `rest` sum up to the vector.
    """

    vector: Vectors
    parts: Vectors

    @property
    def rest(self) -> Vectors:
        """What stands in no span adds: signs, words left out, and the pieces that are put around every text."""
        rest: Vectors = self.vector - self.parts.sum(axis=0)
        return rest


@dataclass(frozen=True, eq=False)
class Encoder:
    """What cuts words into pieces, and the graph that gives pieces their vectors. `load.py` makes one.

    Any thread may use it, several at a time; other threads of Python go on while the graph reckons.
    """

    cut: SentencePieceProcessor
    graph: InferenceSession

    def encode(self, text: str, spans: Sequence[Span] = (), way: str = TUNED) -> Embedding:
        """Return what a text means; the same text has the same vector, on one machine to the last bit.

        `way` is `TUNED`, or `PLAIN` for what nothing was learned for.

        `spans` are the starts and ends of its words, in order and apart; a piece is of the last one that it has a
        letter of. Only the first 256 pieces are read, some thousand letters; later words add nothing. Any text can be
        read, an empty one too. Raise `ReadFirst` where others wait, if the text is not short and was not
        encoded lately.
        """
        pieces, places = pieces_of(text, self.cut)
        added = _added(pieces, way, self)
        parts = np.zeros((len(spans), WIDTH), np.float32)
        if spans:
            starts, ends = np.array(spans).T
            begun, ended = places.T
            owner = np.searchsorted(starts, ended, side="left") - 1
            owned = (owner >= 0) & (begun < ends[owner])
            np.add.at(parts, owner[owned], added[owned])
        return Embedding(_fixed(added.sum(axis=0)), _fixed(parts))


def pieces_of(text: str, cut: SentencePieceProcessor, longest: int = LONGEST) -> tuple[tuple[int, ...], Places]:
    """Return the numbers of the first pieces of a text, `longest` at most, and the start and end of each in it.

    Half of a sign without its other half, which nothing can cut, counts as a question mark.
    """
    whole = (ASKING + text).encode("utf-8", "replace").decode("utf-8")
    found = cut.encode(whole, return_type="offset_mapping")
    places = [NOWHERE, *found["offsets"][: longest - 2], NOWHERE]
    return (FIRST, *found["ids"][: longest - 2], LAST), np.array(places, np.intp) - len(ASKING)


@until_forgotten(TEXTS_KEPT)
def _added(pieces: tuple[int, ...], way: str, encoder: Encoder) -> Vectors:
    """Return what each piece adds to the vector of the text that they are. A text that grows beyond the last piece that
    is read is the same.
    """
    if len(pieces) > QUICK:
        begin_what_takes_long()
    (vectors,) = encoder.graph.run([way], {"pieces": np.array(pieces, np.int64)})
    return _fixed(vectors / np.linalg.norm(vectors.sum(axis=0)))


def _fixed(numbers: Vectors) -> Vectors:
    numbers.setflags(write=False)
    return numbers
