from pathlib import Path

import pytest

pytest.importorskip("sklearn", reason="the extra `learn` is not installed")

import numpy as np

from knowledge.needs.encoder.load import load_encoder
from knowledge.needs.learn.corpora import Row
from tests.benchmarks.understanding.kept_vectors import KeptVectors

ROWS = [Row(text, "sv", "need", {}) for text in ("ensamma äldre", "en promenad", "ensamma äldre")]


def test_vectors_are_those_of_the_encoder_in_the_order_of_the_texts(tmp_path: Path) -> None:
    encoder = load_encoder()
    made = KeptVectors(encoder, tmp_path)(ROWS)
    assert np.array_equal(made, [encoder.encode(row.text).vector for row in ROWS])


def test_what_an_earlier_run_made_is_read_and_not_made_anew(tmp_path: Path) -> None:
    made = KeptVectors(load_encoder(), tmp_path)(ROWS)
    (file,) = tmp_path.iterdir()
    written = file.stat().st_mtime_ns
    assert np.array_equal(KeptVectors(load_encoder(), tmp_path)(ROWS[::-1]), made[::-1])
    assert file.stat().st_mtime_ns == written
