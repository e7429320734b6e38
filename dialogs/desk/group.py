"""What happens in a staff group: buttons of cards and drafts, words under a card, the few commands of the desk.

Talk that concerns no case is the navigators' own and is left alone.
"""

from collections.abc import Mapping
from functools import cache

from dialogs import texts
from dialogs.answering import drafting
from dialogs.asking import writing as asking
from dialogs.cards import access
from dialogs.cards.card import card
from dialogs.cards.case_at_hand import case_at_hand, case_of_words, stands_with
from dialogs.cards.catching_up import caught_up
from dialogs.cards.languages import own_language
from dialogs.conversation import paging
from dialogs.conversation.events import (
    FORGED,
    Chose,
    Commanded,
    Edited,
    MailTold,
    ReminderDue,
    Returned,
    Said,
    Unreadable,
)
from dialogs.conversation.replies import Action, Addressee, Offer, Reply
from dialogs.conversation.session import Outcome, Session
from dialogs.conversation.turn import Place, Turn, Words, before
from dialogs.conversation.typed import chosen, simplified
from dialogs.deadlines import returning
from dialogs.decisions import day as decision_day
from dialogs.desk import choosing_language, listing, undelivered, writing
from dialogs.desk.places_and_verbs import COMMANDS, FOR_THE_NAMELESS, OF_A_CASE, OF_A_DRAFT, PLACES, VERBS, no_such_case
from dialogs.desk.standpoint import there
from dialogs.incoming import gate, members, presses, split_messages
from dialogs.office import hearing
from dialogs.records.case import Case
from dialogs.rhythm import absence, snoozing, waiting
from dialogs.rounds import picking

ORDERED = frozenset(
    f"desk.{act}"
    for act in ("claim", "take_over", "release", "answer", "move", "wait", "snooze", "ask", "close", "show")
)
"""What can be ordered in a word before the reference of a case. The texts list the words of each."""


def step(turn: Turn) -> Outcome:
    """Take one event of a staff group."""
    session, turn = turn.session, split_messages.joined_at_desk(there(_as_staff(turn)))
    outcome = gate.at_desk(turn, members.permitted(turn, absence.remembered(turn, _taken(turn))))
    # A press says itself what became of its draft, and another's press changes none.
    outcome = outcome if isinstance(turn.event, Chose) else drafting.forgotten(turn, outcome)
    outcome = outcome.but(session=_as_chosen(outcome.session, before=session))
    return access.with_name(outcome, turn.event.sender.name)


def _taken(turn: Turn) -> Outcome:
    match turn.event:
        case event if event.sender.nameless:
            return _nameless(turn)
        case Chose() as event:
            # Who presses has read what stands there: what is written next continues nothing.
            return _pressed(turn.at(heard=None, awaited=None), event)
        case Commanded(name=name, argument=argument):
            return caught_up(turn, COMMANDS.get(name, _help)(turn.at(awaited=None), argument))
        case Said(text=text):
            return _said(turn, text)
        case Unreadable() as event:
            return _wordless(turn, event)
        case Returned():
            return caught_up(turn, returning.let_in(turn))
        case Edited() as event:
            return hearing.edited(turn, event) or asking.edited(turn, event) or writing.edited(turn, event)
        case ReminderDue() | MailTold():
            return Outcome(turn.session)


def _wordless(turn: Turn, event: Unreadable) -> Outcome:
    """Take a file; what can neither be sent nor kept is named where an answer or a note was meant."""
    if event.attachment is not None:
        answered = hearing.heard(turn, "", event.attachment) or asking.taken(turn, "")
        return answered or _place(turn).said(turn, "")
    if turn.session.place in writing.AWAITING:
        case, name = turn.session.case, event.sender.name
        return turn.tell(turn.say("desk.only_words_and_files", name=name, reference=case))
    return writing.not_noted(turn) if event.kind != FORGED else Outcome(turn.session)


def _as_staff(turn: Turn) -> Turn:
    pack = turn.world.packs[turn.event.sender.staff]
    return turn.at(municipality=pack.id, language=own_language(turn, pack).value)


def _as_chosen(session: Session, before: Session) -> Session:
    """The session with the language that a person has chosen; one that only follows the group's is not kept."""
    return session if session.language_chosen else session.but(language=before.language)


def _place(turn: Turn) -> Place:
    """Where a navigator stands: at the desk, unless an answer is under way."""
    return PLACES.get(turn.session.place, PLACES["desk"])


def _nameless(turn: Turn) -> Outcome:
    """Hear somebody whose name Telegram hides: lists, numbers, a note; what needs a person is told how to become one.

    Plain words may be meant for an answer that somebody began, so once a day they are told too.
    """
    match turn.event:
        case Commanded(name=name, argument=argument) if name in FOR_THE_NAMELESS:
            return COMMANDS[name](turn, argument)
        case Edited():
            return Outcome(turn.session)
        case Said(text=text, attachment=attachment) if (case := _noted(turn, text)) is not None:
            return writing.keep_note(turn, case, text, attachment)
        case Unreadable(attachment=attachment) if attachment is not None and (case := _noted(turn, "")) is not None:
            return writing.keep_note(turn, case, "", attachment)
    today = turn.local.date().isoformat()
    addressed = isinstance(turn.event, Commanded) or stands_with(turn)
    if not addressed and turn.session.desk.told_nameless == today:
        return Outcome(turn.session)
    return turn.tell(turn.say("desk.nameless"), desk=turn.session.desk.but(told_nameless=today))


def _noted(turn: Turn, text: str) -> Case | None:
    """The case whose card was answered, or in whose topic was written, with words that are no act."""
    case = None if writing.to_a_draft(turn) else case_of_words(turn)
    return case if case is not None and _typed_act(turn, text, case) is None else None


def _pressed(turn: Turn, event: Chose) -> Outcome:
    name = event.sender.name
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
    """A card's button that is not remembered as it is: do what it says on the card of the case in its first line.

    Where the card has no such button now, it is shown as it stands; of a message that is not remembered nobody would
    see that, so there is a word instead.
    """
    case, post = case_at_hand(turn), turn.snapshot.post
    of_a_card = event.pushed and (post is None or post.whom is None)
    if not of_a_card or case is None or case.reference not in event.heading:
        return _moved_on(turn)
    newest = card(turn, case, event.sender.chat)
    # Its language may be another now, and a copy of it was in somebody's own.
    same = [offer for offer in newest.offers if event.label in texts.in_all(offer.action.verb)]
    if same:
        return _do(turn, same[0].action)
    return Outcome(turn.session, (newest,)) if post is not None else turn.tell(_void(turn))


def _moved_on(turn: Turn) -> Outcome:
    """Say that a button is void, and show the presser's own draft once more if there is one in hand."""
    return _with_what_is_asked(turn, _void(turn))


def _void(turn: Turn) -> str:
    return turn.say("desk.moved_on", name=turn.event.sender.name)


def _with_what_is_asked(turn: Turn, text: str) -> Outcome:
    asked = _place(turn).ask(turn)
    return before(text, asked) if asked.replies else turn.tell(text)


def _do(turn: Turn, action: Action) -> Outcome:
    if action.verb == "language":
        return choosing_language.choose(turn, action.argument)
    verb = VERBS.get(action.verb)
    return verb(turn, action.argument) if verb is not None else no_such_case(turn)


def _said(turn: Turn, text: str) -> Outcome:
    place, alone = _place(turn), writing.attached(turn) is None
    answered = hearing.heard(turn, text, writing.attached(turn))
    if answered is not None:
        return answered
    typed = chosen(text, turn.session.offers, numbers=place.numbers(turn)) if alone else ()
    typed = typed or tuple(filter(None, (paging.turned(text, turn.session.offers),)))
    typed = typed or _under_what_is_answered(turn, text)
    if len(typed) == 1:
        return _do(turn.at(heard=None), typed[0].action)
    if alone and not typed and (language := choosing_language.typed(turn, text)) is not None:
        return _do(turn.at(heard=None), language)
    if typed and place.several is not None:
        return place.several(turn.at(heard=None), typed)
    taken = asking.taken(turn, text) or _said_as_a_command(turn, text)
    if taken is not None:
        return taken
    case = case_at_hand(turn)
    if case is not None and (act := _typed_act(turn, text, case)) is not None:
        return _do(turn.at(heard=None), act)
    if case is not None and simplified(text) == simplified(turn.plain("desk.send")):
        # What happened meanwhile was told, and the button now says something else.
        shown = drafting.shown_again(turn.at(heard=None), case)
        return shown if shown is not None else place.said(turn, text)
    return _looked_up(turn, text) or place.said(turn, text)


def _said_as_a_command(turn: Turn, text: str) -> Outcome | None:
    """That somebody is away or back, wants to decide a round, or to see what did not arrive; not an answer's or note's
    words.
    """
    addressed = stands_with(turn) or turn.meaning is Words.ANSWER
    if addressed or writing.attached(turn) is not None:
        return None
    return absence.typed(turn, text) or picking.typed(turn, text) or undelivered.typed(turn, text)


def _looked_up(turn: Turn, text: str) -> Outcome | None:
    """The card of the case whose reference was typed and nothing else, where words are no answer or note."""
    addressed = stands_with(turn) or turn.meaning is Words.ANSWER
    named = None if addressed else listing.case_named(turn, text, alone=True)
    return listing.show_card(turn, named) if named is not None else None


def _under_what_is_answered(turn: Turn, text: str) -> tuple[Offer, ...]:
    """The button whose words were typed in reply to the news that it stands under, which anybody may press."""
    post = turn.snapshot.post if turn.event.sender.reply_to is not None else None
    return chosen(text, post.offers, numbers=0) if post is not None and post.whom is None else ()


def _typed_act(turn: Turn, text: str, case: Case) -> Action | None:
    """Read "ta ärendet K7WM4", or the words of a button as a reply to the card, whichever language it is in.

    A verb is its words' key, too. With the reference its beginning is enough ("svara K7WM4").
    """
    said = simplified(text.replace(case.reference, "").replace(case.reference.lower(), ""))
    verbs = {simplified(label): verb for verb in OF_A_CASE for label in texts.in_all(verb)}
    verbs.update(dict.fromkeys(texts.listed("desk.claim_words"), "desk.claim"))
    named = said and case.reference in text.upper()
    begun = {verb for label, verb in verbs.items() if named and f"{label} ".startswith(f"{said} ")}
    verb = verbs.get(said) or (begun.pop() if len(begun) == 1 else None) or _ordered(text, case)
    if verb is not None:
        return Action(verb, case.reference)
    put_off = waiting.typed(turn, case, said) or snoozing.typed(turn, case, said)
    return put_off or decision_day.typed(turn, case, said)


def _ordered(text: str, case: Case) -> str | None:
    """The verb of an order that names its case right behind it: "vastaa K7WM4", "flytta K7WM4 till idrotten"."""
    order, found, _ = simplified(text).partition(case.reference.lower())
    words = order.strip().removesuffix(" asia").removesuffix(" ärende").removesuffix(" ärendet").removesuffix(" case")
    return _orders().get(words) if found else None


@cache
def _orders() -> Mapping[str, str]:
    return {word: verb for verb in sorted(ORDERED) for word in texts.listed(f"{verb}_words")}


def _help(turn: Turn, _argument: str = "") -> Outcome:
    return Outcome(turn.session, (Reply(turn.say("desk.help")),))
