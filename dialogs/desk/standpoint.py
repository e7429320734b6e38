"""Where a navigator stands, topic by topic: a question that was asked in one topic is answered there and nowhere else.

So answers under way in two topics never mix: words, and the words of buttons, belong to what was asked where they are
written. In a group without topics everything happens in one place.
"""

from dialogs.conversation.events import Sender
from dialogs.conversation.session import Session, Standpoint
from dialogs.conversation.turn import Turn
from dialogs.desk.writing import AWAITING

AT_DESK = Standpoint()
KEPT = 30
"""In how many other topics it is remembered how somebody stands, the newest: more than anybody has open at a time."""
OF_AN_ANSWER = AWAITING | {"desk.preview"}
OF_A_QUESTION = ("desk.ask_write", "desk.ask_preview")
"""The steps in which an answer is written, and those in which a question to offices is."""


def in_topic(session: Session, sender: Sender) -> Session:
    """Return the session of somebody at a desk as it stands in the topic where they are now."""
    desk, thread = session.desk, sender.thread or 0
    if not sender.staff or thread == desk.thread:
        return session
    left = Standpoint(session.place, session.case, session.offers, session.awaited)
    others = {number: item for number, item in desk.elsewhere.items() if number not in (thread, desk.thread)}
    if session.case or session.offers or session.awaited:
        others[desk.thread] = left
    found = desk.elsewhere.get(thread, AT_DESK)
    now = found if _still(session, found) else AT_DESK
    kept = dict(list(others.items())[-KEPT:])
    return session.but(
        place=now.place,
        case=now.case,
        offers=now.offers,
        awaited=now.awaited,
        heard=None,
        desk=desk.but(thread=thread, elsewhere=kept),
    )


def there(turn: Turn) -> Turn:
    """Return the turn of somebody who stands where the topic says."""
    now = in_topic(turn.session, turn.event.sender)
    if now is turn.session:
        return turn
    stands = {"place": now.place, "case": now.case, "offers": now.offers, "awaited": now.awaited}
    return turn.at(**stands, heard=now.heard, desk=now.desk)


def _still(session: Session, found: Standpoint) -> bool:
    """Whether what was in hand there still is: an answer or a question may have been sent from elsewhere."""
    if found.place in OF_AN_ANSWER:
        return found.case in session.drafts
    return found.place not in OF_A_QUESTION or found.case in session.desk.inquiries
