"""What the table of states says of one case: whether something may be done with it, and how it stands afterwards."""

from datetime import datetime

from dialogs.records.case import Case
from dialogs.records.case_states import OPEN, TABLE, ByOwner, CaseAct, CaseState, Follows, Move, Refusal, Who


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


def follows(case: Case | None, act: CaseAct) -> Follows:
    """Return what follows from an act on a case as it stands; None is no case yet."""
    return _move(case, act).follows


def after(case: Case, act: CaseAct, now: datetime, **changes: object) -> Case:
    """Return the case after an act that may be done, one version on. `changes` are what else the act changes.

    Raise `ValueError` if the table does not allow the act where the case stands.
    """
    changed = case.but(**changes, version=case.version + 1)
    to = _move(case, act).to
    state = to if isinstance(to, CaseState) else _by_owner(to, changed)
    return changed.but(state=state, closed_at=_ended_at(case, state, now))


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


def _owner_says(who: Who, case: Case, user: int) -> Refusal | None:
    if who is Who.NAVIGATOR_WHILE_FREE and case.owner:
        return Refusal.YOURS if case.owner == user else Refusal.TAKEN
    if who is Who.OWNER and case.owner != user:
        return Refusal.ANOTHERS if case.owner else Refusal.FREE
    return None
