"""One step of the conversation: what was said, and what follows from it.

The only entrance to the dialogs. It is pure: the same session, event, world, clock and snapshot give the same
outcome. Buttons and typed words lead to the same verbs; what is neither goes to the place where the person stands.
"""

import re
from collections.abc import Callable, Mapping
from datetime import datetime

from dialogs import (
    advice,
    advice_result,
    asides,
    asking,
    cases,
    gate,
    idea,
    muting,
    need,
    office,
    papers,
    presses,
    proposal,
    reminders,
    sending,
    spoken,
    staff,
    summary,
    typed,
    welcome,
)
from dialogs.events import Chose, Commanded, Edited, Event, ReminderDue, Said, Unreadable
from dialogs.replies import Action, Offer
from dialogs.session import Outcome, Session, Snapshot
from dialogs.turn import Place, Turn, before
from dialogs.world import World

Verb = Callable[[Turn, str], Outcome]
LONGEST_REFERENCE_LINE = 40

PLACES: Mapping[str, Place] = {
    "start": Place(welcome.menu, need.heard),
    "language": Place(welcome.ask_language, welcome.language_said),
    "municipality": Place(welcome.ask_municipality, welcome.municipality_said),
    "welcome.back": Place(summary.welcome_back, need.heard),
    "need": Place(need.ask, need.heard),
    "need.read": Place(need.read, need.more),
    "need.choose": Place(need.choose, need.more),
    "need.catalogue": Place(need.catalogue, need.heard),
    "office": Place(office.ask, need.more),
    "office.examples": Place(office.examples, need.more),
    "office.info": Place(office.info, need.more),
    "office.forms": Place(advice.card, advice.said),
    "advice": Place(advice.ask, advice.said),
    "advice.criteria": Place(advice_result.criteria, advice.said),
    "advice.conditions": Place(advice_result.conditions, advice.said),
    "advice.change": Place(advice_result.changes, advice.said),
    "proposal.start": Place(proposal.start, asides.refuse_words),
    "proposal.questions": Place(proposal.questions, asides.refuse_words),
    "proposal.ask": Place(asking.ask, asking.said, asking.numbers_are_buttons),
    "proposal.summary": Place(summary.ask, summary.refuse_words),
    "proposals": Place(summary.proposals, need.heard),
    "papers": Place(papers.ask, asides.refuse_words),
    "sent.when": Place(sending.ask_when, asides.refuse_words),
    "sent.sure": Place(sending.ask_sure, asides.refuse_words),
    "reminders": Place(muting.ask, asides.refuse_words),
    "idea": Place(idea.begin, idea.refuse_words),
    "idea.name": Place(idea.ask_name, idea.name_said),
    "idea.preview": Place(idea.preview, idea.refuse_words),
    "person": Place(idea.person, idea.person_said),
    "case": Place(cases.ask, cases.stray),
    "case.write": Place(cases.ask_words, cases.said),
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
    "heading": need.heading,
    "advise": advice.begin,
    "advise.answer": advice.answer,
    "advise.keep": advice.keep,
    "advise.back": advice.back,
    "advise.change": advice.change,
    "advise.fill": advice.fill,
    "advise.leave": advice.leave,
    "proposal.new": lambda turn, _: proposal.new(turn),
    "proposal.next": lambda turn, _: proposal.go_on(turn),
    "proposal.resume": summary.resume,
    "use": asking.use,
    "skip": asking.skip,
    "unknown": asking.unknown,
    "done": asking.done,
    "back": asking.back,
    "pause": summary.pause,
    "change": asking.change,
    "part": summary.show_part,
    "papers.make": papers.make,
    **spoken.ACTS,
    "papers.mail": papers.mail,
    "papers.language": papers.in_language,
    "idea": idea.begin,
    "idea.nameless": lambda turn, _: turn.go("idea.preview"),
    "idea.send": idea.send,
    "idea.change": idea.change,
    "idea.alone": idea.alone,
    "idea.cancel": idea.cancel,
    "person": idea.ask_person,
    "case": cases.open_case,
    "stray.case": cases.stray_to_case,
    "stray.need": cases.stray_to_need,
    "case.write": cases.write,
    "case.withdraw": cases.withdraw,
    "case.withdrawn": cases.withdrawn,
    "mute": muting.mute,
    "unmute": muting.unmute,
    "delete.yes": asides.deleted,
    "cancel": asides.cancel,
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
    "cancel": asides.cancel,
}


def step(session: Session, event: Event, world: World, now: datetime, snapshot: Snapshot | None = None) -> Outcome:
    """Return what an event leads to: the next session, what is said, what must be done. `now` is aware."""
    outcome = _taken(Turn(session, gate.cleaned(event), world, now, snapshot or Snapshot(), PLACES))
    if outcome.session.revision == session.revision or isinstance(event, Chose | ReminderDue):
        return outcome
    # The newest buttons answer these words, so whatever stands above them in the chat is older.
    since = max(session.since, event.message)
    return outcome.but(session=outcome.session.but(since=since))


def _taken(turn: Turn) -> Outcome:
    match turn.event:
        case ReminderDue(reminders=waiting):
            return reminders.due(turn, waiting)
        case event if event.sender.staff in turn.world.packs:
            return staff.step(turn)
        case event if not event.sender.private:
            return _in_a_group(turn)
        case event:
            return spoken.stopped(turn) or gate.stopped(turn) or _in_private(turn, event)


def _in_private(turn: Turn, event: Event) -> Outcome:
    match event:
        case Commanded(name=name, argument=argument):
            return _commanded(turn, name, argument)
        case Chose():
            return _pressed(turn, event)
        case Said(text=text):
            return _said(turn, text)
        case Edited():
            return before(turn.say("common.edited"), turn.present())
        case Unreadable():
            return _unreadable(turn, event)
        case ReminderDue():
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
    chosen = typed.chosen(text, turn.session.offers, numbers=place.numbers(turn))
    if len(chosen) > 1:
        return need.several(turn, chosen)
    if chosen:
        return _do(turn, chosen[0].action)
    pushed = typed.chosen(text, turn.session.pushed, numbers=False)
    if pushed:
        return _do(turn, pushed[0].action)
    if said := spoken.understood(turn, text):
        return said
    if turn.snapshot.proposals and typed.simplified(text) in turn.plain("welcome.greetings").split(","):
        return turn.go("welcome.back", asking="", back_to="", draft="")
    return _about_a_case(turn, text) or place.said(turn, text)


def _about_a_case(turn: Turn, text: str) -> Outcome | None:
    """Words that answer a navigator's message go to its case; a line that only names a case opens it."""
    case = turn.snapshot.case
    if case is None or cases.own(turn, case.reference) is None:
        return None
    if turn.event.sender.reply_to is not None and turn.snapshot.post is not None:
        return cases.said(turn.at(case=case.reference), text)
    named = re.search(rf"\b{case.reference}\b", text, re.IGNORECASE)
    return cases.write(turn, case.reference) if named and len(text) < LONGEST_REFERENCE_LINE else None


def _unreadable(turn: Turn, event: Unreadable) -> Outcome:
    if event.attachment is not None and turn.session.place == "case.write":
        return cases.attached(turn, event)
    key = "common.file" if event.attachment else "common.unreadable"
    return before(turn.say(key), turn.present())


def _do(turn: Turn, action: Action) -> Outcome:
    verb = VERBS.get(action.verb)
    return verb(turn, action.argument) if verb else _moved_on(turn)


def _moved_on(turn: Turn) -> Outcome:
    return before(turn.say("common.moved_on"), turn.present())


def _in_a_group(turn: Turn) -> Outcome:
    asked = isinstance(turn.event, Commanded) and turn.event.name in {"start", "help"}
    return welcome.stranger(turn) if asked else Outcome(turn.session)
