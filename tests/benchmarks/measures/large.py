"""Whether a database that holds a great many people still answers at once, on SQLite and on PostgreSQL.

Each query that somebody waits for is timed by itself, for people drawn at random: first on files that the kernel has
put out of its cache, where the disk is what is measured, then on files that it has read, for the goal. `--big` fills
the full million.
"""

import asyncio
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path

from storage.database import Database
from tests.benchmarks.databases.filling import KEY, Size, fill
from tests.benchmarks.databases.queries import BESIDE, UPDATE, Query, Visit
from tests.benchmarks.people.crowd import Crowd
from tests.benchmarks.people.journey import JOURNEY, acts
from tests.benchmarks.processes.bots import Telegram, await_polling, lots
from tests.benchmarks.processes.machine import forget_files, read_files, resident_megabytes
from tests.benchmarks.processes.postgres import PostgreSQL
from tests.benchmarks.reports.tables import Row, Table, at_most, middle, percentile

BIG = Size(1_000_000, 200_000, 2_000_000)
SCALED = Size(100_000, 20_000, 200_000)
TINY = Size(20_000, 4_000, 40_000)
SMALL = Size(100, 20, 200)
WALKERS = 43
UPDATES, COMMIT = "all queries and commits of one update", "commit"

Waits = dict[str, list[float]]
"""Milliseconds of each query."""


@dataclass(frozen=True, slots=True)
class Place:
    """A kind of database: addresses of a large and a small one, and where their files lie."""

    kind: str
    large: str
    small: str
    files: Path


def measure(*, short: bool, big: bool) -> list[Table]:
    """Fill both databases, time what a person waits for, and see what the bot's memory makes of their size."""
    size, visits = (TINY, 120) if short else (BIG, 2_400) if big else (SCALED, 720)
    journeys = 43 if short else 200
    with tempfile.TemporaryDirectory(prefix="lots-bench-") as name, closing(PostgreSQL()) as server:
        folder = Path(name)
        places = (
            Place("SQLite", f"sqlite:///{folder}/large.db", f"sqlite:///{folder}/small.db", folder),
            Place("PostgreSQL", server.database(), server.database(), server.folder),
        )
        found = [(_queries(place, size, visits), _growth(place, folder, journeys)) for place in places]
    rows = [row for (slowest, _), grown in found for row in (slowest, grown)]
    note = f"{size.sessions} sessions, {size.proposals} proposals, {size.reminders} reminders, {size.cases} cases."
    return [
        Table("A large database", tuple(rows), f"{note} Memory after {journeys} journeys."),
        *(each for (_, each), _ in found),
    ]


def _queries(place: Place, size: Size, visits: int) -> tuple[Row, Table]:
    """The slowest query, and a table of all, with what they take when each page comes from the disk."""
    began = time.perf_counter()
    fill(place.large, size)
    filled = time.perf_counter() - began
    forget_files(place.files)
    cold = asked(place.large, size, range(visits // 6))
    read_files(place.files)
    waits = asked(place.large, size, range(visits // 6, visits))
    return _slowest(place.kind, waits), _each(place.kind, waits, cold, filled)


def _growth(place: Place, folder: Path, journeys: int) -> Row:
    """What the bot's memory is more on the large database, after the same journeys."""
    fill(place.small, SMALL)
    grown = _memory(place.large, folder, journeys) - _memory(place.small, folder, journeys)
    return at_most(f"{place.kind}: memory more than with {SMALL.sessions} conversations", grown, 20, "MB")


def asked(url: str, size: Size, numbers: range) -> Waits:
    """Ask everything once for each number, for people drawn at random, and return what each query took.

    One half of the people come at random; of the other half each number has one erased, for good.
    """
    waits: Waits = defaultdict(list)
    people, draw = list(range(size.proposals)), random.Random(numbers.start)
    random.Random(7).shuffle(people)
    staying = people[: len(people) // 2]
    with closing(Database.open(url, KEY)) as database:
        database.upgrade()
        for number in numbers:
            visit = Visit(number, draw.choice(staying), draw.randrange(size.cases), people[-1 - number])
            _ask_all(visit, database, waits)
    return waits


def _ask_all(visit: Visit, database: Database, waits: Waits) -> None:
    began = time.perf_counter()
    for group in UPDATE:
        _timed(visit, group, database, waits)
    waits[UPDATES].append(_since(began))
    for group in BESIDE:
        _timed(visit, group, database, waits)


def _timed(visit: Visit, group: Mapping[str, Query], database: Database, waits: Waits) -> None:
    with database.transaction() as work:
        for name, query in group.items():
            began = time.perf_counter()
            query(visit, work)
            waits[name].append(_since(began))
        began = time.perf_counter()
    waits[COMMIT].append(_since(began))


def _since(began: float) -> float:
    return 1000 * (time.perf_counter() - began)


def _slowest(kind: str, waits: Waits) -> Row:
    """The slowest query against the goal. A commit is no query: it waits for the disk, and is shown by itself."""
    queries = {name: percentile(one, 0.99) for name, one in waits.items() if name not in (UPDATES, COMMIT)}
    worst = max(queries, key=queries.__getitem__)
    what = f"{kind}: slowest of {len(queries)} queries ({worst}), 99th percentile"
    return at_most(what, queries[worst], 5, "ms")


def _each(kind: str, waits: Waits, cold: Waits, filled: float) -> Table:
    rows = tuple(
        Row(name, f"{_shown(one)}; from the disk {_shown(cold[name])}", value=percentile(one, 0.99), unit="ms")
        for name, one in waits.items()
    )
    people, before = len(waits[UPDATES]), len(cold[UPDATES])
    note = (
        f"Median and 99th percentile, for {people} people drawn at random from files that the kernel has read; then "
        f"for {before} others just after it had forgotten them. Filled in {filled:.0f} s."
    )
    return Table(f"Each query of the large database, {kind}", rows, note, front=False)


def _shown(waits: list[float]) -> str:
    return f"{middle(waits):.2f} / {percentile(waits, 0.99):.2f} ms"


def _memory(url: str, folder: Path, journeys: int) -> float:
    """The memory of Lots on a database after so many journeys."""
    with ExitStack() as stack:
        telegram = Telegram()
        stack.callback(telegram.close)
        bot = lots(telegram, url, folder)
        stack.callback(bot.close)
        await_polling(telegram, bot)
        asyncio.run(_walk(telegram, journeys))
        return resident_megabytes(bot.pid)


async def _walk(telegram: Telegram, journeys: int) -> None:
    async with Crowd(telegram.url, acts(JOURNEY)) as crowd:
        await crowd.gather(WALKERS)
        while crowd.journeys < journeys:
            await crowd.press_on(0.2, 0.0, lambda: None)
        await crowd.drain()
