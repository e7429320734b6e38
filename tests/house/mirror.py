"""The tests as an index: who changes a module that decides something finds its tests in the file of its name.

`dialogs/case/follow.py` has `tests/dialogs/case/test_follow.py`. A module decides when it branches at least `DECIDES`
times: an `if`, a `case`, a loop's or a comprehension's condition, an error that is caught. Tables, frozen values and
what only calls others are tested where they are used.

It holds for the rooms whose decisions can be asked one by one. The rest of the edge, its loops, its papers and the
demo, is tested through its doors: over HTTP, with processes that die, by whole documents.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.house.rooms import NO_ROOMS, ROOT

INDEXED = ("storage", "dialogs", "knowledge", "bot/commands", "bot/turns")
"""The rooms for which it holds, with all within them."""
DECIDES = 3
"""From so many branches on a module decides something; with one or two it mostly passes on what it was given."""
BRANCHES = (ast.If, ast.IfExp, ast.While, ast.match_case, ast.ExceptHandler)


def without_tests(root: Path = ROOT) -> list[str]:
    """Return the modules of those rooms that decide something and have no tests of their name, with their branches."""
    return [
        f"{module.relative_to(root)} ({count} branches)"
        for module in _modules(root)
        if not mirror(root, module).exists() and (count := branches(module)) >= DECIDES
    ]


def mirror(root: Path, module: Path) -> Path:
    """Return where the tests of a module stand."""
    place = module.relative_to(root)
    return root / "tests" / place.with_name(f"test_{place.name}")


def branches(module: Path) -> int:
    """Return how often a module takes one way or another."""
    nodes = list(ast.walk(ast.parse(module.read_text(encoding="utf-8"))))
    conditions = [condition for node in nodes if isinstance(node, ast.comprehension) for condition in node.ifs]
    return len(conditions) + sum(isinstance(node, BRANCHES) for node in nodes)


def _modules(root: Path) -> Iterator[Path]:
    for room in INDEXED:
        for module in sorted((root / room).rglob("*.py")):
            if module.name not in ("__init__.py", "__main__.py") and not set(NO_ROOMS) & set(module.parts):
                yield module
