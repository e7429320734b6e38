"""Which Lots is measured: the one that lies here, and the commit that figures are shown beside.

The former one is unpacked from the history into a folder outside the repository, with an environment of its own by its
own constraints; that takes minutes once, and is kept. Where it cannot be set up, the reason is told instead.
"""

import os
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from tests.bot.running import ROOT

FORMER = "22c4ad1"
"""The commit that was attacked on 2026-11-29; its figures are what the others are to be better than."""
READY = "ready"
"""The file that says that the whole environment is there."""


class CannotBeSetUp(Exception):  # noqa: N818 - the name says it
    """The former commit cannot be run here; the message says why."""


@dataclass(frozen=True, slots=True)
class Build:
    """A Lots that can be run: what it is called in tables, its interpreter, and the folder of its code."""

    name: str
    python: str
    root: Path


HERE = Build("this tree", sys.executable, ROOT)


def former() -> Build:
    """Return the former commit, set up where it is not yet. Raise `CannotBeSetUp`."""
    folder = kept_in() / FORMER
    build = Build(FORMER, str(folder / "venv" / "bin" / "python"), folder / "tree")
    if not (folder / READY).exists():
        for command in _steps(build, folder):
            _run(command)
        (folder / READY).touch()
    return build


def kept_in() -> Path:
    """Return the folder outside the repository in which benchmarks keep what takes long to make."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "lots-benchmarks"


def _steps(build: Build, folder: Path) -> Iterator[list[str]]:
    """Unpack the code, and return the commands that make its environment."""
    code = _run(["git", "-C", str(ROOT), "archive", FORMER])
    with tarfile.open(fileobj=BytesIO(code)) as archive:
        archive.extractall(build.root, filter="data")
    yield [sys.executable, "-m", "venv", str(folder / "venv")]
    pip = [build.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    yield [*pip, "-c", str(build.root / "constraints.txt"), "-e", str(build.root)]


def _run(command: list[str]) -> bytes:
    try:
        return subprocess.run(command, capture_output=True, check=True).stdout
    except FileNotFoundError as missing:
        raise CannotBeSetUp(f"{command[0]} is not here") from missing
    except subprocess.CalledProcessError as failed:
        said = failed.stderr.decode(errors="replace").strip().splitlines() or ["no word"]
        raise CannotBeSetUp(f"{' '.join(command[:3])}: {said[-1][:200]}") from failed
