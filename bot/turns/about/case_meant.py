"""Which case an event is about.

A case is meant by the message that was answered or pressed, by a button's argument, by a reference in the words, or
by the session. Whether the chat may see it is decided in `rights.py`.
"""

from collections.abc import Iterable, Mapping

from bot.turns.about.rights import may_see
from dialogs.calls.listing import WRITE as CALL_WRITE
from dialogs.conversation.events import (
    Chose,
    Commanded,
    Edited,
    Event,
    ReminderDue,
    Returned,
    Said,
    Sender,
    Unreadable,
)
from dialogs.conversation.paging import turned
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Post, Session
from dialogs.conversation.typed import chosen
from dialogs.deadlines.desk.absence_ladder import AWAY, BACK
from dialogs.deadlines.desk.digest_morning import DIGEST
from dialogs.desk import access_log, undelivered
from dialogs.desk.listing import FINDING, FOUND_PAGE
from dialogs.desk.places_and_verbs import NEED_ALL, NEED_ALL_AT, NEED_ALL_FOR_FILES, OF_A_CALL, OF_A_PITCH
from dialogs.pitch.schedule import WRITE as PITCH_WRITE
from dialogs.records.case import Case
from dialogs.records.for_a_time.access import of_all
from dialogs.records.reference import named_in, typed_alone
from dialogs.rhythm.absence import may_be_meant
from dialogs.rounds.undecided import asked_for

NAMED_AT_MOST = 5
"""How many references of one text are looked up: somebody may paste a list, and one case is meant."""


def message_named(event: Event) -> tuple[int, int] | None:
    """Return chat and number of the message of ours that was pressed or answered, if it can be one that is kept.

    Only messages with pushed buttons are; a session's own buttons mean what the session says.
    """
    if isinstance(event, Chose):
        return (event.sender.chat, event.message) if event.pushed else None
    if event.sender.reply_to is not None:
        return (event.sender.chat, event.sender.reply_to)
    return None


def words_named(event: Event) -> str:
    """Return the fingerprint of the words of the message that was pressed or answered, empty if it has none."""
    return event.says if isinstance(event, Chose) else event.sender.reply_says


def references_named(event: Event, session: Session, post: Post | None, here: str = "") -> list[str]:
    """Return the references that an event names, the most telling first.

    What is said in the topic of a case, `here`, is about that case, whatever it names.
    """
    if isinstance(event, ReminderDue):
        awaited = session.awaited.case if session.awaited else ""
        return _named_by([here, *(reminder.subject for reminder in event.reminders), awaited, session.case])
    named = [here] if isinstance(event, Said | Edited | Unreadable) else []
    named += [post.about] if post else []
    named += [offer.action.argument for offer in _offers_meant(event, session, post)]
    named += [*_in_words(event), here]
    if isinstance(event, Edited):
        named.append(session.desk.sent_to.get(str(event.message), ""))
    named += [session.awaited.case] if session.awaited else []
    named.append(session.case)
    return _named_by(named)


def _named_by(texts: Iterable[str]) -> list[str]:
    found = [match for text in texts if text for match in named_in(text)[:NAMED_AT_MOST]]
    return list(dict.fromkeys(found))


def lists_cases(event: Event, session: Session, post: Post | None) -> bool:
    """Tell whether an event of a staff group may ask for its open cases: a command, a return, a page of a list, words
    or reminders about somebody's absence, a digest, a file for a decision for several.
    """
    if isinstance(event, Commanded | Returned):
        return True
    if isinstance(event, ReminderDue):
        return any(item.kind in (AWAY, BACK, DIGEST) for item in event.reminders)
    if isinstance(event, Said) and _may_need_all(event.text, session.place):
        return True
    if isinstance(event, Unreadable) and event.attachment is not None and session.place in NEED_ALL_FOR_FILES:
        return True
    return any(offer.action.verb in NEED_ALL for offer in _offers_shown(event, session, post))


def _may_need_all(text: str, place: str) -> bool:
    """Whether words may be about all open cases: an absence, a round, or a decision for several that is being made."""
    return place in NEED_ALL_AT or may_be_meant(text) or asked_for(text) is not None


def searches_cases(event: Event, session: Session, post: Post | None) -> bool:
    """Tell whether an event of a staff group looks for cases, open or ended: words of a command, a page of findings."""
    if isinstance(event, Commanded):
        return event.name in FINDING and bool(event.argument.strip())
    return any(offer.action.verb == FOUND_PAGE for offer in _offers_shown(event, session, post))


def changes_calls(event: Event, session: Session, post: Post | None) -> bool:
    """Tell whether an event of a staff group may change a call, for which it must be known who would be told."""
    if not event.sender.staff:
        return False
    shown = (*_offers_meant(event, session, post), *(session.offers if isinstance(event, Said) else ()))
    asked = isinstance(event, Commanded) and event.name == "calls"
    return asked or session.place == CALL_WRITE or any(offer.action.verb in OF_A_CALL for offer in shown)


def plans_pitch(event: Event, session: Session, post: Post | None) -> bool:
    """Tell whether an event of a staff group looks at a pitch or does something with it, for which it must be known who
    may pitch.
    """
    if not event.sender.staff:
        return False
    shown = (*_offers_meant(event, session, post), *(session.offers if isinstance(event, Said) else ()))
    asked = isinstance(event, Commanded) and event.name == "pitch"
    return asked or session.place == PITCH_WRITE or any(offer.action.verb in OF_A_PITCH for offer in shown)


def asks_undelivered(event: Event, session: Session, post: Post | None) -> bool:
    """Tell whether an event of a staff group asks for what did not arrive, or does something with it."""
    if isinstance(event, Commanded):
        return event.name == undelivered.COMMAND
    if isinstance(event, Said) and undelivered.is_asked_for(event.text):
        return True
    return any(offer.action.verb in undelivered.VERBS for offer in _offers_meant(event, session, post))


def log_named(event: Event, case: Case | None) -> str:
    """Return whose log a desk asks for: the reference of a case, or what stands for all; empty where it asks for none.

    `case` is the one that the event is about.
    """
    if not (isinstance(event, Commanded) and event.name == access_log.COMMAND and event.sender.staff):
        return ""
    named = event.argument.strip() or event.sender.reply_to is not None
    return (case.reference if case else "") if named else of_all(event.sender.staff)


def case_meant(references: list[str], cases: Mapping[str, Case], sender: Sender, post: Post | None) -> Case | None:
    """Return the first case named that this chat may see."""
    for reference in references:
        case = cases.get(reference)
        if case is not None and may_see(case, sender, post):
            return case
    return None


def _offers_shown(event: Event, session: Session, post: Post | None) -> tuple[Offer, ...]:
    """The buttons of the message that was pressed, or the one that words turn a page with."""
    if isinstance(event, Said):
        turning = turned(event.text, session.offers)
        return (turning,) if turning else chosen(event.text, session.offers)
    return post.offers if isinstance(event, Chose) and post else ()


def _offers_meant(event: Event, session: Session, post: Post | None) -> tuple[Offer, ...]:
    if isinstance(event, Chose):
        # An offer of the session means nothing under a message that is remembered.
        offers = (post.offers if post else ()) if event.pushed else session.offers
        return offers[event.index : event.index + 1]
    if not isinstance(event, Said):
        return ()
    own = chosen(event.text, session.offers) if any(map(_names_a_case, session.offers)) else ()
    return own or (chosen(event.text, post.offers, numbers=0) if post is not None and post.whom is None else ())


def _names_a_case(offer: Offer) -> bool:
    return bool(named_in(offer.action.argument))


def _in_words(event: Event) -> list[str]:
    match event:
        case Said() | Edited():
            return _written(event.text, event.sender)
        case Commanded():
            return _written(event.argument, event.sender)
        case Chose(pushed=True):
            return [event.heading]
        case _:
            return []


def _written(text: str, sender: Sender) -> list[str]:
    """A text and, at a desk, the reference that it is and nothing else: look-alike signs are forgiven there."""
    return [text, typed_alone(text)] if sender.staff else [text]
