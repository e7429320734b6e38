"""The message that tells an association how its case was decided, and the decision as it is kept."""

from dialogs import texts
from dialogs.cards.languages import chat_language
from dialogs.cards.log import logged
from dialogs.conversation.session import AnswerDraft
from dialogs.conversation.turn import Turn
from dialogs.decisions import other_ways
from dialogs.incoming.formatted import marked
from dialogs.records.case import Case, CaseMessage, Decision, DecisionKind
from knowledge.language import Language, words

NEEDS_REASON = frozenset({DecisionKind.NOT_CHOSEN, DecisionKind.NOT_OURS})
"""The decisions that no association is told without a reason and another way (V19)."""
SAYS_ENOUGH = frozenset({DecisionKind.CHOSEN, DecisionKind.NO_ANSWER})
"""The decisions that can be told without words of the navigator's own."""


def kind_of(draft: AnswerDraft) -> DecisionKind:
    """How the case of a closing draft ends; in some other way if nothing was chosen."""
    return DecisionKind(draft.decision) if draft.decision in set(DecisionKind) else DecisionKind.OTHER


def wants_words(draft: AnswerDraft) -> bool:
    """Tell whether a case cannot end before its navigator has said why, or how."""
    return draft.closing and not draft.text and kind_of(draft) not in SAYS_ENOUGH


def wants_way(turn: Turn, case: Case, draft: AnswerDraft) -> bool:
    """Tell whether another way must be given first. Where nobody can be told, none is needed."""
    told = draft.closing and bool(case.chat) and kind_of(draft) in NEEDS_REASON
    return told and not way_words(turn, case, draft)


def message(turn: Turn, case: Case, draft: AnswerDraft) -> str:
    """What the association gets, as HTML in its language: the decision, the reason, another way, whom to ask."""
    language, kind = chat_language(turn, case), kind_of(draft)
    about = {"reference": case.reference, "title": case.title, "text": marked(draft.text, draft.formatted)}
    if kind is DecisionKind.OTHER:
        return texts.say(language, "cases.closed_with", **about)
    pack = turn.world.packs[case.municipality]
    navigator = pack.roles.get(pack.navigator)
    return texts.say(
        language,
        "decisions.message",
        **about,
        decision=_head(kind, language),
        gives_reason=kind in NEEDS_REASON,
        way=way_words(turn, case, draft),
        role=words(navigator.name, language) if navigator else "",
        contact=navigator.contact if navigator else "",
    )


def way_words(turn: Turn, case: Case, draft: AnswerDraft) -> str:
    """The other way in words for the association, empty if none is shown. Plain text."""
    if draft.way == other_ways.OWN:
        return draft.way_words
    way = other_ways.named(turn, case, draft.way, chat_language(turn, case)) if draft.way else None
    return way.words if way is not None else ""


def decision_of(turn: Turn, case: Case, draft: AnswerDraft) -> Decision:
    """The decision as it is kept with its case."""
    words_of_it = way_words(turn, case, draft)
    by = turn.event.sender.name
    return Decision(kind_of(draft), draft.text, draft.way if words_of_it else "", words_of_it, turn.now, by)


def last_words(turn: Turn, case: Case, draft: AnswerDraft) -> str:
    """What is kept as the answer that closed a case: the navigator's words, or the decision's own sentence."""
    return draft.text or _head(kind_of(draft), chat_language(turn, case))


def key_of(case: Case) -> str:
    """What makes the message of a decision unique: nobody gets one twice. `case` is as the decision left it."""
    return f"decision:{case.reference}:{case.version}"


def noted(turn: Turn, case: Case, draft: AnswerDraft) -> tuple[CaseMessage, ...]:
    """What the desk reads of it later, among all that was said in the case."""
    kind = kind_of(draft)
    if kind is DecisionKind.OTHER:
        return ()
    way = way_words(turn, case, draft)
    return (logged(turn, case, "decisions.noted", kind=f"decisions.kind_{kind}", way=way),)


def _head(kind: DecisionKind, language: Language) -> str:
    return "" if kind is DecisionKind.OTHER else texts.plain(language, f"decisions.head_{kind}")
