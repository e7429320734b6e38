"""No group below five is shown, and whoever knows the total and the rules cannot work one out."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dialogs.overview.report.hiding import FEWEST, Groups, Mark, hidden, is_safe

SMALL, HIDDEN = Mark.SMALL, Mark.HIDDEN


@pytest.mark.parametrize(
    ("groups", "shown"),
    [
        ({"a": 20, "b": 10, "c": 7}, {"a": 20, "b": 10, "c": 7}),
        # One small group alone would be the total less the rest; with the next one hidden it has 0 to 4.
        ({"a": 20, "b": 10, "c": 3}, {"a": 20, "b": HIDDEN, "c": SMALL}),
        # Two small ones with 4 together may be 0 and 4, 1 and 3 ...
        ({"a": 20, "b": 3, "c": 1}, {"a": 20, "b": SMALL, "c": SMALL}),
        # Two with 8 together are 4 and 4.
        ({"a": 20, "b": 9, "c": 4, "d": 4}, {"a": 20, "b": HIDDEN, "c": SMALL, "d": SMALL}),
        # Nobody is in an empty group: that may be known.
        ({"a": 20, "b": 10, "c": 0, "d": 0}, {"a": 20, "b": 10, "c": SMALL, "d": SMALL}),
        # With 6 in all the hidden group has 5 or more, and more than one in the small one cannot be ruled out.
        ({"a": 5, "b": 1}, {"a": HIDDEN, "b": SMALL}),
        ({"a": 5, "b": 0}, {"a": 5, "b": SMALL}),
        ({}, {}),
    ],
)
def test_small_groups_are_hidden_and_as_many_more_as_it_takes(groups: dict[str, int], shown: Groups) -> None:
    assert hidden(groups) == shown


def consistent(marked: Groups, total: int) -> list[tuple[int, ...]]:
    """Every way to fill the marks that agrees with what is published."""
    marks = {name: mark for name, mark in marked.items() if isinstance(mark, Mark)}
    everything_hidden = set(marked.values()) == {HIDDEN}
    rest = total - sum(number for number in marked.values() if not isinstance(number, Mark))
    ranges = [
        range(FEWEST) if mark is SMALL else range(0 if everything_hidden else FEWEST, rest + 1)
        for mark in marks.values()
    ]
    return [numbers for numbers in product(*ranges) if sum(numbers) == rest]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.integers(0, 14), min_size=1, max_size=4))
def test_nobody_can_work_out_a_group_that_is_not_shown_unless_it_is_empty(counts: list[int]) -> None:
    groups = {str(number): count for number, count in enumerate(counts)}
    total = sum(counts)
    marked = hidden(groups)
    assert all(mark is SMALL or mark is HIDDEN for name, mark in marked.items() if groups[name] < FEWEST)
    assert all(isinstance(mark, Mark) or mark == groups[name] for name, mark in marked.items())
    ways = consistent(marked, total)
    names = [name for name, mark in marked.items() if isinstance(mark, Mark)]
    told = {name: {way[place] for way in ways} for place, name in enumerate(names)}
    assert {name: sizes for name, sizes in told.items() if len(sizes) == 1 and sizes != {0} and len(groups) > 1} == {}
    assert all(groups[name] in sizes for name, sizes in told.items())


def test_what_is_shown_without_a_second_hidden_group_would_give_the_first_away() -> None:
    assert not is_safe({"a": 20, "b": 10, "c": SMALL}, 33)
    assert is_safe({"a": 20, "b": HIDDEN, "c": SMALL}, 33)
