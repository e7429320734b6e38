"""A decision for several cases while it is made: what belongs to it, and how it looks as the answer to one of them."""

from dialogs.answering.preview import names_of_files
from dialogs.cards.languages import chat_language
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import AnswerDraft, Outcome, RoundDecision
from dialogs.conversation.turn import Turn
from dialogs.decisions import other_ways
from dialogs.decisions.told import NEEDS_REASON
from dialogs.records.case import Case, DecisionKind
from dialogs.rounds.undecided import undecided
from knowledge.language import Language


def standing(turn: Turn, draft_id: str) -> RoundDecision | Outcome:
    """The decision that a button belongs to, or what to say when it is no more."""
    draft = turn.session.desk.deciding
    if draft is None or draft.id != draft_id:
        return turn.tell(turn.say("rounds.changed", name=turn.event.sender.name))
    return draft


def kept(turn: Turn, draft: RoundDecision | None) -> Turn:
    """The turn of a navigator who has come so far."""
    return turn.at(desk=turn.session.desk.but(deciding=draft), case="")


def cases_of(turn: Turn, draft: RoundDecision) -> tuple[Case, ...]:
    """The cases of a decision that still wait for one."""
    return tuple(case for case in undecided(turn, draft.round) if case.reference in draft.chosen)


def languages_of(turn: Turn, draft: RoundDecision) -> tuple[Language, ...]:
    """The languages of those who will be told, the navigator's own first; where nobody will be, that alone."""
    theirs = {chat_language(turn, case) for case in cases_of(turn, draft) if case.chat}
    ordered = sorted(theirs, key=lambda language: (language is not turn.language, list(Language).index(language)))
    return tuple(ordered) or (turn.language,)


def wants_way(turn: Turn, draft: RoundDecision) -> bool:
    """Whether another way must be shown to somebody."""
    told = any(case.chat for case in cases_of(turn, draft))
    return told and draft.kind in NEEDS_REASON


def ways(turn: Turn, draft: RoundDecision) -> tuple[other_ways.OtherWay, ...]:
    """The other ways that are open to every association of a decision."""
    each = [other_ways.other_ways(turn, case, turn.language) for case in cases_of(turn, draft)]
    shared = set.intersection(*({way.name for way in listed} for listed in each)) if each else set()
    return tuple(way for way in each[0] if way.name in shared) if each else ()


def answer(turn: Turn, draft: RoundDecision, case: Case) -> AnswerDraft:
    """The decision as the answer to one of its cases. Where nobody is told, any of the reasons is kept."""
    language = chat_language(turn, case).value
    known = language if language in draft.reasons else next(iter(draft.reasons), "")
    way = draft.way if draft.kind in NEEDS_REASON and case.chat else ""
    return AnswerDraft(
        draft.id,
        draft.reasons.get(known, ""),
        draft.files,
        closing=True,
        decision=draft.kind or DecisionKind.OTHER,
        formatted=draft.formatted.get(known, ()),
        way=way,
        way_words=draft.way_words.get(language, "") if way == other_ways.OWN else "",
    )


def file_names(turn: Turn, draft: RoundDecision) -> list[str]:
    """What the files are called that go to all."""
    return names_of_files(turn, AnswerDraft(draft.id, files=draft.files))


def offer(turn: Turn, draft: RoundDecision, key: str, verb: str, what: str = "") -> Offer:
    """A button that belongs to one stage of a decision."""
    return Offer(turn.plain(key), Action(verb, f"{draft.id} {what}".strip()))
