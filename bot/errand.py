"""What the deliverer wants from the next transaction: marks written, and parcels taken from the outbox.

It has no transaction of its own while updates are handled; it goes along with theirs, so that a commit serves both.
"""

from dataclasses import dataclass, field
from datetime import datetime

from bot.clock import wall
from bot.marks import Marks
from bot.send import card_needed
from storage.posts import Place
from storage.rows import Parcel
from storage.unit_of_work import UnitOfWork

Taken = tuple[Parcel, Place | None]
"""A parcel, and where the card stands that it needs to know of."""


@dataclass(slots=True)
class Errand:
    """Marks to write, whether to look at the queue and for dead processes, and what was taken there in the end."""

    marks: Marks
    look: bool = True
    look_for_dead: bool = False
    taken: list[Taken] = field(default_factory=list)

    def run(self, work: UnitOfWork, room: int) -> None:
        """Do it, and take `room` parcels at most. Safe to run again when the transaction was undone."""
        now = wall()
        self.marks.write(work)
        if self.look_for_dead:
            _recover(work, now)
        self.taken = _take(work, now, room) if self.look and room else []


def _recover(work: UnitOfWork, now: datetime) -> None:
    for parcel in work.outbox.recover(now):
        work.outbox.retry(parcel.seq, now, "")


def _take(work: UnitOfWork, now: datetime, room: int) -> list[Taken]:
    parcels = work.outbox.claim(now, room)
    needed = {reference for parcel in parcels if (reference := card_needed(parcel))}
    cards = work.posts.cards(needed) if needed else {}
    return [(parcel, cards.get(card_needed(parcel))) for parcel in parcels]
