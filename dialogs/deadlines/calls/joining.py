"""A pack with its rounds as navigators have set them: their word goes before the pack's, date by date."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache

from dialogs.deadlines.calls.running_order import slots_of
from dialogs.records.staff.call import NO_PITCH, Call, CallState
from knowledge.calendar import WAKING_UNTIL, local
from knowledge.language import Language
from knowledge.municipality.pack import Pack, Round, Status
from knowledge.reminders.rung import Late

STATUS = {CallState.PREPARED: Status.UNVERIFIED, CallState.OPEN: Status.OPEN, CallState.CLOSED: Status.CLOSED}
PACKS_KEPT = 64
"""How many joined packs are remembered: some versions of each municipality that one process serves."""


def joined_packs(packs: Mapping[str, Pack], calls: Sequence[Call]) -> dict[str, Pack]:
    """Return the packs by municipality with their rounds as the calls say; a call of no pack here is left out."""
    by_pack: dict[str, list[Call]] = {}
    for call in calls:
        by_pack.setdefault(call.municipality, []).append(call)
    return {name: joined(pack, tuple(by_pack.get(name, ()))) for name, pack in packs.items()}


@lru_cache(maxsize=PACKS_KEPT)
def joined(pack: Pack, calls: tuple[Call, ...]) -> Pack:
    """Return a pack with its rounds as the calls say, those that it does not know behind them.

    One that is being prepared is none yet: nobody but the desk knows of it before somebody opens it.
    """
    by_round = {call.round: call for call in calls}
    known = [_changed(pack, item, by_round.pop(item.id, None)) for item in pack.rounds]
    new = (as_set(pack, call) for call in by_round.values() if call.state != CallState.PREPARED)
    return replace(pack, rounds=(*known, *filter(None, new))) if calls else pack


def as_set(pack: Pack, call: Call) -> Round | None:
    """Return the round that a call makes, also of one that is being prepared; None as long as it has no last day."""
    known = pack.round(call.round)
    if known is not None:
        return _changed(pack, known, call)
    return _new(pack, call) if call.deadline else None


def moment_of(pack: Pack, wall: str) -> datetime:
    """Return the aware moment at which a municipality's clock shows a wall time."""
    return datetime.fromisoformat(wall).replace(tzinfo=pack.zone)


def evening_of(pack: Pack, day: str) -> datetime:
    """Return the aware hour until which a day (ISO date) lasts for people, on a municipality's clock."""
    return local(date.fromisoformat(day), WAKING_UNTIL, pack.zone)


def _changed(pack: Pack, item: Round, call: Call | None) -> Round:
    if call is None:
        return item
    return replace(
        item,
        status=STATUS[CallState(call.state)] if call.state else item.status,
        opens=moment_of(pack, call.opens) if call.opens else item.opens,
        deadline=moment_of(pack, call.deadline) if call.deadline else item.deadline,
        pitch=_pitch_as_set(pack, item, call),
        pitch_minutes=call.minutes or item.pitch_minutes,
        place=call.place or item.place,
        language=call.language or item.language,
        late=Late(call.late) if call.late else item.late,
        slots=slots_of(_pitch_as_set(pack, item, call), call.running),
        decision=_decision_as_set(pack, item, call),
    )


def _new(pack: Pack, call: Call) -> Round:
    name = {Language(language): words for language, words in call.names}
    deadline = moment_of(pack, call.deadline)
    empty = Round(call.round, name, Status.UNVERIFIED, None, deadline, None, call.minutes, ())
    return _changed(pack, empty, call)


def _pitch_as_set(pack: Pack, item: Round, call: Call) -> datetime | None:
    if not call.pitch:
        return item.pitch
    return None if call.pitch == NO_PITCH else moment_of(pack, call.pitch)


def _decision_as_set(pack: Pack, item: Round, call: Call) -> datetime | None:
    if not call.decision:
        return item.decision
    return None if call.decision == NO_PITCH else evening_of(pack, call.decision)
