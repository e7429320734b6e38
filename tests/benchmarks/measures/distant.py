"""PostgreSQL down the hall: how much longer an answer takes, how often an update goes there, and what it costs.

This tree and the former commit, each once beside the server and once a millisecond away from it.
"""

import asyncio
import tempfile
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.people.crowd import Crowd
from tests.benchmarks.people.journey import JOURNEY, acts
from tests.benchmarks.processes.bots import Telegram, await_polling, lots
from tests.benchmarks.processes.builds import FORMER, Build
from tests.benchmarks.processes.distance import Distance
from tests.benchmarks.processes.machine import cpu_seconds
from tests.benchmarks.processes.postgres import PostgreSQL
from tests.benchmarks.reports.tables import Row, Table, at_least, at_most, percentile
from tests.benchmarks.trials.both import Both, with_both

AWAY = 0.001
"""In seconds: the round trip to a server in the next building."""
PACE = 30.0
PEOPLE = 43
WARM = 1.0
TITLE = f"PostgreSQL, beside commit {FORMER}"


@dataclass(frozen=True, slots=True)
class Served:
    """The median wait in seconds and trips to the server an update at 30 messages a second; updates a second, and CPU
    of bot and server in ms an update, as fast as it goes.
    """

    wait: float
    trips: float
    rate: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Seen:
    """A build beside its server, and a millisecond away from it."""

    near: Served
    far: Served

    @property
    def added(self) -> float:
        """Milliseconds that the distance adds to a wait."""
        return 1000 * (self.far.wait - self.near.wait)


def measure(*, short: bool, big: bool) -> list[Table]:
    """Measure both builds."""
    seconds = 3.0 if short else 12.0
    both = with_both(lambda build: Seen(_served(build, 0.0, seconds), _served(build, AWAY, seconds)))
    return both.tables(TITLE, _goals(both), "How the waits were found", _how(both))


def _goals(both: Both[Seen]) -> tuple[Row, ...]:
    here, there = both.here, both.there
    trips = both.at_most("round trips an update at 30 messages a second", lambda seen: seen.far.trips, 4)
    if there is None:
        return (trips,)
    return (
        at_most(f"CPU of bot and server an update / at {FORMER}", here.near.cpu / there.near.cpu, 0.5, "×"),
        at_most(f"a millisecond away: wait added, median / at {FORMER}", here.added / there.added, 0.3, "×"),
        trips,
        at_least(f"a millisecond away: updates a second / at {FORMER}", here.far.rate / there.far.rate, 3, "×"),
    )


def _how(both: Both[Seen]) -> tuple[Row, ...]:
    return (
        both.plain("wait beside the server, median", lambda seen: 1000 * seen.near.wait, "ms"),
        both.plain("wait a millisecond away, median", lambda seen: 1000 * seen.far.wait, "ms"),
        both.plain("updates a second beside the server", lambda seen: seen.near.rate),
        both.plain("updates a second a millisecond away", lambda seen: seen.far.rate),
        both.plain("CPU of bot and server an update", lambda seen: seen.near.cpu, "ms"),
    )


def _served(build: Build, away: float, seconds: float) -> Served:
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="lots-bench-")))
        server, telegram = PostgreSQL(), Telegram()
        stack.callback(server.close)
        stack.callback(telegram.close)
        # Trips are counted beside the server, too; there the way takes no time.
        way = Distance(server.database(), away)
        stack.callback(way.close)
        bot = lots(telegram, way.address, folder, build)
        stack.callback(bot.close)
        await_polling(telegram, bot)
        return asyncio.run(_walked(telegram, way, [bot.pid, *server.pids()], seconds))


async def _walked(telegram: Telegram, way: Distance, pids: list[int], seconds: float) -> Served:
    used: list[float] = []
    async with Crowd(telegram.url, acts(JOURNEY)) as crowd:
        await crowd.gather(PEOPLE)
        await crowd.walk(WARM, PACE)
        trips = way.trips
        calm = await crowd.walk(seconds, PACE)
        trips = way.trips - trips
        load = await crowd.press_on(seconds, WARM, lambda: used.append(cpu_seconds(pids)))
        cpu = cpu_seconds(pids) - used[0]
        await crowd.drain()
    answers = max(1, load.answers)
    wait = percentile(calm.waits, 0.5)
    return Served(wait, trips / max(1, calm.answers), load.answers / load.seconds, 1000 * cpu / answers)
