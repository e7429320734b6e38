"""The tick: what is due among the reminders becomes messages; each morning each desk gets a digest.

APScheduler only drives the clock. The plan lies in the database, so a restart forgets nothing and a late tick catches
up; whether a reminder is still worth saying is decided by the dialogs. A tick comes when the nearest reminder is due:
each tick asks for it, and every commit of this process tells what it planned. Now and then one comes without, for what
other processes planned, and for a clock that somebody moved.
"""

import asyncio
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger
from apscheduler.triggers.interval import IntervalTrigger

from bot.clock import Now, wall
from bot.database_thread import DatabaseThread
from bot.process.clock_watch import ClockWatch
from bot.process.housekeeping import Housekeeping
from bot.pulse import Pulse
from bot.receiving.silence_watch import SilenceWatch
from bot.receiving.worker import write_down
from bot.sending.deliverer import Deliverer
from bot.turns.handler import Handler
from dialogs.deadlines.desk.digest_morning import FROM

QUIET_SECONDS = 20
"""How often it is looked whether reminders are due though nobody told of one: chosen by hand. The process that planned
a reminder wakes for it, so this is for one that died, and for a clock that was moved."""
TICK_SECONDS = 2
"""How often it is looked where the clock may be moved at any time, as on the page of the demo; and how soon a tick may
follow another that left something due, which another process holds."""
GATHER_SECONDS = 0.2
"""How soon a tick may follow another for what is due by then: what comes within it goes out together, and nobody sees
it."""
PURGE_MINUTES = 20
"""How often old rows are looked for: chosen by hand, what is old may stay for some minutes more."""
PATIENCE_SECONDS = 120.0
"""A ticker that has not finished a tick for so long does not tick: thousands of reminders take a minute."""
SOON: Mapping[str, Any] = {"max_instances": 1, "coalesce": True, "misfire_grace_time": None}
"""How APScheduler takes a job whose time has passed: once, however late."""
BATCH = 64
"""Small, because somebody's answer waits behind a batch up to three times on its way: it takes about 20 ms."""


def morning_of(zone: ZoneInfo) -> CronTrigger:
    """Return what fires at half past eight on the clock of a zone, from Monday to Friday; holidays are the dialogs'."""
    return CronTrigger(day_of_week="mon-fri", hour=FROM.hour, minute=FROM.minute, timezone=zone)


class Ticker:
    """Turns reminders into messages when they are due, and has old rows tidied away now and then.

    `zones` are those of the desks that get a digest, `moved` tells that the clock is not the machine's own. `heed` is
    to be told when a reminder that was planned is due. `silence_watch` is told that Lots can be reached, where nothing
    is fetched.
    """

    def __init__(
        self,
        handler: Handler,
        thread: DatabaseThread,
        deliverer: Deliverer,
        housekeeping: Housekeeping,
        clock_watch: ClockWatch,
        now: Now,
        zones: Iterable[ZoneInfo] = (),
        *,
        moved: bool = False,
        silence_watch: SilenceWatch | None = None,
    ) -> None:
        self._handler = handler
        self._thread = thread
        self._deliverer = deliverer
        self._housekeeping = housekeeping
        self._clock_watch = clock_watch
        self._now = now
        self._zones = frozenset(zones)
        self._moved = moved
        self._silence_watch = silence_watch
        self.pulse = Pulse("ticker", PATIENCE_SECONDS)
        self._scheduler = AsyncIOScheduler(timezone="UTC")
        self._ticking = asyncio.Lock()
        self._wakes_at: datetime | None = None
        self._desks_looked_at = False
        self._plans_looked_at = False
        self._stopping = False
        self._is_morning = True
        """Whether it must be looked for digests: at the start, for Lots may have been away, and at half past eight."""

    def start(self) -> None:
        """Begin to tick."""
        every = IntervalTrigger(seconds=TICK_SECONDS if self._moved else QUIET_SECONDS)
        self._scheduler.add_job(self.tick, every, next_run_time=wall(), **SOON)
        for zone in self._zones:
            self._scheduler.add_job(self.morning, morning_of(zone), **SOON)
        self._scheduler.add_job(self._housekeeping.purge, IntervalTrigger(minutes=PURGE_MINUTES), **SOON)
        self.pulse.beat()
        self._scheduler.start()

    async def stop(self) -> None:
        """Stop ticking, and let the batch that is at hand finish."""
        self._stopping = True
        self._scheduler.pause()
        async with self._ticking:
            # Not before: APScheduler cancels what still runs, in the middle, and logs that as a mistake.
            self._scheduler.shutdown(wait=False)

    def heed(self, due: datetime) -> None:
        """Have a tick come when a reminder is due, unless one comes before."""
        if not self._moved and (self._wakes_at is None or due < self._wakes_at):
            self._wake_at(due)

    async def morning(self) -> None:
        """Look for digests; until somebody has, every tick does."""
        self._is_morning = True
        await self.tick()

    async def tick(self) -> None:
        """Turn everything that is due into messages, batch after batch."""
        async with self._ticking:
            self._clock_watch.look()
            self._wakes_at = None
            try:
                if self._silence_watch:
                    await self._silence_watch.heard()
                await self._look_at_plans()
                await self._look_at_desks()
                await self._look_at_mornings()
                while not self._stopping and await self._some():
                    continue
                while not self._stopping and await self._some_mail_news():
                    continue
                await self._look_ahead()
            except Exception as error:  # noqa: BLE001 - whatever it is, the next tick comes
                self.pulse.failed(error)

    async def _look_at_plans(self) -> None:
        """Reckon plans anew, once a life, where a pack, the holidays or the zone data are others than before."""
        while not self._plans_looked_at:
            with self._deliverer.ride() as ride:
                more = await self._thread.run(self._handler.plans, ride)
            self._plans_looked_at = not more
            self.pulse.beat()

    async def _look_ahead(self) -> None:
        """Have the next tick come when the nearest reminder is due. One that is held elsewhere is soon looked at."""
        if self._moved:
            return
        with self._deliverer.ride() as ride:
            due = await self._thread.run(self._handler.next_reminder, ride)
        if due is not None:
            now = self._now()
            self.heed(max(due, now + timedelta(seconds=TICK_SECONDS if due <= now else GATHER_SECONDS)))

    def _wake_at(self, due: datetime) -> None:
        self._wakes_at = due
        at = wall() + max(due - self._now(), timedelta())
        # Two at a time: one that comes while a tick runs waits for its end, and then sees what that did not.
        again = {"id": "nearest", "replace_existing": True, "max_instances": 2}
        self._scheduler.add_job(self.tick, DateTrigger(at), **{**SOON, **again})

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

    async def _some_mail_news(self) -> bool:
        with self._deliverer.ride() as ride:
            played = await self._thread.run(self._handler.mail_news, BATCH, ride)
        write_down(played.lines)
        return bool(played.lines)

    async def _some(self) -> bool:
        with self._deliverer.ride() as ride:
            played = await self._thread.run(self._handler.reminders, BATCH, ride)
        write_down(played.lines)
        self.pulse.beat()
        return bool(played.lines)
