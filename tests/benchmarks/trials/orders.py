"""What memory a bot holds after one person has ordered the two papers of a proposal again and again, all at once.

Each order makes four files. The orders are typed one after the other without waiting, in Swedish and in Finnish by
turns, by the words of the buttons that stand under what was ordered last.
"""

import asyncio
from dataclasses import dataclass
from itertools import cycle, islice

from tests.benchmarks.people.journey import JOURNEY, acts
from tests.benchmarks.people.walker import walk
from tests.benchmarks.processes.builds import Build
from tests.benchmarks.processes.machine import family, resident_megabytes
from tests.benchmarks.trials.site import Site, site

FIRST_ORDER = "gör dokumenten"
NEXT_ORDERS = ("gör dem på finska", "gör dem på svenska")
FILES_EACH = 4
TO_THE_OVERVIEW = -2
"""The journey's last two presses send the idea; before them the proposal lies open in its overview."""
PATIENCE = 240.0


@dataclass(frozen=True, slots=True)
class Ordered:
    """Resident memory of the bot with its children in MB before and after, and how many files came."""

    before: float
    after: float
    files: int

    @property
    def times(self) -> float:
        """After, as many times as before."""
        return self.after / self.before


def ordered(build: Build, orders: int) -> Ordered:
    """Let somebody with a whole proposal order its papers so many times."""
    with site(build) as here:
        person = here.telegram.person()
        walk(here.telegram, person, acts(JOURNEY)[:TO_THE_OVERVIEW])
        before = _resident(here)
        said = [FIRST_ORDER, *islice(cycle(NEXT_ORDERS), orders - 1)]
        here.telegram.ask("/acts", [{"act": "write", "person": person, "text": text} for text in said])
        asyncio.run(_until_idle(here))
        return Ordered(before, _resident(here), len(here.telegram.calls("sendDocument", person)))


async def _until_idle(here: Site) -> None:
    async with here.onlookers() as people:
        await people.idle(PATIENCE)


def _resident(here: Site) -> float:
    return sum(map(resident_megabytes, family(here.bot.pid)))
