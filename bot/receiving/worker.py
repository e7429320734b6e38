"""The worker: what arrives is handled with the commit that stores it, what waits in the inbox batch after batch.

Its loop sleeps until something was left over, looks again now and then for what other processes stored, and outlives
a database that is away for a while, and whatever else a round meets.
"""

import asyncio
from collections.abc import Sequence

from bot.database_thread import DatabaseThread
from bot.log import log
from bot.pulse import Pulse
from bot.receiving.reader import Reader
from bot.sending.deliverer import Deliverer
from bot.telegram.members import Members
from bot.turns.handler import BATCH, Handler
from bot.turns.happening import Line
from storage.queue_items import Received

QUIET_SECONDS = 20.0
"""How often the inbox is looked into though nothing was heard of: what this process stores it hears of. Less than the
patience of whoever asks whether the worker is alive."""
QUIET_BESIDE_OTHERS_SECONDS = 5.0
"""The same where several processes share the database: another may have left something there."""
PATIENCE_SECONDS = 60.0
"""A worker that has not finished a round for so long does not work: a batch and asking Telegram take a few seconds."""


class Worker:
    """Handles what arrives, and what waits in the inbox until it is stopped; `shared` if other processes do so too."""

    def __init__(
        self,
        handler: Handler,
        thread: DatabaseThread,
        arrived: asyncio.Event,
        deliverer: Deliverer,
        members: Members,
        reader: Reader,
        *,
        shared: bool = True,
    ) -> None:
        self._handler = handler
        self._thread = thread
        self._arrived = arrived
        self._deliverer = deliverer
        self._members = members
        self._reader = reader
        self._quiet = QUIET_BESIDE_OTHERS_SECONDS if shared else QUIET_SECONDS
        self.pulse = Pulse("worker", PATIENCE_SECONDS)
        self._taking: set[asyncio.Task[None]] = set()
        self._stopping = False

    def stop(self) -> None:
        """Let the batch in hand finish and end `run`."""
        self._stopping = True
        self._arrived.set()

    async def take_in(self, updates: Sequence[Received], offset: int | None) -> None:
        """Store updates and handle them in one commit if that is possible. Raise `StorageError` if not stored."""
        # Once begun it ends, whoever waited for it: what a commit took for sending must reach the deliverer.
        taking = asyncio.create_task(self._take(updates, offset))
        self._taking.add(taking)
        taking.add_done_callback(self._taking.discard)
        await asyncio.shield(taking)

    async def run(self) -> None:
        """Handle what waits until stopped."""
        await self._work()
        await asyncio.gather(*self._taking, return_exceptions=True)
        await self._reader.close()

    async def _take(self, updates: Sequence[Received], offset: int | None) -> None:
        with self._deliverer.ride() as ride:
            played = await self._thread.run(self._handler.arrived, updates, offset, ride)
        write_down(played.lines)
        self._reader.begin(played.unread)
        if len(played.lines) < len(updates):
            self._arrived.set()

    async def _work(self) -> None:
        self.pulse.beat()
        while not self._stopping:
            self._arrived.clear()
            try:
                idle = await self._round()
            except Exception as error:  # noqa: BLE001 - whatever it is, what comes next must be handled
                await self.pulse.rest(error)
                continue
            self.pulse.beat()
            if idle:
                await self._rest()

    async def _round(self) -> bool:
        """Handle one batch; return whether there was nothing to do."""
        with self._deliverer.ride() as ride:
            played = await self._thread.run(self._handler.updates, BATCH, ride)
        write_down(played.lines)
        self._reader.begin(played.unread)
        await self._members.learn(played.unknown)
        return played.idle

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(self._quiet):
                await self._arrived.wait()
        except TimeoutError:
            return


def write_down(lines: Sequence[Line]) -> None:
    """Write one line of the log for each update or reminder."""
    if not lines:
        return
    journal = log().bind()  # bound for each line it costs as much again as the line
    for line in lines:
        say = journal.error if line.error else journal.warning if line.lost else journal.info
        more = {name: words for name, words in (("error", line.error), ("lost", line.lost)) if words}
        say("update", update=line.update, place=line.place, result=line.result, ms=line.milliseconds, **more)
