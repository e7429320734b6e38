"""How many updates a second each bot handles, and what one costs, while many people wait for nothing else.

All bots are up at the same time and are measured in turns, round after round, so that a slow minute of the machine
hits them all; medians count, and only ratios of one run say anything.
"""

import asyncio
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import AsyncExitStack, ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.people.crowd import Crowd
from tests.benchmarks.people.journey import GREETING, JOURNEY, Act, acts
from tests.benchmarks.processes.bots import STAFF, Running, Telegram, await_polling, lots, rival
from tests.benchmarks.processes.machine import cpu_seconds, resident_megabytes
from tests.benchmarks.processes.postgres import PostgreSQL
from tests.benchmarks.reports.tables import Row, Table, at_least, at_most, middle

ECHO, DURABLE, SQLITE, POSTGRES, TWO = "stock echo", "textbook", "lots, SQLite", "lots, PostgreSQL", "two, PostgreSQL"


@dataclass(frozen=True, slots=True)
class Plan:
    """How many people come, and how long is measured: rounds, seconds a round, seconds of warming up before each."""

    people: int
    rounds: int
    seconds: float
    warm: float


CARD = "Svara på kortet"
"""What stands on each card of a case."""
SHORT = Plan(43, 1, 1.5, 0.3)
WHOLE = Plan(258, 5, 3.0, 1.0)


@dataclass(frozen=True, slots=True)
class Round:
    """One round: answers a second, and CPU milliseconds for each, of the bot and of those around it."""

    rate: float
    bot: float
    telegram: float
    people: float
    database: float


@dataclass(slots=True)
class Contender:
    """A bot with its Bot API and what its people do."""

    name: str
    telegram: Telegram
    bots: Sequence[Running]
    script: tuple[Act, ...]
    rounds: list[Round] = field(default_factory=list)

    def middle(self, name: str) -> float:
        """The median of one figure over the rounds."""
        return middle(getattr(one, name) for one in self.rounds)


def measure(*, short: bool, big: bool) -> list[Table]:
    """Run all bots and return what was measured."""
    with tempfile.TemporaryDirectory(prefix="lots-bench-") as folder, _contenders(Path(folder)) as (server, bots):
        plan = SHORT if short else WHOLE
        asyncio.run(_rounds(bots, server, plan))
        return _tables(bots, plan.people)


@contextmanager
def _contenders(folder: Path) -> Iterator[tuple[PostgreSQL, list[Contender]]]:
    with ExitStack() as stack:
        server = PostgreSQL()
        stack.callback(server.close)
        two = server.database()
        wanted: dict[str, Callable[[Telegram], list[Running]]] = {
            ECHO: lambda telegram: [rival("stock_echo", telegram, folder)],
            DURABLE: lambda telegram: [rival("durable", telegram, folder)],
            SQLITE: lambda telegram: [lots(telegram, f"sqlite:///{folder}/lots.db", folder)],
            POSTGRES: lambda telegram: [lots(telegram, server.database(), folder)],
            TWO: lambda telegram: [lots(telegram, two, folder), lots(telegram, two, folder)],
        }
        yield server, [_started(name, start, stack) for name, start in wanted.items()]


def _started(name: str, start: Callable[[Telegram], list[Running]], stack: ExitStack) -> Contender:
    telegram = Telegram()
    stack.callback(telegram.close)
    bots = start(telegram)
    for bot in bots:
        stack.callback(bot.close)
    await_polling(telegram, *bots)
    script = (Act(GREETING),) if name in (ECHO, DURABLE) else acts(JOURNEY)
    return Contender(name, telegram, bots, script)


async def _rounds(contenders: Sequence[Contender], server: PostgreSQL, plan: Plan) -> None:
    async with AsyncExitStack() as stack:
        crowds = []
        for contender in contenders:
            crowd = await stack.enter_async_context(Crowd(contender.telegram.url, contender.script))
            await crowd.gather(plan.people)
            crowds.append(crowd)
        for _ in range(plan.rounds):
            for contender, crowd in zip(contenders, crowds, strict=True):
                contender.rounds.append(await _round(contender, crowd, server, plan))
        for contender, crowd in zip(contenders, crowds, strict=True):
            await asyncio.to_thread(_check, contender, crowd.journeys)


async def _round(contender: Contender, crowd: Crowd, server: PostgreSQL, plan: Plan) -> Round:
    groups = [[bot.pid for bot in contender.bots], [contender.telegram.pid], [os.getpid()], server.pids()]
    before: list[float] = []
    load = await crowd.press_on(plan.seconds, plan.warm, lambda: before.extend(map(cpu_seconds, groups)))
    used = [1000 * (cpu_seconds(group) - was) for group, was in zip(groups, before, strict=True)]
    await crowd.drain()
    return Round(load.answers / load.seconds, *(one / max(1, load.answers) for one in used))


def _check(contender: Contender, journeys: int) -> None:
    """Every journey that was walked to its end has left one card with the navigators, and no more."""
    if len(contender.script) > 1:
        contender.telegram.wait(lambda: _cards(contender) >= journeys)
        cards = _cards(contender)
        if cards != journeys or not journeys:
            raise AssertionError(f"{contender.name}: {journeys} journeys, but {cards} cards")


def _cards(contender: Contender) -> int:
    """How many cards the navigators have got, beside what a desk is told of its own accord."""
    return sum(CARD in message.get("text", "") for message in contender.telegram.messages(STAFF))


def _tables(contenders: Sequence[Contender], people: int) -> list[Table]:
    by_name = {contender.name: contender for contender in contenders}
    rate = {name: contender.middle("rate") for name, contender in by_name.items()}
    lots_alone = by_name[SQLITE]
    rows = (
        at_least("one process on SQLite / stock echo of python-telegram-bot", rate[SQLITE] / rate[ECHO], 2.8, "×"),
        at_least("one process on SQLite / textbook durable bot", rate[SQLITE] / rate[DURABLE], 10, "×"),
        at_most("CPU of the bot for an update", lots_alone.middle("bot"), 1.0, "ms"),
        at_least("one process on PostgreSQL / on SQLite", rate[POSTGRES] / rate[SQLITE], 0.7, "×"),
        at_least("two processes on PostgreSQL / one", rate[TWO] / rate[POSTGRES], 1.5, "×"),
        at_most("resident memory, four packs", resident_megabytes(lots_alone.bots[0].pid), 160, "MB"),
    )
    return [
        Table("Speed", rows, f"{people} people{_HOW}"),
        Table("What an update costs", tuple(map(_cost, contenders)), _COSTS),
    ]


def _cost(contender: Contender) -> Row:
    parts = ("bot", "telegram", "people", "database")
    costs = [contender.middle(part) for part in parts]
    shown = ", ".join(f"{part} {cost:.2f}" for part, cost in zip(parts, costs, strict=True))
    return Row(contender.name, f"{contender.middle('rate'):.0f}/s; ms of CPU an update: {shown}")


_HOW = ", each acting as soon as answered; Lots walks the whole journey, the others echo one word."
_COSTS = "Of the bot itself, of the local Bot API, of the people's process and of the PostgreSQL server."
