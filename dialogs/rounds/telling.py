"""One decision told to several associations: seen in each of their languages first, then sent to each of them once."""

from dialogs import texts
from dialogs.answering.sending import gone_out
from dialogs.cards.languages import chat_language, desk_language
from dialogs.conversation.effects import Effect
from dialogs.conversation.replies import Offer, Reply
from dialogs.conversation.session import Outcome, RoundDecision
from dialogs.conversation.turn import Turn
from dialogs.decisions import told
from dialogs.records.case import Case
from dialogs.rounds.draft import answer, cases_of, file_names, kept, languages_of, offer, standing, wants_way
from dialogs.rounds.picking import CANCEL
from dialogs.rounds.undecided import undecided
from knowledge.guard import guard
from knowledge.language import Language

PREVIEW, SEND = "desk.round_preview", "desk.round_send"
"""The place where all of it is seen, and the verb that sends it."""


def previewed(turn: Turn, draft: RoundDecision) -> Outcome:
    """Show what the associations will see, one of each language, and who they are."""
    cases = cases_of(turn, draft)
    draft = draft.but(seen={case.reference: case.version for case in cases})
    shown = [_in_one(turn, draft, cases, language) for language in languages_of(turn, draft)]
    gone = [case.reference for case in cases if not case.chat]
    warned = [found.words for reason in draft.reasons.values() for found in guard.seen(reason)]
    away = [case.reference for case in cases if case.chat and case.unreachable_since]
    about = {"gone": gone, "away": away, "warned": warned[:1], "files": file_names(turn, draft)}
    head = turn.say("rounds.preview", name=turn.event.sender.name, **about)
    return kept(turn, draft).ask("\n\n".join((head, *filter(None, shown))), _offers(turn, draft), place=PREVIEW)


def again(turn: Turn) -> Outcome:
    """Show it once more; nothing if there is none, or if its cases were not looked up for this event."""
    draft = turn.session.desk.deciding
    if draft is None or not cases_of(turn, draft):
        return Outcome(turn.session)
    return previewed(turn, draft.but(id=turn.snapshot.new_id))


def send(turn: Turn, draft_id: str) -> Outcome:
    """Tell everybody, and close their cases; what has changed since it was seen is left for a second look."""
    draft = standing(turn, draft_id)
    if isinstance(draft, Outcome):
        return draft
    cases = cases_of(turn, draft)
    same = [case for case in cases if draft.seen.get(case.reference) == case.version and _is_whole(turn, draft, case)]
    replies: list[Reply] = []
    effects: list[Effect] = []
    for case in same:
        said, done = gone_out(turn, case, answer(turn, draft, case))
        replies += said
        effects += done
    left = [name for name in draft.chosen if name not in {case.reference for case in same}]
    text = _summary(turn, draft, same, left)
    outcome = kept(turn, None).ask(text, place="desk", effects=tuple(effects))
    return outcome.but(replies=(*outcome.replies, *replies))


def _is_whole(turn: Turn, draft: RoundDecision, case: Case) -> bool:
    """Whether nothing is wanted of what this association is told."""
    letter = answer(turn, draft, case)
    return not told.wants_words(letter) and not told.wants_way(turn, case, letter)


def _in_one(turn: Turn, draft: RoundDecision, cases: tuple[Case, ...], language: Language) -> str:
    """What one association of a language will see, below the references of all that read it."""
    theirs = [case for case in cases if case.chat and chat_language(turn, case) is language]
    if not theirs:
        return ""
    names = [case.reference for case in theirs]
    head = turn.say("rounds.in_language", language_name=turn.plain(f"desk.language_{language}"), names=names)
    return f"{head}\n\n{told.message(turn, theirs[0], answer(turn, draft, theirs[0]))}"


def _offers(turn: Turn, draft: RoundDecision) -> tuple[Offer, ...]:
    way = (offer(turn, draft, "decisions.change_way", "desk.round_change_way"),) if wants_way(turn, draft) else ()
    return (
        offer(turn, draft, "rounds.send", SEND),
        offer(turn, draft, "desk.change", "desk.round_change"),
        *way,
        offer(turn, draft, "common.cancel", CANCEL),
    )


def _summary(turn: Turn, draft: RoundDecision, decided: list[Case], left: list[str]) -> str:
    """What all at the desk read of it: who was decided, who was not and why, how many of the round still wait."""
    language = desk_language(turn, turn.home)
    waiting = len(undecided(turn, draft.round)) - len(decided)
    return texts.say(
        language,
        "rounds.done",
        name=turn.event.sender.name,
        decided=[case.reference for case in decided],
        kind=texts.plain(language, f"decisions.kind_{draft.kind}"),
        left=left,
        waiting=waiting,
    )
