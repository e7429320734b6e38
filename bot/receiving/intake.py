"""What comes in is stored as it came, before Telegram is told to forget it.

Raw updates come from the poller or the webhook and are passed on, those that arrive together for one commit. Nobody
reads an update here: what it means is found out by the worker, so that a poisonous one harms only itself. One whose
number or whose shape no update has is stored all the same, as number 0 or without what cannot be kept: the worker will
not be able to read it and puts it aside, where the operator finds it.
"""

import asyncio
from collections.abc import Sequence
from typing import Any

from bot.clock import Now
from bot.database_thread import DatabaseThread
from bot.log import log, where
from bot.raw_json import write_json
from bot.receiving.worker import Worker
from bot.telegram.ids import is_id
from bot.telegram.translate import chat_of
from storage.database import Database
from storage.queue_items import Received

LONGEST_BODY = 1024 * 1024
"""In characters, and in the bytes of a webhook's body: an update is some kilobytes, its texts at most 4096 characters
each."""


class Intake:
    """Passes raw updates on to the worker, or stores them durably while there is none. `arrived` wakes it then."""

    def __init__(self, database: Database, thread: DatabaseThread, now: Now, arrived: asyncio.Event) -> None:
        self._database = database
        self._thread = thread
        self._now = now
        self._arrived = arrived
        self._worker: Worker | None = None
        self._waiting: list[Received] = []
        self._writing: asyncio.Task[None] | None = None

    def hand_to(self, worker: Worker | None) -> None:
        """From now on leave storing to the worker, who also handles, with one commit for both; None: only store."""
        self._worker = worker

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

    async def _take_in(self, received: Sequence[Received], offset: int | None) -> None:
        if self._worker is not None:
            await self._worker.take_in(received, offset)
            return
        await self._thread.run(self._store, received, offset)
        self._arrived.set()

    def _store(self, received: Sequence[Received], offset: int | None) -> None:
        with self._database.transaction() as work:
            work.inbox.remember(received, offset)

    def _received(self, update: Any) -> Received | None:
        if not isinstance(update, dict):
            log().error("dropped what is no update", kind=type(update).__name__)
            return None
        number = update.get("update_id")
        return Received(number if is_id(number) else 0, chat_of(update), _body(update), self._now())


def _body(update: Any) -> str:
    """An update as it is kept. What is longer than any update is cut off, and what cannot be written is left empty."""
    try:
        body = write_json(update)
    except (ValueError, OverflowError, RecursionError) as error:
        log().error("an update cannot be written down", why=where(error))
        return ""
    if len(body) > LONGEST_BODY:
        log().error("an update is longer than any of Telegram's, and was cut off", length=len(body))
    return body[:LONGEST_BODY]
