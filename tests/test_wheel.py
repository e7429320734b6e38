"""What goes into the wheel, told from its configuration: what a process reads, and not what only a checkout can use."""

import tomllib
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).parent.parent
SETUPTOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]
FOUND, PACKED = SETUPTOOLS["packages"]["find"], SETUPTOOLS["package-data"]["*"]
LEARNING = ("knowledge/needs/corpora/", "knowledge/needs/learn/")


def in_the_wheel(file: str) -> bool:
    """As setuptools packs: every folder is a package that is found or left out by name; data goes by its ending."""
    folder, _, name = file.rpartition("/")
    package = folder.replace("/", ".")
    kept = any(fnmatch(package, pattern) for pattern in FOUND["include"])
    left_out = any(fnmatch(package, pattern) for pattern in FOUND["exclude"])
    return kept and not left_out and (name.endswith(".py") or any(fnmatch(name, pattern) for pattern in PACKED))


def files() -> list[str]:
    below = (path for room in ("bot", "dialogs", "knowledge", "storage") for path in (ROOT / room).rglob("*"))
    return [str(path.relative_to(ROOT)) for path in below if path.is_file() and "__pycache__" not in path.parts]


def test_corpora_and_the_tool_that_learns_from_them_stay_out() -> None:
    learning = [file for file in files() if file.startswith(LEARNING)]
    assert len(learning) > len(LEARNING)
    assert [file for file in learning if in_the_wheel(file)] == []


def test_everything_else_goes_in() -> None:
    rest = [file for file in files() if not file.startswith(LEARNING) and not file.endswith(".md")]
    assert {"knowledge/needs/model/learned.bin", "knowledge/needs/encoder/encoder.onnx"} <= set(rest)
    assert [file for file in rest if not in_the_wheel(file)] == []
