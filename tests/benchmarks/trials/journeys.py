"""What an update costs a bot while many people walk the whole way from a need to an idea that is sent."""

import asyncio

from tests.benchmarks.people.crowd import Crowd
from tests.benchmarks.people.journey import JOURNEY, acts
from tests.benchmarks.processes.builds import Build
from tests.benchmarks.processes.machine import cpu_seconds
from tests.benchmarks.trials.site import Site, site

WARM = 2.0


def cpu_an_update(build: Build, people: int, seconds: float, script: str = JOURNEY) -> float:
    """Return milliseconds of CPU that the bot uses for one update of a journey."""
    with site(build) as here:
        return asyncio.run(_walked(here, people, seconds, script))


async def _walked(here: Site, people: int, seconds: float, script: str) -> float:
    before: list[float] = []
    async with Crowd(here.telegram.url, acts(script)) as crowd:
        await crowd.gather(people)
        load = await crowd.press_on(seconds, WARM, lambda: before.append(cpu_seconds([here.bot.pid])))
        used = cpu_seconds([here.bot.pid]) - before[0]
        await crowd.drain()
    return 1000 * used / load.answers
