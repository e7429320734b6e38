"""What is lost and what comes twice while a proxy answers one call in five wrongly, in twenty ways.

Associations walk the whole way of the chaos suite and navigators answer them; each waits for the answer before going
on. The proxy lies for the given time, then it is honest and everything may come to rest. What is lost and doubled is
read from the Bot API's own list of calls, held against a walk of the same build with nothing going wrong.
"""

import asyncio
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.processes.builds import Build
from tests.chaos.rounds import rehearse
from tests.chaos.verdict import ledger
from tests.chaos.world.script import Expected
from tests.chaos.world.site import Site, site
from tests.stages.in_memory import STAFF

SHARE = 0.2
SEED = 20261129
PEOPLE = 12
"""Associations at a time."""
PATIENCE, TURNS = 45.0, 300
"""Somebody gives up when the bot has said nothing for so many seconds, or so many things to others; whether the answer
came later still is looked at in the end."""
REST = 150.0
"""Seconds that all may take to come to rest: longer than the longest pause before a message is tried again."""


@dataclass(frozen=True, slots=True)
class Lied:
    """What came of it. `hidden` are messages whose call took effect and was answered wrongly; only they can double."""

    calls: int
    lies: int
    messages: int
    lost: int
    doubled: int
    hidden: int
    doubts: int
    unlike: int
    ended: int
    restless: bool

    @property
    def part_doubled(self) -> float:
        """Percent of all messages that came once more."""
        return 100 * self.doubled / self.messages

    @property
    def part_of_hidden(self) -> float:
        """The same of those that alone can come twice."""
        return 100 * self.doubled / max(1, self.hidden)

    @property
    def uncounted(self) -> int:
        """How many more came twice than the bot counted doubts."""
        return max(0, self.doubled - self.doubts)


def rehearsed(build: Build) -> Expected:
    """Return what a build says to somebody who walks the whole way with nothing going wrong."""
    with tempfile.TemporaryDirectory(prefix="lots-bench-") as folder:
        return asyncio.run(rehearse(Path(folder), build))


def lied(build: Build, expected: Expected, seconds: float) -> Lied:
    """Let people walk for so many seconds behind a lying proxy."""
    with tempfile.TemporaryDirectory(prefix="lots-bench-") as folder:
        return asyncio.run(_lied(build, Path(folder), expected, seconds))


async def _lied(build: Build, folder: Path, expected: Expected, seconds: float) -> Lied:
    async with site(folder, "sqlite", seed=SEED, build=build) as here:
        village = here.village
        village.shown, village.patience, village.turns = expected.shown, PATIENCE, TURNS
        here.proxy.share = SHARE
        ends = time.monotonic() + seconds
        await village.settle_in(PEOPLE, lambda: time.monotonic() < ends)
        here.proxy.share = 0.0
        restless = not await here.quiet(REST)
        calls = ledger.spoken((await here.telegram.ask("/calls?limit=100000000"))["calls"])
        found = ledger.judge(calls, village.associations, STAFF, expected, 0)
        return _counted(here, found, restless=restless)


def _counted(here: Site, found: ledger.Found, *, restless: bool) -> Lied:
    return Lied(
        calls=here.proxy.calls,
        lies=here.proxy.struck.total(),
        messages=found.messages,
        lost=sum(who.lost for who in here.village.associations),
        doubled=len(found.doubles),
        hidden=len(here.proxy.hidden),
        doubts=here.place.doubts(),
        unlike=sum(" came " in line and "never came" not in line for line in found.violations),
        ended=sum(keeper.ended for keeper in here.keepers),
        restless=restless,
    )
