"""Needs lie nearer to needs of the same kind than to others, in whatever language; a damaged file is told."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest

from knowledge.language import Language
from knowledge.needs.encoder.load import load_encoder
from knowledge.needs.unlearned.space import FILE, Points, bytes_of, load_space, space_of, unit

FOOD_SV, FOOD_EN, MUSIC_FI = (
    ("Vi vill dela ut matkassar till familjer med lite pengar", Language.SV),
    ("a food bank for people on low pensions", Language.EN),
    ("Haluamme pitää konsertteja palvelutaloissa", Language.FI),
)


def _points(*texts: tuple[str, Language]) -> Points:
    vectors = np.stack([load_encoder().encode(text).vector for text, _ in texts])
    return load_space().points(vectors, [language for _, language in texts])


def test_points_have_the_length_one_and_needs_of_one_kind_lie_together() -> None:
    points = _points(FOOD_SV, FOOD_EN, MUSIC_FI)
    food, music = float(points[0] @ points[1]), float(points[0] @ points[2])
    assert np.allclose(np.linalg.norm(points, axis=1), 1, atol=1e-5)
    assert food > music + 0.15


def test_what_two_needs_have_in_common_is_told_by_general_topics() -> None:
    traits = load_space().traits(_points(FOOD_SV, FOOD_EN, MUSIC_FI))
    common = traits @ traits.T
    assert np.allclose(np.diag(common), 1, atol=1e-5)
    assert common[0, 1] > 0.5 > 0.1 > common[0, 2]


def test_a_vector_without_length_stays_as_it_is() -> None:
    assert unit(np.array([[0, 0], [3, 4]], np.float32)).tolist() == [[0, 0], [pytest.approx(0.6), pytest.approx(0.8)]]


def test_a_space_is_written_and_read_again_to_the_last_bit() -> None:
    written = bytes_of(load_space())
    assert bytes_of(space_of(written)) == written
    # Python 3.11.2 and 3.11.7 write other heads into a ZIP file; what they enclose is the same.
    assert _enclosed(BytesIO(written)) == _enclosed(FILE)


def _enclosed(file: BytesIO | Path) -> dict[str, bytes]:
    with ZipFile(file) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.mark.parametrize("body", [b"", b"PK\3\4", b"no space", FILE.read_bytes()[:9000]])
def test_what_is_no_space_is_told(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"space\.npz is damaged"):
        space_of(body)
