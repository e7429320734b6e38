"""A button's token says which offer is meant, and every text that is not exactly one is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.buttons import Pressed, pushed_token, read_token, session_token


@given(st.integers(0, 999_999_999), st.integers(0, 99))
def test_a_token_is_read_as_it_was_written(revision: int, index: int) -> None:
    assert read_token(session_token(revision, index)) == Pressed(revision, index, pushed=False)
    assert read_token(pushed_token(index)) == Pressed(0, index, pushed=True)


@pytest.mark.parametrize("data", [None, 7, "", "s1", "s1.", "p", "p100", "s1.2 ", "s-1.2", "s1.2\n", "p٣", "x1.2"])
def test_anything_else_is_a_forgery(data: object) -> None:
    assert read_token(data) is None
