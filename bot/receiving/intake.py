"""What comes in is stored as it came, before Telegram is told to forget it.

`Intake` passes raw updates on, those that arrive together for one commit; `Poller` fetches them. Nobody reads an
update here: what it means is found out by the worker, so that a poisonous one harms only itself.
"""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from bot.clock import Now
from bot.database_thread import Pen
from bot.log import log
from bot.raw_json import write_json
from bot.telegram.gateway import AnotherPoller, Gateway, Undeliverable
from bot.telegram.translate import chat_of
from storage.database import Database
from storage.errors import StorageError
from storage.queue_items import Received

HELD_SECONDS = 30.0
FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
LOOK_AGAIN_SECONDS = 2.0
NEIGHBOURS = 10_000
"""Numbers of one batch that lie further apart belong to two countings."""

TakeIn = Callable[[Sequence[Received], int | None], Awaitable[None]]
"""Stores updates, and the offset if they were fetched. Raises `StorageError` if they are not stored."""


class Intake:
    """Stores raw updates durably and wakes the worker; once there is somebody to handle them, hands them over."""

    def __init__(self, database: Database, pen: Pen, now: Now, wake: Callable[[], None]) -> None:
        self._database = database
        self._pen = pen
        self._now = now
        self._wake = wake
        self._take_in: TakeIn = self._only_store
        self._waiting: list[Received] = []
        self._writing: asyncio.Task[None] | None = None

    def hand_to(self, take_in: TakeIn | None) -> None:
        """From now on leave storing to somebody who also handles, with one commit for both; None: only store."""
        self._take_in = take_in or self._only_store

    async def keep(self, updates: Sequence[Any], offset: int | None = None) -> None:
        """Store updates, and the offset with them, in one commit. Raise `StorageError` if they are not stored."""
        received = [item for update in updates if (item := self._received(update))]
        await self._take_in(received, offset)

    async def keep_one(self, update: Any) -> None:
        """Store one update together with those that arrive at the same time. Raise `StorageError`."""
        received = self._received(update)
        if received is None:
            return
        self._waiting.append(received)
        if self._writing is None or self._writing.done():
            self._writing = asyncio.create_task(self._store_waiting())
        await asyncio.shield(self._writing)

    async def _store_waiting(self) -> None:
        await asyncio.sleep(0)  # whoever arrived in the same round of the loop comes along
        batch, self._waiting, self._writing = self._waiting, [], None
        await self._take_in(batch, None)

    async def _only_store(self, received: Sequence[Received], offset: int | None) -> None:
        await self._pen.run(self._store, received, offset)
        self._wake()

    def _store(self, received: Sequence[Received], offset: int | None) -> None:
        with self._database.transaction() as work:
            work.inbox.remember(received, offset)

    def _received(self, update: Any) -> Received | None:
        number = update.get("update_id") if isinstance(update, dict) else None
        if not isinstance(number, int):
            return None
        return Received(update_id=number, chat=chat_of(update), body=write_json(update), at=self._now())


class Poller:
    """Fetches updates for as long as it runs; of several processes one fetches, the others stand by."""

    def __init__(
        self,
        gateway: Gateway,
        intake: Intake,
        database: Database,
        pen: Pen,
        seen: Callable[[list[Any]], None],
    ) -> None:
        self._gateway = gateway
        self._intake = intake
        self._database = database
        self._pen = pen
        self._seen = seen

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
        while not await self._pen.run(self._database.poller_lock):  # noqa: ASYNC110 - another process has it
            await asyncio.sleep(LOOK_AGAIN_SECONDS)
        return await self._pen.run(self._offset)

    async def _fetch(self, offset: int | None) -> int | None:
        updates = in_order(await self._gateway.updates(offset, HELD_SECONDS))
        numbers = _numbers(updates)
        if not numbers:
            return offset
        self._seen(updates)
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
