"""What the deliverer wants from the next transaction: results written, and parcels taken from the outbox.

It has no transaction of its own while updates are handled; it goes along with theirs, so that a commit serves both.
"""

from dataclasses import dataclass, field
from datetime import datetime

from bot.clock import wall
from bot.sending.results import Results
from bot.sending.sender import card_needed
from storage.queue_items import Parcel
from storage.repositories.outbox import ABANDONED, Claim
from storage.repositories.posts import MessageId
from storage.unit_of_work import UnitOfWork

Taken = tuple[Parcel, MessageId | None]
"""A parcel, and where the card stands that it needs to know of."""


@dataclass(slots=True)
class CommitRide:
    """Results to write, whether to look at the queue and for what nobody sends, and what came of it in the end.

    `suspected` are claims of ours that nobody here was given. `under_way` is what stood there as ours, `orphaned` how
    many of the suspected were put back, `abandoned` how many messages dead processes had left half sent.
    """

    results: Results
    look: bool = True
    look_for_dead: bool = False
    suspected: frozenset[Claim] = frozenset()
    taken: list[Taken] = field(default_factory=list)
    under_way: frozenset[Claim] = frozenset()
    orphaned: int = 0
    abandoned: int = 0

    def run(self, work: UnitOfWork, free: int) -> None:
        """Do it, and take `free` parcels at most. Safe to run again when the transaction was undone."""
        now = wall()
        self.results.write(work)
        if self.look_for_dead:
            self._put_back(work, now)
            self.abandoned = _recover(work, now)
        self.taken = _take(work, now, free) if self.look and free else []

    def _put_back(self, work: UnitOfWork, now: datetime) -> None:
        mine = work.outbox.under_way()
        orphaned = self.suspected & mine
        work.outbox.put_back((seq for seq, _ in orphaned), now)
        self.under_way, self.orphaned = mine - orphaned, len(orphaned)


def _recover(work: UnitOfWork, now: datetime) -> int:
    """Send again whatever dead processes left, however often: it may never have left, and nothing may be lost."""
    left = work.outbox.recover(now)
    for parcel in left:
        work.outbox.retry(parcel.seq, now, ABANDONED)
    return len(left)


def _take(work: UnitOfWork, now: datetime, free: int) -> list[Taken]:
    parcels = work.outbox.claim(now, free)
    needed = {reference for parcel in parcels if (reference := card_needed(parcel))}
    cards = work.posts.cards(needed) if needed else {}
    return [(parcel, cards.get(card_needed(parcel))) for parcel in parcels]
