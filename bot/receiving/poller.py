"""Fetches updates from Telegram, and has each batch stored before Telegram is told to forget it.

Nobody reads an update here: what it means is found out by the worker, so that a poisonous one harms only itself.
Whatever a server answers, fetching goes on after a pause.
"""

import asyncio
from collections.abc import Sequence
from typing import Any

from bot.clock import monotonic
from bot.database_thread import DatabaseThread
from bot.pulse import Pulse
from bot.receiving.intake import Intake
from bot.receiving.silence_watch import SilenceWatch
from bot.telegram.answer_presses import Acknowledger
from bot.telegram.gateway import AnotherPoller, Gateway
from bot.telegram.ids import is_id
from bot.telegram.refusal import Undeliverable
from storage.database import Database
from storage.errors import StorageError

HELD_SECONDS = 30.0
"""How long Telegram holds a question for updates open (getUpdates, timeout): its server allows 50, and many
networks between close a connection that is silent for a minute."""
LONGEST_PAUSE = 30.0
"""Seconds between tries that failed, in the end: a server that is away for hours is asked twice a minute."""
PATIENCE_SECONDS = 120.0
"""A poller that has fetched nothing for so long does not fetch: Telegram answers after thirty seconds at the latest."""
AT_ONCE_SECONDS = 0.5
"""An answer without updates that comes sooner was not held open, as Telegram holds it: the next question waits so
long."""
LOOK_AGAIN_SECONDS = 2.0
"""How often a process that stands by looks whether the one that fetches has gone."""
NEIGHBOURS = 10_000
"""Numbers of updates in one batch that lie further apart belong to two countings: a busy bot gets a few thousand in the
day that Telegram keeps them, and a new counting begins anywhere (Bot API, Update, update_id)."""


class UnreadableUpdates(Exception):  # noqa: N818 - the name says what happened
    """What the server sent cannot be told as taken, so it will send the same again."""


FORESEEN = (AnotherPoller, UnreadableUpdates, StorageError, Undeliverable)
"""What fetching meets now and then; their words hold nothing that a person wrote."""


class Poller:
    """Fetches updates for as long as it runs; of several processes one fetches, the others stand by."""

    def __init__(
        self,
        gateway: Gateway,
        intake: Intake,
        database: Database,
        thread: DatabaseThread,
        acknowledger: Acknowledger,
        silence_watch: SilenceWatch | None = None,
    ) -> None:
        self._gateway = gateway
        self._intake = intake
        self._database = database
        self._thread = thread
        self._acknowledger = acknowledger
        self._silence_watch = silence_watch
        self.came_at: float | None = None
        """When Telegram last answered what it was asked, in seconds of the monotonic clock; not while standing by."""
        self.pulse = Pulse("poller", PATIENCE_SECONDS, LONGEST_PAUSE, FORESEEN)

    async def run(self) -> None:
        """Fetch and store until cancelled."""
        self.pulse.beat()
        offset: int | None = None
        leading = False
        while True:
            try:
                if not leading:
                    offset = await self._lead()
                    leading = True
                offset = await self._fetch(offset)
                self.pulse.beat()
                self.came_at = self.pulse.good_at
                if self._silence_watch:
                    await self._silence_watch.heard()
            except Exception as error:  # noqa: BLE001 - whatever a server answers, fetching goes on
                leading = leading and isinstance(error, Undeliverable | UnreadableUpdates)
                await self.pulse.rest(error, at_least=getattr(error, "retry_after", 0.0))

    async def _lead(self) -> int | None:
        """Wait until this process is the one that fetches; return where to go on."""
        while not await self._thread.run(self._database.poller_lock):  # another process has it
            self.pulse.beat()
            await asyncio.sleep(LOOK_AGAIN_SECONDS)
        return await self._thread.run(self._offset)

    async def _fetch(self, offset: int | None) -> int | None:
        asked = monotonic()
        updates = in_order(await self._gateway.updates(offset, HELD_SECONDS))
        numbers = _numbers(updates)
        following = numbers[-1] + 1 if numbers else offset
        self._acknowledger.acknowledge(updates)
        if updates:
            await self._intake.keep(updates, following)
        if updates and not numbers:
            raise UnreadableUpdates("the server's answer has no update whose number could be told as taken")
        if not updates and monotonic() - asked < AT_ONCE_SECONDS:
            await asyncio.sleep(AT_ONCE_SECONDS)
        return following

    def _offset(self) -> int | None:
        with self._database.transaction() as work:
            return work.inbox.offset()


def in_order(updates: Sequence[Any]) -> list[Any]:
    """Put updates that came out of order back into the order of their numbers, as the Bot API advises.

    Where the numbering has started anew among them it tells nothing, and they stay as they came. What has no number
    comes first.
    """
    numbers = _numbers(updates)
    if numbers and max(numbers) - min(numbers) > NEIGHBOURS:
        return list(updates)
    return sorted(updates, key=_number)


def _numbers(updates: Sequence[Any]) -> list[int]:
    return [number for number in map(_number, updates) if number]


def _number(update: Any) -> int:
    """The number of an update, 0 for one that Telegram does not give: its own are positive."""
    number = update.get("update_id") if isinstance(update, dict) else None
    return number if is_id(number) and number > 0 else 0
