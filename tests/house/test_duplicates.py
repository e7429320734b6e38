"""A block that stands twice is found wherever it stands; what is no code does not make one."""

from pathlib import Path

from tests.house.duplicates import code, twice
from tests.house.figures import Source

BLOCK = [f"total += rows[{number}]" for number in range(7)]
WORDS = ['"""The same', *[f"words {number}." for number in range(8)], '"""', *[f"import m{n}" for n in range(8)]]


def source(name: str, *lines: str) -> Source:
    return Source(Path(name), "\n".join(lines))


def test_a_block_in_two_files_is_told_once_however_it_is_indented_or_parted() -> None:
    one = source("a.py", "first = 1", *BLOCK)
    other = source("b.py", "if rows:", *(f"    {line}\n\n    # a comment" for line in BLOCK))
    assert list(twice([one, other])) == ["a.py:2 and b.py:2"]


def test_a_block_that_stands_twice_in_a_file_is_found() -> None:
    assert list(twice([source("a.py", *BLOCK, "print(total)", *BLOCK)])) == ["a.py:1 and a.py:9"]


def test_fewer_lines_are_no_block() -> None:
    assert list(twice([source("a.py", *BLOCK[:5]), source("b.py", *BLOCK[:5])])) == []


def test_docstrings_imports_and_comments_are_no_code() -> None:
    assert code(source("a.py", *WORDS, "# why", "total = 1")) == [(20, "total = 1")]
    assert list(twice([source("a.py", *WORDS), source("b.py", *WORDS)])) == []
