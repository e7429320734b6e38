"""JSON from outside is read without stumbling over half characters, and what is none is told."""

import json
from typing import Any

import pytest

from bot.raw_json import DEEPEST, NotJson, read_json, salvaged, write_json


@pytest.mark.parametrize(
    ("data", "value"),
    [
        ('{"a": [1, null, "å"]}', {"a": [1, None, "å"]}),
        (b'{"a": 1}', {"a": 1}),
        ('\ufeff{"a": 1}', {"a": 1}),
        (b'\xef\xbb\xbf{"a": 1}', {"a": 1}),
        ('{"a": "\\ud83d"}', {"a": "?"}),
        (b'{"a": "\xff"}', {"a": "\ufffd"}),
    ],
)
def test_a_text_is_read_with_its_half_characters_as_question_marks(data: bytes | str, value: Any) -> None:
    assert read_json(data) == value


@pytest.mark.parametrize("data", ["", "nonsense", b"\x00\xff", '{"a": }', "[" * 100_000])
def test_what_is_no_json_is_told(data: bytes | str) -> None:
    with pytest.raises(NotJson):
        read_json(data)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('[{"a": NaN, "b": -Infinity, "c": 1e999, "d": 1}]', [{"a": None, "b": None, "c": None, "d": 1}]),
        (f"[{'9' * 5000}, {2**70}]", [None, 2**70]),
        (f'[{"[" * 50_000}{"]" * 50_000}, "]\\"[", 1]', [deep := json.loads(f"{'[' * 99}null{']' * 99}"), ']"[', 1]),
        (f"\ufeff[{'[' * 50_000}{']' * 50_000}]", [deep]),
    ],
)
def test_one_odd_value_does_not_hide_the_others(text: str, value: Any) -> None:
    assert salvaged(text) == value
    assert salvaged(text.encode()) == value
    assert DEEPEST == 100


@pytest.mark.parametrize(
    "data", ["", "nonsense", '{"a": }', "[" * 100_000, '"' + '\\"' * 100_000, "]" * 200 + "[" * 200]
)
def test_where_nothing_can_be_salvaged_that_is_told(data: str) -> None:
    with pytest.raises(NotJson):
        salvaged(data)


def test_what_is_written_is_read_back() -> None:
    value = {"å": [1, 2.5, None, True]}
    assert read_json(write_json(value)) == value
