"""Whom a case waits for: said by a navigator with a button of the card, or typed; the answer clock follows.

What follows by itself is no matter of this module: an answer, or words of the association, settle it
(`dialogs/records/case_states.py`).
"""

from dialogs import texts
from dialogs.cards import what_follows
from dialogs.conversation import statements
from dialogs.conversation.replies import Action, Offer
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.conversation.typed import simplified
from dialogs.deadlines import answer_clock, case_ladder
from dialogs.records.case import Case
from dialogs.records.case_changes import after, follows, refusal
from dialogs.records.case_states import CaseAct, Follows, WaitsFor


def ask(turn: Turn, case: Case) -> Outcome:
    """Ask whom a case waits for."""
    refused = refusal(case, CaseAct.WAIT, turn.event.sender.user)
    if refused is not None:
        return what_follows.say(turn, case, what_follows.why_not(turn, case, refused))
    by = turn.offer("desk.decide_by", "desk.decide_by", case.reference)
    offers = (*(_offer(turn, case, whom) for whom in WaitsFor), by)
    text = turn.say("rhythm.ask_whom", reference=case.reference, name=turn.event.sender.name)
    return what_follows.ask_under_card(turn, case, text, offers)


def said(turn: Turn, case: Case, whom: str) -> Outcome:
    """Let a case wait for somebody. `whom` is one of `WaitsFor`; what is none is asked again."""
    if whom not in set(WaitsFor):
        return ask(turn, case)
    if whom == WaitsFor.US:
        return resume(turn, case)
    return _changed(turn, case, CaseAct.WAIT, WaitsFor(whom))


def resume(turn: Turn, case: Case) -> Outcome:
    """Let a case wait for the desk again, with what is left of its promise, or a new one if it was answered."""
    return _changed(turn, case, CaseAct.RESUME, WaitsFor.US)


def typed(turn: Turn, case: Case, words: str) -> Action | None:
    """Return what the words of one of these buttons do, in any language; None if they are no such words."""
    said = {simplified(name): whom for whom in WaitsFor for name in texts.in_all(f"rhythm.waits_{whom}")}
    return _offer(turn, case, said[words]).action if words in said else None


def label(turn: Turn, whom: WaitsFor) -> str:
    """Whom a case waits for, as its button says."""
    return turn.plain(f"rhythm.waits_{whom}")


def _offer(turn: Turn, case: Case, whom: WaitsFor) -> Offer:
    return Offer(label(turn, whom), Action("desk.waits_for", f"{case.reference} {whom}"))


def _changed(turn: Turn, case: Case, act: CaseAct, whom: WaitsFor) -> Outcome:
    refused = refusal(case, act, turn.event.sender.user)
    if refused is not None:
        return what_follows.say(turn, case, what_follows.why_not(turn, case, refused))
    pack = turn.world.packs[case.municipality]
    changes = {**answer_clock.waiting(pack, case, whom, turn.now), **what_follows.acted(turn, case)}
    if Follows.PROMISE in follows(case, act):
        changes["answer_by"] = case_ladder.promise(turn, pack)
    changed = after(case, act, turn.now, **changes)
    if whom is WaitsFor.US:
        by = statements.waited_for(changed)
        return what_follows.done(turn, case, changed, act, "rhythm.resumed", by=by.isoformat() if by else "")
    return what_follows.done(turn, case, changed, act, "rhythm.waits", whom=f"rhythm.waits_{whom}")
