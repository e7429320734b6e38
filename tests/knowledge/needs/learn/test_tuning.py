"""Tuning a small encoder with made-up weights: what it learns is what is stored. Needs the extra "tune"."""

import numpy as np
import pytest

for library in ("torch", "onnx", "wordfreq"):
    pytest.importorskip(library, reason="the extras `encoder` and `tune` are not installed")

import torch  # noqa: E402 - only where the library is

from knowledge.needs.encoder.encoder import WIDTH  # noqa: E402 - only where the library is
from knowledge.needs.learn.tunable_encoder import EVENED, PRODUCTS, TunableEncoder, filled_up  # noqa: E402
from knowledge.needs.learn.tuning import Lesson, taught  # noqa: E402 - only where the library is

LAYERS, HEADS, PIECES, INNER = 1, 12, 8, 64
CHANCE = np.random.default_rng(20261130)


def _numbers():
    def packed(rows, width):
        return CHANCE.integers(0, 256, (rows, width // 32, 16), np.uint8), np.full(rows * width // 32, 0.01, np.float32)

    found = {"places": CHANCE.normal(0, 0.1, (64, WIDTH)).astype(np.float32)}
    found["words"], found["words.scale"] = packed(PIECES, WIDTH)
    for name in ("emb.ln", *(f"l0.{part}" for part in EVENED)):
        found[f"{name}.w"], found[f"{name}.b"] = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)
    for part in PRODUCTS:
        rows, width = {"fi": (INNER, WIDTH), "fo": (WIDTH, INNER)}.get(part, (WIDTH, WIDTH))
        found[f"l0.{part}.w"], found[f"l0.{part}.scale"] = packed(rows, width)
        found[f"l0.{part}.b"] = np.zeros(rows, np.float32)
    return found


def test_nothing_is_changed_before_anything_is_learned() -> None:
    numbers = _numbers()
    kept = TunableEncoder(numbers, LAYERS, HEADS, 1e-5).numbers()
    assert {name: value.tolist() for name, value in kept.items()} == {name: numbers[name].tolist() for name in kept}


def test_texts_of_two_kinds_lie_apart_when_they_were_learned_and_what_is_stored_does_the_same() -> None:
    numbers = _numbers()
    lessons = [Lesson((0, 3 + kind, 5, 2), {"errand": torch.eye(2)[kind]}) for kind in (0, 1)] * 40
    pieces = filled_up([lesson.pieces for lesson in lessons[:2]], 1)
    encoder = TunableEncoder(numbers, LAYERS, HEADS, 1e-5).eval()
    with torch.no_grad():
        before = encoder(*pieces)
    after = taught(encoder, lessons, rounds=30)
    with torch.no_grad():
        apart = after(*pieces)
        stored = TunableEncoder({**numbers, **after.numbers()}, LAYERS, HEADS, 1e-5).eval()(*pieces)
    assert float(apart[0] @ apart[1]) < float(before[0] @ before[1]) - 0.05
    assert torch.allclose(apart, stored, atol=0.02)


def test_a_text_has_the_same_vector_beside_a_longer_one() -> None:
    encoder = TunableEncoder(_numbers(), LAYERS, HEADS, 1e-5).eval()
    with torch.no_grad():
        alone = encoder(*filled_up([(0, 4, 2)], 1))[0]
        beside = encoder(*filled_up([(0, 4, 2), (0, 3, 5, 6, 7, 2)], 1))[0]
    assert torch.allclose(alone, beside, atol=0.02)
