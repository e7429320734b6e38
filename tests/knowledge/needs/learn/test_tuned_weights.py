"""What tuning changed is kept, and applied to the same numbers to the last bit."""

import numpy as np
import pytest

from knowledge.needs.learn.tuned_weights import applied, differences, read, write

BEFORE = {
    "l0.q.w": np.arange(12, dtype=np.uint8).reshape(2, 3, 2),
    "l0.q.b": np.array([0.5, -1.0], np.float32),
    "words": np.array([[7, 9]], np.uint8),
}
AFTER = {
    "l0.q.w": np.array([[[0, 1], [2, 255], [4, 5]], [[6, 7], [8, 9], [16, 11]]], np.uint8),
    "l0.q.b": np.array([0.25, -1.0], np.float32),
}


def test_what_is_kept_leads_from_one_to_the_other(tmp_path) -> None:
    file = tmp_path / "tuned.npz"
    write(differences(BEFORE, {**BEFORE, **AFTER}), file)
    found = read(file)
    assert sorted(found) == ["l0.q.b", "l0.q.w"]
    assert np.count_nonzero(found["l0.q.w"]) == 2
    tuned = applied(BEFORE, found)
    assert {name: value.tolist() for name, value in tuned.items()} == {
        name: value.tolist() for name, value in {**BEFORE, **AFTER}.items()
    }


def test_without_a_file_nothing_was_tuned(tmp_path) -> None:
    assert read(tmp_path / "tuned.npz") == {}
    assert applied(BEFORE, {}) == BEFORE


@pytest.mark.parametrize("strange", [{"l9.q.b": BEFORE["l0.q.b"]}, {"l0.q.b": np.zeros(3, np.float32)}])
def test_what_belongs_to_another_encoder_is_refused(strange) -> None:
    with pytest.raises(ValueError, match=r"^tuned\.npz belongs to another encoder: l[09]\.q\.b$"):
        applied(BEFORE, strange)
