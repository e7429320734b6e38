"""The worker's loop: as long as something waits in the inbox, handle it, batch after batch.

It sleeps until intake wakes it, looks again now and then for what other processes stored, and outlives a database
that is away for a while.
"""

import asyncio
from collections.abc import Callable, Sequence

from bot.batch import Line
from bot.handle import Handler
from bot.journal import log
from bot.pen import Pen
from storage.errors import StorageError

BATCH = 32
LOOK_AGAIN_SECONDS = 1.0
PAUSE_SECONDS = 1.0


class Worker:
    """Handles updates until it is stopped."""

    def __init__(self, handler: Handler, pen: Pen, arrived: asyncio.Event, deliver: Callable[[], None]) -> None:
        self._handler = handler
        self._pen = pen
        self._arrived = arrived
        self._deliver = deliver
        self._stopping = False

    def stop(self) -> None:
        """Let the batch in hand finish and end `run`."""
        self._stopping = True
        self._arrived.set()

    async def run(self) -> None:
        """Handle what waits until stopped."""
        while not self._stopping:
            self._arrived.clear()
            try:
                lines = await self._pen.run(self._handler.updates, BATCH)
            except StorageError as error:
                log().error("the database is away", why=str(error))
                await asyncio.sleep(PAUSE_SECONDS)
                continue
            if lines:
                write_down(lines)
                self._deliver()
            else:
                await self._rest()

    async def _rest(self) -> None:
        try:
            async with asyncio.timeout(LOOK_AGAIN_SECONDS):
                await self._arrived.wait()
        except TimeoutError:
            return


def write_down(lines: Sequence[Line]) -> None:
    """Write one line of the log for each update or reminder."""
    for line in lines:
        say = log().error if line.error else log().info
        more = {"error": line.error} if line.error else {}
        say("update", update=line.update, place=line.place, result=line.result, ms=line.milliseconds, **more)
