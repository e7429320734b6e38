"""One step of the conversation: what was said, and what follows from it.

The only entrance to the dialogs. It is pure: the same session, event, world, clock and snapshot give the same
outcome. Buttons and typed words lead to the same verbs; what is neither goes to the place where the person stands.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from dialogs import (
    advice,
    advice_result,
    asides,
    asking,
    cases,
    desk,
    desk_reminders,
    few_questions,
    gate,
    idea,
    introduction,
    list_items,
    muting,
    need,
    office,
    papers,
    presses,
    proposal,
    questions,
    reminders,
    returning,
    sending,
    split_messages,
    staff,
    strays,
    summary,
    typed,
    typed_anywhere,
    typed_sending,
    welcome,
)
from dialogs.events import Chose, Commanded, Edited, Event, ReminderDue, Returned, Said, Unreadable
from dialogs.replies import Action, Offer
from dialogs.session import Outcome, Session, Snapshot
from dialogs.turn import Place, Turn, Words, before
from dialogs.world import World

Verb = Callable[[Turn, str], Outcome]

PLACES: Mapping[str, Place] = {
    "start": Place(welcome.menu, need.heard, Words.NEED),
    "language": Place(welcome.ask_language, welcome.language_said),
    "municipality": Place(welcome.ask_municipality, welcome.municipality_said),
    "welcome.back": Place(summary.welcome_back, need.heard, Words.NEED),
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
    "office.forms": Place(advice.card, advice.said),
    "advice": Place(advice.ask, advice.said),
    "advice.criteria": Place(advice_result.criteria, advice.said),
    "advice.conditions": Place(advice_result.conditions, advice.said),
    "advice.change": Place(advice_result.changes, advice.said),
    "proposal.start": Place(proposal.start, asides.refuse_words),
    "proposal.questions": Place(proposal.questions, asides.refuse_words),
    "proposal.ask": Place(asking.ask, asking.said, Words.ANSWER, asking.numbered, asking.several),
    "proposal.summary": Place(summary.ask, summary.refuse_words),
    "proposals": Place(summary.proposals, need.heard, Words.NEED),
    "papers": Place(papers.ask, asides.refuse_words),
    "sent.when": Place(sending.ask_when, asides.refuse_words),
    "sent.sure": Place(sending.ask_sure, asides.refuse_words),
    "reminders": Place(muting.ask, asides.refuse_words),
    "idea": Place(idea.begin, idea.refuse_words),
    "idea.short": Place(few_questions.ask, idea.refuse_words),
    "idea.name": Place(idea.ask_name, idea.name_said, Words.ANSWER),
    "idea.preview": Place(idea.preview, idea.more_words),
    "person": Place(idea.person, idea.person_said, Words.ANSWER),
    "case": Place(cases.ask, strays.said),
    "case.write": Place(cases.ask_words, cases.said, Words.RELAY),
    "delete": Place(asides.ask_delete, asides.refuse_words),
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
    "advise": advice.begin,
    "advise.answer": advice.answer,
    "advise.keep": advice.keep,
    "advise.back": advice.back,
    "advise.change": advice.change,
    "advise.fill": advice.fill,
    "advise.leave": advice.leave,
    "office.again": office.again,
    "proposal.new": lambda turn, _: proposal.new(turn),
    "proposal.next": lambda turn, _: proposal.go_on(turn),
    "proposal.resume": summary.resume,
    "proposal.take_up": summary.take_up,
    "use": asking.use,
    "list.drop_last": list_items.drop_last,
    "list.start_over": list_items.start_over,
    "skip": asking.skip,
    "unknown": asking.unknown,
    "done": asking.done,
    "back": asking.back,
    "pause": summary.pause,
    "change": asking.change,
    "part": summary.show_part,
    "papers.make": papers.make,
    **typed_sending.ACTS,
    "papers.mail": papers.mail,
    "papers.language": papers.in_language,
    "idea": idea.begin,
    "idea.nameless": lambda turn, _: turn.go("idea.preview"),
    "idea.send": idea.send,
    "idea.questions": few_questions.begin,
    "idea.change": idea.change,
    "idea.alone": idea.alone,
    "idea.cancel": idea.cancel,
    "question": questions.show,
    "question.send": questions.send,
    "person": idea.ask_person,
    "case": cases.open_case,
    "stray.case": strays.to_case,
    "stray.all": strays.to_cases,
    "stray.answer": strays.to_question,
    "stray.need": strays.to_need,
    "stray.drop": strays.dropped,
    "case.write": cases.write,
    "case.withdraw": cases.withdraw,
    "case.withdrawn": cases.withdrawn,
    "mute": muting.mute,
    "unmute": muting.unmute,
    "delete.yes": asides.deleted,
    "welcome_back": lambda turn, _: turn.go("welcome.back", asking="", back_to="", draft=""),
    "cancel": strays.cancelled,
    "thanked": asides.thanked,
    "not_here": asides.not_here,
}

COMMANDS: Mapping[str, Verb] = {
    "start": welcome.started,
    "help": asides.help_,
    "new": lambda turn, _: turn.go("need", proposal="", asking="", back_to="", draft=""),
    "proposals": lambda turn, _: turn.go("proposals"),
    "dates": asides.dates,
    "forms": advice.open_card,
    "contact": asides.contact,
    "language": lambda turn, _: welcome.open_language(turn),
    "privacy": asides.privacy,
    "mydata": asides.my_data,
    "delete": asides.delete,
    "cancel": strays.cancelled,
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
            said = desk_reminders.due if desk_reminders.is_for_the_desk(waiting) else reminders.due
            return said(turn, waiting)
        case event if event.sender.staff in turn.world.packs:
            return staff.step(turn)
        case event if not event.sender.private:
            return _in_a_group(turn)
        case event:
            return desk.kept_current(turn, returning.welcomed(turn, strays.settled(turn, _in_private(turn, event))))


def _in_private(turn: Turn, event: Event) -> Outcome:
    return _heard(turn) if isinstance(event, Said) else gate.stopped(turn) or _answered(turn, event)


def _heard(turn: Turn) -> Outcome:
    """Take words, together with those that they continue."""
    muted = typed_sending.stopped(turn)
    if muted is not None:
        return muted
    alone, whole = split_messages.alone(turn), split_messages.joined(turn)
    stop = None if split_messages.is_rest(turn) else gate.stopped(alone)
    if stop is not None:
        return split_messages.stopped(alone, stop)
    stop = gate.stopped(whole) if whole.event != alone.event or split_messages.is_rest(turn) else None
    if stop is not None:
        return split_messages.stopped(whole, stop)
    refused = split_messages.refused(turn) or strays.of_the_album(turn)
    return refused or introduction.language_offered(turn, split_messages.settled(whole, _answered(whole, whole.event)))


def _answered(turn: Turn, event: Event) -> Outcome:
    match event:
        case Commanded(name=name, argument=argument):
            return _commanded(turn.at(heard=None), name, argument)
        case Chose():
            return _pressed(turn.at(heard=None), event)
        case Said(text=text):
            return strays.beside(turn, _said(turn, text))
        case Edited():
            return _edited(turn, event)
        case Unreadable():
            return strays.of_the_album(turn) or _unreadable(split_messages.joined(turn), event)
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
    numbers = typed.ALL if strays.are_asked_about(turn.session) else place.numbers(turn)
    chosen = typed.chosen(text, turn.session.offers, numbers=numbers)
    if len(chosen) > 1 and place.several:
        return place.several(turn, chosen)
    offer = chosen[0] if len(chosen) == 1 else next(iter(typed.chosen(text, turn.session.pushed, numbers=0)), None)
    offer = offer or typed_anywhere.way_back(text, turn.session.offers)
    if offer is not None:
        return _do(turn.at(heard=None), offer.action)
    if idea.means_to_send(turn, text):
        return idea.send(turn.at(heard=None))
    answered = strays.answered(turn, text, chosen) or typed_sending.understood(turn, text)
    if answered is not None:
        return answered
    meant = _meant(turn, place, text)
    if meant is not None:
        return _do(turn.at(heard=None), meant)
    beside = strays.beside_the_question(turn, text) or welcome.place_said(turn, text) or questions.heard(turn, text)
    return beside or strays.out_of_reach(turn, text, place.said(turn, text))


def _meant(turn: Turn, place: Place, text: str) -> Action | None:
    """What words mean that no button says: a plain yes or no, a greeting, what is meant anywhere."""
    open_to_it = place.words in (Words.CHOICE, Words.NEED)
    asked = open_to_it and cases.newest_answer(turn) is None
    answered = typed_anywhere.yes_or_no(text, turn.session.offers) if asked else None
    if answered:
        return answered.action
    if typed.simplified(text) in turn.plain("welcome.greetings").split(","):
        found = Action("welcome_back") if turn.snapshot.proposals else strays.greeted(turn) if open_to_it else None
        if found:
            return found
    return typed_anywhere.meant(turn, text)


def _edited(turn: Turn, event: Edited) -> Outcome:
    """Take a change where its words still wait, tell the desk of one that was relayed, and say so of all others."""
    number, text = event.message, event.text
    taken = strays.changed(turn, number, text) or cases.changed(turn, number, text)
    corrected = split_messages.corrected(turn, number, text)
    if taken is None and corrected is not None:
        outcome = PLACES[corrected.session.place].said(corrected, text)
        taken = split_messages.settled(corrected, before(turn.say("common.edit_taken"), outcome))
    return taken or before(turn.say("common.edited"), turn.present())


def _unreadable(turn: Turn, event: Unreadable) -> Outcome:
    meant = turn.snapshot.case
    answers = turn.event.sender.reply_to is not None and turn.snapshot.post is not None
    if event.attachment and answers and meant and cases.own(turn, meant.reference):
        return cases.attached(turn.at(case=meant.reference), event)
    if event.attachment and turn.session.place == "case.write":
        return cases.attached(turn, event)
    return strays.file_came(turn, event)


def _do(turn: Turn, action: Action) -> Outcome:
    verb = VERBS.get(action.verb)
    return verb(turn, action.argument) if verb else _moved_on(turn)


def _moved_on(turn: Turn) -> Outcome:
    return before(turn.say("common.moved_on"), turn.present())


def _in_a_group(turn: Turn) -> Outcome:
    asked = isinstance(turn.event, Commanded) and turn.event.name in {"start", "help"}
    return welcome.stranger(turn) if asked else Outcome(turn.session)
