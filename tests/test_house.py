"""What docstrings and comments name in back-ticks exists, so that whoever renames or deletes is told where it is named.

A name in back-ticks is a file, a command of Lots, a dotted path, or something that stands in the class or function
that is told of, on the top level of its file, or among the classes of the house and its libraries. What is no name
(`1 200`, `s<revision>.<index>`, a few words) is an example of a text and is not looked at.
"""

import ast
import builtins
import io
import pkgutil
import re
import tokenize
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from bot.__main__ import app, database, letters

ROOT = Path(__file__).parent.parent
ROOMS = ("bot", "dialogs", "knowledge", "storage")
FILES = [file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py"))]
IS_PATH = re.compile(r"[\w<>*./-]*(\.(py|yaml|bin|typ|docx|md)|/)")
DEFINITION = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)

WORDS = {
    "the bot, and files of its operator": {"lots", ".env", "lots.toml"},
    "databases": {"sqlite", "postgresql"},
    "answers kept": {"given", "unclear", "unknown", "skipped"},
    "cases kept, and who speaks": {"claimed", "answered", "closed", "withdrawn", "association", "navigator"},
    "files of a chat": {"photo", "document", "voice", "video", "audio", "animation", "video_note"},
    "errands in packs": {"grant", "cooperation", "care"},
}
"""Values that no name bears where they are told of, by what they are values of."""


def test_every_name_in_back_ticks_exists() -> None:
    loose = [
        f"{file.relative_to(ROOT)}: {name}" for file in FILES for name in sorted(unknown(file, file.read_text("utf-8")))
    ]
    assert "\n".join(loose) == ""


MADE_UP = '''
"""Reads `Found` with `case.version` from `settings.py`, `process/app.py` and `docs/nowhere.md`; see `lots db failed`.

Not from `nowhere.py`, `app.py`, `Lost`, `lots db mend`, `case.hue`, `dialogs.nowhere` or `python -m nowhere.else`.
"""

class Found:
    """Has `field`, `given` and `s<revision>.<index>`; has no `version` and no `field_of_another`."""

    field: str

    def version_of(self, case: "Case") -> int:
        """Return `field`, not `gone`."""  # `case` is known here, and `forgotten` nowhere
        return case.version

class Other:
    field_of_another: str
'''


def test_a_name_that_is_nowhere_is_told() -> None:
    assert unknown(ROOT / "bot" / "made_up.py", MADE_UP) == {
        *("docs/nowhere.md", "nowhere.py", "app.py", "Lost", "lots db mend", "case.hue", "dialogs.nowhere"),
        *("python -m nowhere.else", "field_of_another", "gone", "forgotten"),
    }


def test_every_file_that_the_papers_name_exists() -> None:
    named = {
        (paper, name)
        for paper in (ROOT / "README.md", *(ROOT / "docs").glob("*.md"))
        for name in re.findall(r"`([^`\n]+)`", paper.read_text("utf-8"))
        if IS_PATH.fullmatch(name) and not name.startswith("/")
    }
    assert sorted(f"{paper.relative_to(ROOT)}: {name}" for paper, name in named if not _stands_somewhere(name)) == []


def unknown(file: Path, source: str) -> set[str]:
    """Return the names in back-ticks that a file tells of and that are nowhere."""
    tree = ast.parse(source)
    everywhere = _names_on_top(tree) | _groups(source) | _classes(tree)
    return {
        name
        for told_of, text in [*_docstrings(tree), *_comments(tree, source)]
        for name in re.findall(r"`([^`\n]+)`", text)
        if not _exists(name, file, everywhere | _names(told_of))
    }


def _exists(name: str, file: Path, known: set[str]) -> bool:
    if name in known or name in set().union(*WORDS.values()):
        return True
    if IS_PATH.fullmatch(name):
        return _is_file(name, file)
    if name.startswith("lots "):
        return name.removeprefix("lots ") in COMMANDS
    if name.startswith("python -m "):
        return _is_importable(name.split()[2])
    return _is_importable(name) or _is_expression_of(name, known)


def _is_file(name: str, file: Path) -> bool:
    """A bare module stands in the same folder, any other bare file in the same room; else the folder is named."""
    if "/" in name:
        return _stands_somewhere(name)
    pattern = re.sub(r"<\w+>", "*", name)
    room = ROOT / file.relative_to(ROOT).parts[0]
    return any(file.parent.glob(pattern) if name.endswith(".py") else room.glob(f"**/{pattern}"))


def _stands_somewhere(name: str) -> bool:
    pattern = re.sub(r"<\w+>", "*", name).rstrip("/")
    return any(ROOT.glob(pattern)) or any(any(ROOT.glob(f"{room}/**/{pattern}")) for room in (*ROOMS, "tests"))


def _is_importable(path: str) -> bool:
    if not re.fullmatch(r"[a-z]\w*(\.\w+)+", path):
        return False
    try:
        pkgutil.resolve_name(path)
    except (ImportError, AttributeError):
        return False
    return True


def _is_expression_of(name: str, known: set[str]) -> bool:
    """Whether all names of an expression such as `case.version` are known; so is what is no expression."""
    try:
        parts = list(ast.walk(ast.parse(name, mode="eval")))
    except SyntaxError:
        return True
    attributes = {part.attr for part in parts if isinstance(part, ast.Attribute)}
    return attributes <= EVERYWHERE and {part.id for part in parts if isinstance(part, ast.Name)} <= known


def _docstrings(tree: ast.Module) -> Iterator[tuple[ast.AST, str]]:
    """Each docstring, with the class or function on top level that it stands in, or else the whole file."""
    for line in tree.body:
        for item in ast.walk(line):
            match item:
                case ast.Expr(value=ast.Constant(value=str(text))):
                    yield (tree if item is line else line), text


def _comments(tree: ast.Module, source: str) -> Iterator[tuple[ast.AST, str]]:
    """Each comment with the whole file."""
    tokens = tokenize.generate_tokens(io.StringIO(source).readline)
    yield from ((tree, token.string) for token in tokens if token.type == tokenize.COMMENT)


def _names(node: ast.AST) -> set[str]:
    """All that is defined, read, written, passed or quoted inside."""
    found: set[str] = set()
    docstrings = {id(item.value) for item in ast.walk(node) if isinstance(item, ast.Expr)}
    for item in ast.walk(node):
        match item:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name) | ast.keyword(arg=str(name)):
                found.add(name)
            case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
                found.add(name)
            case ast.alias(name=name, asname=other):
                found |= {*name.split("."), other or name}
            case ast.Constant(value=str(text)) if id(item) not in docstrings:
                found.add(text)
    return found


def _names_on_top(tree: ast.Module) -> set[str]:
    """What a file imports, defines and quotes outside its classes and functions."""
    found = {line.name for line in tree.body if isinstance(line, DEFINITION)}
    return found.union(*(_names(line) for line in tree.body if not isinstance(line, DEFINITION)))


def _groups(source: str) -> set[str]:
    """The named groups of the regular expressions."""
    return set(re.findall(r"\?P<(\w+)>", source))


def _classes(tree: ast.Module) -> set[str]:
    """Python's own classes, those of the house, and those of the libraries that a file imports."""
    imported = {line.module for line in tree.body if isinstance(line, ast.ImportFrom) and line.module}
    imported |= {name.name for line in tree.body if isinstance(line, ast.Import) for name in line.names}
    names = {name for module in imported if module.split(".")[0] not in ROOMS for name in _public(module)}
    return CLASSES | {name for name in names | set(dir(builtins)) if name[:1].isupper()}


def _public(module: str) -> list[str]:
    try:
        return dir(import_module(module))
    except ImportError:  # what only learning needs
        return []


TREES = [ast.parse(file.read_text("utf-8")) for file in FILES]
CLASSES = {item.name for tree in TREES for item in ast.walk(tree) if isinstance(item, ast.ClassDef)}
EVERYWHERE = set().union(*(_names(tree) for tree in TREES))
COMMANDS = {command.name or command.callback.__name__ for command in app.registered_commands if command.callback}
COMMANDS |= {"db", *(f"db {command.name}" for command in database.registered_commands)}
COMMANDS |= {"mail", *(f"mail {command.name}" for command in letters.registered_commands)}
