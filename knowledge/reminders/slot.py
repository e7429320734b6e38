"""The time of one proposal in a pitch, from which its own reminders count."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Slot:
    """The time of one proposal in a pitch, by the proposal's id: from `at` until `until`, and since when it is so."""

    proposal: str
    at: datetime
    until: datetime
    since: datetime | None = None


def slot_of(slots: Iterable[Slot], proposal: str) -> Slot | None:
    """Return the time that a proposal has, None if it has none of its own."""
    for slot in slots:
        if slot.proposal == proposal:
            return slot
    return None
