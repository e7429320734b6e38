"""What navigators are reminded of in the course of a round, and that their pack wants to be asked again.

Rows like those of everybody else, planted anew at a start, each morning, and when a call changes. Whether one is still
useful is judged when it is due.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from dialogs.deadlines.verdict import counted_from, is_stale
from dialogs.records.reminder import Reminder, coming_at, wall_time
from knowledge.calendar import MORNING, local
from knowledge.municipality.pack import Pack, Round, Status
from knowledge.reminders.moments import moment
from knowledge.reminders.rung import DESK_PACK, DESK_ROUND, Anchor, Audience, Rung

BY_A_PERSON = (Status.OPEN, Status.HISTORIC)
"""Of rounds that a person has set open navigators are reminded; a historic one is so to a clock that stands in it."""


@dataclass(frozen=True, slots=True)
class DeskMatter:
    """What a reminder of the desk is about: `around` is None where it is the pack itself."""

    rung: Rung
    counted: datetime
    around: Round | None = None

    @property
    def name(self) -> str:
        """The id of its round, empty for the pack."""
        return self.around.id if self.around else ""


def subject_of(pack: Pack) -> str:
    """Return what these reminders of a municipality are about."""
    return f"rounds-{pack.id}"


def planned(pack: Pack, chat: int, now: datetime) -> tuple[Reminder, ...]:
    """Return the reminders of a desk that lie ahead of an aware instant or came due lately; none without a desk."""
    listed = matters(pack) if chat else ()
    rows = ((one, moment(one.rung, one.counted, pack.country)) for one in listed)
    return tuple(_reminder(pack, chat, one, at) for one, at in rows if not is_stale(at, now, pack))


def matters(pack: Pack) -> Iterator[DeskMatter]:
    """Return all that the plan of a municipality has for its desk."""
    for rung in pack.reminders:
        if rung.to is not Audience.DESK:
            continue
        if rung.of is Anchor.VERIFY_BY:
            yield DeskMatter(rung, local(pack.verify_by, MORNING, pack.zone))
        for around in pack.rounds:
            counted = counted_from(rung, around)
            if counted is not None and around.status in BY_A_PERSON:
                yield DeskMatter(rung, counted, around)


def meant(pack: Pack, reminder: Reminder) -> DeskMatter | None:
    """Return what a reminder is about as it now stands, None if its date has moved or its round is open no more."""
    return next((one for one in matters(pack) if _key(pack, one) == reminder.key), None)


def is_of_a_round(reminder: Reminder) -> bool:
    """Tell whether a reminder is one of these."""
    return reminder.kind.startswith((DESK_ROUND, DESK_PACK))


def _reminder(pack: Pack, chat: int, one: DeskMatter, at: datetime) -> Reminder:
    return coming_at(at, _key(pack, one), chat, one.rung.kind, subject_of(pack), wall_time(one.counted))


def _key(pack: Pack, one: DeskMatter) -> str:
    return f"{subject_of(pack)}:{one.name}:{one.rung.kind}:{one.counted:%Y%m%dT%H%M}"
