"""What delivery wants in the next commit, whoever's it is: results written, messages taken from the outbox.

Delivery has no transaction of its own while updates are handled; its bookkeeping is piggybacked on theirs, so that a
commit serves both. Whoever handles something asks the deliverer for a ride and begins its transactions with it.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from bot.sending.calling.taken import Taken, with_places
from bot.sending.results import Results
from storage.database import Database
from storage.queue_items import Outgoing
from storage.repositories.outgoing.outbox import ABANDONED, Claim
from storage.unit_of_work import UnitOfWork


@dataclass(slots=True)
class CommitRide:
    """Results and wishes that go along in the first transaction that is committed, and what came of them.

    `now` is one instant of real time for all of it, `today` the same instant of the calendar. `free`: how many messages
    may be taken from the queue, and how many of those that are written; `bulk`: how many of the queue may be bulk.
    `look`: whether to look at the queue; `look_for_dead`: whether to look for what nobody sends. `suspected` are claims
    of ours that nobody here was given. `hasten`: whether the clock was put back by which messages were told to wait.
    """

    database: Database
    now: datetime
    results: Results = field(default_factory=Results)
    free: int = 0
    bulk: int = 0
    look: bool = False
    look_for_dead: bool = False
    suspected: frozenset[Claim] = frozenset()
    hasten: bool = False
    today: datetime | None = None

    committed: bool = False
    """Whether a commit of it was answered."""
    from_queue: list[Taken] = field(default_factory=list)
    at_once: list[Taken] = field(default_factory=list)
    """What was taken as it was written."""
    more_waiting: set[int] = field(default_factory=set)
    """Chats for which something was written that waits in the queue."""
    under_way: frozenset[Claim] = frozenset()
    """What stands in the database as being sent by us."""
    orphaned: int = 0
    """How many of the suspected claims were put back."""
    abandoned: int = 0
    """How many messages dead processes had left half sent."""
    next_void: datetime | None = None
    """When what a process had in hand that died a moment ago may be taken up, None if there is nothing of the kind."""
    found_nothing: bool = False
    """Whether the queue had nothing to take although all of it might have been taken, in a commit for nobody else."""
    next_try: datetime | None = None
    """When what waits in the queue is to be tried next, if there was nothing to take."""
    next_reminder: datetime | None = None
    """The earliest time for which a reminder was planned."""
    letters: bool = False
    """Whether a letter was let wait."""

    @contextmanager
    def transaction(self) -> Iterator[UnitOfWork]:
        """Begin a transaction: committed on leaving the block, undone after an exception. Raise `StorageError`.

        Until one is committed each does all that is wanted anew; the ones after it are bare.
        """
        with self.database.transaction() as work:
            if not self.committed:
                self._go_along(work)
            yield work
            planned, letters = work.reminders.earliest_planned, work.mails.added
        self.committed = True
        self.letters = self.letters or letters
        self.next_reminder = min(filter(None, (self.next_reminder, planned)), default=None)

    def alone(self) -> None:
        """Make a commit for nobody else. Raise `StorageError`."""
        with self.transaction() as work:
            self.found_nothing = bool(self.look and self.free and self.bulk and not self.from_queue)
            self.next_try = work.outbox.next_try(self.now) if self.found_nothing else None

    def send(self, work: UnitOfWork, messages: Sequence[Outgoing]) -> None:
        """Write messages into the outbox, and take those for sending that need not queue."""
        waiting = Counter(message.chat for message in messages)
        parcels = work.outbox.add_and_claim(messages, self.now, 0 if self.committed else self.free)
        waiting.subtract(parcel.chat for parcel in parcels)
        self.at_once += [Taken(parcel) for parcel in parcels]
        self.more_waiting |= (+waiting).keys()

    def _go_along(self, work: UnitOfWork) -> None:
        self.at_once = []
        self.results.write(work, self.today or self.now)
        if self.look_for_dead:
            self._put_back(work)
            self.abandoned, self.next_void = _recover(work, self.now), work.outbox.next_void
        if self.hasten:
            work.outbox.hasten(self.now)
        self.from_queue = _claim(work, self.now, self.free, self.bulk) if self.look and self.free else []

    def _put_back(self, work: UnitOfWork) -> None:
        mine = work.outbox.under_way()
        orphaned = self.suspected & mine
        work.outbox.put_back((seq for seq, _ in orphaned), self.now)
        self.under_way, self.orphaned = mine - orphaned, len(orphaned)


def _recover(work: UnitOfWork, now: datetime) -> int:
    """Send again whatever dead processes left, however often: it may never have left, and nothing may be lost."""
    left = work.outbox.recover(now)
    for parcel in left:
        work.outbox.retry(parcel.seq, now, ABANDONED)
    return len(left)


def _claim(work: UnitOfWork, now: datetime, limit: int, bulk: int) -> list[Taken]:
    return with_places(work, work.outbox.claim(now, limit, bulk))
