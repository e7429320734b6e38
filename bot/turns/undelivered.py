"""What a desk is shown of messages of its cases that did not arrive, and how one of them is sent once more."""

from bot.staff_groups import StaffChats
from bot.telegram.refusal import shut_out
from bot.telegram.text.markup import plain
from bot.turns.about.case_meant import asks_undelivered
from bot.turns.unseen import once_more
from dialogs.conversation.events import Event
from dialogs.conversation.session import Post, Session, Undelivered
from dialogs.desk.undelivered import SHOWN
from storage.queue_items import Outgoing, Unsettled
from storage.unit_of_work import UnitOfWork


def asked_for(
    work: UnitOfWork, staff: StaffChats, event: Event, session: Session, post: Post | None
) -> tuple[Undelivered, ...]:
    """Return the oldest messages of a desk's cases that did not arrive, where it asks for them or does something with
    one; one more than are shown tells of others.

    What its own group has not got comes by itself when it can be reached, so it is not among them.
    """
    municipality = event.sender.staff
    if not (municipality and asks_undelivered(event, session, post)):
        return ()
    found = work.outbox.unsettled(municipality, staff.chats.get(municipality, 0), SHOWN + 1)
    return tuple(_shown(item, staff) for item in found)


def again(work: UnitOfWork, number: int) -> list[Outgoing]:
    """Take a message out of the outbox and return it as a new one, which has not been tried; nothing if it is gone."""
    taken = work.outbox.take_unsettled(number)
    return [once_more(taken)] if taken is not None else []


def _shown(item: Unsettled, staff: StaffChats) -> Undelivered:
    parcel, seat = item.parcel, staff.seats.get(item.parcel.chat)
    text = plain(str(parcel.payload.get("text") or parcel.payload.get("caption") or ""))
    return Undelivered(
        number=parcel.seq,
        reference=parcel.about,
        text=text,
        office=seat.office if seat is not None else "",
        doubtful=item.doubtful,
        shut_out=not item.doubtful and shut_out(parcel.error),
        reason=parcel.error,
        at=item.tried_at,
        file=parcel.method != "sendMessage",
    )
