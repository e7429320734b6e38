"""Blocks of code that stand twice, in two files or in one.

A block is six lines or more that are the same but for how far they are indented; blank lines, comments, docstrings and
imports are passed over. Ours, because pylint's `symilar` never holds a file against itself, and needs half a minute of
inference to leave out docstrings.
"""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tests.house.figures import Figure, Function, Source, sources
from tests.house.rooms import PROGRAM, TESTS

LINES = 6
"""The shortest block that counts: shorter ones are mostly the shape of the language."""

Line = tuple[int, str]
"""Where it stands in its file, and its words."""
Place = tuple[str, Sequence[Line], int]
"""A path, the lines of its code, and which of them begins a block."""


def duplicates() -> Figure:
    """Return how many blocks stand twice, in the program and its tests."""
    found = [*twice(sources([*PROGRAM, TESTS]))]
    return Figure(f"blocks of {LINES} lines that stand twice", len(found), 0, found)


def twice(modules: Iterable[Source]) -> Iterator[str]:
    """Yield where each block that stands more than once begins."""
    windows: dict[tuple[str, ...], list[Place]] = defaultdict(list)
    for module in modules:
        lines = code(module)
        for first in range(len(lines) - LINES + 1):
            windows[_words(lines, first)].append((str(module.path), lines, first))
    for places in windows.values():
        if len(places) > 1 and not _goes_on(places):
            yield " and ".join(f"{path}:{lines[first][0]}" for path, lines, first in places)


def code(module: Source) -> list[Line]:
    """Return the lines of a module that say what is done."""
    left_out = {line for node in module.nodes for line in _passed_over(node)}
    lines = ((number, line.strip()) for number, line in enumerate(module.text.splitlines(), 1))
    return [(number, line) for number, line in lines if line and line[0] != "#" and number not in left_out]


def _passed_over(node: ast.AST) -> range:
    """The lines of an import or a docstring."""
    if isinstance(node, ast.Module | ast.ClassDef | Function) and ast.get_docstring(node) is not None:
        node = node.body[0]
    elif not isinstance(node, ast.Import | ast.ImportFrom):
        return range(0)
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def _words(lines: Sequence[Line], first: int) -> tuple[str, ...]:
    return tuple(words for _, words in lines[first : first + LINES])


def _goes_on(places: Iterable[Place]) -> bool:
    """Whether the line before is the same everywhere too, so that the block began earlier."""
    return len({lines[first - 1][1] if first else path for path, lines, first in places}) == 1
