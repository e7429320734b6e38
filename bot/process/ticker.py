"""The tick: every other second what is due among the reminders becomes messages.

APScheduler only drives the clock. The plan lies in the database, so a restart forgets nothing and a late tick catches
up; whether a reminder is still worth saying is decided by the dialogs.
"""

import asyncio

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from bot.database_thread import DatabaseThread
from bot.log import log
from bot.process.housekeeping import Housekeeping
from bot.receiving.worker import write_down
from bot.sending.deliverer import Deliverer
from bot.turns.handler import Handler
from storage.errors import StorageError

TICK_SECONDS = 2
"""How often it is looked whether reminders are due: nobody sees two seconds, and a look takes 0.3 ms at most."""
PURGE_MINUTES = 20
"""How often old rows are looked for: chosen by hand, what is old may stay for some minutes more."""
BATCH = 25
"""Small, because somebody's answer waits behind a batch up to three times on its way."""


class Ticker:
    """Looks every other second whether reminders are due, and has old rows tidied away now and then."""

    def __init__(
        self,
        handler: Handler,
        thread: DatabaseThread,
        deliverer: Deliverer,
        housekeeping: Housekeeping,
    ) -> None:
        self._handler = handler
        self._thread = thread
        self._deliverer = deliverer
        self._housekeeping = housekeeping
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._ticking = asyncio.Lock()

    def start(self) -> None:
        """Begin to tick."""
        every = IntervalTrigger(seconds=TICK_SECONDS)
        self._scheduler.add_job(self.tick, every, max_instances=1, coalesce=True, misfire_grace_time=None)
        now_and_then = IntervalTrigger(minutes=PURGE_MINUTES)
        self._scheduler.add_job(
            self._housekeeping.purge, now_and_then, max_instances=1, coalesce=True, misfire_grace_time=None
        )
        self._scheduler.start()

    async def stop(self) -> None:
        """Stop ticking, and let the tick that runs finish."""
        self._scheduler.shutdown(wait=False)
        async with self._ticking:
            return

    async def tick(self) -> None:
        """Turn everything that is due into messages, batch after batch."""
        async with self._ticking:
            try:
                while await self._some():
                    continue
            except StorageError as error:
                log().error("the database is away", why=str(error))

    async def _some(self) -> bool:
        with self._deliverer.ride() as ride:
            played = await self._thread.run(self._handler.reminders, BATCH, ride)
        write_down(played.lines)
        return bool(played.lines)
