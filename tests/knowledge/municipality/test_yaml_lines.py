"""A page is read with its lines; what is no YAML or stands twice is a problem and never an error."""

import pytest

from knowledge.municipality.validate import TOLD_AT_MOST, judge
from knowledge.municipality.yaml_lines import DEEPEST, MOST_VALUES, Page, Problem, read
from tests.knowledge.municipality.tiny_pack import pages


def test_broken_yaml_is_a_problem_with_its_line() -> None:
    judged = judge(pages("id: tiny\nzone: [Europe\ncountry: FI\n"))
    assert [(item.file, item.line, item.message[:9]) for item in judged.problems] == [("pack.yaml", 3, "not YAML:")]


@pytest.mark.parametrize("text", ["", "just words", "- a\n- list\n", "12", "? [a, b]\n: c\n", "\x00"])
def test_a_file_of_another_kind_never_raises(text: str) -> None:
    judged = judge(pages(text))
    assert judged.pack is None
    assert {item.file for item in judged.problems} == {"pack.yaml"}


PLACED = read(Page("pack.yaml", "a: 1\nb:\n  - x\n  - {y: no, z: 12.10}\nc:\n"))


def test_scalars_stay_as_they_were_typed() -> None:
    assert PLACED.value == {"a": "1", "b": ["x", {"y": "no", "z": "12.10"}], "c": None}


@pytest.mark.parametrize(
    ("path", "line"), [(("a",), 1), (("b",), 2), (("b", 0), 3), (("b", 1, "z"), 4), (("b", 7), 2), (("gone", 1), 1)]
)
def test_a_line_is_that_of_the_value_or_of_the_nearest_above_it(path: tuple[str | int, ...], line: int) -> None:
    assert PLACED.line(path) == line


def test_a_key_that_stands_twice_is_named_at_any_depth() -> None:
    twice = read(Page("pack.yaml", "a:\n  - {b: 1}\n  - b: 1\n    b: 2\na: 3\n"))
    assert twice.problems == (
        Problem("pack.yaml", 4, "`b` stands twice"),
        Problem("pack.yaml", 5, "`a` stands twice"),
    )


BOMB = "a0: &a0 [x, x]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 12))


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        (BOMB, 2, "`*a0` repeats another value; write that value out"),
        ("a: 1\nb: &b\n  - *b\n", 3, "`*b` repeats another value; write that value out"),
        ("a: &a {b: 1}\nc:\n  <<: *a\n", 3, "`*a` repeats another value; write that value out"),
        ("a: 1\nb: " + "[" * (DEEPEST + 1), 2, f"more than {DEEPEST} levels of values within values"),
        ("- " * (DEEPEST + 1) + "a", 1, f"more than {DEEPEST} levels of values within values"),
        ("- a\n" * (MOST_VALUES + 1), MOST_VALUES, f"more than {MOST_VALUES} values in one file"),
    ],
)
def test_what_is_built_to_take_time_or_memory_is_refused_with_its_line(text: str, line: int, reason: str) -> None:
    assert read(Page("pack.yaml", text)).problems == (Problem("pack.yaml", line, f"not YAML: {reason}"),)


@pytest.mark.parametrize(
    "text", ["".join(f"k{number}: a\n" for number in range(5000)), "k: a\n" * 5000, 'id: "' + "a@a.a " * 5000 + '"']
)
def test_of_many_mistakes_in_one_file_the_first_are_told(text: str) -> None:
    told = judge(pages(text)).problems
    assert (len(told), told[-1].message) == (TOLD_AT_MOST + 1, "and there are more")


@pytest.mark.parametrize("text", ["a" * 900_000 + "@", "a." * 450_000 + "@", "a@" * 450_000])
def test_one_long_word_takes_no_time(text: str) -> None:
    assert judge(pages(f"id: {text}")).pack is None
