"""YAML text with the line that every value stands on.

Turns one file into plain values and remembers where each came from, so that a complaint can name file and
line. It knows nothing of packs: which keys are allowed is `shape.py`'s, what must fit `coherence.py`'s. A page that is
no mistake of a person but built to take time or memory is refused before anything is made of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from knowledge.operator_file import Unreadable

Path = tuple[str | int, ...]
"""The way to a value: keys of mappings and places in lists, from the top of the file."""
DEEPEST = 20
"""In levels of values within values, three times what a pack or a file of answers needs."""
MOST_VALUES = 20_000
"""In entries of a page, keys and values alike: seven times the largest page of the packs that ship."""


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


class NotYaml(Unreadable):
    """The text is no YAML that a person would write."""


def read(page: Page) -> Marked:
    """Parse a page. Broken YAML and keys that stand twice become problems, never exceptions."""
    try:
        node = composed(page.text)
    except NotYaml as error:
        return Marked(page.file, {}, None, (Problem(page.file, error.line, f"not YAML: {error}"),), broken=True)
    twice = tuple(Problem(page.file, line, f"`{key}` stands twice") for line, key in _repeated(node))
    return Marked(page.file, {} if node is None else _plain(node), node, twice)


def composed(text: str) -> yaml.Node | None:
    """Return the tree of a YAML text, None for one without values. Raise `NotYaml`.

    The tree has no value twice, `DEEPEST` levels and `MOST_VALUES` entries at most, so it can be walked by recursion.
    """
    try:
        _refuse_what_nobody_writes(text)
        node: yaml.Node | None = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        raise NotYaml(str(error.problem), _line(error.problem_mark)) from None
    except yaml.YAMLError as error:
        raise NotYaml(str(error).splitlines()[0]) from None
    except UnicodeEncodeError:
        raise NotYaml("there is half a character in it") from None
    return node


def _refuse_what_nobody_writes(text: str) -> None:
    """Read the text as a stream, which takes no memory for what it stands for, and raise `NotYaml`.

    An alias can stand for itself or, eleven times over, for all atoms of the earth. Values within values are composed
    by libyaml with one call within another, and a process ends where those find no more room.
    """
    depth = values = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        line = _line(event.start_mark)
        if isinstance(event, yaml.AliasEvent):
            raise NotYaml(f"`*{event.anchor}` repeats another value; write that value out", line)
        values += isinstance(event, yaml.NodeEvent)
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise NotYaml(f"more than {DEEPEST} levels of values within values", line)
        if values > MOST_VALUES:
            raise NotYaml(f"more than {MOST_VALUES} values in one file", line)


def _line(mark: Any) -> int:
    return mark.line + 1 if mark else 1


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
