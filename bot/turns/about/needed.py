"""What an event needs of the values that a batch has loaded, and whether it is whole.

Whatever is said in a chat may lead to any of its drafts and cases: one that is missing would be written anew, or sent
twice. At a desk only the case that is meant is needed, for the others are not touched.
"""

from collections.abc import Iterable, Sequence

from bot.turns.about.case_meant import message_named
from dialogs.conversation.events import Event
from dialogs.conversation.session import Post, Session
from dialogs.records.reminder import Reminder
from storage.errors import DamagedValue
from storage.repositories.damage import Damage

DESK = "desk"
"""What the places begin with where a navigator has a case in hand."""


def damaged(
    event: Event, session: Session, post: Post | None, references: Sequence[str], damage: Damage
) -> DamagedValue | None:
    """Return a damaged value that an event needs, None if all that it needs is whole."""
    if not damage:
        return None
    sender, place = event.sender, message_named(event)
    known = damage.at("sessions", (sender.chat, sender.user)) or (damage.at("posts", place) if place else None)
    return known or damage.of(sender.chat) or _case(event, session, post, references, damage)


def unsayable(chat: int, reminders: Iterable[Reminder], damage: Damage) -> dict[str, DamagedValue]:
    """Return the reminders, by their keys, that are about something damaged, each with what is."""
    if not damage:
        return {}
    session = damage.at("sessions", (chat, chat))
    about = {
        item.key: session or damage.at("proposals", item.subject) or damage.at("cases", _case_of(item))
        for item in reminders
    }
    return {key: error for key, error in about.items() if error is not None}


def _case_of(reminder: Reminder) -> str:
    """The case of a reminder that is about it, or about a question to an office, whose number follows."""
    return reminder.subject.partition(":")[0]


def _case(
    event: Event, session: Session, post: Post | None, references: Sequence[str], damage: Damage
) -> DamagedValue | None:
    """The damaged case that is meant, among those that this chat may see."""
    seen = {*damage.cases_of(event.sender.staff), *([post.about] if post else [])}
    in_hand = session.place.startswith(DESK)
    meant = (name for name in references if name in seen and (in_hand or name != session.case))
    return next((error for name in meant if (error := damage.at("cases", name))), None)
