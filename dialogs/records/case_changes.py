"""What the table of states says of one case: whether something may be done with it, and how it stands afterwards."""

from collections.abc import Mapping
from datetime import datetime

from dialogs.records.case import Case
from dialogs.records.case_states import (
    ANSWERED,
    OPEN,
    TABLE,
    ByOwner,
    CaseAct,
    CaseState,
    Follows,
    Move,
    Refusal,
    WaitsFor,
    Who,
)

ENDS: Mapping[Follows, Mapping[str, object]] = {
    Follows.SETTLED: {"waits_for": None, "waits_since": None},
    Follows.AWAKE: {"snoozed_until": ""},
}
"""What a consequence of an act changes in the case itself."""

ANSWERING = frozenset({CaseAct.ANSWER, CaseAct.CLOSE})
"""The acts by which the association is told something of its matter; that it belongs to another office is no answer."""


def refusal(case: Case, act: CaseAct, user: int = 0) -> Refusal | None:
    """Return why something may not be done with a case, None if it may. `user` is the navigator who would do it.

    That an association does it with a case of its own, and a navigator with one of the municipality, is seen to
    before: others do not find the case.
    """
    move = TABLE[act].moves[case.state]
    if isinstance(move, Refusal):
        return move
    return Refusal.NO_CHAT if out_of_reach(case, act) else _owner_says(TABLE[act].who, case, user)


def out_of_reach(case: Case, act: CaseAct) -> bool:
    """Tell whether an act is for somebody who has erased the chat."""
    return TABLE[act].needs_chat and not case.chat


def waits_for(case: Case) -> WaitsFor | None:
    """Return whom a case waits for, None if it has ended: where nobody has said, the municipality until it answers."""
    if case.state not in OPEN:
        return None
    return case.waits_for or (WaitsFor.ASSOCIATION if case.state == ANSWERED else WaitsFor.US)


def follows(case: Case | None, act: CaseAct) -> Follows:
    """Return what follows from an act on a case as it stands; None is no case yet."""
    return _move(case, act).follows


def after(case: Case, act: CaseAct, now: datetime, **changes: object) -> Case:
    """Return the case after an act that may be done, one version on. `changes` are what else the act changes.

    Raise `ValueError` if the table does not allow the act where the case stands.
    """
    move = _move(case, act)
    ended = {name: value for one, values in ENDS.items() if one in move.follows for name, value in values.items()}
    changed = case.but(**{**ended, **changes}, version=case.version + 1)
    to = move.to
    state = to if isinstance(to, CaseState) else _by_owner(to, changed)
    dated = {} if state in OPEN else {"decision_by": ""}
    first = now if act in ANSWERING and _is_unanswered(case) else case.first_answered_at
    return changed.but(state=state, closed_at=_ended_at(case, state, now), first_answered_at=first, **dated)


def _move(case: Case | None, act: CaseAct) -> Move:
    move = TABLE[act].moves[case.state if case else None]
    if isinstance(move, Refusal):
        raise ValueError(f"{act}: {move}")
    return move


def _by_owner(to: ByOwner, case: Case) -> CaseState:
    return to.owned if case.owner else to.free


def _ended_at(case: Case, state: CaseState, now: datetime) -> datetime | None:
    if state in OPEN:
        return None
    return now if case.state in OPEN else case.closed_at


def _is_unanswered(case: Case) -> bool:
    """Whether nobody has answered yet somebody who can be reached; who moved a case wrote to them, and that is none."""
    wrote_before = case.answered_at is not None and not case.came_to
    return bool(case.chat) and case.first_answered_at is None and not wrote_before


def _owner_says(who: Who, case: Case, user: int) -> Refusal | None:
    if who is Who.NAVIGATOR_WHILE_FREE and case.owner:
        return Refusal.YOURS if case.owner == user else Refusal.TAKEN
    if who is Who.NAVIGATOR_WHILE_OTHERS and waits_for(case) is WaitsFor.US:
        return Refusal.OURS
    if who is Who.OWNER and case.owner != user:
        return Refusal.ANOTHERS if case.owner else Refusal.FREE
    return None
