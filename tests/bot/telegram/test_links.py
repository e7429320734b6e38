"""Addresses behind words are written out; nothing else of a text is touched."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.links import with_addresses

PLAN = "https://exempel.fi/plan"


def a_link(offset: int, length: int, url: str = PLAN) -> dict[str, Any]:
    return {"type": "text_link", "offset": offset, "length": length, "url": url}


@pytest.mark.parametrize(
    ("text", "entities", "shown"),
    [
        ("Vår plan finns här", [a_link(15, 3)], f"Vår plan finns här ({PLAN})"),
        ("Plan, blankett.", [a_link(0, 4), a_link(6, 8, "https://b.fi")], f"Plan ({PLAN}), blankett (https://b.fi)."),
        ("😀 här finns den", [a_link(3, 3)], f"😀 här ({PLAN}) finns den"),
        ("här finns", [a_link(0, 4)], f"här ({PLAN}) finns"),
        ("exempel.fi/plan/", [a_link(0, 16)], "exempel.fi/plan/"),
        ("hej Anna", [{"type": "text_mention", "offset": 4, "length": 4, "user": {"id": 7}}], "hej Anna"),
        ("fet", [{"type": "bold", "offset": 0, "length": 3}], "fet"),
        ("här", [a_link(2, 9)], "här"),
        ("här", [a_link(-1, 2), "nonsense", {"type": "text_link"}], "här"),
        ("här", None, "här"),
    ],
)
def test_an_address_stands_after_its_words(text: str, entities: object, shown: str) -> None:
    assert with_addresses(text, entities) == shown


@given(st.text(max_size=40), st.lists(st.tuples(st.integers(-2, 50), st.integers(-2, 50)), max_size=4))
def test_no_word_is_lost_whatever_the_marks_say(text: str, marks: list[tuple[int, int]]) -> None:
    shown = with_addresses(text, [a_link(offset, length, "x.fi") for offset, length in marks])
    assert shown.replace(" (x.fi)", "") == text.replace(" (x.fi)", "")
