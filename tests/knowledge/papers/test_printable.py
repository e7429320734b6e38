"""Looking signs up in runs of code points."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.papers.printable import EVERY_SIGN, Signs

LATIN = Signs.of([(0x61, 0x7A), (0x20, 0x60), (0x41, 0x70)])
RUNS = st.lists(st.tuples(st.integers(0, 300), st.integers(0, 40)).map(lambda run: (run[0], run[0] + run[1])))


def test_runs_that_touch_or_overlap_become_one() -> None:
    assert Signs(((0x20, 0x7A),)) == LATIN


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Onsdagsköket", "ö"),
        ("sö ö 🍲 ö", "ö🍲"),
        ("a\u200d\ufe0f\u202e\u00ad\nb", ""),
        ("", ""),
    ],
)
def test_each_sign_that_will_not_print_is_named_once(text: str, missing: str) -> None:
    assert LATIN.missing(text) == missing
    assert EVERY_SIGN.missing(text) == ""


@given(RUNS, st.integers(0xA1, 300))
def test_a_sign_can_be_shown_exactly_when_a_run_has_it(runs: list[tuple[int, int]], code: int) -> None:
    sign = chr(code)
    if sign.isalpha():
        assert Signs.of(runs).can_show(sign) == any(first <= code <= last for first, last in runs)
