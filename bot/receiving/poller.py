"""Fetches updates from Telegram, and has each batch stored before Telegram is told to forget it.

Nobody reads an update here: what it means is found out by the worker, so that a poisonous one harms only itself.
"""

import asyncio
from collections.abc import Sequence
from typing import Any

from bot.database_thread import DatabaseThread
from bot.log import log
from bot.receiving.intake import Intake
from bot.telegram.answer_presses import Acknowledger
from bot.telegram.gateway import AnotherPoller, Gateway
from bot.telegram.refusal import Undeliverable
from storage.database import Database
from storage.errors import StorageError

HELD_SECONDS = 30.0
"""How long Telegram holds a question for updates open (getUpdates, timeout): its server allows 50, and many
networks between close a connection that is silent for a minute."""
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds between tries that failed, doubled each time: a server that is away for hours is asked twice a minute."""
LOOK_AGAIN_SECONDS = 2.0
"""How often a process that stands by looks whether the one that fetches has gone."""
NEIGHBOURS = 10_000
"""Numbers of updates in one batch that lie further apart belong to two countings: a busy bot gets a few thousand in the
day that Telegram keeps them, and a new counting begins anywhere (Bot API, Update, update_id)."""


class Poller:
    """Fetches updates for as long as it runs; of several processes one fetches, the others stand by."""

    def __init__(
        self,
        gateway: Gateway,
        intake: Intake,
        database: Database,
        thread: DatabaseThread,
        acknowledger: Acknowledger,
    ) -> None:
        self._gateway = gateway
        self._intake = intake
        self._database = database
        self._thread = thread
        self._acknowledger = acknowledger

    async def run(self) -> None:
        """Fetch and store until cancelled. Raise `WrongToken` when the server no longer knows the token."""
        pause = FIRST_PAUSE
        offset: int | None = None
        leading = False
        while True:
            try:
                if not leading:
                    offset = await self._lead()
                    leading = True
                offset = await self._fetch(offset)
                pause = FIRST_PAUSE
            except (AnotherPoller, StorageError, Undeliverable) as error:
                leading = leading and isinstance(error, Undeliverable)
                wait = max(pause, getattr(error, "retry_after", 0.0))
                log().warning("cannot fetch updates", why=str(error), again_in=wait)
                await asyncio.sleep(wait)
                pause = min(pause * 2, LONGEST_PAUSE)

    async def _lead(self) -> int | None:
        """Wait until this process is the one that fetches; return where to go on."""
        while not await self._thread.run(self._database.poller_lock):  # noqa: ASYNC110 - another process has it
            await asyncio.sleep(LOOK_AGAIN_SECONDS)
        return await self._thread.run(self._offset)

    async def _fetch(self, offset: int | None) -> int | None:
        updates = in_order(await self._gateway.updates(offset, HELD_SECONDS))
        numbers = _numbers(updates)
        if not numbers:
            return offset
        self._acknowledger.acknowledge(updates)
        await self._intake.keep(updates, numbers[-1] + 1)
        return numbers[-1] + 1

    def _offset(self) -> int | None:
        with self._database.transaction() as work:
            return work.inbox.offset()


def in_order(updates: Sequence[Any]) -> list[Any]:
    """Put updates that came out of order back into the order of their numbers, as the Bot API advises.

    Where the numbering has started anew among them it tells nothing, and they stay as they came.
    """
    numbers = _numbers(updates)
    if len(numbers) < len(updates) or (numbers and max(numbers) - min(numbers) > NEIGHBOURS):
        return list(updates)
    return sorted(updates, key=lambda update: int(update["update_id"]))


def _numbers(updates: Sequence[Any]) -> list[int]:
    found = (item.get("update_id") for item in updates if isinstance(item, dict))
    return [number for number in found if isinstance(number, int)]
