"""The weights for vectors: what a vector and each word add to a lane, and the part of the file where they lie."""

import numpy as np
import pytest

from knowledge.needs.encoder.encoder import WIDTH
from knowledge.needs.model.meanings import DOORS_WORTH, SCOPES_WORTH, WORTH, Meanings, meanings_of, written

LANES, ERRANDS = ("a:x", "a:y"), ("complaint", "crisis", "elsewhere", "need")


def tables() -> dict[str, np.ndarray]:
    weights = np.zeros((2, WIDTH), np.float32)
    weights[0, 0] = 2.0
    inner = np.eye(4, WIDTH, dtype=np.float32)
    outer = np.eye(4, dtype=np.float32) * 3
    nothing = np.zeros(4, np.float32)
    return {
        "weights": weights,
        "bias": np.zeros(2, np.float32),
        "inner": inner,
        "inner_bias": nothing,
        "outer": outer,
        "outer_bias": nothing,
    }


def meanings() -> Meanings:
    found = meanings_of(written(tables()), LANES, ERRANDS)
    assert found is not None
    return found


def along(place: int) -> np.ndarray:
    vector = np.zeros(WIDTH, np.float32)
    vector[place] = 1.0
    return vector


def test_a_vector_adds_weighed_logarithms_of_shares() -> None:
    said = meanings().said(along(0))
    share = np.exp(2) / (np.exp(2) + 1)
    assert said["a:x"] == pytest.approx(WORTH * np.log(share), abs=1e-5)
    assert said["a:y"] == pytest.approx(WORTH * np.log(1 - share), abs=1e-5)


def test_the_share_of_what_is_no_need_is_that_of_all_doors() -> None:
    said = meanings().said(along(0))
    of_one = np.exp(3) / (np.exp(3) + 3)
    other = (1 - of_one) / 3
    assert said["scope:out_of_scope"] == pytest.approx(SCOPES_WORTH * np.log(of_one + other), abs=1e-4)
    assert said["scope:need"] == pytest.approx(SCOPES_WORTH * np.log(other), abs=1e-4)
    assert said["scope:crisis"] == pytest.approx(SCOPES_WORTH * np.log(other), abs=1e-4)
    assert said["door:complaint"] == pytest.approx(DOORS_WORTH * np.log(of_one / (of_one + other)), abs=1e-4)
    assert set(said) == {
        "a:x",
        "a:y",
        "scope:need",
        "scope:crisis",
        "scope:out_of_scope",
        "door:complaint",
        "door:elsewhere",
    }


def test_the_parts_of_words_sum_up_to_what_the_vector_adds() -> None:
    parts = np.vstack([along(0) * 0.25, along(0) * 0.75, along(1)])
    assert meanings().parts("a:x", parts).tolist() == pytest.approx([WORTH * 0.5, WORTH * 1.5, 0.0])
    assert meanings().parts("b:z", parts).tolist() == [0.0, 0.0, 0.0]


def test_without_a_part_nothing_was_learned_from_vectors() -> None:
    assert meanings_of(b"", (), ()) is None


@pytest.mark.parametrize("broken", [b"x", written(tables())[:-9], written(tables())[: len(written(tables())) // 2]])
def test_a_damaged_part_is_refused(broken: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - numpy's words for it, or ours
        meanings_of(broken, LANES, ERRANDS)
