"""What a question is answered with: the pack's own facts, each with its source and date, or Lots' words about itself.

Where the page is silent the answer says so. Nothing is guessed, and nothing is told that lies ahead of the clock.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from dialogs.asides import commands
from dialogs.conversation import statements
from dialogs.conversation.sources import dated, known_now, reached, so_far, sources
from dialogs.conversation.turn import Turn
from dialogs.deadlines.case_ladder import ANSWER_WORKING_DAYS
from dialogs.finding.office import takes_proposals
from dialogs.records.agreements.draft import is_agreement, reference_of
from dialogs.records.case import Case
from knowledge.municipality.pack import Form, Office, Pack
from knowledge.needs.route import gives_no_grants
from knowledge.tokens import words_of

FORMS: Mapping[str, Form] = {
    "iop": Form.IOP,
    "partnership": Form.PARTNERSHIP,
    "grant": Form.GRANT,
    "procurement": Form.PROC,
    "reserved": Form.RESERVED,
}
OF_LOTS = frozenset({"lots", "human", "read", "cost", "privacy", "delete", "change", "withdraw"})
"""Topics that Lots answers by itself, whatever the municipality."""
BOTH = frozenset({"secret", "gaps", "next"})
"""Topics that both Lots and the page have something to say about."""
OF_STAGE_2 = frozenset({"read", "secret", "next"})
"""Topics of which something else is true once the association has begun stage 2."""
MONEY = frozenset({"amount", "grant"})
MOST_CASES = 5
"""So many cases of a chat are told at once; /proposals has them all."""
SET_AT_THE_DESK = frozenset({"decision-date", "late"})
"""Topics of which the page does not speak any more once navigators have said what is so."""


@dataclass(frozen=True)
class SourcedAnswer:
    """Sentences of an answer and the facts they rest on.

    `page` tells that they report what the page itself says or leaves out, `own` that they are Lots' own words.
    """

    lines: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    page: bool = False
    own: bool = False

    def __add__(self, other: "SourcedAnswer") -> "SourcedAnswer":
        """Return these sentences with others after them."""
        facts = tuple(dict.fromkeys((*self.facts, *other.facts)))
        return SourcedAnswer((*self.lines, *other.lines), facts, self.page or other.page, self.own or other.own)


def of_lots(topic: str) -> bool:
    """Tell whether an answer is the same in every municipality."""
    return topic in OF_LOTS or topic == "progress"


def answer(turn: Turn, topic: str) -> str:
    """Answer a question about a topic, as HTML."""
    if topic == "dates":
        return commands.dates_text(turn)
    if topic == "progress":
        return _progress(turn)
    said = _said(turn, topic)
    return _written(turn, topic, said if said.lines else SourcedAnswer((turn.plain("questions.not_said"),), page=True))


def _progress(turn: Turn) -> str:
    """How the chat's cases stand, the newest first; where there are none, that nothing was sent and what follows."""
    mine = (item for item in turn.snapshot.cases if item.chat == turn.session.chat)
    cases = sorted(mine, key=lambda case: case.touched, reverse=True)
    shown = [(case.reference, case.title, statements.about_case(turn, case)) for case in cases[:MOST_CASES]]
    follows = turn.plain("questions.lots.next")
    return turn.say("questions.progress", cases=shown, more=len(cases) - len(shown), follows=follows)


def topics(turn: Turn, pack: Pack) -> tuple[str, ...]:
    """The topics that the page itself says something about today, in the pack's order."""
    return tuple(topic for topic in pack.questions if topic == "dates" or _said(turn, topic).facts)


def missing(turn: Turn, pack: Pack) -> str:
    """List what the page is silent about, as questions for the municipality (V29)."""
    return turn.say(
        "questions.missing", questions=[turn.words(item.question) for item in pack.unknown], source=dated(turn, pack)
    )


def word(turn: Turn, pack: Pack, wanted: tuple[str, ...]) -> str:
    """Explain folded words of the municipality's list as far as the page does; empty if the list does not have them."""
    for challenge in pack.catalogue.challenges:
        if len(challenge.topics) > 1 and wanted in map(_folded, challenge.name.values()):
            names = [turn.words(topic.name) for topic in challenge.topics]
            return _explained(turn, "heading", name=turn.words(challenge.name), topics=names)
        for topic in challenge.topics:
            if wanted in map(_folded, (*topic.name.values(), *topic.short.values())):
                name, heading = turn.words(topic.name), turn.words(challenge.name)
                return _explained(
                    turn, "topic", name=name, heading="" if _folded(heading) == _folded(name) else heading
                )
    return ""


def _explained(turn: Turn, kind: str, **values: object) -> str:
    text = turn.say(f"questions.word_{kind}", **values)
    return "\n".join([text, turn.say("common.plain", text=dated(turn, turn.home))])


def _folded(name: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words_of(name))


def _said(turn: Turn, topic: str) -> SourcedAnswer:
    if topic in OF_LOTS:
        return _own(turn, topic)
    pack = turn.home
    own = _own(turn, topic) if topic in BOTH else SourcedAnswer()
    built = BUILT[topic](turn, pack) if topic in BUILT else SourcedAnswer()
    form = _form(turn, pack, FORMS[topic]) if topic in FORMS else SourcedAnswer()
    refused = _refused(turn, pack) if topic in MONEY else SourcedAnswer()
    told = SourcedAnswer() if topic in SET_AT_THE_DESK and built.lines else _told(turn, pack, topic)
    return own + form + refused + built + told


def _own(turn: Turn, topic: str) -> SourcedAnswer:
    """What Lots says of itself; while an agreement is filled in that the desk sees, what is true of it."""
    if topic in OF_STAGE_2 and _is_seen_at_once(turn):
        return SourcedAnswer((turn.plain(f"questions.stage_2.{topic}"),))
    return SourcedAnswer((turn.plain(f"questions.lots.{topic}"),))


def _is_seen_at_once(turn: Turn) -> bool:
    name = turn.session.proposal
    if not is_agreement(name) or not turn.session.place.startswith(("agreement", "proposal.ask")):
        return False
    case = next((one for one in turn.snapshot.cases if one.reference == reference_of(name)), None)
    return case is not None and case.agreement is not None and case.agreement.begun_at is not None


def _told(turn: Turn, pack: Pack, topic: str) -> SourcedAnswer:
    """The sentences that the pack holds for a topic, but for those the clock has not reached."""
    told = [item for item in pack.questions.get(topic, ()) if known_now(turn, pack.facts.get(item.fact))]
    return SourcedAnswer(
        tuple(turn.words(item.text) for item in told),
        tuple(item.fact for item in told if item.fact),
        page=any(item.silent for item in told),
        own=any(not item.silent and not item.fact for item in told),
    )


def _written(turn: Turn, topic: str, said: SourcedAnswer) -> str:
    return turn.say(
        "questions.answer",
        title=turn.plain(f"questions.topics.{topic}"),
        lines=said.lines,
        own_words=turn.plain("questions.own_words") if said.own and not (said.facts or said.page) else "",
        sources=sources(turn, turn.home, said.facts, page=said.page),
    )


def _form(turn: Turn, pack: Pack, wanted: Form) -> SourcedAnswer:
    for form in pack.forms:
        if form.form is wanted:
            explained, fits = (so_far(turn, turn.words(text)) for text in (form.explained, form.fits))
            line = turn.plain("questions.form", name=turn.words(form.name), explained=explained, fits=fits)
            return SourcedAnswer((line,), form.facts, own=not form.facts)
    return SourcedAnswer()


def _forms(turn: Turn, pack: Pack) -> SourcedAnswer:
    shown = [_form(turn, pack, form.form) for form in pack.forms if form.form is not Form.HELP]
    return sum(shown, SourcedAnswer())


def _refused(turn: Turn, pack: Pack) -> SourcedAnswer:
    """Where an office gives no grants, say so whenever money is asked about, with the other doors (X2, X7, X8)."""
    rule = gives_no_grants(pack, turn.local.date())
    if rule is None:
        return SourcedAnswer()
    doors = [pack.office(office) for office in rule.successors]
    facts = (rule.fact, *(fact for door in doors for fact in door.facts[:1]))
    return SourcedAnswer((turn.words(rule.note), *(_door(turn, door) for door in doors)), facts)


def _offices(turn: Turn, pack: Pack) -> SourcedAnswer:
    facts = tuple(fact for office in pack.offices for fact in office.facts[:1])
    return SourcedAnswer(tuple(_door(turn, office) for office in pack.offices), facts)


def _door(turn: Turn, office: Office) -> str:
    unsure = office.status in {"unverified", "historic"}
    takes = so_far(turn, turn.words(office.takes))
    return turn.plain("questions.office", name=turn.words(office.name), takes=takes, unverified=unsure)


def _contact(turn: Turn, pack: Pack) -> SourcedAnswer:
    return SourcedAnswer(tuple(_role(turn, pack, name) for name in pack.roles), page=True)


def _role(turn: Turn, pack: Pack, name: str) -> str:
    role = pack.roles[name]
    return turn.plain("questions.role", name=turn.words(role.name), task=turn.words(role.task), contact=role.contact)


def _send(turn: Turn, pack: Pack) -> SourcedAnswer:
    if not pack.registrar:
        return SourcedAnswer((turn.plain("questions.send_here"),), page=True)
    return SourcedAnswer((_role(turn, pack, pack.registrar),), pack.roles[pack.registrar].facts)


def _documents(turn: Turn, pack: Pack) -> SourcedAnswer:
    return (
        SourcedAnswer() if takes_proposals(pack) else SourcedAnswer((turn.plain("questions.no_documents"),), page=True)
    )


def _pitch(turn: Turn, pack: Pack) -> SourcedAnswer:
    last = pack.open_round(turn.now) or pack.last_round()
    if last is None or last.pitch is None:
        return SourcedAnswer()
    key = "questions.pitch_ahead" if turn.now < last.pitch else "questions.pitch_past"
    at = last.pitch.astimezone(pack.zone)
    return SourcedAnswer((turn.plain(key, at=at, place=turn.words(pack.place_time)),), last.facts[:1])


def _decision_date(turn: Turn, pack: Pack) -> SourcedAnswer:
    own = statements.decision_days(turn.at(municipality=pack.id))
    if own:
        return SourcedAnswer(tuple(_decision_of_case(turn, pack, case, day) for case, day in own))
    last = pack.open_round(turn.now) or pack.last_round()
    if last is None or last.decision is None:
        return SourcedAnswer()
    key = "questions.decision_ahead" if turn.now < last.decision else "questions.decision_past"
    return SourcedAnswer((turn.plain(key, at=last.decision),))


def _late(turn: Turn, pack: Pack) -> SourcedAnswer:
    last = pack.open_round(turn.now) or pack.last_round()
    if last is None or not statements.is_firm(last):
        return SourcedAnswer()
    place = turn.words(pack.place_time)
    return SourcedAnswer((turn.plain("questions.late_firm", at=last.deadline.astimezone(pack.zone), place=place),))


def _decision_of_case(turn: Turn, pack: Pack, case: Case, day: date) -> str:
    past = day < turn.now.astimezone(pack.zone).date()
    known = {"title": case.title, "reference": case.reference}
    return turn.plain("questions.decision_of_case", **known, day=day, past=past)


def _challenges(turn: Turn, pack: Pack) -> SourcedAnswer:
    names = [turn.words(challenge.name) for challenge in pack.catalogue.challenges]
    facts = tuple(challenge.topics[0].fact for challenge in pack.catalogue.challenges)
    return SourcedAnswer((turn.plain("questions.challenges", names=names),), facts)


def _goals(turn: Turn, pack: Pack) -> SourcedAnswer:
    names = [turn.words(goal.label) for goal in pack.goals if goal.value != "unknown"]
    return SourcedAnswer((turn.plain("questions.goals", names=names),), page=True) if names else SourcedAnswer()


def _examples(turn: Turn, pack: Pack) -> SourcedAnswer:
    shown = [item for item in pack.examples if reached(turn, item.year)]
    lines = tuple(turn.plain("questions.example", title=turn.words(item.title), year=item.year) for item in shown)
    return SourcedAnswer(lines, tuple(fact for item in shown for fact in item.facts[:1]))


def _answer_time(turn: Turn, pack: Pack) -> SourcedAnswer:
    if not turn.desk_of(pack.id):
        return SourcedAnswer()
    return SourcedAnswer((turn.plain("questions.promise", days=ANSWER_WORKING_DAYS),))


BUILT: Mapping[str, Callable[[Turn, Pack], SourcedAnswer]] = {
    "answer-time": _answer_time,
    "challenges": _challenges,
    "contact": _contact,
    "decision-date": _decision_date,
    "documents": _documents,
    "examples": _examples,
    "forms": _forms,
    "goals": _goals,
    "late": _late,
    "offices": _offices,
    "pitch": _pitch,
    "send": _send,
}
