"""What goes wrong, when: a schedule that a seed decides, and the hands that carry it out.

Kills fall at random instants of a process's life, most of them while it works, some while it starts. What the Bot API
does wrong is asked of the local Bot API; what the database does wrong is asked of its place.
"""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable, Sequence
from datetime import timedelta
from typing import Any

from tests.chaos.faults.returns import Returns
from tests.chaos.faults.visitors import Visitors
from tests.chaos.world.keepers import Keeper
from tests.chaos.world.site import MORNING, Site
from tests.journeys.over_http import set_clock

JUMPS = timedelta(hours=5)
"""The clock is thrown about within one working day, so that what is said of days stays the same."""

POISON: tuple[dict[str, Any], ...] = (
    {"message": {"message_id": 1, "date": 0, "chat": {"id": "no number"}, "text": 5}},
    {"message": 17},
    {"callback_query": {"id": "1", "from": None, "data": {"a": []}}},
    {"something_new": {"x": 1}},
    {"message": {"message_id": 2, "date": 0, "chat": {"id": 2**70, "type": "private"}, "text": "hej"}},
    {"message": {"message_id": 3, "date": 0, "chat": {"id": [], "type": "private"}, "from": "x", "text": ["hej"]}},
    {"message": None, "callback_query": []},
    {"my_chat_member": {"chat": {"id": -1, "type": 7}, "new_chat_member": "kicked"}},
)
READ_ONLY = "read-only"
LIES = 0.2
"""The share of calls that the proxy answers wrongly while it lies."""
SENDS = ("sendMessage", "editMessageText")
WATCHED, ALL_AT_ONCE = 0.15, 0.06
"""The share of kills, beside the first of each process, after which everything holds still until the bots are back; and
of those that hit all processes."""


def api_fault(chance: random.Random, *, reorder: bool) -> dict[str, Any]:
    """One thing that the Bot API does wrong, as `POST /faults` takes it."""
    kind = chance.choice(("429", "500", "502", "cut_before", "cut_after", "delay_before", "delay_after", "duplicate"))
    if chance.random() < 0.1:
        kind = "conflict"
    if reorder and chance.random() < 0.1:
        kind = "reorder"
    match kind:
        case "duplicate" | "reorder":
            return {"kind": kind, "count": chance.randint(1, 3)}
        case "conflict":
            return {"kind": kind, "method": "getUpdates", "count": 1}
        case "429":
            return {"kind": kind, "method": "sendMessage", "count": chance.randint(1, 3), "seconds": 1}
        case _:
            seconds = round(chance.uniform(0.2, 2), 2)
            return {"kind": kind, "method": chance.choice(SENDS), "count": chance.randint(1, 3), "seconds": seconds}


class Trouble:
    """Everything that is done to one site. `struck` counts it by name."""

    def __init__(self, seed: int, here: Site, returns: Returns) -> None:
        self._seed, self._returns = seed, returns
        self._telegram, self._keepers = here.telegram, here.keepers
        self._place, self._clock, self._proxy = here.place, here.clock, here.proxy
        self.visitors = Visitors(seed, here.telegram, here.place)
        self.struck: Counter[str] = Counter()
        self.outages: list[tuple[float, float]] = []
        returns.healers.append(self.heal)

    async def kill(self, number: int, more: Callable[[], bool]) -> None:
        """Kill one process again and again."""
        keeper, chance = self._keepers[number], random.Random(f"{self._seed}:kill:{number}")
        while more():
            if chance.random() < 0.8:
                await keeper.ready()
            await asyncio.sleep(chance.uniform(0.05, 1.2))
            watched = chance.random() < WATCHED or not keeper.kills
            victims = self._keepers if len(self._keepers) > 1 and chance.random() < ALL_AT_ONCE else [keeper]
            await self._returns.over()
            if watched:
                await self._returns.watch(self._keepers, victims, lambda victims=victims: self._kill(victims))
            else:
                self._kill(victims)

    def _kill(self, victims: Sequence[Keeper]) -> None:
        living = [keeper for keeper in victims if keeper.running]
        for keeper in living:
            keeper.kill()
        self.struck["SIGKILL"] += len(living)
        self.struck["all killed at once"] += len(victims) > 1

    async def disturb_api(self, more: Callable[[], bool], *, reorder: bool = False, every: float = 1.0) -> None:
        """Let the Bot API do wrong."""
        chance = random.Random(f"{self._seed}:api")
        await self._telegram.ask("/faults/seed", {"seed": self._seed})

        async def strike() -> None:
            await self.heal()  # one at a time: rules that pile up would hit one message again and again
            await self._telegram.ask("/faults", api_fault(chance, reorder=reorder))

        await self._again(chance, more, every, strike)

    async def disturb_numbers(self, more: Callable[[], bool]) -> None:
        """Poisoned updates, and numbers of updates that start anew."""
        chance = random.Random(f"{self._seed}:numbers")

        async def strike() -> None:
            if chance.random() < 0.3:
                await self._telegram.ask("/faults/restart", {"first": chance.randint(1, 900_000_000)})
                self.struck["update_id restart"] += 1
            else:
                await self._telegram.ask("/faults/update", chance.choice(POISON))
                self.struck["poison update"] += 1

        await self._again(chance, more, 2.0, strike)

    async def disturb_clock(self, more: Callable[[], bool]) -> None:
        """Throw the clock forward and back."""
        chance = random.Random(f"{self._seed}:clock")

        async def strike() -> None:
            set_clock(self._clock, MORNING + chance.random() * JUMPS)
            self.struck["clock jump"] += 1

        await self._again(chance, more, 1.5, strike)

    async def disturb_proxy(self, more: Callable[[], bool]) -> None:
        """Let the proxy lie now and then for a moment."""
        chance = random.Random(f"{self._seed}:proxy")

        async def strike() -> None:
            async with self._returns.alone():
                self._proxy.share = LIES
                await asyncio.sleep(chance.uniform(0.2, 1.0))
                self._proxy.share = 0.0

        await self._again(chance, more, 2.0, strike)

    async def disturb_with_visitors(self, more: Callable[[], bool]) -> None:
        """Let visitors come who keep the bot busy, or whose value is torn."""
        await self._again(random.Random(f"{self._seed}:come"), more, 6.0, self.visitors.strike)

    async def disturb_database(self, more: Callable[[], bool], every: float = 5.0) -> None:
        """Put the database out of order for a while."""
        chance = random.Random(f"{self._seed}:database")

        async def strike() -> None:
            name = chance.choice([*sorted(self._place.outages), READ_ONLY])
            async with self._returns.alone():
                began = time.time()
                if name == READ_ONLY:
                    await self._read_only()
                else:
                    await asyncio.to_thread(self._place.outages[name])
            self.outages.append((began, time.time()))
            self.struck[name] += 1

        await self._again(chance, more, every, strike)

    async def _read_only(self) -> None:
        """All processes die and find on their return that they may only read, until the operator has mended it."""
        for keeper in self._keepers:
            keeper.end()
        with self._place.read_only():
            await asyncio.sleep(3)

    async def heal(self) -> None:
        """Take the faults of the Bot API away, and count how often each kind struck."""
        for rule in await self._telegram.ask("/faults"):
            if rule["struck"]:
                self.struck[rule["kind"]] += rule["struck"]
        await self._telegram.ask("/faults", method="DELETE")

    async def _again(
        self, chance: random.Random, more: Callable[[], bool], every: float, strike: Callable[[], Awaitable[None]]
    ) -> None:
        while True:
            await asyncio.sleep(chance.uniform(0.5, 1.5) * every)
            await self._returns.over()
            if not more():
                return
            await strike()
