"""Whether the loops of a process go round: when each last did, and how long it waits after a round that failed.

Nothing that a loop meets ends it. It says what went wrong and where, waits a little longer each time, and goes on;
whoever asks how the process is finds the loop here that has not finished a round for too long.
"""

import asyncio

from bot.clock import monotonic
from bot.log import log, where
from storage.errors import StorageError

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 4.0
"""Seconds between rounds that failed, doubled each time: a stop waits for the longest, and supervisors kill after ten
or more."""


class Pulse:
    """How one loop fares. `name` is for people, `patience` how many seconds a good round may take with its rest.

    `good_at` is when it last finished a round (seconds of the monotonic clock; the start counts as one, None before
    it), `failures` how many rounds failed since, `error` what the last of them met, and `trouble` the same in words,
    none of anybody's. `foreseen` are errors whose own words may be shown.
    """

    def __init__(
        self,
        name: str,
        patience: float,
        longest_pause: float = LONGEST_PAUSE,
        foreseen: tuple[type[Exception], ...] = (StorageError,),
    ) -> None:
        self.name = name
        self.patience = patience
        self.good_at: float | None = None
        self.failures = 0
        self.error: Exception | None = None
        self.trouble = ""
        self._pause = self._first_pause = min(FIRST_PAUSE, longest_pause)
        self._longest_pause = longest_pause
        self._foreseen = foreseen

    def beat(self) -> None:
        """Note that the loop begins, or that it has finished a round."""
        self.good_at, self.failures, self.error = monotonic(), 0, None
        self.trouble, self._pause = "", self._first_pause

    def late(self) -> bool:
        """Tell whether the loop has gone without a good round for longer than its patience."""
        return self.good_at is not None and monotonic() - self.good_at > self.patience

    def failed(self, error: Exception, at_least: float = 0.0) -> float:
        """Note and log what a round met; return how many seconds to wait before the next one."""
        self.failures, self.error = self.failures + 1, error
        self.trouble = str(error) if isinstance(error, self._foreseen) else where(error)
        pause, self._pause = max(at_least, self._pause), min(self._pause * 2, self._longest_pause)
        away = isinstance(error, StorageError)
        what = "the database is away" if away else "a round failed"
        log().error(what, loop=self.name, why=self.trouble, again_in=pause)
        return pause

    async def rest(self, error: Exception, at_least: float = 0.0) -> None:
        """Note and log what a round met, and wait before the next one."""
        await asyncio.sleep(self.failed(error, at_least))
