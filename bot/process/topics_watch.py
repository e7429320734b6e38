"""Asks at the start whether the staff groups have topics: updates tell it too, but the first case may come before one.

What Telegram says is written down with everything else that happens; a group that cannot be asked about is asked about
again, until it refuses.
"""

import asyncio

from bot.database_thread import DatabaseThread
from bot.log import log, where
from bot.sending.deliverer import Deliverer
from bot.staff_groups import StaffChats
from bot.telegram import topics
from bot.telegram.gateway import Gateway
from bot.telegram.refusal import Sort, Undeliverable
from bot.turns.handler import Handler

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
"""Seconds until Telegram is asked again, doubled each time: what it does not tell now, the next update tells."""
SAID = frozenset({Sort.REFUSED, Sort.GONE, Sort.MOVED})
"""Refusals after which nothing else would be said."""


class TopicsWatch:
    """Asks once a life about each group."""

    def __init__(
        self, gateway: Gateway, staff: StaffChats, handler: Handler, thread: DatabaseThread, deliverer: Deliverer
    ) -> None:
        self._gateway = gateway
        self._staff = staff
        self._handler = handler
        self._thread = thread
        self._deliverer = deliverer

    async def run(self) -> None:
        """Ask until there is an answer about each group."""
        await asyncio.gather(*(self._learn(chat) for chat in list(self._staff.packs)))

    async def _learn(self, chat: int) -> None:
        pause = FIRST_PAUSE
        while not await self._learned(chat):
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    async def _learned(self, chat: int) -> bool:
        try:
            told = await topics.ask(self._gateway, chat)
            if told is not None:
                with self._deliverer.ride() as ride:
                    await self._thread.run(self._handler.learned, [told], ride)
        except Undeliverable as refusal:
            return refusal.sort in SAID
        except Exception as error:  # noqa: BLE001 - a database that is away comes back, and the rest must go on
            log().warning("what Telegram says of a group cannot be written down", error=where(error))
            return False
        return True
