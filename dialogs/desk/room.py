"""What happens in a staff group: buttons of cards and drafts, words under a card, the few commands of the desk.

Talk that concerns no case is the navigators' own and is left alone.
"""

import re

from dialogs import texts
from dialogs.conversation import statements
from dialogs.conversation.events import Chose, Commanded, Edited, ReminderDue, Returned, Said, Unreadable
from dialogs.conversation.replies import Addressee, Offer, Reply
from dialogs.conversation.session import Outcome, Standing
from dialogs.conversation.turn import Turn, before
from dialogs.conversation.typed import ALL, chosen, simplified
from dialogs.deadlines import returning
from dialogs.desk import acts, answer
from dialogs.desk.card import card, desk_language
from dialogs.incoming import gate, presses, split_messages
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case
from dialogs.records.case_states import OPEN
from knowledge.language import Language

REFERENCE = re.compile(r"\b[23456789CFGHJKMPQRVWX]{5}\b")
LONGEST_WANTED = 60
"""In characters: so much of the words that no case was found for is said back."""
TYPED_ACTS = ("claim", "release", "take_over", "answer", "show", "close")
ACTS = {
    "desk.claim": acts.claim,
    "desk.take_over": acts.take_over,
    "desk.release": acts.release,
    "desk.answer": answer.begin,
    "desk.close": answer.begin_closing,
    "desk.show": acts.show,
}


def step(turn: Turn) -> Outcome:
    """Take one event of a staff group."""
    turn = split_messages.joined_at_desk(_as_staff(turn))
    outcome = gate.at_desk(turn, _taken(turn))
    # A press says itself what became of its draft, and another's press changes none.
    return outcome if isinstance(turn.event, Chose) else answer.forgotten(turn, outcome)


def _taken(turn: Turn) -> Outcome:
    match turn.event:
        case event if event.sender.nameless:
            return _nameless(turn)
        case Chose() as event:
            return _pressed(turn, event)
        case Commanded(name=name, argument=argument):
            return _command(turn, name, argument)
        case Said(text=text, attachment=attachment):
            return _said(turn, text, attachment)
        case Unreadable(attachment=attachment) if attachment is not None:
            return _written(turn, "", attachment)
        case Returned():
            return returning.let_in(turn)
        case Edited() as event:
            return _edited(turn, event)
        case Unreadable() | ReminderDue():
            return Outcome(turn.session)


def _as_staff(turn: Turn) -> Turn:
    pack = turn.world.packs[turn.event.sender.staff]
    language = turn.session.language or desk_language(pack).value
    return turn.at(municipality=pack.id, language=language)


def _nameless(turn: Turn) -> Outcome:
    """Hear somebody whose name Telegram hides: the list, a note; whatever needs a person is told how to become one.

    Plain words may be meant for an answer that somebody began, so once a day they are told too.
    """
    match turn.event:
        case Commanded(name="desk" as name, argument=argument):
            return _command(turn, name, argument)
        case Edited():
            return Outcome(turn.session)
        case Said(text=text, attachment=attachment) if (case := _noted(turn, text)) is not None:
            return acts.keep_note(turn, case, text, attachment)
        case Unreadable(attachment=attachment) if attachment is not None and (case := _noted(turn, "")) is not None:
            return acts.keep_note(turn, case, "", attachment)
    today = turn.local.date().isoformat()
    addressed = isinstance(turn.event, Commanded) or turn.event.sender.reply_to is not None
    if not addressed and turn.session.desk.told_nameless == today:
        return Outcome(turn.session)
    return turn.tell(turn.say("desk.nameless"), desk=turn.session.desk.but(told_nameless=today))


def _noted(turn: Turn, text: str) -> Case | None:
    """The case whose card was answered with words that are no act."""
    case = _case(turn) if turn.event.sender.reply_to and not _is_draft(turn) else None
    return case if case is not None and not _typed_act(turn, text, case) else None


def _pressed(turn: Turn, event: Chose) -> Outcome:
    name = event.sender.name
    if turn.snapshot.standing is not Standing.MEMBER:
        return Outcome(turn.session, (Reply(turn.say(f"desk.standing_{turn.snapshot.standing}", name=name)),))
    match presses.meant(turn, event):
        case Offer() as offer:
            return _act(turn, offer)
        case Addressee() as owner:
            key = "desk.of_another" if _is_of_a_draft(turn) else "desk.not_yours"
            return Outcome(turn.session, (Reply(turn.say(key, name=name, owner=owner.name)),))
        case None:
            return _by_label(turn, event)


def _is_of_a_draft(turn: Turn) -> bool:
    post = turn.snapshot.post
    return post is not None and any(offer.action.verb in answer.DRAFT_ACTS for offer in post.offers)


def _by_label(turn: Turn, event: Chose) -> Outcome:
    """A card's button that is not remembered as it is: do what it says on the card of the case in its first line."""
    case, post = _case(turn), turn.snapshot.post
    of_a_card = event.pushed and (post is None or post.whom is None)
    if not of_a_card or case is None or case.reference not in event.heading:
        return _moved_on(turn)
    newest = card(turn, case, event.sender.chat)
    same = [offer for offer in newest.offers if offer.label == event.label]
    return _act(turn, same[0]) if same else Outcome(turn.session, (newest,))


def _moved_on(turn: Turn) -> Outcome:
    """Say that a button is void, and show the presser's own draft once more if there is one in hand."""
    text, case = turn.say("desk.moved_on", name=turn.event.sender.name), _case(turn, turn.session.case)
    shown = answer.again(turn, case) if case is not None else None
    return before(text, shown) if shown is not None else Outcome(turn.session, (Reply(text),))


def _act(turn: Turn, offer: Offer) -> Outcome:
    verb = offer.action.verb
    if verb == "language":
        return _language(turn, offer.action.argument)
    reference, _, draft = offer.action.argument.partition(" ")
    case = _case(turn, reference)
    if case is not None and verb in ACTS:
        return ACTS[verb](turn, case)
    if case is not None and verb in answer.DRAFT_ACTS:
        return answer.DRAFT_ACTS[verb](turn, case, draft)
    return Outcome(turn.session, (Reply(turn.say("desk.no_such_case")),))


def _said(turn: Turn, text: str, attachment: Attachment | None) -> Outcome:
    numbers = 0 if turn.session.place == "desk.write" else ALL
    typed = chosen(text, turn.session.offers, numbers=numbers) if not attachment else ()
    if len(typed) == 1:
        return _act(turn.at(heard=None), typed[0])
    case = _case(turn)
    if case is not None and (verb := _typed_act(turn, text, case)):
        return ACTS[verb](turn.at(heard=None), case)
    if case is not None and simplified(text) == simplified(turn.plain("desk.send")):
        # What happened meanwhile was told, and the button now says something else.
        shown = answer.again(turn.at(heard=None), case)
        return shown if shown is not None else _written(turn, text, attachment)
    return _written(turn, text, attachment)


def _written(turn: Turn, text: str, attachment: Attachment | None) -> Outcome:
    """Words or a file: part of the answer that their writer is at, a note under the card they reply to, or talk."""
    answered = _answered(turn)
    if answered is not None:
        return answer.drafted(turn, answered, text, attachment)
    # What follows at once continues an answer only if these words were one.
    turn, case = turn.at(heard=None), _case(turn)
    if case is not None and turn.event.sender.reply_to:
        return acts.keep_note(turn, case, text, attachment)
    return Outcome(turn.session)


def _edited(turn: Turn, event: Edited) -> Outcome:
    """Take a change of the words that an answer in hand was written with; say so if it is no more in hand."""
    session = turn.session
    found = [name for name, draft in session.drafts.items() if event.message in draft.messages]
    case = next((item for item in turn.snapshot.cases if item.reference in found), None)
    heard = session.heard if session.heard and session.heard.message == event.message else None
    if case is not None and session.drafts[case.reference].messages == (event.message,):
        return answer.drafted(turn.at(heard=heard), case, event.text)
    if not found and answer.was_sent(turn, event.message):
        return Outcome(session, (Reply(turn.say("desk.edited_sent", name=event.sender.name)),))
    told = (Reply(turn.say("desk.edited", name=event.sender.name)),) if found or heard else ()
    return Outcome(session, told)


def _answered(turn: Turn) -> Case | None:
    """The case that words are an answer in: of the writer's own draft that they reply to, or of the one under way."""
    session, post = turn.session, turn.snapshot.post
    if _is_draft(turn) and post is not None and post.whom is not None:
        own = post.whom.user == turn.event.sender.user and post.about in session.drafts
        return _case(turn, post.about) if own else None
    if not _is_awaited(turn):
        return None
    if turn.event.sender.reply_to and post is not None:
        return _case(turn, session.case)
    return next((case for case in (_case(turn), *turn.snapshot.cases) if case and case.reference == session.case), None)


def _is_awaited(turn: Turn) -> bool:
    """Whether what comes belongs to the answer under way: its first words, then only files that reply to nothing.

    What else is said beside a preview is talk. A change of the draft begins with its button, or replies to it.
    """
    if turn.session.place != "desk.preview":
        return turn.session.place == "desk.write"
    event = turn.event
    return isinstance(event, Said | Unreadable) and event.attachment is not None and not event.sender.reply_to


def _is_draft(turn: Turn) -> bool:
    """Whether somebody's own question or preview was answered, not a card."""
    post = turn.snapshot.post
    return bool(turn.event.sender.reply_to) and post is not None and post.whom is not None


def _typed_act(turn: Turn, text: str, case: Case) -> str:
    """Read "ta ärendet K7WM4", or the words of a button as a reply to the card."""
    said = simplified(text.replace(case.reference, "").replace(case.reference.lower(), ""))
    verbs = {simplified(turn.plain(f"desk.{act}")): f"desk.{act}" for act in TYPED_ACTS}
    return verbs.get(said, "")


def _command(turn: Turn, name: str, argument: str) -> Outcome:
    if name == "desk":
        return _looked_up(turn, argument) if argument.strip() else _list(turn)
    if name == "language":
        offers = tuple(turn.offer(f"welcome.in_{code}", "language", code) for code in Language)
        return turn.ask(turn.say("welcome.which_language"), offers)
    return Outcome(turn.session, (Reply(turn.say("desk.help")),))


def _language(turn: Turn, code: str) -> Outcome:
    turn = turn.at(language=code, offers=())
    case = _case(turn, turn.session.case)
    shown = answer.again(turn, case) if case is not None else None
    text = turn.say("welcome.language_changed")
    return before(text, shown) if shown is not None else turn.tell(text)


def _looked_up(turn: Turn, wanted: str) -> Outcome:
    """Show the case that is named, as its card does, or the open ones with these words in their titles."""
    case = _case(turn)
    if case is not None and case.reference in wanted.upper():
        now = card(turn, case, turn.event.sender.chat)
        return Outcome(turn.session, (Reply(now.text, now.offers, about=case.reference, under_card=True),))
    found = tuple(item for item in turn.snapshot.cases if simplified(wanted) in simplified(item.title))
    if not found:
        return Outcome(turn.session, (Reply(turn.say("desk.none_found", wanted=texts.cut(wanted, LONGEST_WANTED))),))
    return _list(turn, found)


def _list(turn: Turn, among: tuple[Case, ...] | None = None) -> Outcome:
    cases = [item for item in (turn.snapshot.cases if among is None else among) if item.state in OPEN]
    me = turn.event.sender.user
    groups = {
        "mine": [_row(turn, item) for item in cases if item.owner == me],
        "unowned": [_row(turn, item) for item in cases if not item.owner],
        "others": [_row(turn, item) for item in cases if item.owner and item.owner != me],
    }
    return Outcome(turn.session, (Reply(turn.say("desk.list", **groups)),))


def _row(turn: Turn, case: Case) -> dict[str, object]:
    """One case of the list. An answered case promises nothing until the association writes again."""
    return {
        "reference": case.reference,
        "title": case.title,
        "owner": case.owner_name,
        "answer_by": statements.waited_for(case),
        "late": statements.is_late(turn, case),
        "state": turn.plain(f"desk.state_{case.state}"),
        "written": case.written_at is not None,
        "gone": not case.chat,
    }


def _case(turn: Turn, reference: str = "") -> Case | None:
    """The case at hand, if it belongs to this group's municipality."""
    case = turn.snapshot.case
    if case is None or case.municipality != turn.event.sender.staff:
        return None
    return case if reference in ("", case.reference) else None
