"""Every kind of answer is registered, and nobody but its own module knows a kind by name, or a field by its id."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from knowledge.answers import KINDS, Kind
from knowledge.municipality.load import load_packs

ROOT = Path(__file__).parents[3]
KINDS_FOLDER = ROOT / "knowledge" / "answers" / "kinds"
SOURCE = [path for room in ("bot", "dialogs", "knowledge", "storage") for path in sorted((ROOT / room).rglob("*.py"))]
OTHERS = [path for path in SOURCE if KINDS_FOLDER not in path.parents]
EVERYDAY = frozenset({"text", "file", "name", "person", "language", "months", "url", "pitch"})
"""Kinds whose names are words for many other things, too."""
FIELD_IDS = sorted({field.id for pack in load_packs().values() for field in pack.fields})


def defined() -> list[Kind]:
    """The kinds that stand in the modules of the folder."""
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in sorted(KINDS_FOLDER.rglob("*.py"))]
    values = [value for name in names for value in vars(import_module(name)).values()]
    return [value for value in values if isinstance(value, Kind)]


def test_every_kind_that_has_a_module_is_registered() -> None:
    assert sorted(kind.name for kind in defined()) == sorted(KINDS)
    assert all(KINDS[name].name == name for name in KINDS)


def named_kinds(tree: ast.AST) -> Iterator[str]:
    """The places where code tells kinds apart by name: a kind compared with names, or a collection of two or more."""
    for node in ast.walk(tree):
        inside = [part.value for part in ast.walk(node) if isinstance(part, ast.Constant) and part.value in KINDS]
        if isinstance(node, ast.Compare) and inside and any(map(is_kind_of_a_field, ast.walk(node))):
            yield f"{node.lineno}: {ast.unparse(node)}"
        if isinstance(node, ast.Match) and is_kind_of_a_field(node.subject):
            yield f"{node.lineno}: match {ast.unparse(node.subject)}"
        if isinstance(node, ast.Set | ast.Dict) and len(set(inside)) > 1 and not EVERYDAY.issuperset(inside):
            yield f"{node.lineno}: {inside}"


def is_kind_of_a_field(node: ast.AST) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "kind" and "field" in ast.unparse(node.value)


@pytest.mark.parametrize(
    "code",
    [
        'field.kind == "costs"',
        'if question.field.kind in ("text", "name"): pass',
        'SEVERAL = frozenset({"texts", "costs"})',
        'READERS = {"text": read_text, "costs": read_costs}',
        'match field.kind:\n    case "topics": pass',
    ],
)
def test_code_that_tells_kinds_apart_by_name_is_found(code: str) -> None:
    assert list(named_kinds(ast.parse(code))) != []


def test_nobody_else_tells_kinds_apart_by_name() -> None:
    found = {str(path.relative_to(ROOT)): list(named_kinds(ast.parse(path.read_text("utf-8")))) for path in OTHERS}
    assert {path: places for path, places in found.items() if places} == {}


def test_nobody_knows_a_field_by_its_id() -> None:
    ids = re.compile(rf"\b(?:{'|'.join(FIELD_IDS)})\b")
    found = {str(path.relative_to(ROOT)): ids.findall(path.read_text("utf-8")) for path in SOURCE}
    assert {path: names for path, names in found.items() if names} == {}
