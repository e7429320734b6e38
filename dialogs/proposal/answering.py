"""One question of the proposal: what the buttons mean, what happens with the words.

Kinds that take several items (goals, costs, other money) stay until the person says that is all. A wrong answer is
explained and kept; going on is always possible. How a question stands is `question.py`'s.
"""

from dataclasses import replace

from dialogs.conversation import own_proposals
from dialogs.conversation.question import Question, in_hand, is_a_name
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import CHANGE, Filling, Outcome
from dialogs.conversation.turn import Turn, also, before, with_offers
from dialogs.conversation.typed import ALL
from dialogs.proposal import list_items, put_right
from dialogs.proposal.begin import go_on, start_of
from dialogs.proposal.question import (
    choices,
    example_of,
    items_so_far,
    offers_of,
    read_for,
    shown,
    suggestions,
    text_of,
)
from dialogs.proposal.waiting import more_words, not_taken, pointing
from dialogs.records.proposal import Answer
from dialogs.records.together.sharing import Role
from dialogs.records.value import Json
from dialogs.together import rights
from dialogs.versions.differences import way_to_changes
from knowledge.answers import MOST_ROWS, NONE, Kind, Remark, Unclear, cross_checks, is_checked
from knowledge.answers.reading.denial import says_unknown
from knowledge.municipality.pack import Field
from knowledge.questions.recognise import asked_word

SHORTEST_QUESTION, LONGEST_QUESTION = 2, 100
"""Words and letters of what is asked instead of answered."""


def ask(turn: Turn) -> Outcome:
    """Put the question in hand: step, question, hint, example, reason, and what is already known."""
    question = in_hand(turn)
    if question is None:
        return turn.go("proposal.summary")
    if not rights.may(turn, question.proposal, Role.EDIT):
        return turn.go("together.look")
    return turn.ask(text_of(turn, question), offers_of(turn, question))


def options(turn: Turn, first: str) -> Outcome:
    """Turn to a page of the options of the question in hand."""
    question = in_hand(turn)
    if question is None:
        return turn.go("proposal.summary")
    return turn.ask(text_of(turn, question), offers_of(turn, question, first))


def numbered(turn: Turn) -> int:
    """How many buttons a typed number may mean: none where a number is itself an answer, else the options alone."""
    question = in_hand(turn)
    if question is None or question.kind.is_story:
        return ALL
    if question.kind.is_number:
        return 0
    return sum(offer.action.verb == "use" for offer in turn.session.offers)


def several(turn: Turn, offers: tuple[Offer, ...]) -> Outcome:
    """Read several options at once, typed by their numbers or their words."""
    if all(offer.action.verb == "use" for offer in offers):
        return use(turn, "\n".join(offer.action.argument for offer in offers))
    return turn.again(turn.say("common.choose"))


def said(turn: Turn, text: str) -> Outcome:
    """Read words as the answer to the question in hand, as what is to be taken away from it, or as a question back."""
    question = in_hand(turn)
    if question is None:
        return turn.go("proposal.summary")
    if more_words.wants_no_more(question, text):
        return _leave(turn)
    text = pointing.earlier_text(turn, question, text) or text
    away = list_items.taken_away(turn, question, text) or put_right.put_right(turn, question, text)
    away = away or pointing.answered(turn, question, text) or _asked_back(turn, question, text)
    return away or use(turn, _gone_on(turn, question, put_right.plain(text)))


def chosen(turn: Turn, text: str) -> Outcome:
    """Take what a button says for the answer: a choice belongs to the words that wait for it, a whole text to none."""
    question = in_hand(turn)
    if question is None or question.kind.is_story:
        return use(turn, text)
    return use(turn, _gone_on(turn, question, text))


def use(turn: Turn, text: str) -> Outcome:
    """Take words for the answer to the question in hand, as they stand on a button or were typed."""
    question = in_hand(turn)
    if question is None:
        return turn.go("proposal.summary")
    field = question.field
    if _is_full(question):
        return turn.ask(turn.say("proposal.measured"), offers_of(turn, question))
    reading = read_for(turn, question, text)
    if isinstance(reading, Unclear) and reading.code == NONE:
        return onward(turn)
    if isinstance(reading, Unclear):
        unknown_yet = reading.code == "text.unknown" or says_unknown(text)
        return unknown(turn) if unknown_yet else _not_understood(turn, question, text, reading)
    value = _together(question, reading.value)
    turn, saved = own_proposals.keep(
        turn, question.proposal, field.id, Answer("given", _said_so_far(question, text), value)
    )
    noticed = (*reading.remarks, *_newly_noticed(turn, question))
    remarks = [turn.say(f"answers.{item.code}", **item.values) for item in noticed]
    line = turn.say("proposal.saved", shown=shown(turn, field, value), remarks=remarks)
    if reading.value == [] and items_so_far(question):  # "no more", or the total of the rows
        return also(before(line, _leave(turn)), saved)
    return also(settled(turn, question, value, line), saved)


def settled(turn: Turn, question: Question, value: Json, line: str) -> Outcome:
    """Go on from an answer that was just kept, after a line that says so; `question` is as it stood before."""
    told, changes = _all_told(turn, question)
    line = f"{line}\n\n{told}" if told else line
    return with_offers(_onward(turn, question, value, line), *changes)


def take_beginning(turn: Turn, _argument: str = "") -> Outcome:
    """Take as much of words that were too long as there is room for."""
    question = in_hand(turn)
    begun = not_taken.beginning(question) if question else ""
    return use(turn, begun) if begun else turn.present()


def keep_earlier(turn: Turn, _argument: str = "") -> Outcome:
    """Let the earlier answer stand, and forget the words that could not be taken in its place."""
    question = in_hand(turn)
    if question is None or not not_taken.is_beside(question.answer):
        return done(turn)
    turn, saved = not_taken.kept_beside(turn, question, "")
    return also(_leave(turn), saved)


def skip(turn: Turn, _argument: str = "") -> Outcome:
    """Leave the question out; a given answer stays."""
    return _put_off(turn, "skipped")


def unknown(turn: Turn, _argument: str = "") -> Outcome:
    """Note "don't know yet"; a given answer stays."""
    return _put_off(turn, "unknown")


def done(turn: Turn, _argument: str = "") -> Outcome:
    """Leave a question as it is: all items are in, or the kept answer stands."""
    question = in_hand(turn)
    if question is None:
        return turn.go("proposal.summary")
    if question.field.id not in question.proposal.answers:
        return before(turn.say("proposal.nothing_to_keep"), turn.present())
    return _leave(turn)


def let_stand(turn: Turn, _argument: str = "") -> Outcome:
    """Let the answer to a question that a navigator has opened again be as it is; it is open no more."""
    question = in_hand(turn)
    if question is None or question.answer is None:
        return done(turn)
    turn, saved = own_proposals.let_stand(turn, question.proposal, question.field.id)
    told, changes = _all_told(turn, question)
    return also(before(told, with_offers(_leave(turn), *changes)), saved)


def onward(turn: Turn, _argument: str = "") -> Outcome:
    """Go on in words ("next"): an answer stays, and an open question is left out, which is said."""
    question = in_hand(turn)
    if question is None or question.field.id in question.proposal.answers:
        return done(turn)
    return before(turn.say("proposal.left_out", label=turn.words(question.field.label)), _put_off(turn, "skipped"))


def explain(turn: Turn, field_id: str = "") -> Outcome:
    """Ask again with hint, example and reason, and say what else can be done; nothing is kept of the words.

    Of another question than the one in hand its words and its example are told first.
    """
    other = turn.home.fields_by_id.get(field_id) if field_id != turn.session.asking else None
    if other is None:
        return before(turn.say("proposal.explained"), turn.present())
    asked = {name: turn.words(getattr(other, name)) for name in ("label", "question", "help")}
    return turn.aside(turn.say("proposal.other_explained", **asked, example=example_of(turn, other)))


def mistaken(turn: Turn, _argument: str = "") -> Outcome:
    """Go to the answer that was wrong: the one before, or the list in hand, of which a row can be taken away."""
    return before(turn.say("proposal.row_mistaken"), turn.present()) if turn.session.filling.adding else back(turn)


def which_to_change(turn: Turn, field_ids: str) -> Outcome:
    """Ask which of several questions is to be changed, where words fit them all."""
    fields = [turn.home.fields_by_id[name] for name in field_ids.split(",") if name in turn.home.fields_by_id]
    offers = [turn.offer("proposal.change_row", "change", field.id, label=turn.words(field.label)) for field in fields]
    return turn.ask(turn.say("wishes.which"), (*offers, turn.offer("common.back", "stay")))


def back(turn: Turn, _argument: str = "") -> Outcome:
    """Go to the question before; nothing is deleted."""
    question = in_hand(turn)
    if question is None:
        return turn.go("proposal.summary", asking="", ways=turn.session.ways_without(CHANGE))
    if turn.session.way_back(CHANGE):
        return _changed(turn)
    part = turn.session.filling.part
    earlier = own_proposals.field_before(turn.home, question.proposal, question.field.id, part)
    if earlier is not None:
        return turn.go("proposal.ask", asking=earlier.id, filling=Filling(part=part))
    if part:
        return turn.go("proposal.summary", asking="", filling=Filling())
    return turn.go(start_of(turn), asking="")


def change(turn: Turn, field_id: str) -> Outcome:
    """Open one question from the summary, and return there afterwards."""
    if field_id not in turn.home.fields_by_id or own_proposals.in_hand(turn) is None:
        return turn.present()
    return turn.detour(
        "proposal.ask", "proposal.summary", of=CHANGE, asking=field_id, filling=Filling(part=turn.session.filling.part)
    )


def _gone_on(turn: Turn, question: Question, text: str) -> str:
    """Words with those that were too few before them, unless they say that nothing is known, or fit only alone."""
    if question.answer is None or question.answer.state != "unclear":
        return text
    alone = read_for(turn, question, text)
    unclear = alone if isinstance(alone, Unclear) else None
    if unclear and (unclear.code in (NONE, "text.unknown") or says_unknown(text)):
        return text
    whole = more_words.joined(question, text, alone)
    fits = bool(whole) and (unclear is not None or not isinstance(read_for(turn, question, whole), Unclear))
    return whole if fits else text


def _all_told(turn: Turn, question: Question) -> tuple[str, tuple[Offer, ...]]:
    """That no question is open again any more, and the way to what changed, where this was the last of them."""
    proposal = own_proposals.in_hand(turn)
    if proposal is None or proposal.reopened or not question.proposal.reopened:
        return "", ()
    changes = way_to_changes(turn, proposal)
    return turn.say("versions.all_told", reference=proposal.case, changed=bool(changes)), changes


def _asked_back(turn: Turn, question: Question, text: str) -> Outcome | None:
    """Ask again with hint and example when a question is asked instead of answered; nothing of it is kept."""
    return before(turn.say("proposal.asked_back"), turn.present()) if _is_a_question(turn, question, text) else None


def _is_a_question(turn: Turn, question: Question, text: str) -> bool:
    """Whether a short text asks something: one about a name or a story may be part of it, where it can be read so."""
    if "\n" in text or not len(text.split()) >= SHORTEST_QUESTION or len(text) > LONGEST_QUESTION:
        return False
    if asked_word(text):
        return True
    if not text.rstrip().endswith("?") or is_a_name(question.field):
        return False
    return question.kind.may_be_asked_back or isinstance(read_for(turn, question, text), Unclear)


def _newly_noticed(turn: Turn, question: Question) -> tuple[Remark, ...]:
    """What does not fit together since this answer and did before. Measures come one by one, as they are asked for."""
    if not is_checked(question.field) or question.kind.one_a_goal:
        return ()
    now = own_proposals.known(own_proposals.in_hand(turn) or question.proposal)
    standing = cross_checks(now, turn.home, turn.language)
    earlier = cross_checks(own_proposals.known(question.proposal), turn.home, turn.language) if standing else ()
    return tuple(item for item in standing if item not in earlier)


def _not_understood(turn: Turn, question: Question, text: str, reading: Unclear) -> Outcome:
    field_id, standing = question.field.id, question.answer
    message = turn.say(f"answers.{reading.code}", **reading.values)
    if standing is not None and standing.state == "given":
        key, (turn, saved) = "proposal.unclear_kept", not_taken.kept_beside(turn, question, text)
    else:
        key = "proposal.unclear"
        turn, saved = own_proposals.keep(turn, question.proposal, field_id, Answer("unclear", text))
    waiting = replace(question, proposal=own_proposals.in_hand(turn) or question.proposal)
    offers = (
        *suggestions(turn, question),
        *_choices(turn, question),
        *not_taken.ways(turn, waiting, reading.code),
        turn.offer("proposal.go_on_anyway", "done"),
        turn.offer("common.back", "back"),
    )
    return turn.ask(turn.say(key, message=message), offers, effects=(saved,))


def _choices(turn: Turn, question: Question) -> tuple[Offer, ...]:
    """The few choices of which one is missing before words that tell more."""
    return choices(turn, question.field) if question.kind.more_words and not question.kind.is_story else ()


def _together(question: Question, value: Json) -> Json:
    so_far = items_so_far(question)
    if not so_far or not isinstance(value, list):
        return value
    return [*so_far, *(item for item in value if question.kind.may_repeat or item not in so_far)]


def _said_so_far(question: Question, text: str) -> str:
    answer = question.proposal.answers.get(question.field.id)
    return f"{answer.said}\n{text}" if items_so_far(question) and answer else text


def _onward(turn: Turn, question: Question, value: Json, line: str) -> Outcome:
    """Stay for another item where the kind takes several, else go to the next question or the summary."""
    kind = question.kind
    if kind.one_a_goal:
        goals = question.goals
        stay = isinstance(value, list) and len(value) < len(goals)
    else:
        stay = kind.several and isinstance(value, list) and 0 < len(value) < _most(kind, question.field)
    if not stay:
        return before(line, _leave(turn))
    key = "proposal.another_file" if kind.takes_files else "proposal.another"
    more = turn.say("proposal.next_measure", goal=goals[len(value)]) if kind.one_a_goal else turn.say(key)
    turn = turn.at(filling=turn.session.filling.but(adding=True))
    again = replace(question, proposal=own_proposals.in_hand(turn) or question.proposal)
    return turn.ask(f"{line}\n\n{more}", offers_of(turn, again))


def _is_full(question: Question) -> bool:
    """Whether every goal has its measure, so that another one has no goal to measure."""
    goals = question.goals if question.kind.one_a_goal else []
    return 0 < len(goals) <= len(items_so_far(question))


def _most(kind: Kind, field: Field) -> int:
    """How many items a list may hold; the limits of money kinds are sums, not counts."""
    return MOST_ROWS if kind.of_money else field.limits[1]


def _put_off(turn: Turn, state: str) -> Outcome:
    question = in_hand(turn)
    if question is None:
        return turn.go("proposal.summary")
    standing = question.answer
    if standing is not None and standing.state == "given":
        return _leave(turn)
    said_before = standing.said if standing else ""
    turn, saved = own_proposals.keep(turn, question.proposal, question.field.id, Answer(state, said_before))
    return also(_leave(turn), saved)


def _leave(turn: Turn) -> Outcome:
    if turn.session.way_back(CHANGE):
        return _changed(turn)
    return go_on(turn, after=turn.session.asking)


def _changed(turn: Turn) -> Outcome:
    """Go back to the summary, which shows the row that was opened from it."""
    filling = Filling(part=turn.session.filling.part, changed=True)
    return turn.go("proposal.summary", ways=turn.session.ways_without(CHANGE), filling=filling)
