"""The tick: every other second what is due among the reminders becomes messages; each morning each desk gets a digest.

APScheduler only drives the clock. The plan lies in the database, so a restart forgets nothing and a late tick catches
up; whether a reminder is still worth saying is decided by the dialogs.
"""

import asyncio
from collections.abc import Iterable
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.database_thread import DatabaseThread
from bot.process.clock_watch import ClockWatch
from bot.process.housekeeping import Housekeeping
from bot.pulse import Pulse
from bot.receiving.worker import write_down
from bot.sending.deliverer import Deliverer
from bot.turns.handler import Handler
from dialogs.deadlines.desk.digest_morning import FROM

TICK_SECONDS = 2
"""How often it is looked whether reminders are due: nobody sees two seconds, and a look takes 0.3 ms at most."""
PURGE_MINUTES = 20
"""How often old rows are looked for: chosen by hand, what is old may stay for some minutes more."""
PATIENCE_SECONDS = 120.0
"""A ticker that has not finished a tick for so long does not tick: thousands of reminders take a minute."""
BATCH = 25
"""Small, because somebody's answer waits behind a batch up to three times on its way."""


def morning_of(zone: ZoneInfo) -> CronTrigger:
    """Return what fires at half past eight on the clock of a zone, from Monday to Friday; holidays are the dialogs'."""
    return CronTrigger(day_of_week="mon-fri", hour=FROM.hour, minute=FROM.minute, timezone=zone)


class Ticker:
    """Looks every other second whether reminders are due, and has old rows tidied away now and then.

    `zones` are those of the desks that get a digest, `moved` tells that the clock is not the machine's own.
    """

    def __init__(
        self,
        handler: Handler,
        thread: DatabaseThread,
        deliverer: Deliverer,
        housekeeping: Housekeeping,
        clock_watch: ClockWatch,
        zones: Iterable[ZoneInfo] = (),
        *,
        moved: bool = False,
    ) -> None:
        self._handler = handler
        self._thread = thread
        self._deliverer = deliverer
        self._housekeeping = housekeeping
        self._clock_watch = clock_watch
        self._zones = frozenset(zones)
        self._moved = moved
        self.pulse = Pulse("ticker", PATIENCE_SECONDS)
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._ticking = asyncio.Lock()
        self._desks_looked_at = False
        self._plans_looked_at = False
        self._is_morning = True
        """Whether it must be looked for digests: at the start, for Lots may have been away, and at half past eight."""

    def start(self) -> None:
        """Begin to tick."""
        every = IntervalTrigger(seconds=TICK_SECONDS)
        self._scheduler.add_job(self.tick, every, max_instances=1, coalesce=True, misfire_grace_time=None)
        for zone in self._zones:
            self._scheduler.add_job(
                self.morning, morning_of(zone), max_instances=1, coalesce=True, misfire_grace_time=None
            )
        now_and_then = IntervalTrigger(minutes=PURGE_MINUTES)
        self._scheduler.add_job(
            self._housekeeping.purge, now_and_then, max_instances=1, coalesce=True, misfire_grace_time=None
        )
        self.pulse.beat()
        self._scheduler.start()

    async def stop(self) -> None:
        """Stop ticking, and let the tick that runs finish."""
        self._scheduler.shutdown(wait=False)
        async with self._ticking:
            return

    async def morning(self) -> None:
        """Have the next tick look for digests; until it has, every one does."""
        self._is_morning = True

    async def tick(self) -> None:
        """Turn everything that is due into messages, batch after batch."""
        async with self._ticking:
            self._clock_watch.look()
            try:
                await self._look_at_plans()
                await self._look_at_desks()
                await self._look_at_mornings()
                while await self._some():
                    continue
            except Exception as error:  # noqa: BLE001 - whatever it is, the next tick comes
                self.pulse.failed(error)

    async def _look_at_plans(self) -> None:
        """Reckon plans anew, once a life, where a pack, the holidays or the zone data are others than before."""
        while not self._plans_looked_at:
            with self._deliverer.ride() as ride:
                more = await self._thread.run(self._handler.plans, ride)
            self._plans_looked_at = not more
            self.pulse.beat()

    async def _look_at_desks(self) -> None:
        """Show each staff group what it has not seen, once a life: the settings may name another one than before."""
        if not self._desks_looked_at:
            with self._deliverer.ride() as ride:
                played = await self._thread.run(self._handler.desks, ride)
            self._desks_looked_at = True
            write_down(played.lines)

    async def _look_at_mornings(self) -> None:
        """Plant the digests of today. A clock that somebody moves is past half past eight without a cron to tell it."""
        if self._is_morning or self._moved:
            with self._deliverer.ride() as ride:
                await self._thread.run(self._handler.mornings, ride)
            self._is_morning = False

    async def _some(self) -> bool:
        with self._deliverer.ride() as ride:
            played = await self._thread.run(self._handler.reminders, BATCH, ride)
        write_down(played.lines)
        self.pulse.beat()
        return bool(played.lines)
