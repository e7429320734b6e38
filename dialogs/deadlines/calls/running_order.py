"""When each row of a pitch's order begins and ends, and since when each proposal has its time.

The rows follow one another from the start, so that no two overlap. Minutes are counted as they pass, also in a night
in which the clocks are changed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from dialogs.records.staff.call import Call, PitchRow
from knowledge.municipality.pack import Pack, Round
from knowledge.reminders.slot import Slot, slot_of

Timed = tuple[PitchRow, datetime, datetime]
"""A row, when it begins and when it ends, in the zone of its municipality."""


def timed(start: datetime, rows: Iterable[PitchRow]) -> Iterator[Timed]:
    """Return each row with its aware beginning and end. `start` is when the first begins."""
    at = start.astimezone(UTC)
    for row in rows:
        until = at + timedelta(minutes=row.minutes)
        yield row, at.astimezone(start.tzinfo), until.astimezone(start.tzinfo)
        at = until


def slots_of(start: datetime | None, rows: Iterable[PitchRow]) -> tuple[Slot, ...]:
    """Return the times that proposals have in an order; none where there is no pitch."""
    if start is None:
        return ()
    return tuple(Slot(row.proposal, at, until, row.moved_at) for row, at, until in timed(start, rows) if row.proposal)


def of_one(around: Round, proposal: str) -> Round:
    """Return a round as one proposal has it: its pitch begins when its own time does."""
    slot = slot_of(around.slots, proposal)
    return replace(around, pitch=slot.at) if slot else around


def pitch_ends(around: Round) -> datetime | None:
    """Return when the last published time of a pitch ends; when it begins where none is, None if there is no pitch."""
    return max((slot.until for slot in around.slots), default=around.pitch)


def stamped(
    before: Round | None, pitch: datetime | None, rows: Iterable[PitchRow], now: datetime
) -> tuple[PitchRow, ...]:
    """Return rows that each know since when their proposal has its time: since now where it had another, or none."""
    listed = tuple(rows)
    if pitch is None:
        return listed
    known = {slot.proposal: slot for slot in before.slots} if before else {}
    return tuple(_stamped(row, at, known.get(row.proposal), now) for row, at, _ in timed(pitch, listed))


def restamped(pack: Pack, call: Call, around: Round | None, now: datetime) -> Call:
    """Return a call whose rows know since when they have their times. `pack` is as it was, `around` the round as the
    call makes it.
    """
    pitch = around.pitch if around else None
    return call.but(running=stamped(pack.round(call.round), pitch, call.running, now))


def _stamped(row: PitchRow, at: datetime, known: Slot | None, now: datetime) -> PitchRow:
    if not row.proposal:
        return row
    return row.but(moved_at=known.since if known is not None and known.at == at else now)
