"""The real handler on a database without a deliverer beside it: each batch makes its own commit, nothing is sent."""

from collections.abc import Sequence

from bot.clock import wall
from bot.sending.commit_ride import CommitRide
from bot.turns.batch import Played, StepContext
from bot.turns.handler import Handler
from storage.database import Database
from storage.queue_items import Received


class HandlerAlone:
    """A handler and its database. `ride` is the one that went along with the last batch."""

    def __init__(self, database: Database, context: StepContext, free: int = 0) -> None:
        self._database = database
        self._handler = Handler(context)
        self._free = free
        self.ride = self._next()

    def arrived(self, updates: Sequence[Received], offset: int | None) -> Played:
        self.ride = self._next()
        return self._handler.arrived(updates, offset, self.ride)

    def updates(self, limit: int) -> Played:
        self.ride = self._next()
        return self._handler.updates(limit, self.ride)

    def reminders(self, limit: int) -> Played:
        self.ride = self._next()
        return self._handler.reminders(limit, self.ride)

    def _next(self) -> CommitRide:
        return CommitRide(self._database, wall(), free=self._free)
