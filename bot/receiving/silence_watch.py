"""When Lots could last be reached is noted in the database, and a silence of more than a day is followed up.

Telegram forgets what it could not bring for a day, so only the database can tell that something was lost.
"""

from collections.abc import Mapping
from datetime import timedelta

from bot.clock import Now, monotonic, wall
from bot.database_thread import DatabaseThread
from bot.log import log
from bot.turns.plans.after_silence import NO_DESKS, AfterSilence, Step
from knowledge.municipality.pack import Pack
from storage.database import Database

NOTED_EVERY_SECONDS = 600.0
"""Ten minutes: exact enough beside a day, and an idle bot writes little."""
HOUR = timedelta(hours=1)
"""How long the silence was is told in whole ones."""


class SilenceWatch:
    """Is told each time that Lots can be reached, by whoever fetches updates or by the tick beside a webhook."""

    def __init__(
        self,
        database: Database,
        thread: DatabaseThread,
        packs: Mapping[str, Pack],
        now: Now,
        desks: Mapping[str, int] = NO_DESKS,
    ) -> None:
        self._database = database
        self._thread = thread
        self._after = AfterSilence(packs, desks)
        self._now = now
        self._noted_at: float | None = None

    async def heard(self) -> None:
        """Note that Lots can be reached, and let everybody be told who may have lost words. Raise `StorageError`."""
        if self._noted_at is not None and monotonic() - self._noted_at < NOTED_EVERY_SECONDS:
            return
        told, step = 0, Step(more=True)
        while step.more:
            step = await self._thread.run(self._some)
            told += step.told
        if step.silent_since is not None:
            hours = round((wall() - step.silent_since) / HOUR)
            log().warning("was not reached for longer than Telegram keeps updates", hours=hours, told=told)
        self._noted_at = monotonic()

    def _some(self) -> Step:
        with self._database.transaction() as work:
            return self._after.some(work, wall(), self._now())
