from collections.abc import Mapping, Sequence

import pytest

from knowledge.needs.model.file_format import decode, encode
from knowledge.needs.model.linear import add_rows
from knowledge.needs.model.weights import BLOCK, LANE_BITS, Weights


@pytest.mark.parametrize("labels", [1, 2, 3, 4, 9])
@pytest.mark.parametrize("size", [1, BLOCK, BLOCK + 1, 400])
def test_every_row_of_a_table_is_found_by_its_name_alone(labels: int, size: int) -> None:
    table = {f"w {number}": [(7 * number + lane) % 256 for lane in range(labels + 1)] for number in range(size)}
    rows = {name: _read(table, labels).get(name) for name in table}
    assert {name: _lanes(row, labels) for name, row in rows.items() if row is not None} == table


@pytest.mark.parametrize("name", ["w 400", "w", "", "w 19\nw 190", " 19", "\n", "a", "z", "w 19\n", "\nw 19"])
def test_a_name_that_is_not_in_the_table_has_no_row(name: str) -> None:
    table = {f"w {number}": [1, 1] for number in range(400)}
    assert [other in _read(table, 1) for other in ("w 19", name)] == [True, False]


def test_an_empty_table_has_no_rows() -> None:
    assert "w 1" not in _read({}, 1)


def test_the_greatest_weights_of_many_features_do_not_spill_over() -> None:
    table = {f"k {number}": [255, 0, 255] for number in range(9_000)}
    _, model, _ = decode(encode({"lanes": ["a:x", "a:y"], "bias": [0.5, -0.5], "unit": 0.5}, table))
    total = add_rows([model.weights.find(name) for name in table], model, set())
    assert (total.count, model.unpack(total.packed, 0)) == (9_000, [9_000 * 255 / 2, 0.0, 9_000 * 255 / 2])


def test_the_columns_of_languages_add_up_to_what_whole_rows_do() -> None:
    table = {f"k {number}": [(11 * number + lane) % 256 for lane in range(5)] for number in range(300)}
    lanes = ["a:x", "language:fi", "a:y", "language:sv"]
    _, model, _ = decode(encode({"lanes": lanes, "bias": [0.0] * 4, "unit": 0.5}, table))
    places = [model.weights.find(name) for name in table]
    whole = add_rows(places, model, set())
    _, fi, _, sv, squared = model.unpack(whole.packed, whole.count)
    assert model.of_languages.total(places) == [fi, sv, squared]
    assert model.of_languages.total([]) == [0.0, 0.0, 0.0]


def _read(table: Mapping[str, Sequence[int]], labels: int) -> Weights:
    head = {"lanes": [f"a:{lane}" for lane in range(labels)], "bias": [0.0] * labels, "unit": 1.0}
    return decode(encode(head, table))[1].weights


def _lanes(row: int, labels: int) -> list[int]:
    return [row >> LANE_BITS * lane & 0xFF for lane in range(labels + 1)]
