"""One step of the conversation: what was said, and what follows from it.

The only entrance to the dialogs. It is pure: the same session, event, world, clock and snapshot give the same
outcome. Buttons and typed words lead to the same verbs; what is neither goes to the place where the person stands.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from dialogs.advice import advising, result
from dialogs.asides import commands, questions
from dialogs.case import few_questions, follow, send_idea, stray_words
from dialogs.conversation import typed
from dialogs.conversation.events import Chose, Commanded, Edited, Event, ReminderDue, Returned, Said, Unreadable
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import CHANGE, NOT_FILLING, Outcome, Session, Snapshot
from dialogs.conversation.turn import Place, Turn, Words, before
from dialogs.conversation.world import World
from dialogs.deadlines import due, muting, returning
from dialogs.deadlines.case_ladder import is_for_the_desk
from dialogs.desk import acts, reminders, room
from dialogs.finding import introduction, need, office, welcome
from dialogs.incoming import gate, presses, split_messages, typed_anywhere
from dialogs.privacy import own_data
from dialogs.proposal import answering, begin, list_items, overview, papers, sent_in_words, sent_papers

Verb = Callable[[Turn, str], Outcome]

PLACES: Mapping[str, Place] = {
    "start": Place(welcome.menu, need.heard, Words.NEED),
    "language": Place(welcome.ask_language, welcome.language_said),
    "municipality": Place(welcome.ask_municipality, welcome.municipality_said),
    "welcome.back": Place(overview.welcome_back, need.heard, Words.NEED),
    "need": Place(need.ask, need.heard, Words.NEED),
    "need.read": Place(need.read, need.more, Words.NEED),
    "need.choose": Place(need.choose, need.more, Words.NEED, several=need.several),
    "need.unclear": Place(need.unclear, need.more, Words.NEED),
    "need.catalogue": Place(need.catalogue, need.heard, Words.NEED, several=need.several),
    "office": Place(office.ask, need.more, Words.NEED),
    "office.examples": Place(office.examples, need.more, Words.NEED),
    "office.info": Place(questions.good_to_know, questions.said, Words.NEED),
    "question": Place(questions.ask, questions.said, Words.NEED),
    "question.again": Place(questions.again, need.heard, Words.NEED),
    "office.forms": Place(advising.card, advising.said),
    "advice": Place(advising.ask, advising.said),
    "advice.criteria": Place(result.criteria, advising.said),
    "advice.conditions": Place(result.conditions, advising.said),
    "advice.change": Place(result.changes, advising.said),
    "proposal.start": Place(begin.start, commands.refuse_words),
    "proposal.questions": Place(begin.questions, commands.refuse_words),
    "proposal.ask": Place(answering.ask, answering.said, Words.ANSWER, answering.numbered, answering.several),
    "proposal.summary": Place(overview.ask, overview.refuse_words),
    "proposals": Place(overview.proposals, need.heard, Words.NEED),
    "papers": Place(papers.ask, commands.refuse_words),
    "sent.when": Place(sent_papers.ask_when, commands.refuse_words),
    "sent.sure": Place(sent_papers.ask_sure, commands.refuse_words),
    "reminders": Place(muting.ask, commands.refuse_words),
    "idea": Place(send_idea.begin, send_idea.refuse_words),
    "idea.short": Place(few_questions.ask, send_idea.refuse_words),
    "idea.name": Place(send_idea.ask_name, send_idea.name_said, Words.ANSWER),
    "idea.preview": Place(send_idea.preview, send_idea.more_words),
    "person": Place(send_idea.person, send_idea.person_said, Words.ANSWER),
    "case": Place(follow.ask, stray_words.said),
    "case.write": Place(follow.ask_words, follow.said, Words.RELAY),
    "delete": Place(own_data.ask_delete, commands.refuse_words),
}

VERBS: Mapping[str, Verb] = {
    "go": lambda turn, place: turn.go(place),
    "stay": lambda turn, _: turn.present(),
    "language": welcome.choose_language,
    "municipality": welcome.choose_municipality,
    "topic": need.pick,
    "none": lambda turn, _: need.none_of_them(turn),
    "topicless": lambda turn, _: need.topicless(turn),
    "need.idea": lambda turn, _: need.an_idea(turn),
    "heading": need.heading,
    "advise": advising.begin,
    "advise.answer": advising.answer,
    "advise.keep": advising.keep,
    "advise.back": advising.back,
    "advise.change": advising.change,
    "advise.fill": advising.fill,
    "advise.leave": advising.leave,
    "office.again": office.again,
    "proposal.new": lambda turn, _: begin.new(turn),
    "proposal.next": lambda turn, _: begin.go_on(turn),
    "proposal.resume": overview.resume,
    "proposal.take_up": overview.take_up,
    "use": answering.use,
    "list.drop_last": list_items.drop_last,
    "list.start_over": list_items.start_over,
    "skip": answering.skip,
    "unknown": answering.unknown,
    "done": answering.done,
    "back": answering.back,
    "pause": overview.pause,
    "change": answering.change,
    "part": overview.show_part,
    "papers.make": papers.make,
    **sent_in_words.ACTS,
    "papers.mail": papers.mail,
    "papers.language": papers.in_language,
    "idea": send_idea.begin,
    "idea.nameless": lambda turn, _: turn.go("idea.preview"),
    "idea.send": send_idea.send,
    "idea.questions": few_questions.begin,
    "idea.change": send_idea.change,
    "idea.alone": send_idea.alone,
    "idea.cancel": send_idea.cancel,
    "question": questions.show,
    "question.send": questions.send,
    "person": send_idea.ask_person,
    "case": follow.open_case,
    "stray.case": stray_words.to_case,
    "stray.all": stray_words.to_cases,
    "stray.answer": stray_words.to_question,
    "stray.need": stray_words.to_need,
    "stray.drop": stray_words.dropped,
    "case.write": follow.write,
    "case.withdraw": follow.withdraw,
    "case.withdrawn": follow.withdrawn,
    "mute": muting.mute,
    "unmute": muting.unmute,
    "delete.yes": own_data.deleted,
    "welcome_back": lambda turn, _: turn.detour("welcome.back", "", of=CHANGE, asking="", filling=NOT_FILLING),
    "cancel": stray_words.cancelled,
    "thanked": commands.thanked,
    "not_here": commands.not_here,
}

COMMANDS: Mapping[str, Verb] = {
    "start": welcome.started,
    "help": commands.help_,
    "new": lambda turn, _: turn.detour("need", "", of=CHANGE, proposal="", asking="", filling=NOT_FILLING),
    "proposals": lambda turn, _: turn.go("proposals"),
    "dates": commands.dates,
    "forms": advising.open_card,
    "contact": commands.contact,
    "language": lambda turn, _: welcome.open_language(turn),
    "privacy": own_data.privacy,
    "mydata": own_data.my_data,
    "delete": own_data.delete,
    "cancel": stray_words.cancelled,
}


def step(session: Session, event: Event, world: World, now: datetime, snapshot: Snapshot | None = None) -> Outcome:
    """Return what an event leads to: the next session, what is said, what must be done. `now` is aware."""
    turn = Turn(session, gate.cleaned(event), world.for_one_step(), now, snapshot or Snapshot(), PLACES)
    outcome = _taken(turn)
    if event.sender.private and not isinstance(event, ReminderDue | Returned):
        outcome = introduction.introduced(turn, outcome)
    if event.sender.private and any(reply.offers and not reply.chat for reply in outcome.replies):
        outcome = outcome.but(session=outcome.session.but(asked_at=now))
    if outcome.session.revision == session.revision or isinstance(event, Chose | ReminderDue | Returned):
        return outcome
    # The newest buttons answer these words, so whatever stands above them in the chat is older.
    since = max(session.since, event.message)
    return outcome.but(session=outcome.session.but(since=since))


def _taken(turn: Turn) -> Outcome:
    match turn.event:
        case ReminderDue(reminders=waiting):
            said = reminders.due if is_for_the_desk(waiting) else due.due
            return said(turn, waiting)
        case event if event.sender.staff in turn.world.packs:
            return room.step(turn)
        case event if not event.sender.private:
            return _in_a_group(turn)
        case event:
            answered = stray_words.settled(turn, _in_private(turn, event))
            return acts.kept_current(turn, returning.welcomed(turn, answered))


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
    refused = split_messages.refused(turn) or stray_words.of_the_album(turn)
    return refused or introduction.language_offered(turn, split_messages.settled(whole, _answered(whole, whole.event)))


def _answered(turn: Turn, event: Event) -> Outcome:
    match event:
        case Commanded(name=name, argument=argument):
            return _commanded(turn.at(heard=None), name, argument)
        case Chose():
            return _pressed(turn.at(heard=None), event)
        case Said(text=text):
            return stray_words.beside(turn, _said(turn, text))
        case Edited():
            return _edited(turn, event)
        case Unreadable():
            return stray_words.of_the_album(turn) or _unreadable(split_messages.joined(turn), event)
        case ReminderDue() | Returned():
            return Outcome(turn.session)


def _commanded(turn: Turn, name: str, argument: str) -> Outcome:
    command = COMMANDS.get(name)
    return command(turn, argument) if command else before(turn.say("common.no_command"), turn.present())


def _pressed(turn: Turn, event: Chose) -> Outcome:
    offer = presses.meant(turn, event)
    return _do(turn, offer.action) if isinstance(offer, Offer) else _moved_on(turn)


def _said(turn: Turn, text: str) -> Outcome:
    if not text.strip():
        return before(turn.say("common.empty"), turn.present())
    place = PLACES.get(turn.session.place, PLACES["start"])
    numbers = typed.ALL if stray_words.are_asked_about(turn.session) else place.numbers(turn)
    chosen = typed.chosen(text, turn.session.offers, numbers=numbers)
    if len(chosen) > 1 and place.several:
        return place.several(turn, chosen)
    offer = chosen[0] if len(chosen) == 1 else next(iter(typed.chosen(text, turn.session.pushed, numbers=0)), None)
    offer = offer or typed_anywhere.way_back(text, turn.session.offers)
    if offer is not None:
        return _do(turn.at(heard=None), offer.action)
    if send_idea.means_to_send(turn, text):
        return send_idea.send(turn.at(heard=None))
    answered = stray_words.answered(turn, text, chosen) or sent_in_words.understood(turn, text)
    if answered is not None:
        return answered
    meant = _meant(turn, place, text)
    if meant is not None:
        return _do(turn.at(heard=None), meant)
    beside = (
        stray_words.beside_the_question(turn, text) or welcome.place_said(turn, text) or questions.heard(turn, text)
    )
    return beside or stray_words.out_of_reach(turn, text, place.said(turn, text))


def _meant(turn: Turn, place: Place, text: str) -> Action | None:
    """What words mean that no button says: a plain yes or no, a greeting, what is meant anywhere."""
    open_to_it = place.words in (Words.CHOICE, Words.NEED)
    asked = open_to_it and follow.newest_answer(turn) is None
    answered = typed_anywhere.yes_or_no(text, turn.session.offers) if asked else None
    if answered:
        return answered.action
    if typed.simplified(text) in turn.plain("welcome.greetings").split(","):
        found = Action("welcome_back") if turn.snapshot.proposals else stray_words.greeted(turn) if open_to_it else None
        if found:
            return found
    return typed_anywhere.meant(turn, text)


def _edited(turn: Turn, event: Edited) -> Outcome:
    """Take a change where its words still wait, tell the desk of one that was relayed, and say so of all others."""
    number, text = event.message, event.text
    taken = stray_words.changed(turn, number, text) or follow.changed(turn, number, text)
    corrected = split_messages.corrected(turn, number, text)
    if taken is None and corrected is not None:
        outcome = PLACES[corrected.session.place].said(corrected, text)
        taken = split_messages.settled(corrected, before(turn.say("common.edit_taken"), outcome))
    return taken or before(turn.say("common.edited"), turn.present())


def _unreadable(turn: Turn, event: Unreadable) -> Outcome:
    meant = turn.snapshot.case
    answers = turn.event.sender.reply_to is not None and turn.snapshot.post is not None
    if event.attachment and answers and meant and follow.own(turn, meant.reference):
        return follow.attached(turn.at(case=meant.reference), event)
    if event.attachment and turn.session.place == "case.write":
        return follow.attached(turn, event)
    return stray_words.file_came(turn, event)


def _do(turn: Turn, action: Action) -> Outcome:
    verb = VERBS.get(action.verb)
    return verb(turn, action.argument) if verb else _moved_on(turn)


def _moved_on(turn: Turn) -> Outcome:
    return before(turn.say("common.moved_on"), turn.present())


def _in_a_group(turn: Turn) -> Outcome:
    asked = isinstance(turn.event, Commanded) and turn.event.name in {"start", "help"}
    return welcome.stranger(turn) if asked else Outcome(turn.session)
