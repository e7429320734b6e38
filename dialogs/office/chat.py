"""What happens in the chat of an office: buttons of questions, words that answer them, the few commands there.

Talk that answers no question is the office's own and is left alone. In the private chat of one official only what
belongs to a question comes here; everything else is that person's own conversation with Lots.
"""

from collections.abc import Mapping

from dialogs.cards import access
from dialogs.conversation.events import Chose, Commanded, Edited, MailTold, ReminderDue, Returned, Said, Unreadable
from dialogs.conversation.replies import Addressee, Offer, Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import ABOUT_NOTHING, Turn, Verb
from dialogs.deadlines import office_ladder
from dialogs.incoming import gate, members, presses
from dialogs.office import hearing
from dialogs.office.places_and_verbs import VERBS, speak, void
from dialogs.office.question import language_of, posted
from dialogs.records.offices.inquiries import waited_for
from dialogs.speaking.naming import named_language
from knowledge.language import Language

SHOWN_AT_ONCE = 5
"""How many questions come again at once when an office asks for them, those of the next days first: two screens."""


def is_meant(turn: Turn) -> bool:
    """Tell whether an event belongs to an office: all that happens in its group, but of one official only what is
    about a question.
    """
    sender = turn.event.sender
    if sender.seat is None or sender.seat.municipality not in turn.world.packs:
        return False
    awaited = hearing.awaited(turn) is not None and isinstance(turn.event, Said | Unreadable)
    return not sender.private or awaited or hearing.is_of_a_question(turn) or hearing.was_awaited(turn)


def step(turn: Turn) -> Outcome:
    """Take one event of an office's chat."""
    seated = _seated(turn)
    outcome = gate.at_desk(seated, members.permitted(seated, _taken(seated)))
    # How somebody is spoken to as a person, and of which municipality, stays as it was.
    session = outcome.session.but(municipality=turn.session.municipality, language=turn.session.language)
    # Of one official only the answer itself tells the name: their chat is their own.
    name = "" if turn.event.sender.private else turn.event.sender.name
    return access.with_name(outcome.but(session=session), name)


def _seated(turn: Turn) -> Turn:
    seat = turn.event.sender.seat
    if seat is None:
        return turn
    language = language_of(turn, turn.world.packs[seat.municipality], seat.office)
    return turn.at(municipality=seat.municipality, language=language.value)


def _office(turn: Turn) -> str:
    return turn.event.sender.seat.office if turn.event.sender.seat else ""


def _taken(turn: Turn) -> Outcome:
    match turn.event:
        case event if event.sender.nameless:
            return _nameless(turn)
        case Chose() as event:
            return _pressed(turn.at(awaited=None), event)
        case Commanded(name=name, argument=argument):
            return COMMANDS.get(name, _help)(turn.at(awaited=None), argument)
        case Said(text=text, attachment=file):
            return hearing.heard(turn, text, file) or _named(turn, text)
        case Unreadable(attachment=file):
            return _wordless(turn) if file is None else hearing.heard(turn, "", file) or Outcome(turn.session)
        case Edited() as event:
            return hearing.edited(turn, event) or Outcome(turn.session)
        case Returned():
            return _back(turn)
        case ReminderDue() | MailTold():
            return Outcome(turn.session)


def _pressed(turn: Turn, event: Chose) -> Outcome:
    match presses.meant(turn, event):
        case Offer(action=action):
            return VERBS[action.verb](turn, action.argument) if action.verb in VERBS else void(turn)
        case Addressee(name=owner):
            return turn.tell(turn.say("desk.not_yours", name=event.sender.name, owner=owner))
        case None:
            return hearing.by_label(turn, event.label, event.heading, _office(turn))


def _named(turn: Turn, text: str) -> Outcome:
    """Words that reply to nothing: those of a button with a reference, or talk."""
    return hearing.named(turn, text, _office(turn)) or Outcome(turn.session)


def _wordless(turn: Turn) -> Outcome:
    """Say that a sticker or a place is no answer, where one was meant."""
    if hearing.awaited(turn) is None and not hearing.is_of_a_question(turn):
        return Outcome(turn.session)
    return turn.tell(turn.say("inquiry.only_words_and_files", name=turn.event.sender.name))


def _nameless(turn: Turn) -> Outcome:
    """Tell somebody whose name Telegram hides how an office answers, where they meant to do so."""
    meant = isinstance(turn.event, Commanded | Chose) or hearing.is_of_a_question(turn)
    return turn.tell(turn.say("inquiry.nameless")) if meant else Outcome(turn.session)


def waited_for_here(turn: Turn) -> list[tuple[str, Reply]]:
    """Return the questions that wait for the office of this chat, each with its day, those of the next days first."""
    found = [
        (inquiry.due, posted(turn, case, number))
        for case in turn.snapshot.cases
        for number, inquiry in enumerate(case.inquiries)
        if inquiry.office == _office(turn) and inquiry in waited_for(case)
    ]
    return sorted(found, key=lambda one: one[0])


def _listed(turn: Turn, _argument: str = "") -> Outcome:
    """Show the questions that wait, each with its buttons."""
    waiting = waited_for_here(turn)
    told = Reply(turn.say("inquiry.waiting", count=len(waiting), shown=SHOWN_AT_ONCE))
    return Outcome(turn.session, (told, *(reply for _, reply in waiting[:SHOWN_AT_ONCE])))


def _back(turn: Turn) -> Outcome:
    """Show an office that has let Lots in again what waits, and plan the reminders anew that were taken away."""
    outcome = _listed(turn) if waited_for_here(turn) else Outcome(turn.session)
    plans = (plan for case in turn.snapshot.cases for plan in office_ladder.planned_of(turn, case))
    return outcome.but(effects=(*outcome.effects, *plans))


def _help(turn: Turn, _argument: str = "") -> Outcome:
    return turn.tell(turn.say("inquiry.help", chat=turn.event.sender.chat))


def _language(turn: Turn, argument: str) -> Outcome:
    """Speak another language in this chat: the one that is named, else one of three buttons."""
    named = named_language(argument) if argument else None
    if named is not None:
        return speak(turn, named.value)
    offers = tuple(turn.offer(f"speaking.in_{code}", "inquiry.speak", code) for code in Language)
    return Outcome(turn.session, (Reply(turn.say("speaking.which"), offers, about=ABOUT_NOTHING),))


COMMANDS: Mapping[str, Verb] = {"questions": _listed, "language": _language}
