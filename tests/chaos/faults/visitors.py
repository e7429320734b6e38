"""People beside the associations: they send very much at once, Telegram serves them slowly, their stored value is torn.

They walk no rehearsed way. What must hold for them is that each is told something after the last thing that they did,
be it an answer or an apology; and that nobody else notices them, which the ledger judges.
"""

import random
from collections import Counter
from dataclasses import dataclass

from tests.benchmarks.people.texts import needs
from tests.chaos.world.databases import Place
from tests.chaos.world.telegram import Telegram

FIRST_VISITOR = 760_000_000
"""Far above the associations' numbers."""
FLOOD = 150
"""Needs of a line that one visitor sends at once: some seconds of work."""
SLOW_CHATS = 8
"""Slow visitors at a time, as many as the bot has calls under way."""
SLOW_SECONDS = 6
PATIENCE = 60.0


@dataclass
class Visitor:
    """A visitor: what became of them, their chat, and how many messages they had been told before their last act."""

    what: str
    chat: int
    before: int = 0


class Visitors:
    """All visitors of a round. `struck` counts what was done by name."""

    def __init__(self, seed: int, telegram: Telegram, place: Place) -> None:
        self._telegram, self._place = telegram, place
        self._chance = random.Random(f"{seed}:visitors")
        self._all: list[Visitor] = []
        self.struck: Counter[str] = Counter()

    async def strike(self) -> None:
        """Let one thing happen, drawn by the seed."""
        what = self._chance.choice((self._flood, self._slow, self._torn))
        await what()

    async def untold(self) -> list[str]:
        """A line for each who was told nothing after the last act, once they had time enough for it."""
        await self._telegram.wait(lambda: not self._waiting() or None, PATIENCE)
        return [f"{who.what}: {who.chat} was told nothing" for who in self._waiting()]

    async def _flood(self) -> None:
        who = await self._newcomer("a flood of needs")
        await self._writes(who, *needs(FLOOD, self._chance.randrange(1000)))

    async def _slow(self) -> None:
        for _ in range(SLOW_CHATS):
            who = await self._newcomer("a slow chat")
            slow = {"kind": "delay_before", "method": "sendMessage", "chat": who.chat, "seconds": SLOW_SECONDS}
            await self._telegram.ask("/faults", {**slow, "count": 1})
            await self._writes(who, "hej")

    async def _torn(self) -> None:
        who = await self._newcomer("a torn value")
        await self._writes(who, "hej")
        await self._telegram.wait(lambda: self._telegram.texts(who.chat) or None, PATIENCE)
        if self._place.tear(who.chat):
            await self._writes(who, "hur mycket pengar kan man få?")

    async def _newcomer(self, what: str) -> Visitor:
        who = Visitor(what, FIRST_VISITOR + len(self._all))
        about = {"first_name": f"Besök{len(self._all)}", "language_code": "sv", "id": who.chat}
        await self._telegram.ask("/people", about)
        self._all.append(who)
        self.struck[what] += 1
        return who

    async def _writes(self, who: Visitor, *texts: str) -> None:
        who.before = len(self._telegram.texts(who.chat))
        await self._telegram.act(*({"act": "write", "person": who.chat, "text": text} for text in texts))

    def _waiting(self) -> list[Visitor]:
        return [who for who in self._all if len(self._telegram.texts(who.chat)) <= who.before]
