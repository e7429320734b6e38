"""One question of the proposal: how it is put, what the buttons mean, what happens with the words.

Kinds that take several items (goals, costs, other money) stay until the person says that is all. A wrong answer is
explained and kept; going on is always possible.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from dialogs import form, texts
from dialogs.office import takes_proposals
from dialogs.replies import Action, Offer
from dialogs.session import Outcome
from dialogs.sourced import YEAR
from dialogs.turn import Turn, also, before
from dialogs.typed import ALL
from dialogs.values import Answer, Json, Proposal
from knowledge.answers import CHECKED, MOST_ROWS, UNKNOWN, Remark, Unclear, cross_checks, fits, prepared, read, show
from knowledge.answers.denial import says_unknown
from knowledge.pack import Field, Language

NUMERIC = frozenset(
    {
        *("integer", "months", "staff", "costs", "yearly", "phone", "org-number"),
        *("register-number", "account", "funding-list", "place-year", "signatories"),
    }
)
SEVERAL = frozenset({"texts", "costs", "partners", "funding-list", "ticks", "measures"})
ROWS = frozenset({"costs", "funding-list", "measures"})
"""The kinds whose items may be alike and still be two: two rents, one measure for two goals."""
PLANNED = frozenset({"period", "yearly"})
"""Kinds of answer about what is yet to come."""
COUNTED = frozenset({"texts", "partners", "ticks", "measures"})
MORE = "more"
CHANGED = "changed"
"""Leads to the summary with the one row that was opened, instead of all of them."""
LONGEST_SHOWN = 300


@dataclass(frozen=True)
class Question:
    """A question as it stands: the field and the draft that its answer goes into."""

    field: Field
    proposal: Proposal

    @property
    def answer(self) -> Answer | None:
        """What was answered so far, as it stands today."""
        return form.standing(self.proposal, self.field)

    @property
    def goals(self) -> list[str]:
        """The goals of the draft, each of which wants a measure (V12)."""
        goals = form.known(self.proposal).get("FP05")
        return goals if goals and fits("texts", goals) else []


def ask(turn: Turn) -> Outcome:
    """Put the question in hand: step, question, hint, example, reason, and what is already known."""
    question = _question(turn)
    if question is None:
        return turn.go("proposal.summary")
    answer = question.answer
    return turn.ask(_text(turn, question, answer), _offers(turn, question, answer))


def numbered(turn: Turn) -> int:
    """How many buttons a typed number may mean: none where a number is itself an answer, else the options alone."""
    question = _question(turn)
    if question is None or question.field.kind == "text":
        return ALL
    if question.field.kind in NUMERIC:
        return 0
    return sum(offer.action.verb == "use" for offer in turn.session.offers)


def several(turn: Turn, offers: tuple[Offer, ...]) -> Outcome:
    """Read several options at once, typed by their numbers or their words."""
    if all(offer.action.verb == "use" for offer in offers):
        return said(turn, "\n".join(offer.action.argument for offer in offers))
    return turn.again(turn.say("common.choose"))


def said(turn: Turn, text: str) -> Outcome:
    """Read words as the answer to the question in hand."""
    question = _question(turn)
    if question is None:
        return turn.go("proposal.summary")
    field = question.field
    text = _with_the_line_before(turn, question, text)
    reading = _read(turn, question, text)
    if isinstance(reading, Unclear):
        unknown_yet = reading.code == "text.unknown" or says_unknown(text)
        return unknown(turn) if unknown_yet else _not_understood(turn, question, text, reading)
    value = _together(turn, question, reading.value)
    shown = _shown(turn, field, value)
    turn, saved = form.keep(
        turn, question.proposal, field.id, Answer("given", _said_so_far(turn, question, text), value)
    )
    noticed = (*reading.remarks, *_newly_noticed(turn, question))
    remarks = [turn.say(f"answers.{item.code}", **item.values) for item in noticed]
    line = turn.say("proposal.saved", shown=shown, remarks=remarks)
    if reading.value == [] and _items_so_far(turn, question):  # "no more", or the total of the rows
        return also(before(line, _leave(turn)), saved)
    return also(_onward(turn, question, value, line), saved)


def use(turn: Turn, text: str) -> Outcome:
    """Take the words of a button as the answer."""
    return said(turn, text)


def skip(turn: Turn, _argument: str = "") -> Outcome:
    """Leave the question out; a given answer stays."""
    return _put_off(turn, "skipped")


def unknown(turn: Turn, _argument: str = "") -> Outcome:
    """Note "don't know yet"; a given answer stays."""
    return _put_off(turn, "unknown")


def done(turn: Turn, _argument: str = "") -> Outcome:
    """Leave a question as it is: all items are in, or the kept answer stands."""
    question = _question(turn)
    if question is None:
        return turn.go("proposal.summary")
    if question.field.id not in question.proposal.answers:
        return _put_off(turn, "skipped")
    return _leave(turn)


def back(turn: Turn, _argument: str = "") -> Outcome:
    """Go to the question before; nothing is deleted."""
    question = _question(turn)
    if question is None:
        return turn.go("proposal.summary", asking="", back_to="")
    if turn.session.back_to:
        return turn.go("proposal.summary", back_to="", draft=CHANGED)
    earlier = form.field_before(turn.home, question.proposal, question.field.id)
    return (
        turn.go("proposal.ask", asking=earlier.id, draft="")
        if earlier
        else turn.go("proposal.start" if takes_proposals(turn.home) else "idea.short", asking="")
    )


def change(turn: Turn, field_id: str) -> Outcome:
    """Open one question from the summary, and return there afterwards."""
    if field_id not in turn.home.fields_by_id or turn.proposal is None:
        return turn.present()
    return turn.go("proposal.ask", asking=field_id, back_to="proposal.summary", draft="")


def _question(turn: Turn) -> Question | None:
    proposal, field = turn.proposal, turn.home.fields_by_id.get(turn.session.asking)
    if proposal is None or field is None:
        return None
    return Question(field, proposal)


def _read(turn: Turn, question: Question, text: str) -> Any:
    known = {**form.known(question.proposal), "topics": list(question.proposal.need.topics)}
    so_far, year = _items_so_far(turn, question), turn.local.year
    return read(question.field, text, turn.language, pack=turn.home, known=known, year=year, so_far=so_far)


def _with_the_line_before(turn: Turn, question: Question, text: str) -> str:
    """Words that follow at once upon some that were not understood, together with these where that makes sense."""
    whole = _whole(turn, question, text)
    return text if whole == text or isinstance(_read(turn, question, whole), Unclear) else whole


def _whole(turn: Turn, question: Question, text: str) -> str:
    standing, heard = question.answer, turn.session.heard
    follows = heard is not None and heard.soon and standing is not None and standing.state == "unclear"
    return f"{standing.said}\n{text}" if follows and standing else text


def _text(turn: Turn, question: Question, answer: Answer | None) -> str:
    state, goal = answer.state if answer else "", _goal_to_measure(turn, question)
    now = _shown(turn, question.field, answer.value) if answer and state == "given" else ""
    typed = answer.said if answer and state == "unclear" else ""
    asked = _asked(turn, question)
    if not (goal or now or typed):
        return _same_for_all(turn.language, **asked)
    return turn.say("proposal.question", **asked, goal=goal, now=now, typed=typed)


def _asked(turn: Turn, question: Question) -> dict[str, str | int]:
    """What a question says to everybody: words of the pack, and its number among those of its part."""
    field = question.field
    part = [item.id for item in form.path(turn.home, question.proposal, field.section)]
    return {
        "number": part.index(field.id) + 1 if field.id in part else 0,
        "total": len(part),
        "part": turn.plain(f"proposal.section_{field.section}"),
        "label": turn.words(field.label),
        "question": turn.words(field.question),
        "hint": turn.words(field.help),
        "example": _example(turn, field),
        "why": turn.words(field.why),
        "optional": field.need == "O",
        "several": field.kind in SEVERAL,
    }


def _example(turn: Turn, field: Field) -> str:
    """The example of a question; the years of a plan follow the clock, so that they begin with the next one."""
    text = turn.words(field.example)
    years = [int(year) for year in YEAR.findall(text)] if field.kind in PLANNED else []
    later = turn.local.year + 1 - min(years) if years else 0
    return YEAR.sub(lambda year: str(int(year.group()) + later), text) if later else text


@cache
def _same_for_all(language: Language, **asked: str | int) -> str:
    """A question without a word of whoever is asked: kept, because it is what nearly every step ends with."""
    return texts.say(language, "proposal.question", **asked, goal="", now="", typed="")


def _newly_noticed(turn: Turn, question: Question) -> tuple[Remark, ...]:
    """What does not fit together since this answer and did before."""
    if question.field.id not in CHECKED:
        return ()
    now = form.known(turn.proposal or question.proposal)
    standing = cross_checks(now, turn.home, turn.language)
    earlier = cross_checks(form.known(question.proposal), turn.home, turn.language) if standing else ()
    return tuple(item for item in standing if item not in earlier)


def _shown(turn: Turn, field: Field, value: Json) -> str:
    """An answer as it was understood, short enough to stand beside a question."""
    return texts.cut(show(field, value, turn.language, turn.home), LONGEST_SHOWN)


def _goal_to_measure(turn: Turn, question: Question) -> str:
    """The goal whose measure is asked next, for the question that has one measure a goal (V12)."""
    if question.field.kind != "measures":
        return ""
    goals, measured = question.goals, len(_items_so_far(turn, question))
    return goals[measured] if measured < len(goals) else ""


def _offers(turn: Turn, question: Question, answer: Answer | None) -> tuple[Offer, ...]:
    options = [Offer(label, Action("use", label)) for label in _labels(turn, question.field)]
    stands = answer is not None and answer.state == "given"
    keep = [turn.offer("proposal.all_in" if turn.session.draft == MORE else "proposal.keep", "done")] if stands else []
    return (*_suggestions(turn, question, answer), *options, *keep, *_ways_on(turn))


def _labels(turn: Turn, field: Field) -> list[str]:
    """The options of a question as its buttons say them; for "don't know" there is a button anyway."""
    if field.kind == "topics" and not field.options:
        return [turn.words(topic.short) for topic in turn.home.catalogue.topics.values()]
    return [turn.words(option.label) for option in prepared(field, turn.home).options if option.value != UNKNOWN]


def _suggestions(turn: Turn, question: Question, answer: Answer | None) -> list[Offer]:
    """What is already known, as a button: the need as written, the topics that were chosen."""
    if answer is not None:
        return []
    need = question.proposal.need
    match question.field.kind:
        case "topics":
            topics = turn.home.catalogue.topics
            names = [turn.words(topics[topic].short) for topic in need.topics if topic in topics]
            return [turn.offer("common.plain", "use", "\n".join(names), text=", ".join(names))] if names[1:] else []
        case "text" if question.field.id == "FP02" and need.text:
            return [turn.offer("proposal.use_need", "use", need.text)]
        case _:
            return []


def _ways_on(turn: Turn) -> tuple[Offer, ...]:
    return (
        turn.offer("proposal.skip", "skip"),
        turn.offer("proposal.unknown", "unknown"),
        turn.offer("common.back", "back"),
        turn.offer("proposal.save_and_go", "pause"),
    )


def _not_understood(turn: Turn, question: Question, text: str, reading: Unclear) -> Outcome:
    field_id, standing = question.field.id, question.answer
    message = turn.say(f"answers.{reading.code}", **reading.values)
    offers = (
        turn.offer("proposal.go_on_anyway", "done"),
        turn.offer("common.back", "back"),
    )
    if standing is not None and standing.state == "given":
        return turn.ask(turn.say("proposal.unclear_kept", message=message), offers)
    turn, saved = form.keep(turn, question.proposal, field_id, Answer("unclear", _whole(turn, question, text)))
    return turn.ask(turn.say("proposal.unclear", message=message), offers, effects=(saved,))


def _items_so_far(turn: Turn, question: Question) -> list[Json]:
    adding = turn.session.draft == MORE and question.field.kind in SEVERAL
    answer = question.answer if adding else None
    return list(answer.value) if answer and answer.state == "given" and isinstance(answer.value, list) else []


def _together(turn: Turn, question: Question, value: Json) -> Json:
    so_far = _items_so_far(turn, question)
    if not so_far or not isinstance(value, list):
        return value
    return [*so_far, *(item for item in value if question.field.kind in ROWS or item not in so_far)]


def _said_so_far(turn: Turn, question: Question, text: str) -> str:
    answer = question.proposal.answers.get(question.field.id)
    return f"{answer.said}\n{text}" if _items_so_far(turn, question) and answer else text


def _onward(turn: Turn, question: Question, value: Json, line: str) -> Outcome:
    """Stay for another item where the kind takes several, else go to the next question or the summary."""
    kind = question.field.kind
    if kind == "measures":
        goals = question.goals
        stay = isinstance(value, list) and len(value) < len(goals)
    else:
        stay = kind in SEVERAL and isinstance(value, list) and 0 < len(value) < _most(question.field)
    if not stay:
        return before(line, _leave(turn))
    more = (
        turn.say("proposal.next_measure", goal=goals[len(value)])
        if kind == "measures"
        else turn.say("proposal.another")
    )
    turn = turn.at(draft=MORE)
    again = replace(question, proposal=turn.proposal or question.proposal)
    return turn.ask(f"{line}\n\n{more}", _offers(turn, again, again.answer))


def _most(field: Field) -> int:
    """How many items a list may hold; the limits of money kinds are sums, not counts."""
    return field.limits[1] if field.kind in COUNTED else MOST_ROWS


def _put_off(turn: Turn, state: str) -> Outcome:
    question = _question(turn)
    if question is None:
        return turn.go("proposal.summary")
    standing = question.answer
    if standing is not None and standing.state == "given":
        return _leave(turn)
    said_before = standing.said if standing else ""
    turn, saved = form.keep(turn, question.proposal, question.field.id, Answer(state, said_before))
    return also(_leave(turn), saved)


def _leave(turn: Turn) -> Outcome:
    if turn.session.back_to:
        return turn.go("proposal.summary", back_to="", draft=CHANGED)
    proposal = turn.proposal
    upcoming = form.next_field(turn.home, proposal) if proposal else None
    if upcoming is None:
        return turn.go(_end(turn), asking="", draft="")
    return turn.go("proposal.ask", asking=upcoming.id, draft="")


def _end(turn: Turn) -> str:
    """Where the last question leads: to the summary, or to what is sent where the municipality has no call."""
    return "proposal.summary" if takes_proposals(turn.home) else "idea.preview"
