"""What happens in a staff group: buttons of cards and drafts, words under a card, the few commands of the desk.

Talk that concerns no case is the navigators' own and is left alone.
"""

from dialogs.conversation.events import Chose, Commanded, Edited, ReminderDue, Returned, Said, Unreadable
from dialogs.conversation.replies import Action, Addressee, Offer, Reply
from dialogs.conversation.session import Outcome, Standing
from dialogs.conversation.turn import Place, Turn, before
from dialogs.conversation.typed import chosen, simplified
from dialogs.deadlines import returning
from dialogs.desk import drafting, listing, writing
from dialogs.desk.card import card, desk_language
from dialogs.desk.listing import case_at_hand
from dialogs.desk.places_and_verbs import COMMANDS, OF_A_CASE, OF_A_DRAFT, PLACES, VERBS, no_such_case
from dialogs.incoming import gate, presses, split_messages
from dialogs.records.case import Case


def step(turn: Turn) -> Outcome:
    """Take one event of a staff group."""
    turn = split_messages.joined_at_desk(_as_staff(turn))
    outcome = gate.at_desk(turn, _taken(turn))
    # A press says itself what became of its draft, and another's press changes none.
    return outcome if isinstance(turn.event, Chose) else drafting.forgotten(turn, outcome)


def _taken(turn: Turn) -> Outcome:
    match turn.event:
        case event if event.sender.nameless:
            return _nameless(turn)
        case Chose() as event:
            # Who presses has read what stands there: what is written next continues nothing.
            return _pressed(turn.at(heard=None), event)
        case Commanded(name=name, argument=argument):
            return COMMANDS.get(name, _help)(turn, argument)
        case Said(text=text):
            return _said(turn, text)
        case Unreadable(attachment=attachment) if attachment is not None:
            return _place(turn).said(turn, "")
        case Returned():
            return returning.let_in(turn)
        case Edited() as event:
            return writing.edited(turn, event)
        case Unreadable() | ReminderDue():
            return Outcome(turn.session)


def _as_staff(turn: Turn) -> Turn:
    pack = turn.world.packs[turn.event.sender.staff]
    language = turn.session.language or desk_language(pack).value
    return turn.at(municipality=pack.id, language=language)


def _place(turn: Turn) -> Place:
    """Where a navigator stands: at the desk, unless an answer is under way."""
    return PLACES.get(turn.session.place, PLACES["desk"])


def _nameless(turn: Turn) -> Outcome:
    """Hear somebody whose name Telegram hides: the list, a note; whatever needs a person is told how to become one.

    Plain words may be meant for an answer that somebody began, so once a day they are told too.
    """
    match turn.event:
        case Commanded(name="desk", argument=argument):
            return listing.look_up(turn, argument)
        case Edited():
            return Outcome(turn.session)
        case Said(text=text, attachment=attachment) if (case := _noted(turn, text)) is not None:
            return writing.keep_note(turn, case, text, attachment)
        case Unreadable(attachment=attachment) if attachment is not None and (case := _noted(turn, "")) is not None:
            return writing.keep_note(turn, case, "", attachment)
    today = turn.local.date().isoformat()
    addressed = isinstance(turn.event, Commanded) or turn.event.sender.reply_to is not None
    if not addressed and turn.session.desk.told_nameless == today:
        return Outcome(turn.session)
    return turn.tell(turn.say("desk.nameless"), desk=turn.session.desk.but(told_nameless=today))


def _noted(turn: Turn, text: str) -> Case | None:
    """The case whose card was answered with words that are no act."""
    case = case_at_hand(turn) if turn.event.sender.reply_to and not writing.to_a_draft(turn) else None
    return case if case is not None and not _typed_act(turn, text, case) else None


def _pressed(turn: Turn, event: Chose) -> Outcome:
    name = event.sender.name
    if turn.snapshot.standing is not Standing.MEMBER:
        return Outcome(turn.session, (Reply(turn.say(f"desk.standing_{turn.snapshot.standing}", name=name)),))
    match presses.meant(turn, event):
        case Offer() as offer:
            return _do(turn, offer.action)
        case Addressee() as owner:
            key = "desk.of_another" if _is_of_a_draft(turn) else "desk.not_yours"
            return Outcome(turn.session, (Reply(turn.say(key, name=name, owner=owner.name)),))
        case None:
            return _by_label(turn, event)


def _is_of_a_draft(turn: Turn) -> bool:
    post = turn.snapshot.post
    return post is not None and any(offer.action.verb in OF_A_DRAFT for offer in post.offers)


def _by_label(turn: Turn, event: Chose) -> Outcome:
    """A card's button that is not remembered as it is: do what it says on the card of the case in its first line."""
    case, post = case_at_hand(turn), turn.snapshot.post
    of_a_card = event.pushed and (post is None or post.whom is None)
    if not of_a_card or case is None or case.reference not in event.heading:
        return _moved_on(turn)
    newest = card(turn, case, event.sender.chat)
    same = [offer for offer in newest.offers if offer.label == event.label]
    return _do(turn, same[0].action) if same else Outcome(turn.session, (newest,))


def _moved_on(turn: Turn) -> Outcome:
    """Say that a button is void, and show the presser's own draft once more if there is one in hand."""
    return _with_what_is_asked(turn, turn.say("desk.moved_on", name=turn.event.sender.name))


def _with_what_is_asked(turn: Turn, text: str) -> Outcome:
    asked = _place(turn).ask(turn)
    return before(text, asked) if asked.replies else turn.tell(text)


def _do(turn: Turn, action: Action) -> Outcome:
    if action.verb == "language":
        return _in_language(turn, action.argument)
    verb = VERBS.get(action.verb)
    return verb(turn, action.argument) if verb is not None else no_such_case(turn)


def _said(turn: Turn, text: str) -> Outcome:
    place, alone = _place(turn), writing.attached(turn) is None
    typed = chosen(text, turn.session.offers, numbers=place.numbers(turn)) if alone else ()
    if len(typed) == 1:
        return _do(turn.at(heard=None), typed[0].action)
    case = case_at_hand(turn)
    if case is not None and (verb := _typed_act(turn, text, case)):
        return VERBS[verb](turn.at(heard=None), case.reference)
    if case is not None and simplified(text) == simplified(turn.plain("desk.send")):
        # What happened meanwhile was told, and the button now says something else.
        shown = drafting.shown_again(turn.at(heard=None), case)
        return shown if shown is not None else place.said(turn, text)
    return place.said(turn, text)


def _typed_act(turn: Turn, text: str, case: Case) -> str:
    """Read "ta ärendet K7WM4", or the words of a button as a reply to the card. A verb is its words' key, too."""
    said = simplified(text.replace(case.reference, "").replace(case.reference.lower(), ""))
    verbs = {simplified(turn.plain(verb)): verb for verb in OF_A_CASE}
    return verbs.get(said, "")


def _in_language(turn: Turn, code: str) -> Outcome:
    turn = turn.at(language=code, offers=())
    return _with_what_is_asked(turn, turn.say("welcome.language_changed"))


def _help(turn: Turn, _argument: str = "") -> Outcome:
    return Outcome(turn.session, (Reply(turn.say("desk.help")),))
