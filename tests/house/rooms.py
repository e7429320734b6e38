"""The rooms of the house: every folder with modules, and the line in which it says what it is for.

A room of the program says it in the docstring of its `__init__.py`. The rooms of the tests mirror those of the program
and need no words; those that mirror nothing (benchmarks, journeys ...) have a README.md, which also explains what lies
below them.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PROGRAM = ("bot", "storage", "dialogs", "knowledge")
"""The packages, as imports go: each on the ones after it."""
TESTS = "tests"
NO_ROOMS = ("migrations",)
"""Folders whose modules a tool names and counts: one more with every release."""


@dataclass(frozen=True, slots=True)
class Room:
    """A folder with modules. `path` is relative to the house, `modules` leaves out `__init__.py`; `line` is empty where
    the room does not say what it is for.
    """

    path: Path
    modules: int
    line: str


def of_program(root: Path = ROOT) -> list[Room]:
    """Return the rooms of the program, each before those within it."""
    return [_room(root, folder, _docstring(folder)) for package in PROGRAM for folder in _folders(root / package)]


def of_tests(root: Path = ROOT) -> list[Room]:
    """Return the rooms of the tests."""
    return [_room(root, folder, _readme(folder)) for folder in _folders(root / TESTS)]


def tree(root: Path = ROOT) -> list[Room]:
    """Return the rooms that the map shows: all of the program's, and of the tests' those that speak for themselves."""
    return [*of_program(root), *(room for room in of_tests(root) if room.line)]


def drawn(rooms: Iterable[Room]) -> str:
    """Return the map as a Markdown list, a line a room."""
    return "".join(f"{'  ' * depth}- `{name}/` – {room.line}\n" for room in rooms for depth, name in [_placed(room)])


def counted(rooms: Iterable[Room]) -> str:
    """Return the map with the number of modules before each line."""
    return "".join(f"{room.modules:>3} {line}" for room in rooms for line in [drawn([room])])


def silent(root: Path = ROOT) -> list[Path]:
    """Return the rooms that nobody can tell the use of: of the program those without a docstring, of the tests those
    that neither mirror a folder of the program nor lie within one that has a README.md.
    """
    found = [room.path for room in of_program(root) if not room.line]
    told = [room.path for room in of_tests(root) if room.line]
    found += [room.path for room in of_tests(root) if not (_mirrors(root, room.path) or _within(room.path, told))]
    return found


def _folders(top: Path) -> Iterator[Path]:
    folders = {file.parent for file in top.rglob("*.py")}
    yield from sorted(folder for folder in folders if not set(NO_ROOMS) & set(folder.parts))


def _room(root: Path, folder: Path, line: str) -> Room:
    modules = sum(file.name != "__init__.py" for file in folder.glob("*.py"))
    return Room(folder.relative_to(root), modules, line)


def _docstring(folder: Path) -> str:
    """The first line of a package's docstring."""
    file = folder / "__init__.py"
    words = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) if file.exists() else None
    return words.splitlines()[0] if words else ""


def _readme(folder: Path) -> str:
    """The first sentence below the heading of a README.md."""
    file = folder / "README.md"
    if not file.exists():
        return ""
    _, words, *_ = file.read_text(encoding="utf-8").split("\n\n")
    return " ".join(words.split()).partition(". ")[0].rstrip(".") + "."


def _placed(room: Room) -> tuple[int, str]:
    """How deep a room lies, and its name; a room of the tests is named whole, as most rooms around it are not shown."""
    if room.path.parts[0] == TESTS:
        return 0, room.path.as_posix()
    return len(room.path.parts) - 1, room.path.name


def _mirrors(root: Path, path: Path) -> bool:
    return (root / path.relative_to(TESTS)).is_dir()


def _within(path: Path, told: Iterable[Path]) -> bool:
    return any(path.is_relative_to(room) for room in told)
