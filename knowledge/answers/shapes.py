"""The shape that the value of each kind of answer has, as its reader makes it.

A pack may change the kind of a field while answers of the old kind lie in drafts. Whoever looks into a value asks here
first. Every value was made by one of our readers, so its type and its keys tell by which: no need to look deeper, and
a whole draft is looked through in a few microseconds.
"""

import re
from collections.abc import Callable, Iterable, Mapping

from knowledge.answers.reading.vocabulary import LANGUAGES
from knowledge.answers.result import Given, Json
from knowledge.municipality.pack import Field

Shape = Callable[[Json], bool]


def fits(kind: str, value: Json) -> bool:
    """Tell whether a value has the shape of a kind of answer. Whether it is a good answer, its reader has judged.

    Raise `KeyError` for a kind that no reader knows, as `knowledge.answers.register.read` does.
    """
    return SHAPES[kind](value)


def of_another_kind(fields: Iterable[Field], answers: Mapping[str, Given]) -> list[str]:
    """Return the ids of the fields whose given answer does not fit them: it was understood as another kind."""
    given = [(field, answers[field.id]) for field in fields if field.id in answers]
    return [field.id for field, item in given if item.state == "given" and not SHAPES[field.kind](item.value)]


def _words(value: Json) -> bool:
    return type(value) is str


def _like(pattern: str) -> Shape:
    begins = re.compile(pattern).match
    return lambda value: type(value) is str and begins(value) is not None


def _language(value: Json) -> bool:
    return type(value) is str and value in LANGUAGES


def _whole(value: Json) -> bool:
    return type(value) is int


def _with(*keys: str) -> Shape:
    wanted = frozenset(keys)
    return lambda value: type(value) is dict and value.keys() >= wanted


def _any(item: Shape) -> Shape:
    return lambda value: type(value) is list and all(map(item, value))


def _some(item: Shape) -> Shape:
    return lambda value: type(value) is list and value != [] and all(map(item, value))


_lines, _some_lines = _any(_words), _some(_words)


def _goal(value: Json) -> bool:
    return _words(value) or _some_lines(value)


SHAPES: Mapping[str, Shape] = {
    "text": _words,
    "name": _words,
    "address": _words,
    "email": _like(r"[^@\s]+@|chat$"),
    "url": _like("https://"),
    "phone": _like(r"\+[1-9]\d+(?:;ext=\d+)?(?:$| \(|, \+)"),
    "register-number": _like(r"\d{1,3}(?:\.\d{3})?$"),
    "language": _language,
    "integer": _whole,
    "months": _whole,
    "org-number": _with("number", "country"),
    "place-year": _with("place", "year"),
    "person": _with("name", "role"),
    "signatories": _with("count", "roles"),
    "account": _with("kind", "number"),
    "triad": _with("rules", "board", "auditor"),
    "staff": _with("paid", "volunteers"),
    "period": _with("start", "end", "dates"),
    "choice-text": _with("choice", "text"),
    "pitch": _with("who", "language", "minutes", "needs"),
    "ticks": _lines,
    "partners": _lines,
    "texts": _some_lines,
    "measures": _some_lines,
    "topics": _some_lines,
    "goal": _goal,
    "funding-list": _any(_with("source", "sum", "note")),
    "costs": _some(_with("what", "sum")),
    "yearly": _some(_with("year", "sum")),
}
"""What the values of each kind look like."""
