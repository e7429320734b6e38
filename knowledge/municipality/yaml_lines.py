"""YAML text with the line that every value stands on.

Turns one file into plain values and remembers where each came from, so that a complaint can name file and
line. It knows nothing of packs: which keys are allowed is `shape.py`'s, what must fit `coherence.py`'s.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

Path = tuple[str | int, ...]
"""The way to a value: keys of mappings and places in lists, from the top of the file."""


@dataclass(frozen=True, order=True)
class Problem:
    """One complaint about a pack. A warning does not keep the pack from being used; `line` counts from 1."""

    file: str
    line: int
    message: str
    warning: bool = False

    def __str__(self) -> str:
        """Write `file:line: message`, which editors turn into a link."""
        kind = "warning: " if self.warning else ""
        return f"{self.file}:{self.line}: {kind}{self.message}"


@dataclass(frozen=True)
class Page:
    """The text of one file, and the name that complaints call it by."""

    file: str
    text: str


@dataclass(frozen=True)
class Marked:
    """The plain values of a page; every scalar is a `str` or None, so that "no" and "12.10" stay as typed."""

    file: str
    value: Any
    node: yaml.Node | None
    problems: tuple[Problem, ...] = ()
    broken: bool = False

    def line(self, path: Path) -> int:
        """Return the line of a value, or of the nearest thing above it that is in the file."""
        line, node = 1, self.node
        for step in path:
            found = _child(node, step)
            if found is None:
                break
            line, node = found
        return line

    def problem(self, path: Path, message: str, *, warning: bool = False) -> Problem:
        """Make a complaint about the value at a path."""
        return Problem(self.file, self.line(path), message, warning)


def read(page: Page) -> Marked:
    """Parse a page. Broken YAML and keys that stand twice become problems, never exceptions."""
    try:
        node = yaml.compose(page.text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return _broken(page.file, line, str(error.problem))
    except yaml.YAMLError as error:
        return _broken(page.file, 1, str(error).splitlines()[0])
    twice = tuple(Problem(page.file, line, f"`{key}` stands twice") for line, key in _repeated(node))
    return Marked(page.file, {} if node is None else _plain(node), node, twice)


def _broken(file: str, line: int, reason: str) -> Marked:
    return Marked(file, {}, None, (Problem(file, line, f"not YAML: {reason}"),), broken=True)


def _plain(node: yaml.Node) -> Any:
    match node:
        case yaml.MappingNode():
            return {key.value: _plain(value) for key, value in node.value if isinstance(key.value, str)}
        case yaml.SequenceNode():
            return [_plain(item) for item in node.value]
        case _:
            return None if node.tag == "tag:yaml.org,2002:null" else node.value


def _child(node: yaml.Node | None, step: str | int) -> tuple[int, yaml.Node] | None:
    match node:
        case yaml.MappingNode():
            pairs = ((key.start_mark.line + 1, value) for key, value in node.value if key.value == str(step))
            return next(pairs, None)
        case yaml.SequenceNode() if isinstance(step, int) and step < len(node.value):
            item = node.value[step]
            return item.start_mark.line + 1, item
    return None


def _repeated(node: yaml.Node | None) -> Iterator[tuple[int, str]]:
    match node:
        case yaml.MappingNode():
            seen: set[str] = set()
            for key, value in node.value:
                if str(key.value) in seen:
                    yield key.start_mark.line + 1, str(key.value)
                seen.add(str(key.value))
                yield from _repeated(value)
        case yaml.SequenceNode():
            for item in node.value:
                yield from _repeated(item)
