"""One whole number."""

import pytest

from tests.knowledge.answers.fields import code, value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("85", 85),
        ("ca 85 st", 85),
        ("1 200", 1200),
        ("1.200 jäsentä", 1200),
        ("0", 0),
        ("2 tusen", 2000),
        ("1\u202f200", 1200),
    ],
)
def test_a_whole_number(text: str, number: int) -> None:
    assert value("integer", text) == number


@pytest.mark.parametrize("text", [
    "80-90", "-5", "1,5", "många", "85 %", "85 €", "2k", "85, varav 20 barn", "1\t200",
    "20 vapaaehtoista", "2 anställda",
])  # fmt: skip
def test_what_is_no_whole_number(text: str) -> None:
    assert code("integer", text) == "integer.unreadable"


def test_a_number_out_of_range() -> None:
    assert code("integer", "2 000 000") == "integer.range"
