"""How many reminders come twice by one kill while the reminders of a day go out.

People have begun a proposal; the database is copied. Then again and again from that copy: the day comes on which
all are reminded, the process is killed when some have been, at another moment each time, and is started again. Limits
are off, so that as much as possible is under way.
"""

import asyncio
import random
import shutil
import statistics
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.processes.builds import Build
from tests.chaos.rounds import DAYS
from tests.chaos.verdict import ledger
from tests.chaos.world.people import Association
from tests.chaos.world.script import Expected, plain
from tests.chaos.world.site import MORNING, Site, site
from tests.journeys.over_http import set_clock

SEED = 20261129
A_DRAFT = 5
"""Groups of acts of the journey after which the proposal has its first answers and is put away."""
SAFELY = 60.0
LATEST_SECONDS = 0.03
"""A kill falls up to so long after the reminder that was waited for, about as long as a batch of them takes."""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """How many came twice by each kill, how many never came in all, and the most messages under way at one time."""

    twice: list[int]
    lost: int
    under_way: int

    @property
    def median(self) -> float:
        """Of how many came twice by a kill."""
        return statistics.median(self.twice)

    @property
    def kills(self) -> int:
        """How often it was killed."""
        return len(self.twice)

    @property
    def most_by_way(self) -> float:
        """The most that came twice by one kill, as many times as messages were under way."""
        return self.most / max(1, self.under_way)

    @property
    def most(self) -> int:
        """The most that came twice by one kill."""
        return max(self.twice)


def interrupted(build: Build, expected: Expected, people: int, kills: int) -> Interrupted:
    """Kill so many times while so many people are reminded."""
    with tempfile.TemporaryDirectory(prefix="lots-bench-") as folder:
        return asyncio.run(_interrupted(build, Path(folder), expected, people, kills))


async def _interrupted(build: Build, folder: Path, expected: Expected, people: int, kills: int) -> Interrupted:
    async with site(folder, "sqlite", seed=SEED, build=build) as here:
        here.village.shown = expected.shown
        drafts = list(await asyncio.gather(*(here.village.with_draft(A_DRAFT) for _ in range(people))))
        await here.quiet(SAFELY)
        await here.keepers[0].stop()
        copy = Path(shutil.copy(_file(here), folder / "copy.db"))
        text, chance = expected.reminders[0][1], random.Random(SEED)
        counts = [await _one(here, copy, drafts, text, chance) for _ in range(kills)]
        return Interrupted([twice for twice, _ in counts], sum(lost for _, lost in counts), here.proxy.most_under_way)


async def _one(here: Site, copy: Path, drafts: list[Association], text: str, chance: random.Random) -> tuple[int, int]:
    """How many were reminded twice by one kill, and how many never."""
    keeper, before = here.keepers[0], len(await _reminded(here, text))
    said = {who.chat: len(here.telegram.shown[who.chat]) for who in drafts}

    def more() -> list[int]:
        return [len(here.telegram.shown[chat]) - count for chat, count in said.items()]

    for left in _file(here).parent.glob("lots.db-*"):
        left.unlink()
    shutil.copy(copy, _file(here))
    set_clock(here.clock, DAYS[0])
    keeper.start()
    some = chance.randint(len(drafts) // 10, len(drafts) * 9 // 10)
    await here.telegram.wait(lambda: sum(more()) >= some or None, SAFELY)
    await asyncio.sleep(chance.uniform(0, LATEST_SECONDS))
    keeper.kill()
    await here.telegram.wait(lambda: all(more()) or None, SAFELY)
    await here.quiet(SAFELY)
    set_clock(here.clock, MORNING)
    await keeper.stop()
    chats = (await _reminded(here, text))[before:]
    return len(chats) - len(set(chats)), len(drafts) - len(set(chats))


async def _reminded(here: Site, text: str) -> list[int]:
    """The chats that were reminded, in order, each as often as it was."""
    calls = ledger.spoken((await here.telegram.ask("/calls?limit=100000000"))["calls"])
    return [int(call["arguments"]["chat_id"]) for call in calls if plain(call["arguments"].get("text", "")) == text]


def _file(here: Site) -> Path:
    return Path(here.place.url.removeprefix("sqlite:///"))
