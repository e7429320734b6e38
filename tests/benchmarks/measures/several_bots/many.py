"""A hundred bots in one process, each with its own name and database: memory, idle CPU, waits, and how they come up.

Beside them stand as many processes of the former commit, which serves one bot a process: three are started, and what
one of them holds is counted a hundred times.
"""

import asyncio
import itertools
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.processes.bots import Running
from tests.benchmarks.processes.builds import FORMER, HERE, Build, CannotBeSetUp, former
from tests.benchmarks.processes.machine import cpu_seconds, resident_megabytes
from tests.benchmarks.processes.telegram_of_many import TelegramOfMany
from tests.benchmarks.reports.tables import Row, Table, at_least, at_most, middle, percentile, plain
from tests.bot.running import free_port

PACE = 30.0
"""Messages a second over all bots: what Telegram allows one."""
SETTLE = 5.0
START_SECONDS = 300.0
"""The longest that a start may take before the benchmark gives up."""
ONE_CHAT = 1000
PACK = "vasa"


@dataclass(frozen=True, slots=True)
class Plan:
    """How many bots, seconds of idling, seconds of words and rounds of them, processes of the former commit."""

    bots: int
    idle: float
    words: float
    rounds: int
    former: int


SHORT = Plan(20, 10.0, 5.0, 1, 1)
WHOLE = Plan(100, 60.0, 20.0, 3, 3)


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen of a process: MB resident after words, share of a core when idle, 99th percentiles of waits in
    seconds, and seconds from the first bot's answer to the last one's.
    """

    memory: float
    idle: float
    late: tuple[float, ...]
    spread: float


def measure(*, short: bool, big: bool) -> list[Table]:
    """Start many bots, one bot, and the former commit, and return what was measured."""
    plan = SHORT if short else WHOLE
    many, one = asyncio.run(_both(plan))
    return [Table(f"{plan.bots} bots in one process", _rows(plan, many, one, _of_former(plan)), _HOW)]


def _rows(plan: Plan, many: Seen, one: Seen, former_memory: float | str) -> tuple[Row, ...]:
    late, alone = middle(many.late), middle(one.late)
    return (
        _beside_processes(plan, many, former_memory),
        at_most(f"CPU of {plan.bots} idle bots, long polling included", 100 * many.idle, 3, "% of a core"),
        at_most(f"p99 of the wait at {PACE:.0f} messages a second over all / one bot's", late / alone, 1.5, "×"),
        at_most("start with the tables there: until each has answered, after the first one", many.spread, 5, "s"),
        plain("resident memory of all", many.memory, "MB"),
        plain("resident memory of one bot alone", one.memory, "MB"),
        plain("resident memory for each bot more", (many.memory - one.memory) / max(1, plan.bots - 1), "MB"),
        plain("p99 of the wait, all", 1000 * late, "ms"),
        plain("p99 of the wait, one bot", 1000 * alone, "ms"),
        plain("CPU of one idle bot", 100 * one.idle, "% of a core"),
    )


def _beside_processes(plan: Plan, many: Seen, former_memory: float | str) -> Row:
    what = f"memory of {plan.bots} processes of {FORMER} / of the one"
    if isinstance(former_memory, str):
        return Row(what, f"not measured: {former_memory}")
    return at_least(what, plan.bots * former_memory / many.memory, 0.4 * plan.bots, "×")


async def _both(plan: Plan) -> tuple[Seen, Seen]:
    """Many and one, whose words come in turns, so that a slow minute of the machine hits both."""
    async with running(HERE, plan.bots) as many, running(HERE, 1) as one:
        for place in (many, one):
            await place.answered_by_all()
        spread = await many.started_again()
        await asyncio.sleep(SETTLE)
        idle = [await place.idle(plan.idle) for place in (many, one)]
        late: tuple[list[float], list[float]] = ([], [])
        for _ in range(plan.rounds):
            for place, kept in zip((many, one), late, strict=True):
                kept.append(percentile(await place.words(plan.words), 0.99))
        memory = [resident_megabytes(place.bot.pid) for place in (many, one)]
    return Seen(memory[0], idle[0], tuple(late[0]), spread), Seen(memory[1], idle[1], tuple(late[1]), 0.0)


@dataclass(slots=True)
class Place:
    """A process of bots with the server that they ask."""

    telegram: TelegramOfMany
    bot: Running
    tokens: Sequence[str]
    chats: "itertools.count[int]"

    async def answered_by_all(self) -> float:
        """Let somebody greet each bot; return the seconds between the first answer and the last."""
        greeted = next(self.chats)
        for token in self.tokens:
            self.telegram.write(token, greeted, "hej")
        await self._all_answered(lambda: self.bot.log.read_text()[-2000:])
        times = [self.telegram.said_at[token, greeted] for token in self.tokens]
        return max(times) - min(times)

    async def started_again(self) -> float:
        """End the process and start it with its tables there; return the same of words that waited for it."""
        await asyncio.to_thread(self.bot.close)
        self.bot.start()
        return await self.answered_by_all()

    async def idle(self, seconds: float) -> float:
        """Return the part of a core that is used while nobody writes."""
        before = cpu_seconds([self.bot.pid])
        await asyncio.sleep(seconds)
        return (cpu_seconds([self.bot.pid]) - before) / seconds

    async def words(self, seconds: float) -> list[float]:
        """Let words come evenly, to each bot in its turn, from somebody new each time; return the waits."""
        self.telegram.waits.clear()
        began = time.perf_counter()
        for number, token in zip(range(int(seconds * PACE)), itertools.cycle(self.tokens), strict=False):
            await asyncio.sleep(max(0.0, began + number / PACE - time.perf_counter()))
            self.telegram.write(token, next(self.chats), "hej")
        await self._all_answered(lambda: "somebody was not answered")
        return list(self.telegram.waits)

    async def _all_answered(self, why: Callable[[], str]) -> None:
        ends = time.perf_counter() + START_SECONDS
        while self.telegram.unanswered():
            if time.perf_counter() > ends or self.bot.ended:
                raise AssertionError(why())
            await asyncio.sleep(0.01)


@asynccontextmanager
async def running(build: Build, bots: int, **elsewhere: str) -> AsyncIterator[Place]:
    """Start a process of bots by a `lots.toml`, the same for one as for many. `elsewhere` are the addresses of the
    databases that lie in no file here, by the names of their bots, town0 and so on.
    """
    async with TelegramOfMany() as telegram:
        with ExitStack() as stack:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="lots-bench-")))
            tokens = [f"{1_000_000_001 + number}:benchmarks-token-that-opens-nothing" for number in range(bots)]
            (folder / "lots.toml").write_text(_settings(telegram.url, tokens, elsewhere))
            bot = Running(["-m", "bot", "run"], {}, folder, build)
            stack.callback(bot.close)
            yield Place(telegram, bot, tokens, itertools.count(ONE_CHAT))


def _settings(url: str, tokens: Sequence[str], elsewhere: Mapping[str, str]) -> str:
    process = f"api_url = '{url}'\nlisten = '127.0.0.1:{free_port()}'\nrate = 'off'\n"
    tables = (
        f"[[bots]]\nname = 'town{number}'\ntoken = '{token}'\npacks = ['{PACK}']\n"
        f"secret_key = 'a long enough key of town {number}'\n"
        f"database_url = '{elsewhere.get(f'town{number}', f'sqlite:///town{number}.db')}'\n"
        for number, token in enumerate(tokens)
    )
    return "\n".join((process, *tables))


def _of_former(plan: Plan) -> float | str:
    """MB that a process of the former commit holds after a greeting, or why that is not known."""
    try:
        build = former()
    except CannotBeSetUp as problem:
        return str(problem)
    return middle(asyncio.run(_memory_of_one(build)) for _ in range(plan.former))


async def _memory_of_one(build: Build) -> float:
    async with TelegramOfMany() as telegram:
        with tempfile.TemporaryDirectory(prefix="lots-bench-") as name, ExitStack() as stack:
            settings = {
                "LOTS_TOKEN": "1000000001:benchmarks-token-that-opens-nothing",
                "LOTS_SECRET_KEY": "a long enough key of one town",
                "LOTS_API_URL": telegram.url,
                "LOTS_DATABASE_URL": f"sqlite:///{name}/lots.db",
                "LOTS_PACKS": f'["{PACK}"]',
                "LOTS_LISTEN": f"127.0.0.1:{free_port()}",
                "LOTS_RATE": "off",
            }
            bot = Running(["-m", "bot", "run"], settings, Path(name), build)
            stack.callback(bot.close)
            place = Place(telegram, bot, [settings["LOTS_TOKEN"]], itertools.count(ONE_CHAT))
            await place.answered_by_all()
            await place.words(SETTLE)
            return resident_megabytes(bot.pid)


_HOW = (
    "Each bot has its own token, key and SQLite file, and Vasa's pack. People write one greeting each, to one bot "
    "after the other; many bots and one take turns."
)
