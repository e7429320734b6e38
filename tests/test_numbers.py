"""Every number that is a choice has a name, its unit, and the reason or the source of its size.

A constant is explained by a comment on its line or directly above it, or by the string below it. The explanation has a
unit (in its words, in the name, or in the value when that is a length or an hour of time) and at least `FEWEST_WORDS`
words: a program can see that a reason is given, a reader whether it is one.
"""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from itertools import zip_longest
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("knowledge", "storage", "dialogs", "bot")
MADE_BY_A_TOOL = {"migrations"}
FEWEST_WORDS = 5
"""Fewer words than these hold a unit, and no reason beside it."""
UNITS = frozenset(
    re.findall(
        r"\w+",
        """
    answer attempt bit button byte card case character chat code column command concept connection copy crown
    day digit draft edge entry euro example fact feature field file group hour id item key kilobyte label letter
    level line measure member message microsecond millimetre millisecond minute month name office option page
    parcel percent person picture pixel point port probability proposal question rate reminder request row score
    second sentence share sign slip step task thread topic triad try turn update vector version weight word year
    """,
    )
)
"""What the numbers of this house count or measure, one of each, in the singular."""
MANY = {"people": "person", "tries": "try", "copies": "copy", "entries": "entry"}
MEASURES = frozenset({"timedelta", "time", "date", "datetime", "Mm", "Pt"})
"""Calls whose value carries its unit itself."""
UNFILLED = {"0", "1", "-1", "0.0", "1.0"}
PLAIN = frozenset({*range(-1, 13), 24, 60, 100, 1000})
"""Numbers inside a function that say themselves what they are: a few of something, and the parts of days and wholes."""


def test_every_constant_says_its_unit_and_its_reason() -> None:
    assert [
        wrong for room in ROOMS for path in modules(room) for wrong in unexplained(path.read_text(), place(path))
    ] == []


def test_every_threshold_inside_a_function_has_a_name_or_a_comment() -> None:
    assert [wrong for room in ROOMS for path in modules(room) for wrong in unnamed(path.read_text(), place(path))] == []


@pytest.mark.parametrize(
    "source",
    [
        "TRIES = 5",
        "TRIES = 5  # how often",
        "TRIES = 5  # noqa: S105 this is not a word about the number at all",
        "# A comment about this number that is not next to it at all.\n\nTRIES = 5",
        'TRIES = 5\n\nMORE = "x"\n"""A string about some other name, five words."""',
        'AT_MOST = 12\n"""Chosen by hand, because it was good enough."""',
        'PAUSE = timedelta(seconds=3)\n"""A pause."""',
        "NEAR, FAR = 0.35, 0.85",
        'PAUSES = {"first": 1.0, "last": 30.0}',
        "LIMIT = 50 * 1024 * 1024",
        "SLOW = Rate(29.5, 24)",
        'class Target:\n    """A target."""\n\n    connections: int = 40',
        "class Target:\n    MOST = 1",
    ],
)
def test_a_number_that_says_nothing_is_found(source: str) -> None:
    assert len(list(unexplained(source, "x.py"))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "TRIES = 5  # a message that fails so often is put aside",
        "# Seconds: as long as a person waits before pressing again.\nPAUSE = 2.5",
        '_LONGEST = 34\n"""In signs, check digits included (ISO 13616)."""',
        'LEASE = timedelta(minutes=10)\n"""Longer than any sending takes; then another may have it."""',
        "class Colour(IntEnum):\n    RED = 3",
        "class Case:\n    owner: int = 0\n    version: int = -1",
        'WORDS = ("one", "two")',
        "SURE = True",
    ],
)
def test_a_number_that_is_explained_is_let_through(source: str) -> None:
    assert list(unexplained(source, "x.py")) == []


@pytest.mark.parametrize(
    "line",
    [
        "return score > 0.35",
        "return text[:4096]",
        "return min(most, 30)",
        "return len(text) > 255",
        "return 16 <= size",
    ],
)
def test_a_threshold_in_the_middle_of_a_function_is_found(line: str) -> None:
    assert list(unnamed(f"def choose(text):\n    {line}\n", "x.py")) == [f"x.py:2: {line}"]


@pytest.mark.parametrize(
    "line",
    [
        "return score > ENOUGH",
        "return text[:2]",
        "return minute < 60",
        "return len(text) > 255  # Word keeps no longer title",
        "return amount * 4096",
    ],
)
def test_a_threshold_with_a_name_or_a_comment_is_let_through(line: str) -> None:
    assert list(unnamed(f"def choose(text):\n    {line}\n", "x.py")) == []


def modules(room: str) -> list[Path]:
    """The modules of a package, without what a tool wrote."""
    return [path for path in sorted((ROOT / room).rglob("*.py")) if not MADE_BY_A_TOOL & set(path.parts)]


def place(path: Path) -> str:
    return str(path.relative_to(ROOT))


def unexplained(source: str, file: str) -> Iterator[str]:
    """Yield `file:line: code` of constants without a unit or without words on their reason."""
    comments, lines = comments_of(source), source.splitlines()
    for statement, below in constants(ast.parse(source)):
        said = f"{explanation(statement, comments, lines)} {below}"
        if len(re.findall(r"[^\W\d_]{2,}", said)) < FEWEST_WORDS or not has_unit(statement, said):
            yield f"{file}:{statement.lineno}: {lines[statement.lineno - 1].strip()}"


def constants(tree: ast.Module) -> Iterator[tuple[ast.Assign | ast.AnnAssign, str]]:
    """Yield the assignments of numbers of a module and of its classes, each with the string that stands below it."""
    classes = (node for node in ast.walk(tree) if isinstance(node, ast.ClassDef) and not is_enum(node))
    for body in (tree.body, *(node.body for node in classes)):
        for statement, after in zip_longest(body, body[1:]):
            if isinstance(statement, ast.Assign | ast.AnnAssign) and is_choice(statement):
                yield statement, string_of(after)


def is_choice(statement: ast.Assign | ast.AnnAssign) -> bool:
    """Tell whether somebody chose a number: not so the 0, 1 or -1 of a field that is not filled in yet."""
    if not statement.value or not is_number(statement.value):
        return False
    return is_constant(statement) or ast.unparse(statement.value) not in UNFILLED


def is_constant(statement: ast.Assign | ast.AnnAssign) -> bool:
    return all(name.isupper() for name in names_of(statement))


def names_of(statement: ast.Assign | ast.AnnAssign) -> list[str]:
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    return [node.id for target in targets for node in ast.walk(target) if isinstance(node, ast.Name)]


def is_number(value: ast.expr) -> bool:
    """Tell whether a value is a number, made of numbers, a length of time, or a table of nothing else."""
    match value:
        case ast.Constant(value=bool()):
            return False
        case ast.Constant(value=int() | float()):
            return True
        case ast.UnaryOp(operand=operand):
            return is_number(operand)
        case ast.BinOp(left=left, right=right):
            return is_number(left) or is_number(right)
        case ast.Call(args=args, keywords=keywords):
            given = [*args, *(keyword.value for keyword in keywords)]
            return bool(given) and all(map(is_number, given))
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts) | ast.Dict(values=parts):
            return bool(parts) and all(map(is_number, parts))
    return False


def called(func: ast.expr) -> str:
    return func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else ""


def is_enum(node: ast.ClassDef) -> bool:
    return any(called(base).endswith(("Enum", "Flag")) for base in node.bases)


def string_of(statement: ast.stmt | None) -> str:
    match statement:
        case ast.Expr(value=ast.Constant(value=str() as said)):
            return said
    return ""


def explanation(statement: ast.stmt, comments: dict[int, str], lines: list[str]) -> str:
    """The comments on the lines of a statement and those directly above it."""
    first = statement.lineno
    while first - 1 in comments and lines[first - 2].lstrip().startswith("#"):
        first -= 1
    return " ".join(comments.get(line, "") for line in range(first, (statement.end_lineno or statement.lineno) + 1))


def comments_of(source: str) -> dict[int, str]:
    """The comments of a module by line, those to a tool aside."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    said = {token.start[0]: token.string for token in tokens if token.type == tokenize.COMMENT}
    return {line: comment for line, comment in said.items() if not re.match(r"#\s*(noqa|type:|pragma)", comment)}


def has_unit(statement: ast.Assign | ast.AnnAssign, said: str) -> bool:
    """Tell whether a unit stands in the words, in the name or in the value itself."""
    calls = {called(node.func) for node in ast.walk(statement) if isinstance(node, ast.Call)}
    words = re.findall(r"[a-z]+", " ".join((said, *names_of(statement))).lower().replace("_", " "))
    return bool(MEASURES & calls) or any(MANY.get(word, word.removesuffix("s")) in UNITS for word in words)


def unnamed(source: str, file: str) -> Iterator[str]:
    """Yield `file:line: code` of numbers that something is measured by, written where it is done and not explained."""
    comments, lines = comments_of(source), source.splitlines()
    functions = (
        node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    found = {bound.lineno for function in functions for node in ast.walk(function) for bound in bounds(node)}
    for line in sorted(found):
        if line not in comments and line - 1 not in comments:
            yield f"{file}:{line}: {lines[line - 1].strip()}"


def bounds(node: ast.AST) -> Iterator[ast.Constant]:
    """Yield the numbers that a node compares with, cuts at, or takes the larger or smaller of."""
    match node:
        case ast.Compare(left=left, comparators=others):
            parts = [left, *others]
        case ast.Slice(lower=lower, upper=upper):
            parts = [part for part in (lower, upper) if part]
        case ast.Call(func=ast.Name(id="min" | "max"), args=args):
            parts = args
        case _:
            parts = []
    for part in parts:
        if isinstance(part, ast.Constant) and isinstance(part.value, int | float) and part.value not in PLAIN:
            yield part
