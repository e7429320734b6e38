"""What a chat that can be reached again has not seen: cards that it never got, messages that were refused for good.

A staff group can be reached when Lots is let in, when somebody gives a command there, and at the start; a person when
they are heard again after having blocked Lots.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace

from dialogs.conversation.events import Commanded, Event, ReminderDue, Returned
from dialogs.conversation.session import NOTHING_UNSEEN, Unseen
from dialogs.deadlines.case_ladder import UNSEEN
from dialogs.records.case import Case
from dialogs.records.reference import named_in
from dialogs.records.thread import TOPIC, Thread
from storage.queue_items import Kind, Outgoing, Parcel
from storage.unit_of_work import UnitOfWork

CARDS_AT_ONCE = 10
"""How many cards are shown at a time: half of the 20 messages that Telegram lets into a group each minute, so that
whoever works there meanwhile is answered."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was not seen, and the messages among it that are sent once more: `first` before what is said now, `again`
    behind it.
    """

    unseen: Unseen = NOTHING_UNSEEN
    again: tuple[Outgoing, ...] = ()
    first: tuple[Outgoing, ...] = ()


NOTHING = Found()


def reaches_a_desk(event: Event) -> bool:
    """Tell whether an event shows that its staff group can be reached, or is the time for more cards."""
    if not event.sender.staff:
        return False
    more = isinstance(event, ReminderDue) and any(item.kind == UNSEEN for item in event.reminders)
    return more or isinstance(event, Returned | Commanded)


def wanting_topics(event: Event) -> list[str]:
    """Return the cases of a staff group whose time to get topics it is."""
    due = event.reminders if isinstance(event, ReminderDue) else ()
    return sorted({name for item in due if item.kind == TOPIC for name in named_in(item.subject)})


def of_topics(work: UnitOfWork, chat: int, names: Sequence[str]) -> Found:
    """Return what was set aside because its case had no topic, to be sent ahead of all that waits of the case.

    Cards come as they stand now; only of one with a receipt somebody waits to hear, so it goes first. That a case wants
    a topic is counted until its card stands in one (`Thread.failed`).
    """
    known = work.threads.of((chat, name) for name in names)
    for thread in (known.get((chat, name)) or Thread(chat, name) for name in names):
        if not thread.number:
            work.threads.keep(thread.but(failed=thread.failed + 1), 0)
    aside = [replace(once_more(parcel), ahead=True) for parcel in work.outbox.take_refused(chat, names)]
    cards = tuple(item for item in aside if item.kind is Kind.CARD and item.notes.receipt is not None)
    return Found(again=tuple(item for item in aside if item.kind is not Kind.CARD), first=cards)


def of_a_desk(work: UnitOfWork, chat: int, municipality: str, staged: Iterable[Outgoing], *, back: bool) -> Found:
    """Return the oldest cards that a staff group has not got and, if it is `back`, what was refused there.

    `staged` are messages that are about to be added. What was refused is forgotten: cards are shown as they stand now,
    and what belongs to a case is sent again.
    """
    shown = {message.about for message in staged if message.kind is Kind.CARD and message.chat == chat}
    listed = work.cases.unshown(municipality, chat, CARDS_AT_ONCE + 1 + len(shown))
    absent = [name for name in listed if name not in shown]
    refused = work.outbox.take_refused(chat) if back else ()
    again = tuple(parcel for parcel in refused if _is_of_a_case(parcel))
    names = absent[:CARDS_AT_ONCE]
    if not (names or refused):
        return NOTHING
    lost = {parcel.about for parcel in again}
    stale = {parcel.about for parcel in refused if parcel.kind is Kind.CARD} - set(absent)
    known = work.cases.by_reference([*names, *lost, *stale])
    seen = work.posts.cards(names)
    return Found(
        Unseen(
            cards=tuple(known[name] for name in names if name in known),
            new=tuple(name for name in names if name not in seen),
            more=len(absent) > CARDS_AT_ONCE,
            lost=_of(municipality, known, lost),
            stale=_of(municipality, known, stale),
        ),
        tuple(once_more(parcel) for parcel in again),
    )


def of_a_person(work: UnitOfWork, chat: int) -> Found:
    """Return the answers of navigators that a person's chat refused; the rest that it refused is forgotten."""
    answers = [parcel for parcel in work.outbox.take_refused(chat) if _is_an_answer(parcel)]
    known = work.cases.by_reference({parcel.about for parcel in answers})
    mine = tuple(case for case in known.values() if case.chat == chat)
    return Found(Unseen(lost=mine), tuple(once_more(parcel) for parcel in answers)) if answers else NOTHING


def _is_of_a_case(parcel: Parcel) -> bool:
    """Whether a message tells the whole desk something of a case: no card, no reminder, nobody's own draft."""
    own = parcel.whom is not None or parcel.key.startswith("reminder:")
    return parcel.kind is Kind.CALL and parcel.notes.under_card and not own


def _is_an_answer(parcel: Parcel) -> bool:
    """Whether a navigator is told what becomes of a message; of the files that somebody ordered they are told."""
    receipt = parcel.notes.receipt
    return receipt is not None and receipt.chat != parcel.chat


def _of(municipality: str, known: dict[str, Case], names: Iterable[str]) -> tuple[Case, ...]:
    found = [known[name] for name in sorted(names) if name in known]
    return tuple(case for case in found if case.municipality == municipality)


def once_more(parcel: Parcel) -> Outgoing:
    """The message itself, without what is known of its tries."""
    return Outgoing(**{field.name: getattr(parcel, field.name) for field in fields(Outgoing)})
