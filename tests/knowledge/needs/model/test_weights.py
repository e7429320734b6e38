import pytest

from knowledge.needs.model.file_format import decode, encode
from knowledge.needs.model.linear import ZERO, add_rows

HEAD = {"lanes": ["a:x", "a:y"], "bias": [0.5, -0.5], "unit": 0.5}


WRITTEN = encode(HEAD, {"w ord": [ZERO + 2, ZERO - 2, ZERO + 8]})


@pytest.mark.parametrize("labels", [1, 2, 5])
def test_every_row_of_a_table_is_found_by_its_name_alone(labels: int) -> None:
    table = {
        f"w {number}": [ZERO + number - lane * lane for lane in range(labels)] + [ZERO + number]
        for number in range(-200, 200)
    }
    head = {"lanes": [f"a:{lane}" for lane in range(labels)], "bias": [0.0] * labels, "unit": 1.0}
    _, model = decode(encode(head, table))
    rows = {name: model.weights.get(name) for name in table}
    assert {name: model.unpack(row, 1) for name, row in rows.items() if row is not None} == {
        name: [weight - ZERO for weight in weights] for name, weights in table.items()
    }
    strangers = ("w 200", "w 2", "w", "", "w 19\nw 18", " 19", "\n")
    assert [name in model.weights for name in ("w 19", *strangers)] == [True, False, True] + [False] * 5


def test_the_greatest_weights_of_many_features_do_not_spill_over() -> None:
    table = {f"k {number}": [65535, 0, 65535] for number in range(9_000)}
    _, model = decode(encode(HEAD, table))
    total = add_rows(table, model, set())
    assert (total.count, model.unpack(total.packed, 0)) == (9_000, [9_000 * 65535 / 2, 0.0, 9_000 * 65535 / 2])
