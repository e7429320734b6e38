"""What it costs to turn due reminders into messages among many that are not due: both builds by turns.

Each build fills a database of its own once; each round takes a copy of it.
"""

import json
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.processes.builds import Build
from tests.benchmarks.processes.machine import OF_THE_BOT, on_cores
from tests.benchmarks.processes.postgres import PostgreSQL
from tests.benchmarks.reports.tables import middle
from tests.benchmarks.trials.reminders.program import run


@dataclass(frozen=True, slots=True)
class Size:
    """How many reminders are planned, how many of them are due, how many each round claims, and how many rounds."""

    planned: int
    due: int
    claimed: int
    rounds: int


@dataclass(frozen=True, slots=True)
class Cost:
    """Microseconds for a due reminder: CPU of the process, of the database's server, wall time; and MB it grew by."""

    cpu: float
    server: float
    wall: float
    grown: float

    @property
    def all_cpu(self) -> float:
        """CPU of process and server."""
        return self.cpu + self.server


Costs = dict[str, list[Cost]]
"""What each round cost, by the name of the build."""
Copied = Callable[[Build], AbstractContextManager[str]]
"""Gives the address of a copy of what a build has filled, for as long as it is used."""
MICROSECONDS = 1_000_000


def on_sqlite(builds: list[Build], size: Size) -> Costs:
    """Measure builds by turns on SQLite."""
    with tempfile.TemporaryDirectory(prefix="lots-bench-") as name:
        folder = Path(name)
        for build in builds:
            run(build, "fill", _sqlite(folder / build.root.name), size.due, size.planned)

        @contextmanager
        def copied(build: Build) -> Iterator[str]:
            shutil.copy(folder / f"{build.root.name}.db", folder / "copy.db")
            try:
                yield _sqlite(folder / "copy")
            finally:
                for left in folder.glob("copy.db*"):
                    left.unlink()

        return _by_turns(builds, size, copied, float)


def on_postgresql(builds: list[Build], size: Size) -> Costs:
    """Measure builds by turns on PostgreSQL."""
    server = PostgreSQL()
    try:
        filled = {build.name: server.database() for build in builds}
        for build in builds:
            run(build, "fill", filled[build.name], size.due, size.planned)

        @contextmanager
        def copied(build: Build) -> Iterator[str]:
            url = server.copy(filled[build.name])
            try:
                yield url
            finally:
                server.drop(url)

        return _by_turns(builds, size, copied, server.cpu_seconds)
    finally:
        server.close()


def median(costs: list[Cost], figure: Callable[[Cost], float]) -> float:
    """The median of the rounds of a build."""
    return middle(figure(cost) for cost in costs)


def _by_turns(builds: list[Build], size: Size, copied: Copied, used_elsewhere: Callable[[], float]) -> Costs:
    found: Costs = {build.name: [] for build in builds}
    for _ in range(size.rounds):
        for build in builds:
            with copied(build) as url, on_cores(OF_THE_BOT):
                before = used_elsewhere()
                told = json.loads(run(build, "claim", url, size.claimed))
                server = used_elsewhere() - before
            found[build.name].append(_cost(told, server))
    return found


def _cost(told: dict[str, float], server: float) -> Cost:
    each = MICROSECONDS / told["rows"]
    return Cost(each * told["cpu"], each * server, each * told["wall"], told["grown"])


def _sqlite(stem: Path) -> str:
    return f"sqlite:///{stem}.db"
