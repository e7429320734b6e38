"""A bot's backups by the clock: written, read back, named, the oldest thrown away, and the operator told.

Each is made in a thread of its own beside the bot's work, with a connection that only reads; of all bots of a process
one at a time, so that a hundred bots do not ask the disk for a hundred copies at half past two. The times are those of
the machine's own clock, on the wall of the municipality.
"""

import contextvars
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta, tzinfo
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.combining import OrTrigger
from apscheduler.triggers.cron import CronTrigger
from apscheduler.triggers.date import DateTrigger

from bot.clock import wall
from bot.log import log, where
from bot.process.backups.kept import DAMAGED, WHOLE, Kept
from storage.database import Database
from storage.errors import DatabaseLocked, StorageError

ONE_AT_A_TIME = Lock()
AFTER_START = timedelta(minutes=1)
"""A backup whose time passed while Lots was away is made so long after the start, when people have been answered."""


@dataclass(frozen=True, slots=True)
class Order:
    """What backups are wanted: where, at which times of the day in a zone, how many are kept, and of what."""

    bot: str
    folder: Path
    times: tuple[time, ...]
    zone: tzinfo
    most: int
    database_url: str
    secret_key: str


class DailyBackups:
    """Makes the backups of a bot as they are ordered, from `start` to `stop`."""

    def __init__(self, order: Order, now: Callable[[], datetime] = wall) -> None:
        self._order = order
        self._now = now
        self._kept = Kept(order.folder, order.bot)
        self._made_at = self._kept.newest()
        self._failures = 0
        self._trouble = ""
        self._running = False
        self._scheduler = AsyncIOScheduler(timezone="UTC")

    def start(self) -> None:
        """Begin to make backups; one that is missing is made soon."""
        clock = OrTrigger(
            [CronTrigger(hour=at.hour, minute=at.minute, timezone=self._order.zone) for at in self._order.times]
        )
        self._scheduler.add_job(self.begin, clock, misfire_grace_time=None, coalesce=True)
        if self._made_at is None or clock.get_next_fire_time(None, self._made_at) <= self._now():
            self._scheduler.add_job(self.begin, DateTrigger(wall() + AFTER_START), misfire_grace_time=None)
        self._scheduler.start()

    def stop(self) -> None:
        """Begin no more. One that is being made goes on if there is time, and counts for nothing if there is not."""
        self._scheduler.shutdown(wait=False)

    async def begin(self) -> None:
        """Begin to make a backup, unless one is being made."""
        if not self._running:
            self._running = True
            # A daemon, so that a process that is to end need not wait for the disk.
            Thread(target=contextvars.copy_context().run, args=(self.make,), name="backup", daemon=True).start()

    def told(self) -> dict[str, Any]:
        """Return what /health tells: how old the newest whole backup is, and what has failed since."""
        age = None if self._made_at is None else round((self._now() - self._made_at).total_seconds(), 1)
        return {"seconds": age, "failures": self._failures, "trouble": self._trouble}

    def make(self) -> None:
        """Make a backup now. Whatever goes wrong is told, and tried again at the next time."""
        try:
            with ONE_AT_A_TIME, self._kept.alone():
                self._make()
        except DatabaseLocked:
            pass  # another process with this bot makes it
        except Exception as error:  # noqa: BLE001 - whatever it is, the bot goes on and the operator is told
            self._failed(str(error) if isinstance(error, StorageError) else where(error))
        finally:
            self._running = False

    def _make(self) -> None:
        order, at = self._order, self._now()
        self._kept.unread.unlink(missing_ok=True)
        with closing(Database.open(order.database_url, order.secret_key, read_only=True)) as database:
            database.backup(self._kept.unread)
            damaged = database.read_back(self._kept.unread)
        named = self._kept.keep(at, DAMAGED if damaged else WHOLE, order.most)
        if damaged:
            self._failed(f"{named.name} has {len(damaged)} values that cannot be read: see lots db check")
            return
        self._made_at, self._failures, self._trouble = at, 0, ""
        log().info("a backup was made and read back", file=named.name)

    def _failed(self, why: str) -> None:
        self._failures, self._trouble = self._failures + 1, why
        log().error("no good backup could be made", why=why)
        with suppress(OSError):
            self._kept.unread.unlink(missing_ok=True)
