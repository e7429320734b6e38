"""Draws `docs/case.md` from the table of a case: `python -m tests.dialogs.records.case_page` writes it anew."""

from pathlib import Path

from dialogs.deadlines.case_ladder import (
    ANSWER_WORKING_DAYS,
    BEFORE,
    DECIDED_TODAY,
    LAPSED,
    LAPSING,
    LATE,
    SNOOZED,
    UNANSWERED,
    UNDECIDED,
    UNTAKEN,
    UNTAKEN_WORKING_DAYS,
    URGED,
)
from dialogs.records.case_states import (
    NEW,
    OPEN,
    TABLE,
    WAITING,
    ByOwner,
    CaseAct,
    CaseState,
    Follows,
    Move,
    Refusal,
    Row,
    Who,
)
from knowledge.municipality.pack import OWNER_QUIET_DAYS

PAGE = Path(__file__).parents[3] / "docs" / "case.md"
ACTS = {
    CaseAct.SEND: "send to the municipality",
    CaseAct.WRITE: "write, or send a file",
    CaseAct.CORRECT: "change words that were written",
    CaseAct.DOCUMENTS: "make the documents, or say that they are sent",
    CaseAct.WITHDRAW: "withdraw",
    CaseAct.ERASE: "erase the chat",
    CaseAct.CLAIM: "claim",
    CaseAct.TAKE_OVER: "take over",
    CaseAct.RELEASE: "release",
    CaseAct.ANSWER: "answer",
    CaseAct.MOVE: "move to another office, with a reason",
    CaseAct.WAIT: "say that it waits for the association, an office, the pitch or a decision",
    CaseAct.RESUME: "take it up again",
    CaseAct.SNOOZE: "put it off until a day",
    CaseAct.DECIDE_BY: "set the day by which it is decided",
    CaseAct.LAPSE: "give it back, because its owner was quiet for too long",
    CaseAct.CLOSE: "close with an answer",
    CaseAct.NOTE: "write an internal note",
    CaseAct.SHOW: "show everything",
    CaseAct.ASK: "ask an office",
    CaseAct.AGREE: "open stage 2, or answer for the municipality in it",
    CaseAct.OFFICE_ANSWERS: "answer the desk's question",
    CaseAct.OFFICE_SILENT: "let a question go back to the desk",
}
FOLLOWS = {
    Follows.PROMISE: f"an answer is promised within {ANSWER_WORKING_DAYS} working days",
    Follows.REMINDERS: "the desk's reminders are planned anew",
    Follows.CARD: "the card changes",
    Follows.DESK_TOLD: "the desk is told under the card",
    Follows.ASSOCIATION_TOLD: "the association gets what was written",
    Follows.SETTLED: "it waits for whom its state says",
    Follows.AWAKE: "it is put off no more",
}
REMINDERS = {
    UNTAKEN: (
        f"nobody has taken it, {UNTAKEN_WORKING_DAYS} working days after the promise began",
        "nobody has it and the same promise waits",
    ),
    BEFORE: ("its answer is due on the next working day", "the same promise waits"),
    UNANSWERED: ("its answer is due today", "the same promise waits"),
    LATE: ("its answer is late, on the working day after the promised one: anybody may take it over", "it is late"),
    URGED: ("its answer is late and its association has written again, on the working day after that", "it is late"),
    LAPSING: ("it goes back to the desk on the next working day, to its owner", "its owner has done nothing since"),
    LAPSED: (
        f"it is everybody's again, after {OWNER_QUIET_DAYS} working days with its owner there (a pack may differ)",
        "its owner has done nothing since",
    ),
    DECIDED_TODAY: (
        "it is to be decided today, or on a holiday after today, at 09.00",
        "that is still its day, and no decision was told",
    ),
    UNDECIDED: ("it was to be decided on the working day before", "that is still its day, and no decision was told"),
    SNOOZED: ("it was put off until today, to its owner, at 08.00", "it was put off until then and has not ended"),
}
"""What the desk is told of a case by itself and when, and what must still be so by then."""
REASONS = {
    Who.NAVIGATOR_WHILE_FREE: (Refusal.YOURS, Refusal.TAKEN),
    Who.NAVIGATOR_WHILE_OTHERS: (Refusal.OURS,),
    Who.OWNER: (Refusal.FREE, Refusal.ANOTHERS),
}


def page() -> str:
    """The page: the diagram, the table, and what a refusal says."""
    return f"""# A case, from sending to its end

Drawn from `dialogs/records/case_states.py`, the table that both sides of a case read. Do not edit:
`python -m tests.dialogs.records.case_page` writes this page anew, and a test holds it equal.

```mermaid
{diagram()}
```

In {_listed(WAITING)} the association waits for an answer; in {_listed(OPEN)} it can be answered.
A case that has ended is never lost: words of the association bring it back, to the navigator who has it, or to the desk
for somebody to take.

{table()}

*As it was* means that the case stays where it stands. A dash means that it may not be done there, and why is said:
{Refusal.ENDED}. The rest depends on whose the case is, and is answered, too:

{reasons()}

While an answer is waited for, only the first words of the association change the card and the reminders; what follows
them reaches the desk under the card, and changes them again only if the case waited for others, was put off, or is
late. What is changed in words that were written earlier opens nothing again.

## Whom it waits for, and what comes up by itself

An open case waits for the desk until it is answered, then for its association. A navigator can say that it waits for
the association, an office, the pitch or a decision; asking an office says so by itself. Meanwhile the promised day
stands still, and goes on with the working days that were left; words of the association begin it anew.

What comes up is a row in the database with the case as its subject, planned anew by each act that says so above, and
told at 09.00 of a working day unless an hour stands here. Whether it still is so is judged then.

{reminders()}
"""


def reminders() -> str:
    """What the desk is told of a case by itself."""
    rows = [["the desk is told that", "as long as"], ["---", "---"], *map(list, REMINDERS.values())]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def diagram() -> str:
    """The states and what leads from one to another, as a Mermaid state diagram."""
    lines = ["stateDiagram-v2"]
    for (state, to), acts in _arrows().items():
        lines.append(f"    {state} --> {to}: {', '.join(acts)}")
    return "\n".join(lines)


def table() -> str:
    """Who may do what, what it comes to in each state, and what follows."""
    head = ["what is done", "by", *CaseState, "what follows"]
    rows = [head, ["---"] * len(head), *(_row(act, row) for act, row in TABLE.items())]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows)


def reasons() -> str:
    """Why an act may be refused that the state allows."""
    told = [(act, REASONS[row.who]) for act, row in TABLE.items() if row.who in REASONS]
    told += [(act, (Refusal.NO_CHAT,)) for act, row in TABLE.items() if row.needs_chat]
    return "\n".join(f"- {ACTS[act]}: {'; '.join(why)}" for act, why in told)


def _arrows() -> dict[tuple[str, str], list[str]]:
    arrows: dict[tuple[str, str], list[str]] = {}
    for act, row in TABLE.items():
        for state, move in row.moves.items():
            for to, where in _ways(move) if isinstance(move, Move) else ():
                if to != state:
                    arrows.setdefault((state or "[*]", to), []).append(f"{ACTS[act].partition(',')[0]}{where}")
    return arrows


def _ways(move: Move) -> list[tuple[CaseState, str]]:
    if isinstance(move.to, ByOwner):
        return [(move.to.free, " (nobody has it)"), (move.to.owned, " (somebody has it)")]
    return [(move.to, "")]


def _row(act: CaseAct, row: Row) -> list[str]:
    moves = [row.moves.get(state) for state in CaseState]
    cells = [_cell(state, move) for state, move in zip(CaseState, moves, strict=True)]
    if act is CaseAct.SEND:
        cells = [f"→ {NEW}", *[""] * (len(cells) - 1)]
    return [ACTS[act], row.who, *cells, _followed(row)]


def _cell(state: CaseState, move: Move | Refusal | None) -> str:
    if not isinstance(move, Move):
        return "–" if move else ""
    to = " or ".join(dict.fromkeys(to for to, _ in _ways(move)))
    return "as it was" if to == state else f"→ {to}"


def _followed(row: Row) -> str:
    moves = [move for move in row.moves.values() if isinstance(move, Move)]
    told = []
    for one, words in FOLLOWS.items():
        having = sum(one in move.follows for move in moves)
        where = [str(state) for state, move in row.moves.items() if isinstance(move, Move) and one in move.follows]
        if having:
            told.append(words if having == len(moves) else f"{words} (from {', '.join(where)})")
    return "; ".join(told) or "nothing"


def _listed(states: frozenset[CaseState]) -> str:
    *others, last = [f"*{state}*" for state in CaseState if state in states]
    return f"{', '.join(others)} and {last}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
