"""How one question of the proposal stands: its step, words, hint, example and reason, what is known, its buttons.

What happens with the words and the buttons is `answering.py`'s.
"""

from collections.abc import Sequence
from functools import cache

from dialogs import texts
from dialogs.conversation import own_proposals
from dialogs.conversation.paging import CHOICES, page, ways
from dialogs.conversation.question import Question
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.sources import YEAR
from dialogs.conversation.turn import Turn
from dialogs.proposal.tasks.kind_words import kind_of_answer
from dialogs.proposal.waiting import not_taken
from dialogs.records.agreements.draft import is_agreement
from dialogs.records.value import Json
from dialogs.together import comments
from knowledge.answers import Reading, kind_of, read, show
from knowledge.language import Language
from knowledge.municipality.meaning import Meaning
from knowledge.municipality.pack import AGREEMENT, Field

LONGEST_SHOWN = 300
"""In characters: so much of an answer stands beside a question, which must be seen with it on one screen."""


def items_so_far(question: Question) -> list[Json]:
    """The items that a list holds already; new ones are added to them."""
    answer = question.answer if question.kind.several else None
    return list(answer.value) if answer and answer.state == "given" and isinstance(answer.value, list) else []


def read_for(turn: Turn, question: Question, text: str, so_far: Sequence[Json] | None = None) -> Reading:
    """Understand words as the answer to a question; `so_far` are the items said before, if not those that it has."""
    known = {**own_proposals.known(question.proposal), "topics": list(question.proposal.need.topics)}
    before, year = items_so_far(question) if so_far is None else so_far, turn.local.year
    return read(question.field, text, turn.language, pack=turn.home, known=known, year=year, so_far=before)


def shown(turn: Turn, field: Field, value: Json) -> str:
    """An answer as it was understood, short enough to stand beside a question."""
    return texts.cut(show(field, value, turn.language, turn.home), LONGEST_SHOWN)


def text_of(turn: Turn, question: Question) -> str:
    """The question in words, with what was answered so far and, where others take part, what they say of it."""
    reopened = turn.say("versions.question_reopened") if _is_reopened(question) else ""
    said = comments.at(turn, question.proposal, question.field.id)
    return "\n\n".join(filter(None, (reopened, _words(turn, question), said)))


def _words(turn: Turn, question: Question) -> str:
    answer, goal = question.answer, _goal_to_measure(question)
    state = answer.state if answer else ""
    now = shown(turn, question.field, answer.value) if answer and state == "given" else ""
    typed = answer.said if answer and state == "unclear" else ""
    if answer is not None and not_taken.is_beside(answer):
        typed = texts.cut(answer.unfitting, LONGEST_SHOWN)
    asked = _asked(turn, question)
    if not (goal or now or typed):
        return _same_for_all(turn.language, **asked)
    return turn.say("proposal.question", **asked, goal=goal, now=now, typed=typed)


def offers_of(turn: Turn, question: Question, first: str = "0") -> tuple[Offer, ...]:
    """The buttons: what is known already, the options from the first one on, and the ways on."""
    answer = question.answer
    some = page(_labels(turn, question.field), first, CHOICES)
    options = [*(Offer(label, Action("use", label)) for label in some.shown), *ways(turn, some, "options")]
    stands = answer is not None and answer.state == "given"
    keep = [_keeping(turn, question)] if stands else []
    beside = comments.ways(turn, question.proposal)
    return (*suggestions(turn, question), *options, *keep, *_taking_away(turn, question), *_ways_on(turn), *beside)


def _keeping(turn: Turn, question: Question) -> Offer:
    """The button that leaves an answer as it is; one that was asked about again is settled by it."""
    if turn.session.filling.adding:
        return turn.offer("proposal.all_in", "done")
    if not_taken.is_beside(question.answer) and not _is_reopened(question):
        return turn.offer("proposal.keep_earlier", "keep_earlier")
    return turn.offer("proposal.keep", "let_stand" if _is_reopened(question) else "done")


def _is_reopened(question: Question) -> bool:
    return question.field.id in question.proposal.reopened


def _asked(turn: Turn, question: Question) -> dict[str, str | int]:
    """What a question says to everybody: words of the pack, and its number among those of its part."""
    field = question.field
    part = [item.id for item in own_proposals.path(turn.home, question.proposal, field.section)]
    return {
        "number": part.index(field.id) + 1 if field.id in part else 0,
        "total": len(part),
        "part": turn.plain(f"proposal.section_{_part_of(question)}"),
        "label": turn.words(field.label),
        "question": turn.words(field.question),
        "hint": turn.words(field.help),
        "example": example_of(turn, field),
        "kind": kind_of_answer(turn.language, field, turn.home),
        "why": turn.words(field.why),
        "optional": field.need == "O",
        "several": question.kind.several and not question.kind.takes_files,
    }


def _part_of(question: Question) -> str:
    """The part of the form that a question belongs to; an agreement is one whole."""
    return AGREEMENT if is_agreement(question.proposal.id) else question.field.section


def example_of(turn: Turn, field: Field) -> str:
    """The example of a question; the years of a plan follow the clock, so that they begin with the next one."""
    text = turn.words(field.example)
    years = [int(year) for year in YEAR.findall(text)] if kind_of(field).is_planned else []
    later = turn.local.year + 1 - min(years) if years else 0
    return YEAR.sub(lambda year: str(int(year.group()) + later), text) if later else text


@cache
def _same_for_all(language: Language, **asked: str | int) -> str:
    """A question without a word of whoever is asked: kept, because it is what nearly every step ends with."""
    return texts.say(language, "proposal.question", **asked, goal="", now="", typed="")


def _goal_to_measure(question: Question) -> str:
    """The goal whose measure is asked next, for the question that has one measure a goal (V12)."""
    if not question.kind.one_a_goal:
        return ""
    goals, measured = question.goals, len(items_so_far(question))
    return goals[measured] if measured < len(goals) else ""


def _labels(turn: Turn, field: Field) -> list[str]:
    """The options of a question as its buttons say them."""
    return [turn.words(option.label) for option in kind_of(field).buttons(field, turn.home)]


def suggestions(turn: Turn, question: Question) -> list[Offer]:
    """What is already known, as a button: the need as written, the topics that were chosen."""
    if question.answer is not None and question.answer.state == "given":
        return []
    need = question.proposal.need
    if question.answer is not None and question.answer.state == "unclear" and question.answer.value is not None:
        return [turn.offer("again.still_holds", "use", question.answer.said)]
    match question.field.means:
        case Meaning.TOPICS:
            topics = turn.home.catalogue.topics
            names = [turn.words(topics[topic].short) for topic in need.topics if topic in topics]
            return [turn.offer("common.plain", "use", "\n".join(names), text=", ".join(names))] if names[1:] else []
        case Meaning.NEED if need.text:
            return [turn.offer("proposal.use_need", "use", need.text)]
        case _:
            return []


def choices(turn: Turn, field: Field) -> tuple[Offer, ...]:
    """The options of a question as buttons, all of them."""
    return tuple(Offer(label, Action("use", label)) for label in _labels(turn, field))


def _taking_away(turn: Turn, question: Question) -> tuple[Offer, ...]:
    """The buttons that take items out of a list, where it holds any."""
    if not items_so_far(question):
        return ()
    last, every = ("drop_last_file", "drop_files") if question.kind.takes_files else ("drop_last", "start_over")
    return (turn.offer(f"proposal.{last}", "list.drop_last"), turn.offer(f"proposal.{every}", "list.start_over"))


def _ways_on(turn: Turn) -> tuple[Offer, ...]:
    return (
        turn.offer("proposal.skip", "skip"),
        turn.offer("proposal.unknown", "unknown"),
        turn.offer("common.back", "back"),
        turn.offer("proposal.save_and_go", "pause"),
    )
