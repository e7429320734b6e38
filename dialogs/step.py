"""One step of the conversation: what was said, and what follows from it.

The only entrance to the dialogs. It is pure: the same session, event, world, clock and snapshot give the same
outcome. Buttons and typed words lead to the same verbs; what is neither goes to the place where the person stands.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial, reduce

from dialogs.advice import places_and_verbs as advice_room
from dialogs.again import places_and_verbs as again_room
from dialogs.agreement import due as agreement_due
from dialogs.agreement import ladder as agreement_ladder
from dialogs.asides import places_and_verbs as asides_room
from dialogs.asides import questions
from dialogs.cards import from_association, unreachable
from dialogs.case import own_cases, relaying, send_idea, stray_words, where_it_belongs
from dialogs.case import places_and_verbs as case_room
from dialogs.conversation import paging, typed
from dialogs.conversation.events import (
    FORGED,
    UNASKED,
    Chose,
    Commanded,
    Edited,
    Event,
    MailTold,
    ReminderDue,
    Returned,
    Said,
    Unreadable,
)
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Outcome, Session, Snapshot
from dialogs.conversation.turn import Place, Turn, Verb, Words, before
from dialogs.conversation.world import World
from dialogs.deadlines import case_ladder, due, office_ladder, returning, silence
from dialogs.deadlines import places_and_verbs as deadlines_room
from dialogs.decisions import day_reminder
from dialogs.desk import group
from dialogs.desk import places_and_verbs as desk_room
from dialogs.finding import introduction, welcome
from dialogs.finding import places_and_verbs as finding_room
from dialogs.incoming import gate, presses, split_messages, taken_away, typed_anywhere, wishes
from dialogs.office import chat as office_chat
from dialogs.office import places_and_verbs as office_room
from dialogs.office import reminders as office_reminders
from dialogs.pitch import places_and_verbs as pitch_room
from dialogs.pitch import timer
from dialogs.privacy import places_and_verbs as privacy_room
from dialogs.proposal import attaching, sent_in_words
from dialogs.proposal import places_and_verbs as proposal_room
from dialogs.proposal.agreement import places_and_verbs as agreement_room
from dialogs.proposal.mail import news as mail_news
from dialogs.records import shut_out
from dialogs.records.reminder import Reminder
from dialogs.rhythm import due as desk_due
from dialogs.speaking import following, not_ours
from dialogs.together import following as among_others
from dialogs.together import places_and_verbs as together_room
from dialogs.versions import places_and_verbs as versions_room

ROOMS = (
    finding_room,
    deadlines_room,
    asides_room,
    privacy_room,
    case_room,
    advice_room,
    proposal_room,
    together_room,
    versions_room,
    agreement_room,
    again_room,
    pitch_room,
)
"""The rooms of a private chat. The desk is that of a staff group, which has commands of its own."""
PLACES: Mapping[str, Place] = {name: place for room in (*ROOMS, desk_room) for name, place in room.PLACES.items()}
VERBS: Mapping[str, Verb] = {
    "go": lambda turn, place: turn.go(place),
    "stay": lambda turn, _: turn.present(),
    **{name: verb for room in (*ROOMS, office_room, desk_room) for name, verb in room.VERBS.items()},
}
OF_OTHER_ROOMS = (
    *(office_ladder.PREFIX, agreement_ladder.PREFIX, case_ladder.PREFIX),
    *(shut_out.SHUT_OUT, timer.TIMER, silence.KIND, day_reminder.PREFIX),
)
"""What the kinds of all reminders begin with that are about something else than the proposals of a person."""
COMMANDS: Mapping[str, Verb] = {name: verb for room in ROOMS for name, verb in room.COMMANDS.items()}


def step(session: Session, event: Event, world: World, now: datetime, snapshot: Snapshot | None = None) -> Outcome:
    """Return what an event leads to: the next session, what is said, what must be done. `now` is aware."""
    known = taken_away.left(snapshot or Snapshot(), world.packs)
    # Of what nobody has said nothing is to be understood, so nothing is kept of what was.
    around = world if isinstance(event, ReminderDue) else world.for_one_step()
    turn = Turn(session, gate.cleaned(event), around, now, known, PLACES)
    outcome = _taken(turn)
    if event.sender.private and not isinstance(event, UNASKED):
        outcome = introduction.introduced(turn, outcome)
    if event.sender.private and any(reply.offers and not reply.chat for reply in outcome.replies):
        outcome = outcome.but(session=outcome.session.but(asked_at=now))
    if isinstance(event, UNASKED) or _is_a_press(event) or outcome.session.revision == session.revision:
        return outcome
    # The newest buttons answer these words, so whatever stands above them in the chat is older.
    since = max(session.since, event.message)
    return outcome.but(session=outcome.session.but(since=since))


def _is_a_press(event: Event) -> bool:
    """Whether an event carries the number of the message that a button stands under, and not one of its own."""
    return isinstance(event, Chose) or (isinstance(event, Unreadable) and event.kind == FORGED)


def _taken(turn: Turn) -> Outcome:
    match turn.event:
        case ReminderDue(reminders=waiting):
            return _due(turn, waiting)
        case MailTold(news=news):
            return mail_news.told(turn, news)
        case event if event.sender.staff in turn.world.packs:
            return group.step(turn)
        case event if office_chat.is_meant(turn):
            return office_chat.step(turn)
        case event if not event.sender.private:
            return _in_a_group(turn)
        case event:
            answered = stray_words.settled(turn, _in_private(_without_awaited(turn), event))
            answered = among_others.followed(turn, answered)
            answered = agreement_ladder.planned_again(turn, returning.welcomed(turn, answered))
            answered = day_reminder.planned_again(turn, answered)
            answered = from_association.kept_current(turn, answered)
            return unreachable.heard_again(turn, from_association.in_its_language(turn, answered))


def _without_awaited(turn: Turn) -> Turn:
    """The turn of an official who does something else than to write what was asked for: it stays unwritten."""
    return turn.at(awaited=None) if turn.session.awaited is not None else turn


def _due(turn: Turn, waiting: tuple[Reminder, ...]) -> Outcome:
    """Say what is due: of questions to offices, of who has shut Lots out, and of the desk or somebody's proposals."""
    # Most are reminders of somebody's proposals and nothing else: thousands of them may be due in one minute.
    if not any(item.kind.startswith(OF_OTHER_ROOMS) for item in waiting):
        return due.due(turn, waiting)
    of_offices, others = office_reminders.parted(waiting)
    news, others = shut_out.parted(others)
    of_agreements, others = agreement_due.parted(others)
    of_decisions, others = day_reminder.parted(others)
    of_timer, others = timer.parted(others)
    silences, others = silence.parted(others)
    of_desk, others = (others, ()) if case_ladder.is_for_the_desk(others) else ((), others)
    rooms: tuple[tuple[Callable[[Turn, tuple[Reminder, ...]], Outcome], tuple[Reminder, ...]], ...] = (
        (silence.due, silences),
        (timer.due, of_timer),
        (office_reminders.due, of_offices),
        (agreement_due.due, of_agreements),
        (day_reminder.due, of_decisions),
        (lambda turn, _news: unreachable.noticed(turn), news),
        (desk_due.due, of_desk),
        (due.due, others),
    )
    said = [say(turn, own) for say, own in rooms if own]
    return _as_one(turn, reduce(partial(_together, turn), said)) if said else Outcome(turn.session)


def _together(turn: Turn, first: Outcome, second: Outcome) -> Outcome:
    """What two rooms say of what is due, with the buttons that each has pushed."""
    before_it = turn.session.pushed
    pushed = [outcome.session.pushed for outcome in (first, second) if outcome.session.pushed != before_it]
    session = second.session if second.session != turn.session else first.session
    buttons = tuple(offer for each in pushed for offer in each) if pushed else before_it
    replies, effects = (*first.replies, *second.replies), (*first.effects, *second.effects)
    return Outcome(session.but(pushed=buttons), replies, effects)


def _as_one(turn: Turn, outcome: Outcome) -> Outcome:
    """What several rooms remind one chat of at once as one message: proposals first, how to stop once at its end."""
    stop = turn.say("reminders.stop")
    told = [reply for reply in reversed(outcome.replies) if not reply.chat and reply.text.endswith(stop)]
    if len(told) < 2:
        return outcome
    body = "\n\n".join((*(reply.text.removesuffix(stop).strip() for reply in told), stop))
    buttons = dict.fromkeys(offer for reply in told for offer in reply.offers)
    offers = tuple(sorted(buttons, key=lambda offer: offer.action.verb == "mute"))
    others = tuple(reply for reply in outcome.replies if reply not in told)
    session = outcome.session.but(pushed=offers)
    return outcome.but(session=session, replies=(*others, told[0].but(text=body, offers=offers)))


def _in_private(turn: Turn, event: Event) -> Outcome:
    return _heard(turn) if isinstance(event, Said) else gate.stopped(turn) or _answered(turn, event)


def _heard(turn: Turn) -> Outcome:
    """Take words, together with those that they continue."""
    muted = sent_in_words.stopped(turn)
    if muted is not None:
        return muted
    alone, whole = split_messages.alone(turn), split_messages.joined(turn)
    stop = None if split_messages.is_rest(turn) else gate.stopped(alone)
    if stop is not None:
        return split_messages.stopped(alone, stop)
    stop = gate.stopped(whole) if whole.event != alone.event or split_messages.is_rest(turn) else None
    if stop is not None:
        return split_messages.stopped(whole, stop)
    refused = split_messages.refused(turn) or _of_the_album(turn)
    if refused is not None:
        return refused
    here = following.followed(whole)
    return following.told(whole, split_messages.settled(here, _answered(here, here.event)))


def _answered(turn: Turn, event: Event) -> Outcome:
    told = taken_away.told(turn, event)
    if told is not None:
        return told
    match event:
        case Commanded(name=name, argument=argument):
            return _commanded(turn.at(heard=None), name, argument)
        case Chose():
            return _pressed(turn.at(heard=None), event)
        case Said(text=text):
            answered = None if _is_for_a_case(turn, event) else attaching.came(turn)
            return answered or stray_words.beside(turn, _said(turn, text))
        case Edited():
            return _edited(turn, event)
        case Unreadable():
            return _of_the_album(turn) or _unreadable(split_messages.joined(turn), event)
        case ReminderDue() | MailTold() | Returned():
            return Outcome(turn.session)


def _commanded(turn: Turn, name: str, argument: str) -> Outcome:
    command = COMMANDS.get(name)
    if command is None:
        return before(turn.say("common.no_command"), turn.present())
    return taken_away.beside_a_list(turn, name, command(turn, argument))


def _pressed(turn: Turn, event: Chose) -> Outcome:
    offer = presses.meant(turn, event)
    return _do(turn, offer.action) if isinstance(offer, Offer) else _moved_on(turn)


def _said(turn: Turn, text: str) -> Outcome:
    if not text.strip():
        return before(turn.say("common.empty"), turn.present())
    place = PLACES.get(turn.session.place, PLACES["start"])
    asked = where_it_belongs.are_asked_about(turn.session) or gate.is_below_help_lines(turn.session)
    numbers = typed.ALL if asked else place.numbers(turn)
    chosen = typed.chosen(text, turn.session.offers, numbers=numbers)
    if len(chosen) > 1 and place.several:
        return place.several(turn, chosen)
    pushed = (*turn.session.pushed, *_answered_buttons(turn))
    offer = chosen[0] if len(chosen) == 1 else next(iter(typed.chosen(text, pushed, numbers=0)), None)
    offer = offer or typed_anywhere.way_back(text, turn.session.offers) or paging.turned(text, turn.session.offers)
    if offer is None and place.words in (Words.CHOICE, Words.NEED):
        offer = typed.nearly(text, turn.session.offers)
    if offer is not None:
        return _do(turn.at(heard=None), offer.action)
    if send_idea.means_to_send(turn, text):
        return send_idea.send(turn.at(heard=None))
    wish = wishes.meant(turn, text)
    if wish is not None and wishes.wish_in(typed.simplified(text)) is wishes.Wish.SEND:
        # "Skicka" wants to send, which sounds like a word about what was sent.
        return _do(turn.at(heard=None), wish)
    answered = where_it_belongs.answered(turn, text, chosen) or sent_in_words.understood(turn, text)
    if answered is not None:
        return answered
    meant = _meant(turn, place, text)
    if meant is not None:
        return _do(turn.at(heard=None), meant)
    if wish is not None:
        return _do(turn.at(heard=None), wish)
    beside = (
        stray_words.beside_the_question(turn, text)
        or not_ours.answered(turn, text)
        or welcome.place_said(turn, text)
        or questions.heard(turn, text)
    )
    return beside or stray_words.out_of_reach(turn, text, place.said(turn, text))


def _answered_buttons(turn: Turn) -> tuple[Offer, ...]:
    """The buttons of the message that words reply to: they can be typed there, too."""
    post = turn.snapshot.post if turn.event.sender.reply_to is not None else None
    return post.offers if post is not None else ()


def _meant(turn: Turn, place: Place, text: str) -> Action | None:
    """What words mean that no button says: a plain yes or no, a greeting, what is meant anywhere."""
    open_to_it = place.words in (Words.CHOICE, Words.NEED)
    asked = open_to_it and own_cases.newest_answer(turn) is None
    answered = typed_anywhere.yes_or_no(text, turn.session.offers) if asked else None
    if answered:
        return answered.action
    for_a_person = place.words is Words.RELAY or turn.session.place == "person"
    if not for_a_person and typed.simplified(text) in turn.plain("welcome.greetings").split(","):
        found = Action("welcome_back") if turn.snapshot.proposals else stray_words.greeted(turn) if open_to_it else None
        if found:
            return found
    return typed_anywhere.meant(turn, text)


def _edited(turn: Turn, event: Edited) -> Outcome:
    """Take a change where its words still wait, tell the desk of one that was relayed, and say so of all others."""
    number, text = event.message, event.text
    taken = stray_words.changed(turn, number, text) or relaying.changed(turn, number, text)
    corrected = split_messages.corrected(turn, number, text) if text else None
    if taken is None and corrected is not None:
        outcome = PLACES[corrected.session.place].said(corrected, text)
        taken = split_messages.settled(corrected, before(turn.say("common.edit_taken"), outcome))
    return taken or before(turn.say("common.edited"), turn.present())


def _unreadable(turn: Turn, event: Unreadable) -> Outcome:
    meant = turn.snapshot.case
    if event.attachment and meant and _is_for_a_case(turn, event):
        return relaying.attached(turn.at(case=meant.reference), event)
    if event.attachment and turn.session.place == "case.write":
        return relaying.attached(turn, event)
    return attaching.came(turn) or stray_words.file_came(turn, event)


def _is_for_a_case(turn: Turn, event: Said | Unreadable) -> bool:
    """Whether words or a file answer a message about a case of this chat."""
    meant = turn.snapshot.case
    answers = event.sender.reply_to is not None and turn.snapshot.post is not None
    return answers and meant is not None and own_cases.own(turn, meant.reference) is not None


def _of_the_album(turn: Turn) -> Outcome | None:
    return attaching.of_the_album(turn) or stray_words.of_the_album(turn)


def _do(turn: Turn, action: Action) -> Outcome:
    verb = VERBS.get(action.verb)
    return verb(turn, action.argument) if verb else _moved_on(turn)


def _moved_on(turn: Turn) -> Outcome:
    return before(turn.say("common.moved_on"), turn.present())


def _in_a_group(turn: Turn) -> Outcome:
    asked = isinstance(turn.event, Commanded) and turn.event.name in {"start", "help"}
    return welcome.stranger(turn) if asked else Outcome(turn.session)
