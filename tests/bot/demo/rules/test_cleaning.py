"""Texts lose the same signs and edges as on Telegram's own server, and entities move along."""

from typing import Any

import pytest

from bot.demo.rules.cleaning import cleaned, cleaned_line


def bold(offset: int, length: int) -> dict[str, Any]:
    return {"type": "bold", "offset": offset, "length": length}


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" \n a b \n", "a b"),
        ("\ta\x0bb\x00", "a b"),
        ("rad\r\nrad", "rad\nrad"),
        ("a\u2028b\u202ec", "abc"),
        ("a\u030a", "a"),
        ("\xa0a\xa0", "\xa0a\xa0"),
        ("\u200e\u200f\u200ea", "\u200c\u200c\u200ea"),
        ("\u200b\xa0\u3000\u2800", ""),
        ("", ""),
    ],
)
def test_texts(text: str, kept: str) -> None:
    assert cleaned(text, []) == (kept, [])


@pytest.mark.parametrize(
    ("text", "marked", "kept", "moved"),
    [
        ("  ab  ", [bold(2, 4)], "ab", [bold(0, 2)]),
        ("  ab", [bold(1, 3)], " ab", [bold(0, 3)]),
        ("ab   ", [bold(3, 2)], "ab", []),
        ("\r\ra🏟\rb", [bold(2, 4)], "a🏟b", [bold(0, 3)]),
        ("a\rb", [bold(1, 1)], "ab", []),
    ],
)
def test_entities(text: str, marked: Any, kept: str, moved: Any) -> None:
    assert cleaned(text, marked) == (kept, moved)


def test_a_line_keeps_its_edges() -> None:
    assert cleaned_line(" a\tb\r") == " a b"
