"""The order of a pitch as rows, and what a navigator does with it: laid out, moved about, with breaks, later.

Whatever is done, each proposal keeps exactly one row, and rows follow one another, so that no two overlap.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime

from dialogs.deadlines.calls.running_order import timed
from dialogs.pitch.eligible import in_order
from dialogs.records.staff.call import PitchRow
from dialogs.records.staff.pitching import Pitching
from knowledge.answers.kinds.plan.pitch import MOST_MINUTES
from knowledge.municipality.pack import Round

BREAK_MINUTES = 10
"""How long a break is where nobody says otherwise: as long as a pitch, so that a list of tens stays one."""
LONGEST_BREAK = 120
"""In minutes: a meal; what is longer is another day."""

Rows = tuple[PitchRow, ...]


def laid_out(known: Iterable[Pitching], around: Round, first: str = "") -> Rows:
    """Return a row for each who may pitch: those who speak one language after another, the `first` language first.

    In the same language they come as they said that both papers were sent. Whose language is unknown comes last.
    """
    listed = in_order(known)
    spoken = [one.languages[0] for one in listed if one.languages]
    languages = list(dict.fromkeys([*filter(None, [first]), *spoken]))
    blocks = [*languages, ""]
    ordered = [one for block in blocks for one in listed if _language(one) == block]
    return tuple(PitchRow(minutes_of(around), one.proposal) for one in ordered)


def minutes_of(around: Round) -> int:
    """Return the minutes of one pitch: ten at most where the municipality says nothing else (V18)."""
    return around.pitch_minutes or MOST_MINUTES


def brought_up_to_date(rows: Rows, known: Sequence[Pitching], around: Round) -> Rows:
    """Return rows with a row at the end for whoever has none. Who may pitch no more leaves a break of as many minutes,
    so that nobody else moves.
    """
    may = {one.proposal for one in known}
    kept = tuple(row if row.proposal in may or not row.proposal else PitchRow(row.minutes) for row in rows)
    have = {row.proposal for row in kept}
    new = (PitchRow(minutes_of(around), one.proposal) for one in in_order(known) if one.proposal not in have)
    return (*kept, *new)


def moved(rows: Rows, number: int, to: int) -> Rows | None:
    """Return rows in which the proposal with one number has another. The breaks stay where they are in time.

    Numbers count proposals from 1. None if there is no such number.
    """
    names = [row.proposal for row in rows if row.proposal]
    if not (1 <= number <= len(names) and 1 <= to <= len(names)):
        return None
    names.insert(to - 1, names.pop(number - 1))
    left = iter(names)
    return tuple(row.but(proposal=next(left)) if row.proposal else row for row in rows)


def with_break(rows: Rows, number: int, minutes: int = BREAK_MINUTES) -> Rows | None:
    """Return rows with a break of some minutes behind the proposal with a number, 0 minutes for none.

    None if there is no such number, or the break would be too long.
    """
    places = [place for place, row in enumerate(rows) if row.proposal]
    if not (1 <= number <= len(places) and 0 <= minutes <= LONGEST_BREAK):
        return None
    at = places[number - 1] + 1
    behind = rows[at:]
    while behind and not behind[0].proposal:
        behind = behind[1:]
    return (*rows[:at], *((PitchRow(minutes),) if minutes else ()), *behind)


def later(rows: Rows, start: datetime, now: datetime, minutes: int) -> Rows | None:
    """Return rows in which all that have not begun come some minutes later. None if none is left, or for too many."""
    places = [place for place, (row, at, _) in enumerate(timed(start, rows)) if row.proposal and at > now]
    if not places or not 0 < minutes <= LONGEST_BREAK:
        return None
    return (*rows[: places[0]], PitchRow(minutes), *rows[places[0] :])


def of_number(rows: Rows, number: int) -> str:
    """Return the proposal with a number, empty if there is none."""
    names = [row.proposal for row in rows if row.proposal]
    return names[number - 1] if 1 <= number <= len(names) else ""


def _language(one: Pitching) -> str:
    return one.languages[0] if one.languages else ""
