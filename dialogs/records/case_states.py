"""How a case stands and what may be done with it: one table, read by the association's side and by the desk.

Whatever sets or tests the state of a case asks here, and `docs/case.md` is drawn from it. Where a case stands follows
from what was done and from whether a navigator has it, and from nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Flag, StrEnum, auto


class CaseState(StrEnum):
    """How a case stands. These values are stored, and the texts name them."""

    NEW = "new"
    CLAIMED = "claimed"
    ANSWERED = "answered"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"


NEW, CLAIMED, ANSWERED, CLOSED, WITHDRAWN = CaseState
OPEN = frozenset({NEW, CLAIMED, ANSWERED})
"""The states in which the association can be answered. A case in another one has ended, and knows when."""
WAITING = frozenset({NEW, CLAIMED})
"""The states in which the association waits for an answer by a promised day."""


class WaitsFor(StrEnum):
    """Whom an open case waits for. These values are stored, and the texts name them."""

    US = "us"
    ASSOCIATION = "association"
    OFFICE = "office"
    PITCH = "pitch"
    DECISION = "decision"


class CaseAct(StrEnum):
    """What can be done with a case. A navigator's is the verb of a button at the desk, without its `desk.`."""

    SEND = "send"
    WRITE = "write"
    CORRECT = "correct"
    DOCUMENTS = "documents"
    WITHDRAW = "withdraw"
    ERASE = "erase"
    CLAIM = "claim"
    TAKE_OVER = "take_over"
    RELEASE = "release"
    ANSWER = "answer"
    MOVE = "move"
    WAIT = "wait"
    RESUME = "resume"
    SNOOZE = "snooze"
    DECIDE_BY = "decide_by"
    LAPSE = "lapse"
    CLOSE = "close"
    NOTE = "note"
    SHOW = "show"
    ASK = "ask"
    AGREE = "agree"
    OFFICE_ANSWERS = "office_answers"
    OFFICE_SILENT = "office_silent"


class Who(StrEnum):
    """Who may do something with a case."""

    ASSOCIATION = "the association whose case it is"
    NAVIGATOR = "any navigator of its municipality"
    NAVIGATOR_WHILE_FREE = "any navigator of its municipality, while nobody has it"
    NAVIGATOR_WHILE_OTHERS = "any navigator of its municipality, while it waits for others"
    OWNER = "the navigator who has it"
    OFFICE = "an office that was asked"
    LOTS = "Lots itself"


class Refusal(StrEnum):
    """Why something may not be done with a case."""

    ENDED = "it is closed or withdrawn"
    NO_CHAT = "the person has erased the chat, so nobody would get it"
    YOURS = "you have it already"
    TAKEN = "another navigator has it"
    FREE = "nobody has it"
    ANOTHERS = "only the navigator who has it may do that"
    OURS = "it waits for the municipality already"


class Follows(Flag):
    """What follows from an act, beside the case that is kept.

    `SETTLED`: whom it waits for is again what its state says. `AWAKE`: it is put off no more.
    """

    NOTHING = 0
    CARD = auto()
    REMINDERS = auto()
    PROMISE = auto()
    DESK_TOLD = auto()
    ASSOCIATION_TOLD = auto()
    SETTLED = auto()
    AWAKE = auto()


@dataclass(frozen=True)
class ByOwner:
    """The state that a case comes to: one while nobody has it, another while a navigator has it."""

    free: CaseState
    owned: CaseState


@dataclass(frozen=True)
class Move:
    """Where an act leads from one state, and what follows."""

    to: CaseState | ByOwner
    follows: Follows = Follows.NOTHING


@dataclass(frozen=True)
class Row:
    """One act: who may do it, and what it comes to in each state; the state None is that of no case yet.

    `needs_chat`: it is for somebody who can still be reached.
    """

    who: Who
    moves: Mapping[CaseState | None, Move | Refusal]
    needs_chat: bool = False


BACK = ByOwner(free=NEW, owned=CLAIMED)
"""Back on the desk, where it waits for whoever has it, or for somebody to take it."""
_ENDED: Mapping[CaseState | None, Refusal] = {CLOSED: Refusal.ENDED, WITHDRAWN: Refusal.ENDED}
_TOLD = Follows.CARD | Follows.DESK_TOLD
_PLANNED = _TOLD | Follows.REMINDERS
_WRITTEN = _PLANNED | Follows.SETTLED | Follows.AWAKE
_ANSWERED = Follows.CARD | Follows.ASSOCIATION_TOLD | Follows.REMINDERS | Follows.SETTLED


def _stays(follows: Follows, *states: CaseState) -> dict[CaseState | None, Move]:
    return {state: Move(state, follows) for state in states}


def _leads(to: CaseState | ByOwner, follows: Follows, *states: CaseState) -> dict[CaseState | None, Move]:
    return {state: Move(to, follows) for state in states}


TABLE: Mapping[CaseAct, Row] = {
    CaseAct.SEND: Row(Who.ASSOCIATION, {None: Move(NEW, Follows.CARD | Follows.REMINDERS | Follows.PROMISE)}),
    CaseAct.WRITE: Row(
        Who.ASSOCIATION,
        {
            **_stays(_WRITTEN, NEW, CLAIMED),
            **_leads(BACK, _WRITTEN | Follows.PROMISE, ANSWERED, CLOSED, WITHDRAWN),
        },
    ),
    CaseAct.CORRECT: Row(Who.ASSOCIATION, _stays(Follows.DESK_TOLD, *CaseState)),
    CaseAct.DOCUMENTS: Row(Who.ASSOCIATION, _stays(Follows.CARD, *CaseState)),
    CaseAct.WITHDRAW: Row(Who.ASSOCIATION, {**_leads(WITHDRAWN, _WRITTEN, NEW, CLAIMED, ANSWERED), **_ENDED}),
    CaseAct.ERASE: Row(
        Who.ASSOCIATION,
        {**_stays(_TOLD, NEW, CLAIMED, ANSWERED), **_stays(Follows.NOTHING, CLOSED, WITHDRAWN)},
    ),
    CaseAct.CLAIM: Row(
        Who.NAVIGATOR_WHILE_FREE,
        {**_leads(CLAIMED, _PLANNED, NEW, CLAIMED), **_stays(_PLANNED, ANSWERED), **_ENDED},
    ),
    CaseAct.TAKE_OVER: Row(
        Who.NAVIGATOR, {**_leads(CLAIMED, _PLANNED, NEW, CLAIMED), **_stays(_PLANNED, ANSWERED), **_ENDED}
    ),
    CaseAct.RELEASE: Row(Who.OWNER, {**_leads(NEW, _PLANNED, NEW, CLAIMED), **_stays(_PLANNED, ANSWERED), **_ENDED}),
    CaseAct.ANSWER: Row(
        Who.NAVIGATOR, {**_leads(ANSWERED, _ANSWERED, NEW, CLAIMED, ANSWERED), **_ENDED}, needs_chat=True
    ),
    CaseAct.MOVE: Row(
        Who.NAVIGATOR,
        {**_stays(Follows.CARD | Follows.ASSOCIATION_TOLD, NEW, CLAIMED, ANSWERED), **_ENDED},
        needs_chat=True,
    ),
    CaseAct.WAIT: Row(Who.NAVIGATOR, {**_stays(_PLANNED, NEW, CLAIMED, ANSWERED), **_ENDED}),
    CaseAct.RESUME: Row(
        Who.NAVIGATOR_WHILE_OTHERS,
        {
            **_stays(_PLANNED | Follows.SETTLED, NEW, CLAIMED),
            **_leads(BACK, _PLANNED | Follows.SETTLED | Follows.PROMISE, ANSWERED),
            **_ENDED,
        },
    ),
    CaseAct.SNOOZE: Row(Who.NAVIGATOR, {**_stays(_PLANNED, NEW, CLAIMED, ANSWERED), **_ENDED}),
    CaseAct.DECIDE_BY: Row(
        Who.NAVIGATOR, {**_stays(_PLANNED | Follows.ASSOCIATION_TOLD, NEW, CLAIMED, ANSWERED), **_ENDED}
    ),
    CaseAct.LAPSE: Row(
        Who.LOTS, {**_leads(NEW, _PLANNED, CLAIMED), **_stays(Follows.NOTHING, NEW, ANSWERED), **_ENDED}
    ),
    CaseAct.CLOSE: Row(Who.NAVIGATOR, {**_leads(CLOSED, _ANSWERED | Follows.AWAKE, NEW, CLAIMED, ANSWERED), **_ENDED}),
    CaseAct.NOTE: Row(
        Who.NAVIGATOR,
        {
            **_stays(Follows.REMINDERS, NEW, CLAIMED, ANSWERED),
            **_stays(Follows.NOTHING, CLOSED, WITHDRAWN),
        },
    ),
    CaseAct.SHOW: Row(Who.NAVIGATOR, _stays(Follows.NOTHING, *CaseState)),
    CaseAct.ASK: Row(Who.NAVIGATOR, {**_stays(_PLANNED, NEW, CLAIMED, ANSWERED), **_ENDED}),
    # Stage 2 follows a decision, and goes on beside whatever else is said of the case.
    CaseAct.AGREE: Row(
        Who.NAVIGATOR,
        {
            **_stays(_TOLD | Follows.ASSOCIATION_TOLD, NEW, CLAIMED, ANSWERED, CLOSED),
            WITHDRAWN: Refusal.ENDED,
        },
        needs_chat=True,
    ),
    # What an office says is never lost, also when nobody waits for it any more.
    CaseAct.OFFICE_ANSWERS: Row(
        Who.OFFICE, {**_stays(_PLANNED, NEW, CLAIMED, ANSWERED), **_stays(Follows.DESK_TOLD, CLOSED, WITHDRAWN)}
    ),
    CaseAct.OFFICE_SILENT: Row(
        Who.LOTS, {**_stays(_PLANNED, NEW, CLAIMED, ANSWERED), **_stays(Follows.NOTHING, CLOSED, WITHDRAWN)}
    ),
}
