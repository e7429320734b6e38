import pytest

from knowledge.needs.model.file_format import decode, encode
from knowledge.needs.model.linear import ZERO, add_rows

HEAD = {"lanes": ["a:x", "a:y"], "bias": [0.5, -0.5], "unit": 0.5}


WRITTEN = encode(HEAD, {"w ord": [ZERO + 2, ZERO - 2, ZERO + 8]})


def test_what_is_written_is_read_back() -> None:
    read, model, meanings = decode(WRITTEN)
    seen: set[int] = set()
    total, again = (add_rows([model.weights.place("w ord")], model, seen) for _ in range(2))
    assert (read, model.heads, total.count, again.count, meanings) == (HEAD, {"a": {"x": 0, "y": 1}}, 1, 0, b"")
    assert model.unpack(total.packed, total.count) == [1.0, -1.0, 4.0]


@pytest.mark.parametrize("broken", [b"", b"PK\x03\x04", WRITTEN[:-1], WRITTEN[:20], WRITTEN + b"\0"])
def test_a_file_that_is_not_whole_is_refused(broken: bytes) -> None:
    with pytest.raises(ValueError, match="model"):
        decode(broken)
