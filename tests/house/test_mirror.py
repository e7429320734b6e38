"""Who changes a module that decides something finds its tests in the file of its name."""

from pathlib import Path

import pytest

from tests.house.mirror import branches, mirror, without_tests

BRANCHING = """\
def judged(items, wanted):
    if not items:
        return None
    match wanted:
        case 1:
            return [item for item in items if item > wanted]
        case _:
            return items[0] if wanted else None
"""


def test_every_module_that_decides_has_its_tests() -> None:
    assert without_tests() == []


def test_a_module_that_decides_and_has_no_tests_of_its_name_is_found(tmp_path: Path) -> None:
    for name, text in {
        "bot/turns/judged.py": BRANCHING,
        "bot/turns/tested.py": BRANCHING,
        "bot/turns/table.py": "ROWS = {1: 2}\n",
        "storage/engine/migrations/0001_first.py": BRANCHING,
        "tests/bot/turns/test_tested.py": "",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    assert without_tests(tmp_path) == ["bot/turns/judged.py (5 branches)"]
    assert mirror(tmp_path, tmp_path / "bot/turns/judged.py") == tmp_path / "tests/bot/turns/test_judged.py"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("x = 1 if y else 2", 1),
        ("while x:\n    pass", 1),
        ("try:\n    f()\nexcept ValueError:\n    pass", 1),
        ("x = [y for y in z if y if y > 1]", 2),
        ("if x:\n    pass\nelif y:\n    pass\nelse:\n    pass", 2),
        ("for x in y:\n    f(x)", 0),
    ],
)
def test_branches_are_counted_as_they_are_taken(tmp_path: Path, text: str, count: int) -> None:
    (tmp_path / "module.py").write_text(text)
    assert branches(tmp_path / "module.py") == count
