"""Which case an event is about.

A case is meant by the message that was answered or pressed, by a button's argument, by a reference in the words, or
by the session. Whether the chat may see it is decided in `rights.py`.
"""

import re
from collections.abc import Mapping

from bot.turns.rights import may_see
from dialogs.conversation.events import Chose, Commanded, Edited, Event, ReminderDue, Said, Sender
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Post, Session
from dialogs.conversation.typed import chosen
from dialogs.records.case import Case

ALPHABET = "23456789CFGHJKMPQRVWX"
"""Digits and letters that are not taken for one another, and that make no words."""
REFERENCE_LENGTH = 5
"""In characters of the alphabet: four million references, short enough to be said over the phone."""
REFERENCE = re.compile(rf"(?<![0-9A-Z])[{ALPHABET}]{{{REFERENCE_LENGTH}}}(?![0-9A-Z])")
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


def references_named(event: Event, session: Session, post: Post | None) -> list[str]:
    """Return the references that an event names, the most telling first."""
    named = [post.about] if post else []
    named += [offer.action.argument for offer in _offers_meant(event, session, post)]
    named += _in_words(event)
    if isinstance(event, ReminderDue):
        named += [reminder.subject for reminder in event.reminders]
    named.append(session.case)
    found = [match for text in named for match in REFERENCE.findall(text.upper())[:NAMED_AT_MOST]]
    return list(dict.fromkeys(found))


def case_meant(references: list[str], cases: Mapping[str, Case], sender: Sender, post: Post | None) -> Case | None:
    """Return the first case named that this chat may see."""
    for reference in references:
        case = cases.get(reference)
        if case is not None and may_see(case, sender, post):
            return case
    return None


def _offers_meant(event: Event, session: Session, post: Post | None) -> tuple[Offer, ...]:
    if isinstance(event, Chose):
        # An offer of the session means nothing under a message that is remembered.
        offers = (post.offers if post else ()) if event.pushed else session.offers
        return offers[event.index : event.index + 1]
    if isinstance(event, Said) and any(_names_a_case(offer) for offer in session.offers):
        return chosen(event.text, session.offers)
    return ()


def _names_a_case(offer: Offer) -> bool:
    return REFERENCE.search(offer.action.argument.upper()) is not None


def _in_words(event: Event) -> list[str]:
    match event:
        case Said() | Edited():
            return [event.text]
        case Commanded():
            return [event.argument]
        case Chose(pushed=True):
            return [event.heading]
        case _:
            return []
