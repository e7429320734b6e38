"""Whose a case is: taken, taken over, given back. Everybody at the desk sees it."""

from typing import Any

from dialogs.cards import what_follows
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.records.case import Case
from dialogs.records.case_changes import after, refusal
from dialogs.records.case_states import CaseAct


def claim(turn: Turn, case: Case) -> Outcome:
    """Take a case that nobody has; a case that somebody has stays with them."""
    return _changed(turn, case, CaseAct.CLAIM, "desk.claimed", acted_at=turn.now, **what_follows.owned(turn))


def take_over(turn: Turn, case: Case) -> Outcome:
    """Take a case from its owner; everyone sees it."""
    return _changed(turn, case, CaseAct.TAKE_OVER, "desk.taken_over", acted_at=turn.now, **what_follows.owned(turn))


def release(turn: Turn, case: Case) -> Outcome:
    """Give a case back to the desk. Only its owner does; who wants it takes it over, and everyone sees that."""
    return _changed(turn, case, CaseAct.RELEASE, "desk.released", **what_follows.FREE)


def _changed(turn: Turn, case: Case, act: CaseAct, key: str, **owner: Any) -> Outcome:
    refused = refusal(case, act, turn.event.sender.user)
    if refused is not None:
        return what_follows.say(turn, case, what_follows.why_not(turn, case, refused))
    return what_follows.done(turn, case, after(case, act, turn.now, **owner), act, key)
