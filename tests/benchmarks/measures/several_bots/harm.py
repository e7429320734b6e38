"""Whether a bot in trouble harms the others of its process: how long those wait meanwhile, beside a quiet time.

Each trouble lies between two quiet times, in rounds, so that a slow minute of the machine hits all of them. At the end
everybody must have been answered, also by the bot that was in trouble.
"""

import asyncio
import itertools
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.measures.several_bots.many import PACE, START_SECONDS, Place, running
from tests.benchmarks.processes.builds import HERE
from tests.benchmarks.reports.tables import Row, Table, at_most, middle, percentile
from tests.chaos.world.databases import SqlitePlace

REFUSED, FULL, FLOODED, OTHERS = 0, 1, 2, 3
"""Which bot is in which trouble, by its place; those from the last on are the others."""
MANY = 300
"""How many greetings come to a bot in trouble at once: more than its database or Telegram takes meanwhile."""
CHATS = 1_000_000
Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Plan:
    """How many bots, seconds of words in each time, and rounds."""

    bots: int
    words: float
    rounds: int


SHORT, WHOLE = Plan(6, 3.0, 2), Plan(20, 10.0, 5)


@dataclass(slots=True)
class Harm:
    """What was seen: the waits in seconds when it was quiet and in each trouble, and who was never answered."""

    quiet: list[float] = field(default_factory=list)
    troubled: dict[str, list[float]] = field(default_factory=dict)
    unanswered: int = 0


def measure(*, short: bool, big: bool) -> list[Table]:
    """Bring bots into trouble, one after another, and return what the others waited."""
    del big
    plan = SHORT if short else WHOLE
    with tempfile.TemporaryDirectory(prefix="lots-bench-") as folder:
        disk = SqlitePlace(Path(folder))
        try:
            seen = asyncio.run(_played(plan, disk))
        finally:
            disk.close()
    return [Table("One bot of a process is in trouble", (*_rows(seen),), _HOW)]


def _rows(seen: Harm) -> list[Row]:
    rows = []
    for what, waits in seen.troubled.items():
        for name, of in (("median", middle), ("p99", lambda found: percentile(found, 0.99))):
            goal = 1.5 if of is middle else 3
            rows.append(
                at_most(f"others' wait while {what} / when it is quiet, {name}", of(waits) / of(seen.quiet), goal, "×")
            )
    return [*rows, at_most("people not answered in the end, also by the bots in trouble", seen.unanswered, 0)]


async def _played(plan: Plan, disk: SqlitePlace) -> Harm:
    seen = Harm()
    async with running(HERE, plan.bots, **{f"town{FULL}": disk.url}) as place:
        await place.answered_by_all()
        troubles = _troubles(place, disk)
        for _ in range(plan.rounds):
            for what, trouble in troubles.items():
                seen.quiet += await _waits(place, plan.words)
                async with trouble() as people:
                    seen.troubled.setdefault(what, []).extend(await _waits(place, plan.words))
                seen.unanswered += await _lost(place, people)
    return seen


Trouble = Callable[[], AbstractAsyncContextManager[Sequence[Key]]]
"""Brings a bot into trouble; gives by what the server knows those who wrote to it."""


def _troubles(place: Place, disk: SqlitePlace) -> Mapping[str, Trouble]:
    chats, telegram = itertools.count(CHATS), place.telegram

    def greeted(bot: int, people: int) -> Sequence[Key]:
        keys = [(place.tokens[bot], next(chats)) for _ in range(people)]
        for key in (keys * MANY)[:MANY]:
            telegram.write(*key, "hej")
        return keys

    @asynccontextmanager
    async def refused() -> AsyncIterator[Sequence[Key]]:
        telegram.refused.add(place.tokens[REFUSED])
        yield greeted(REFUSED, MANY)
        telegram.refused.clear()

    @asynccontextmanager
    async def full() -> AsyncIterator[Sequence[Key]]:
        with disk.full():
            yield greeted(FULL, MANY)

    @asynccontextmanager
    async def flooded() -> AsyncIterator[Sequence[Key]]:
        telegram.flooded.add(place.tokens[FLOODED])
        yield greeted(FLOODED, 1)
        telegram.flooded.clear()

    known: dict[str, Trouble] = {"a token is refused": refused, "a chat floods and is put off": flooded}
    with disk.full() as possible:
        return known | ({"a database is full": full} if possible else {})


async def _waits(place: Place, seconds: float) -> list[float]:
    """Let words come evenly to the bots that are well; return how long each person waited."""
    began, asked = time.perf_counter(), dict[Key, float]()
    for number, token in zip(range(int(seconds * PACE)), itertools.cycle(place.tokens[OTHERS:]), strict=False):
        await asyncio.sleep(max(0.0, began + number / PACE - time.perf_counter()))
        key = (token, next(place.chats))
        asked[key] = time.perf_counter()
        place.telegram.write(*key, "hej")
    await _until(place, lambda: all(place.telegram.said[key] for key in asked))
    return [place.telegram.said_at[key] - asked[key] for key in asked]


async def _lost(place: Place, keys: Sequence[Key]) -> int:
    """Wait until those who wrote to a bot in trouble have been answered; return how many never are."""
    await _until(place, lambda: all(place.telegram.said[key] for key in keys))
    return sum(not place.telegram.said[key] for key in keys)


async def _until(place: Place, happened: Callable[[], bool]) -> bool:
    ends = time.perf_counter() + START_SECONDS
    while not happened() and time.perf_counter() < ends and not place.bot.ended:  # noqa: ASYNC110 - nobody tells of it
        await asyncio.sleep(0.005)
    return happened()


_HOW = (
    "Each bot has its own token, key and SQLite file, and Vasa's pack; people write a greeting each to those that are "
    "well, at 30 a second over all. The full database lies on a small disk of its own, where one can be mounted."
)
