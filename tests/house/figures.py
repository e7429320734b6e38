"""What the house holds itself to: figures with their limits, counted from the source by `ast`.

A function's length is its signature and body without the docstring, a file's is all of its lines. Migrations are left
out: nobody reads them again. The limits are those of well-kept codebases of this kind: functions of 3 to 8 lines at the
median, nine in ten within 30, one double or two a thousand lines of tests.
"""

import ast
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tests.house.rooms import NO_ROOMS, PROGRAM, ROOT, TESTS, Room

Function = ast.FunctionDef | ast.AsyncFunctionDef

WIDEST = 12
MEDIAN_FUNCTION, MOST_FUNCTIONS, LONGEST_FUNCTION = 8, 30, 60
MEDIAN_FILE, MOST_FILES, LONGEST_FILE = 165, 300, 500
"""Lines; `MOST` is what nine in ten keep to. The longest files are lists of words and of cases."""
DOCUMENTED = 99.0
"""Percent of the public names."""
DOUBLES = 3.0
"""A thousand lines of tests."""
REPLACING = re.compile(
    r"monkeypatch\.(set|del)(attr|item)|(mock\.)?(\w*Mock|create_autospec|patch(\.object|\.dict|\.multiple)?)"
)
"""Calls that put something made up in the place of something real; a variable of the environment is real."""
PRETENDERS = ("Fake", "Stub", "Mock", "Dummy", "Spy")
"""How classes begin that call themselves so."""
SHOWN = 5
"""How many places are named where a limit is broken."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure beside its limit. `places` are the worst first: what to mend where the limit is broken."""

    name: str
    value: float
    limit: float
    places: Sequence[str] = ()
    at_least: bool = False

    @property
    def holds(self) -> bool:
        """Whether the limit is kept."""
        return self.value >= self.limit if self.at_least else self.value <= self.limit

    def __str__(self) -> str:
        """A line of the list that `make check` prints."""
        bound = "at least" if self.at_least else "at most"
        return f"{self.name}: {self.value:g} ({bound} {self.limit:g})"

    @property
    def broken(self) -> str:
        """The sentence that says what is wrong, with the worst places."""
        bound = "less than" if self.at_least else "more than"
        return f"{self.name} is {self.value:g}, {bound} {self.limit:g}: {', '.join(self.places[:SHOWN])}."


@dataclass(frozen=True)
class Source:
    """One module: its path in the house and its text."""

    path: Path
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The module as Python reads it."""
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """All that stands in it, however deep."""
        return list(ast.walk(self.tree))

    @property
    def lines(self) -> int:
        """All lines, blank ones too."""
        return len(self.text.splitlines())


def sources(folders: Iterable[str], root: Path = ROOT) -> list[Source]:
    """Return the modules below some folders of the house, but for migrations."""
    files = (file for folder in folders for file in sorted((root / folder).rglob("*.py")))
    return [
        Source(file.relative_to(root), file.read_text(encoding="utf-8"))
        for file in files
        if not set(NO_ROOMS) & set(file.parts)
    ]


def figures(rooms: Iterable[Room]) -> list[Figure]:
    """Return every figure of the house as it stands."""
    program, tests = sources(PROGRAM), sources([TESTS])
    lengths = [*_lengths("of the program", program), *_lengths("of the tests", tests)]
    return [widest(rooms), *lengths, documented(program), doubles(tests)]


def widest(rooms: Iterable[Room]) -> Figure:
    """Return how many modules the widest folder holds."""
    folders = [(room.modules, room.path.as_posix()) for room in rooms]
    return _most("modules in the widest folder", folders, WIDEST)


def functions(modules: Iterable[Source]) -> list[tuple[int, str]]:
    """Return the length of every function, with where it stands."""
    return [
        (_length(node), f"{module.path}:{node.lineno} {node.name}")
        for module in modules
        for node in module.nodes
        if isinstance(node, Function)
    ]


def files(modules: Iterable[Source]) -> list[tuple[int, str]]:
    """Return the length of every file, with its path."""
    return [(module.lines, str(module.path)) for module in modules]


def documented(modules: Iterable[Source]) -> Figure:
    """Return the share of public names that have a docstring: modules, classes, functions and methods."""
    names = [name for module in modules for name in _public(module)]
    bare = [place for place, has in names if not has]
    share = 100 * (1 - len(bare) / len(names))
    return Figure("percent of public names with a docstring", round(share, 1), DOCUMENTED, bare, at_least=True)


def doubles(modules: Sequence[Source]) -> Figure:
    """Return how often tests put something made up in the place of something real, a thousand lines."""
    found = [f"{module.path}:{node.lineno}" for module in modules for node in module.nodes if _double(node)]
    lines = sum(module.lines for module in modules)
    return Figure("doubles a thousand lines of tests", round(1000 * len(found) / lines, 1), DOUBLES, found)


def _lengths(whose: str, modules: Sequence[Source]) -> Iterator[Figure]:
    yield from _spread(f"functions {whose}", functions(modules), (MEDIAN_FUNCTION, MOST_FUNCTIONS, LONGEST_FUNCTION))
    yield from _spread(f"files {whose}", files(modules), (MEDIAN_FILE, MOST_FILES, LONGEST_FILE))


def _spread(what: str, sized: Sequence[tuple[int, str]], limits: tuple[int, int, int]) -> Iterator[Figure]:
    """Median, what nine in ten keep to, and the longest."""
    median, most, longest = limits
    ordered = sorted(sized)
    places = [f"{place} ({size})" for size, place in reversed(ordered)]
    yield Figure(f"lines of {what}, median", ordered[len(ordered) // 2][0], median, places)
    yield Figure(f"lines of {what}, nine in ten within", ordered[len(ordered) * 9 // 10][0], most, places)
    yield _most(f"lines of {what}, longest", ordered, longest)


def _most(name: str, sized: Iterable[tuple[int, str]], limit: int) -> Figure:
    ordered = sorted(sized, reverse=True)
    return Figure(name, ordered[0][0], limit, [f"{place} ({size})" for size, place in ordered if size > limit])


def _length(node: Function) -> int:
    """Lines from `def` to the last one, without the docstring's."""
    first, last = node.body[0], node.end_lineno or node.lineno
    words = (first.end_lineno or first.lineno) - first.lineno + 1 if ast.get_docstring(node) is not None else 0
    return last - node.lineno + 1 - words


def _public(module: Source) -> Iterator[tuple[str, bool]]:
    """The public names of a module, the module first, each with whether it has a docstring."""
    yield str(module.path), ast.get_docstring(module.tree) is not None
    nodes: list[ast.stmt] = list(module.tree.body)
    while nodes:
        node = nodes.pop()
        if isinstance(node, Function | ast.ClassDef) and not node.name.startswith("_"):
            yield f"{module.path}:{node.lineno} {node.name}", ast.get_docstring(node) is not None
            nodes += node.body if isinstance(node, ast.ClassDef) else []


def _double(node: ast.AST) -> bool:
    if isinstance(node, ast.ClassDef):
        return node.name.lstrip("_").startswith(PRETENDERS)
    return isinstance(node, ast.Call) and REPLACING.fullmatch(ast.unparse(node.func)) is not None
