"""How soon a bot is back whose process died: somebody new writes to it in that instant, and is answered.

A death is watched while everything else holds still: all processes stand and each bot is served, nothing goes wrong
with the Bot API or the database, and nobody else is killed until the answer has come. What is measured is the way back
alone, not how long it lasts until one of many returns is not killed half-way. Who writes after the death cannot be
answered by what the dead process had under way, nor wait for a message that was in doubt before.
"""

import asyncio
import os
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import aiohttp

from tests.chaos.world.keepers import Keeper
from tests.chaos.world.site import Site

FIRST_CALLER = 770_000_000
"""Far above the numbers of associations and visitors."""
PATIENCE = 60.0
"""In seconds: whoever is not answered by then never will be."""
LOOK_SECONDS = 0.1


@dataclass(frozen=True)
class Return:
    """The seconds from a death to the answer, and how many wanted a core of the machine in the minute before."""

    seconds: float
    load: float


class Returns:
    """The watched deaths of a round. `unanswered` has a line for each caller whom nobody answered; `healers` take the
    faults of each Bot API away.
    """

    def __init__(self, sites: Sequence[Site]) -> None:
        self.found: list[Return] = []
        self.unanswered: list[str] = []
        self.healers: list[Callable[[], Awaitable[None]]] = []
        self._sites = sites
        self._callers = 0
        self._one = asyncio.Lock()
        self._nobody_watches = asyncio.Event()
        self._nobody_watches.set()

    async def over(self) -> None:
        """Wait until no death is watched."""
        await self._nobody_watches.wait()

    @asynccontextmanager
    async def alone(self) -> AsyncIterator[None]:
        """Let no death be watched while the block runs."""
        async with self._one:
            yield

    async def watch(self, keepers: Sequence[Keeper], victims: Sequence[Keeper], die: Callable[[], None]) -> None:
        """Let the victims die, and wait until somebody is answered by each bot that they served."""
        async with self._one:
            self._nobody_watches.clear()
            try:
                await self._settled(keepers)
                await self._call_after(victims, die)
            finally:
                self._nobody_watches.set()

    async def _settled(self, keepers: Sequence[Keeper]) -> None:
        """Take the faults away, and wait until every process stands and every bot is served."""
        for heal in self.healers:
            await heal()
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends:
            standing = [await keeper.ready() for keeper in keepers]
            served = {name for keeper in keepers for name in await _served(keeper)}
            if all(standing) and served.issuperset(here.name for here in self._sites):
                return
            await asyncio.sleep(LOOK_SECONDS)

    async def _call_after(self, victims: Sequence[Keeper], die: Callable[[], None]) -> None:
        lost = {name for keeper in victims for name in await _served(keeper)}
        deserted = [here for here in self._sites if here.name in lost]
        callers = [await self._newcomer(here) for here in deserted]
        load, died = os.getloadavg()[0], time.monotonic()
        die()
        calls = (self._call(here, who, died, load) for here, who in zip(deserted, callers, strict=True))
        await asyncio.gather(*calls)

    async def _newcomer(self, here: Site) -> int:
        number, self._callers = FIRST_CALLER + self._callers, self._callers + 1
        await here.telegram.ask("/people", {"first_name": "Ring", "language_code": "sv", "id": number})
        return number

    async def _call(self, here: Site, who: int, died: float, load: float) -> None:
        await here.telegram.act({"act": "write", "person": who, "text": "hej"})
        if await here.telegram.wait(lambda: here.telegram.texts(who) or None, PATIENCE):
            self.found.append(Return(time.monotonic() - died, load))
        else:
            self.unanswered.append(f"who wrote to {here.name or 'the bot'} as its process died was not answered")


async def _served(keeper: Keeper) -> set[str]:
    """The names of the bots that a process serves; an empty name is that of the only one."""
    with suppress(aiohttp.ClientError, TimeoutError, ValueError):
        async with aiohttp.ClientSession() as session, session.get(keeper.health) as answer:
            said = await answer.json()
            bots = said.get("bots", {"": said})
            return {name for name, told in bots.items() if "outbox" in told}
    return set()
