"""What happens in a staff group: buttons of cards and drafts, words under a card, the few commands of the desk.

Talk that concerns no case is the navigators' own and is left alone.
"""

import re
from datetime import date

from dialogs import desk, gate
from dialogs.events import Chose, Commanded, Edited, ReminderDue, Said, Unreadable
from dialogs.replies import Offer, Reply
from dialogs.session import Outcome
from dialogs.turn import Turn
from dialogs.typed import chosen, simplified
from dialogs.values import Case
from knowledge.pack import Language

REFERENCE = re.compile(r"\b[23456789CFGHJKMPQRVWX]{5}\b")
TYPED_ACTS = ("claim", "release", "take_over", "answer", "show", "close")


def step(turn: Turn) -> Outcome:
    """Take one event of a staff group."""
    turn = _as_staff(turn)
    return gate.at_desk(turn, _taken(turn))


def _taken(turn: Turn) -> Outcome:
    match turn.event:
        case Chose() as event:
            return _pressed(turn, event)
        case Commanded(name=name):
            return _command(turn, name)
        case Said(text=text) as event:
            return _said(turn, event, text)
        case Unreadable(attachment=attachment) if attachment is not None and turn.snapshot.case is not None:
            return desk.keep_note(turn, turn.snapshot.case, "", attachment)
        case Unreadable() | Edited() | ReminderDue():
            return Outcome(turn.session)


def _as_staff(turn: Turn) -> Turn:
    pack = turn.world.packs[turn.event.sender.staff]
    language = turn.session.language or desk.desk_language(pack).value
    return turn.at(municipality=pack.id, language=language)


def _pressed(turn: Turn, event: Chose) -> Outcome:
    post = turn.snapshot.post
    if event.pushed and post is not None and _as_remembered(event, post.offers):
        return _act(turn, post.offers[event.index])
    if event.pushed:
        return _by_label(turn, event)
    if event.revision == turn.session.revision and event.index < len(turn.session.offers):
        return _act(turn, turn.session.offers[event.index])
    return Outcome(turn.session, (Reply(turn.say("desk.moved_on", name=event.sender.name)),))


def _as_remembered(event: Chose, offers: tuple[Offer, ...]) -> bool:
    """Whether the button still says what is remembered of it; a card changes a moment before that is noted."""
    return event.index < len(offers) and event.label in ("", offers[event.index].label)


def _by_label(turn: Turn, event: Chose) -> Outcome:
    """A button that is not remembered as it is: do what it says on the card of the case that its first line names."""
    case = _case(turn)
    if case is None or case.reference not in event.heading:
        return Outcome(turn.session, (Reply(turn.say("desk.moved_on", name=event.sender.name)),))
    card = desk.card(turn, case, event.sender.chat)
    meant = [offer for offer in card.offers if offer.label == event.label]
    return _act(turn, meant[0]) if meant else Outcome(turn.session, (card,))


def _act(turn: Turn, offer: Offer) -> Outcome:
    if offer.action.verb == "language":
        return _language(turn, offer.action.argument)
    act, case = desk.ACTS.get(offer.action.verb), _case(turn, offer.action.argument)
    if act is None or case is None:
        return Outcome(turn.session, (Reply(turn.say("desk.no_such_case")),))
    return act(turn, case)


def _said(turn: Turn, event: Said, text: str) -> Outcome:
    typed = chosen(text, turn.session.offers)
    if len(typed) == 1:
        return _act(turn, typed[0])
    case = _case(turn)
    if case is not None and (verb := _typed_act(turn, text, case)):
        return desk.ACTS[verb](turn, case)
    writing = turn.session.place in {"desk.write", "desk.preview"} and turn.snapshot.case is not None
    if writing and case is not None and case.reference == turn.session.case:
        return desk.drafted(turn, case, text)
    return (
        desk.keep_note(turn, case, text, event.attachment)
        if case is not None and event.sender.reply_to
        else Outcome(turn.session)
    )


def _typed_act(turn: Turn, text: str, case: Case) -> str:
    """Read "ta ärendet K7WM4", or the words of a button as a reply to the card."""
    said = simplified(text.replace(case.reference, "").replace(case.reference.lower(), ""))
    verbs = {simplified(turn.plain(f"desk.{act}")): f"desk.{act}" for act in TYPED_ACTS}
    return verbs.get(said, "")


def _command(turn: Turn, name: str) -> Outcome:
    if name == "desk":
        return _list(turn)
    if name == "language":
        offers = tuple(turn.offer(f"welcome.in_{code}", "language", code) for code in Language)
        return turn.ask(turn.say("welcome.which_language"), offers, place="desk")
    return Outcome(turn.session, (Reply(turn.say("desk.help")),))


def _language(turn: Turn, code: str) -> Outcome:
    turn = turn.at(language=code)
    return turn.ask(turn.say("welcome.language_changed"), place="desk")


def _list(turn: Turn) -> Outcome:
    cases = [item for item in turn.snapshot.cases if item.state in desk.OPEN_STATES]
    me = turn.event.sender.user
    groups = {
        "mine": [_row(item) for item in cases if item.owner == me],
        "unowned": [_row(item) for item in cases if not item.owner],
        "others": [(*_row(item)[:2], item.owner_name) for item in cases if item.owner and item.owner != me],
    }
    return Outcome(turn.session, (Reply(turn.say("desk.list", **groups)),))


def _row(case: Case) -> tuple[str, str, date | None]:
    return case.reference, case.title, date.fromisoformat(case.answer_by) if case.answer_by else None


def _case(turn: Turn, reference: str = "") -> Case | None:
    """The case at hand, if it belongs to this group's municipality."""
    case = turn.snapshot.case
    if case is None or case.municipality != turn.event.sender.staff:
        return None
    return case if reference in ("", case.reference) else None
