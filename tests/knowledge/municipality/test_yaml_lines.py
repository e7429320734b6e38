"""A page is read with its lines; what is no YAML or stands twice is a problem and never an error."""

import pytest

from knowledge.municipality.validate import judge
from knowledge.municipality.yaml_lines import Page, Problem, read
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
