"""The figures of a run as data: `docs/benchmarks.json`, one part for each benchmark.

A part is replaced when its benchmark runs again; the others stay as they are, with the date, the commit and the machine
they were measured with.
"""

import os
import platform
import sqlite3
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from tests.benchmarks.reports.tables import Table

ROOT = Path(__file__).parents[3]
FILE = ROOT / "docs" / "benchmarks.json"


@dataclass(frozen=True, slots=True)
class Machine:
    """What a run ran on, as far as it can be said in a line."""

    cores: int
    python: str
    sqlite: str


@dataclass(frozen=True, slots=True)
class Part:
    """What one benchmark measured. `run` is `whole`, `short` or `big`; `date` is in UTC; `commit` ends in `+` where
    the tree had changes.
    """

    date: str
    commit: str
    run: str
    seconds: int
    machine: Machine
    tables: tuple[Table, ...]


Parts = dict[str, Part]


def kept(file: Path = FILE) -> Parts:
    """Return what a file holds, nothing if there is none."""
    return msgspec.json.decode(file.read_bytes(), type=Parts) if file.exists() else {}


def keep(file: Path, name: str, part: Part) -> None:
    """Put a part in the place of the one with its name."""
    parts = kept(file) | {name: part}
    text = msgspec.json.format(msgspec.json.encode(dict(sorted(parts.items()))), indent=2)
    file.write_bytes(text + b"\n")


def measured(tables: Iterable[Table], run: str, seconds: float) -> Part:
    """Return figures as a part, with where and when they were measured: here and now."""
    return Part(f"{datetime.now(UTC):%Y-%m-%d}", _commit(), run, round(seconds), _machine(), tuple(tables))


def _machine() -> Machine:
    return Machine(len(os.sched_getaffinity(0)), platform.python_version(), sqlite3.sqlite_version)


def _commit() -> str:
    """The commit that lies here, nothing where it cannot be told. The papers that take up the figures do not count."""
    name = _git("rev-parse", "--short", "HEAD")
    changed = _git("status", "--porcelain", "--untracked-files=no", "--", ".", ":!docs", ":!README.md")
    return f"{name}+" if name and changed else name


def _git(*what: str) -> str:
    try:
        asked = subprocess.run(["git", *what], cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        return ""
    return asked.stdout.strip()
