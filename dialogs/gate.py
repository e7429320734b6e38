"""The gate: words are looked at here before any dialog sees them, whoever wrote them and wherever.

Somebody's own distress is met with help lines. What points at one person is shown, and other words are asked for.
Nothing of it is kept or passed on, and the person stays where they were, with all that was kept before.
"""

from collections.abc import Iterator

from dialogs.effects import AddMessage
from dialogs.events import Chose, Commanded, Edited, Event, ReminderDue, Returned, Said, Unreadable
from dialogs.replies import Offer
from dialogs.session import Outcome
from dialogs.turn import LANGUAGES, Turn
from dialogs.typed import chosen
from dialogs.values import Attachment
from knowledge import guard
from knowledge.characters import visible
from knowledge.pack import Language, Pack


def cleaned(event: Event) -> Event:
    """Return what happened with its words as every reader is to see them."""
    match event:
        case Said(text=text, attachment=attachment):
            return event.but(text=visible(text), attachment=_renamed(attachment))
        case Edited(text=text):
            return event.but(text=visible(text))
        case Commanded(argument=argument):
            return event.but(argument=visible(argument))
        case Unreadable(attachment=attachment):
            return event.but(attachment=_renamed(attachment))
        case Chose() | ReminderDue() | Returned():
            return event


def stopped(turn: Turn) -> Outcome | None:
    """Say what must be said instead of going on with the words of an event; None if they may go on."""
    for text in _texts(turn.event):
        if chosen(text, (*turn.session.offers, *turn.session.pushed)):
            continue  # the words of a button are our own
        if language := turn.world.in_distress(text, LANGUAGES.get(turn.session.language)):
            return help_lines(turn, language)
        if found := guard.seen(text):
            return turn.ask(turn.say("gate.person", seen=found[0].words), _ways_on(turn))
    return None


def at_desk(turn: Turn, outcome: Outcome) -> Outcome:
    """Stop what would be kept of a navigator's words if it points at one person; other talk is left alone.

    In an answer only a personal number is stopped: the preview warns of the rest, and the navigator decides.
    """
    noted = any(isinstance(one, AddMessage) for one in outcome.effects)
    drafted = outcome.session.drafts != turn.session.drafts
    seen = [one for text in _texts(turn.event) for one in guard.seen(text)] if noted or drafted else []
    found = [one for one in seen if noted or one.kind == guard.PERSONAL_NUMBER]
    return turn.tell(turn.say("gate.person", seen=found[0].words)) if found else outcome


def help_lines(turn: Turn, language: Language | None = None) -> Outcome:
    """Give the help lines, the way back to where the person was, and a person. What was written is not kept.

    They come in the language that was written, whichever the chat has.
    """
    own, turn = turn.session.language, turn.at(language=language.value if language else turn.session.language)
    groups = [
        (pack.country, [(turn.words(line.name), line.number, turn.words(line.hours)) for line in pack.help_lines])
        for pack in _countries(turn)
    ]
    offers = (turn.offer("gate.stay", "stay"), turn.offer("common.person", "person"))
    return turn.ask(turn.say("gate.distress", groups=groups), offers, language=own)


def _countries(turn: Turn) -> tuple[Pack, ...]:
    """The packs whose lines are given: the municipality's own, or one of each country while it is not known."""
    if turn.pack is not None:
        return (turn.pack,)
    each = {pack.country: pack for pack in reversed(list(turn.world.packs.values()))}
    own = "FI" if turn.language is Language.FI else "SE"
    return tuple(sorted(each.values(), key=lambda pack: pack.country != own))


def _ways_on(turn: Turn) -> tuple[Offer, ...]:
    """The buttons of the question in hand, with the person among them."""
    person = turn.offer("common.person", "person")
    return turn.session.offers if person in turn.session.offers else (*turn.session.offers, person)


def _texts(event: Event) -> Iterator[str]:
    """The words of an event, the names of files among them."""
    match event:
        case Said(text=text, attachment=attachment):
            yield from (text, *_name(attachment))
        case Edited(text=text) | Commanded(argument=text):
            yield text
        case Unreadable(attachment=attachment):
            yield from _name(attachment)


def _name(attachment: Attachment | None) -> tuple[str, ...]:
    return (attachment.name,) if attachment and attachment.name else ()


def _renamed(attachment: Attachment | None) -> Attachment | None:
    return attachment.but(name=visible(attachment.name)) if attachment else None
