"""What is no longer needed goes: the numbers of updates handled long ago, the keys of messages sent long ago.

Both are kept only so that nothing is taken or sent twice. So go letters of which nothing comes back any more, what
people corrected, and who saw which case, when its time is over. A little at a time, so that nobody waits for it.
"""

from datetime import timedelta

from bot.clock import Now, wall
from bot.database_thread import DatabaseThread
from bot.log import log, where
from dialogs.records.for_a_time import access, correction
from dialogs.records.letters import mailing
from storage.database import Database
from storage.errors import StorageError

UPDATES_KEPT = timedelta(days=3)
"""Telegram itself keeps an update for a day."""
MESSAGES_KEPT = timedelta(days=90)
"""So long the key of a message keeps it from being sent again, far longer than anything is planned anew."""
AT_ONCE = 1000
"""How many rows go in one transaction: chosen by hand, few enough that an answer waits milliseconds for it."""


class Housekeeping:
    """Purges old rows when told to."""

    def __init__(self, database: Database, thread: DatabaseThread, now: Now) -> None:
        self._database = database
        self._thread = thread
        self._now = now

    async def purge(self) -> None:
        """Purge until nothing old is left."""
        try:
            while await self._thread.run(self._some):
                continue
        except Exception as error:  # noqa: BLE001 - whatever it is, it is tried again with the next turn
            log().error("old rows are still there", why=str(error) if isinstance(error, StorageError) else where(error))

    def _some(self) -> bool:
        with self._database.transaction() as work:
            updates = work.inbox.purge(self._now() - UPDATES_KEPT, AT_ONCE)
            messages = work.outbox.purge(wall() - MESSAGES_KEPT, AT_ONCE)
            corrections = work.corrections.purge((self._now() - correction.KEPT).date(), AT_ONCE)
            accesses = work.accesses.purge(self._now() - access.KEPT, AT_ONCE)
            mails = work.mails.purge(self._now() - mailing.KEPT, AT_ONCE)
            return AT_ONCE in (updates, messages, corrections, accesses, mails)
