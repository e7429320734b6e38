"""How long others wait while one person sends very much at once.

Others ask at random moments, first while nobody else writes and then while the texts of one person are worked off. When
they are, another person sends as many, until enough have asked. Telegram's limits are off at both ends, so that
nothing but the bot itself makes anybody wait.
"""

import asyncio
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tests.benchmarks.people.onlookers import Onlookers, Wait
from tests.benchmarks.processes.builds import Build
from tests.benchmarks.reports.tables import percentile
from tests.benchmarks.trials.site import Site, site

ASKS_A_SECOND = 25.0
"""Questions of others: most of what Telegram lets a bot answer, 30 a second."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How many others ask each time, for how many seconds they go on, and how long in seconds they wait at most."""

    asks: int
    seconds: float
    patience: float


SHORT = Plan(40, 4.0, 20.0)
WHOLE = Plan(200, 30.0, 60.0)


@dataclass(frozen=True, slots=True)
class Flooded:
    """The waits in seconds of those who were answered, how many were not, and the seconds that one flood took.

    `flood` is infinite where it was not worked off within the patience. `rig` is the part of a core that
    the test rig used.
    """

    quiet: list[float]
    crowded: list[float]
    unanswered: int
    flood: float
    rig: float

    @property
    def late(self) -> float:
        """The 99th percentile in seconds; those who were never answered count as having waited without end."""
        return percentile([*self.crowded, *[float("inf")] * self.unanswered], 0.99)

    @property
    def calm(self) -> float:
        """The same while nobody else writes."""
        return percentile(self.quiet, 0.99)

    @property
    def times(self) -> float:
        """How many times as long the others wait."""
        return self.late / self.calm

    @property
    def asked(self) -> int:
        """How many others asked beside the flood."""
        return len(self.crowded) + self.unanswered


def flooded(build: Build, texts: Sequence[str], plan: Plan) -> Flooded:
    """Let one person send all these texts at once while others ask."""
    with site(build) as here:
        return asyncio.run(_flooded(here, texts, plan))


async def _flooded(here: Site, texts: Sequence[str], plan: Plan) -> Flooded:
    async with here.onlookers() as people:
        await people.settle(2 * plan.asks)
        quiet = await people.ask(ASKS_A_SECOND, lambda: True, plan.asks)
        await people.all_answered(quiet, plan.patience)
        with here.watched():
            crowded, flood = await _beside(people, texts, plan)
    done = [wait.seconds for wait in crowded if wait.seconds is not None]
    return Flooded([wait.seconds or plan.patience for wait in quiet], done, len(crowded) - len(done), flood, here.rig)


async def _beside(people: Onlookers, texts: Sequence[str], plan: Plan) -> tuple[list[Wait], float]:
    waits: list[Wait] = []
    ends, took = time.monotonic() + plan.seconds, float("inf")
    while len(waits) < plan.asks and time.monotonic() < ends:
        await people.writes(await people.newcomer(), *texts)
        flood = asyncio.create_task(people.idle(plan.seconds + plan.patience))
        waits += await people.ask(ASKS_A_SECOND, _until(ends, flood), plan.asks - len(waits))
        await people.all_answered(waits, plan.patience)
        took = await flood
    return waits, took


def _until(ends: float, flood: "asyncio.Task[float]") -> Callable[[], bool]:
    return lambda: not flood.done() and time.monotonic() < ends
