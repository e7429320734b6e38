"""The shape that the value of a kind of answer has, as its reader makes it.

A pack may change the kind of a field while answers of the old kind lie in drafts. Whoever looks into a value asks for
its shape first. Every value was made by one of our readers, so its type and its keys tell by which: no need to look
deeper, and a whole draft is looked through in a few microseconds.
"""

import re
from collections.abc import Callable

from knowledge.answers.result import Json

Shape = Callable[[Json], bool]
"""Tells whether a value has the shape. Whether it is a good answer, its reader has judged."""


def is_words(value: Json) -> bool:
    """Tell whether a value is a text."""
    return type(value) is str


def is_whole(value: Json) -> bool:
    """Tell whether a value is a whole number."""
    return type(value) is int


def begins_as(pattern: str) -> Shape:
    """Return the shape of a text that begins as a regular expression says."""
    begins = re.compile(pattern).match
    return lambda value: type(value) is str and begins(value) is not None


def holds(*keys: str) -> Shape:
    """Return the shape of a mapping with at least these keys."""
    wanted = frozenset(keys)
    return lambda value: type(value) is dict and value.keys() >= wanted


def any_of(item: Shape) -> Shape:
    """Return the shape of a list whose items have a shape; it may be empty."""
    return lambda value: type(value) is list and all(map(item, value))


def some_of(item: Shape) -> Shape:
    """Return the shape of a list with at least one item, all of which have a shape."""
    return lambda value: type(value) is list and value != [] and all(map(item, value))


any_lines, some_lines = any_of(is_words), some_of(is_words)
