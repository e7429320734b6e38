"""A person by name and role."""

import re

from knowledge.answers.kind import Kind, SheetPart
from knowledge.answers.reading.pieces import one_line, trimmed
from knowledge.answers.reading.vocabulary import ROLES, found
from knowledge.answers.result import Reading, Remark, Typed, Understood
from knowledge.answers.shape import holds
from knowledge.answers.shown import Shown

_ROLE_FIRST = re.compile(
    r"[a-zåäö][\w.-]*(?:\s[a-zåäö][\w.-]*)*\s(?=[^\W\d_a-zåäö])|[^\W\d_a-zåäö][\w.-]*\s(?=\S+\s\S)"
)
"""A role before a name: words in small letters, or one word before two others."""


def _read(said: Typed) -> Reading:
    """Take a name and the role that goes with it."""
    line = one_line(said.text.replace("\t", ", "))
    name, role = _name_and_role(line)
    if len(name) < 2 or not any(c.isalpha() for c in name):
        return said.unclear("person.unreadable")
    if len(line) > (said.field.limits[1] or len(line)):
        return said.unclear("text.long", most=said.figures(said.field.limits[1]), length=said.figures(len(line)))
    return Understood({"name": name, "role": role}, () if role else (Remark("person.role", {"name": name}),))


def _name_and_role(line: str) -> tuple[str, str]:
    bracket = re.fullmatch(r"([^(),;:/]+)\(([^()]+)\)[\s,;:]*([^()]*)", line)
    parts = (
        [bracket[1], ", ".join(filter(None, bracket.groups()[1:]))]
        if bracket
        else re.split(r"\s*[,;:/]\s*|\s+[-–—]\s+", line, maxsplit=1)
    )
    if len(parts) == 2:
        first, second = (trimmed(part) for part in parts)
        return (second, first) if found(ROLES, first) and not found(ROLES, second) else (first, second)
    role = found(ROLES, line)
    if role and role.start() > 0:
        return line[: role.start()].strip(), line[role.start() :].strip()
    begun = _ROLE_FIRST.match(line)
    return (line[begun.end() :], trimmed(begun[0])) if role and begun and begun.end() >= role.end() else (line, "")


def _show(shown: Shown) -> str:
    return ", ".join(part for part in (shown.value["name"], shown.value["role"]) if part)


PERSON = Kind(
    name="person",
    read=_read,
    show=_show,
    fits=holds("name", "role"),
    any_words=True,
    is_name=True,
    between_parts=", ",
    on_sheet=SheetPart.CONTACT,
)
