"""Which part of the desk's list a case belongs to: each to one, the most urgent first."""

from collections.abc import Iterable
from enum import StrEnum

from dialogs.conversation import statements
from dialogs.conversation.turn import Turn
from dialogs.records.case import Case
from dialogs.records.case_changes import waits_for
from dialogs.records.case_states import OPEN, WaitsFor


class Part(StrEnum):
    """The parts of the list, in its order; the texts name them."""

    LATE = "late"
    TODAY = "today"
    MINE = "mine"
    UNOWNED = "unowned"
    OTHERS = "others"
    WAITING = "waiting"
    SNOOZED = "snoozed"


def parted(turn: Turn, cases: Iterable[Case]) -> dict[Part, list[Case]]:
    """Return the open cases by the part of the list that they stand in, as whoever asks sees them."""
    parts: dict[Part, list[Case]] = {part: [] for part in Part}
    for case in cases:
        if case.state in OPEN:
            parts[part_of(turn, case)].append(case)
    return parts


def part_of(turn: Turn, case: Case) -> Part:
    """Return where an open case stands: what is put off rests, then what is late or due today, then whose turn it is.

    A case of somebody who is away is its deputy's, and everybody's where that is everybody.
    """
    if statements.put_off_until(turn, case) is not None:
        return Part.SNOOZED
    by = statements.waited_for(case) if case.chat else None
    today = turn.now.astimezone(turn.pack_of(case).zone).date()
    if by is not None and by <= today:
        return Part.TODAY if by == today else Part.LATE
    if waits_for(case) is not WaitsFor.US and case.chat:
        return Part.WAITING
    whose = _whose(turn, case)
    if not whose:
        return Part.UNOWNED
    return Part.MINE if whose == turn.event.sender.user else Part.OTHERS


def _whose(turn: Turn, case: Case) -> int:
    """Who sees to a case today: its owner, or who stands in; 0 for everybody."""
    desk, today = turn.people_at(case.municipality), turn.now.astimezone(turn.pack_of(case).zone).date()
    if not case.owner or desk.absence(case.owner, today) is None:
        return case.owner
    deputy = desk.stand_in(case.owner, today)
    return deputy.user if deputy else 0
