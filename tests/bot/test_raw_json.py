"""JSON from outside is read without stumbling over half characters, and what is none is told."""

from typing import Any

import pytest

from bot.raw_json import NotJson, read_json, write_json


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


def test_what_is_written_is_read_back() -> None:
    value = {"å": [1, 2.5, None, True]}
    assert read_json(write_json(value)) == value
