"""A parcel that was taken for sending, and what stands in the database of the place of its case in that group."""

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.records.thread import Thread, Topics
from storage.queue_items import Kind, Parcel
from storage.repositories.outgoing.posts import MessageId
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Taken:
    """A parcel that was taken for sending. Of one that belongs to the place of its case: where the card stands, the
    topic of the case in that group, and whether the group has topics.
    """

    parcel: Parcel
    card: MessageId | None = None
    thread: Thread | None = None
    topics: Topics = Topics.NONE


def case_of(parcel: Parcel) -> str:
    """Return the case whose place must be known before a parcel is sent, or nothing."""
    return parcel.about if parcel.kind is Kind.CARD or parcel.notes.under_card else ""


def with_places(work: UnitOfWork, parcels: Sequence[Parcel]) -> list[Taken]:
    """Return parcels with the places of their cases."""
    homes = {parcel.seq: (parcel.chat, name) for parcel in parcels if (name := case_of(parcel))}
    if not homes:
        return [Taken(parcel) for parcel in parcels]
    cards = work.posts.cards({name for _, name in homes.values()})
    threads = work.threads.of(homes.values())
    groups = work.threads.topics(chat for chat, _ in homes.values())
    return [
        Taken(
            parcel,
            cards.get(case_of(parcel)),
            threads.get((parcel.chat, case_of(parcel))),
            groups.get(parcel.chat, Topics.NONE),
        )
        for parcel in parcels
    ]
