"""Whether a due reminder is said, waits for the morning, or is dropped, and for which reason.

Judged when it is due, not when it was planned: by then the person may have acted, the municipality may have moved a
date, and Lots may have been away for weeks. People are reminded on working days between 08.00 and 20.00 on the
municipality's clock. The plan keeps to that; what Lots slept through may come at another time only if the date it
counts down to is before the next working morning, else it waits for that morning.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import NamedTuple

from dialogs.conversation import statements
from dialogs.conversation.statements import Sending
from dialogs.conversation.turn import Turn
from dialogs.deadlines import muting
from dialogs.deadlines.calls.running_order import of_one
from dialogs.records.case import Case
from dialogs.records.case_states import OPEN
from dialogs.records.proposal import Proposal
from dialogs.records.reminder import Reminder, wall_time
from dialogs.records.value import Value
from knowledge.calendar import next_working_morning, people_are_reached, working_days_from
from knowledge.municipality.pack import Pack, Round
from knowledge.reminders.rung import OF_A_ROUND, Anchor, Audience, Rung

STALE_AFTER_WORKING_DAYS = 2
"""After so many working days what was planned is far too late (docs/decisions, when a reminder may come)."""

MOMENTS_KEPT = 64
"""How many verdicts are remembered that follow from the clock alone: the same for all whom a batch reminds of a day."""


class Verdict(StrEnum):
    """What becomes of a due reminder. All but the first two drop it, for the reason they name."""

    SAY = "it is said"
    WAIT = "it is night or a holiday: it comes again at 08.00 on a working day"
    GONE = "its proposal, its round or its place in the plan is no more"
    MUTED = "the chat wants no reminders of this kind"
    DONE = "what it asks for is done"
    MOVED = "the date it counts down to was moved: the proposal is planned anew"
    FAR_TOO_LATE = "its time was more than two working days ago"
    CLOSED = "the round is not open any more, though its last day is ahead"
    PASSED = "the last day is over: the question of the next working day asks how it went"
    OVER = "the pitch has begun"
    OWN_DAY = "its case has a day of its own for the decision"
    OVERTAKEN = "a later reminder of the same countdown is due as well"

    @cached_property
    def outcome(self) -> str:
        """What stands beside a reminder of which this has become."""
        return self.name.lower()


class Matter(Value, frozen=True):
    """What a reminder is about, as it stands now: `counted` is the local date that it counts from."""

    pack: Pack
    around: Round
    proposal: Proposal
    rung: Rung
    counted: datetime

    @property
    def sending(self) -> Sending:
        """What the person has said of the sending."""
        return statements.sending(self.proposal, self.around)


class Judged(NamedTuple):
    """A due reminder with its verdict, and what it is about, None if that is no more."""

    reminder: Reminder
    verdict: Verdict
    about: Matter | None


def judged(turn: Turn, waiting: Sequence[Reminder]) -> list[Judged]:
    """Judge the reminders of one chat that are due together. Each gets one verdict; their order stays."""
    each = [_judged(turn, reminder) for reminder in waiting]
    if len(each) == 1:
        return each
    alive = [one for one in each if one.verdict in (Verdict.SAY, Verdict.WAIT)]
    last = {_countdown(one): one.reminder.key for one in sorted(alive, key=lambda one: one.reminder.wall)}
    gone = {one.reminder.key for one in alive if last[_countdown(one)] != one.reminder.key}
    return [one._replace(verdict=Verdict.OVERTAKEN) if one.reminder.key in gone else one for one in each]


def _judged(turn: Turn, reminder: Reminder) -> Judged:
    about = matter(turn, reminder)
    return Judged(reminder, _verdict(turn, reminder, about), about)


def _countdown(one: Judged) -> tuple[str, str]:
    return one.reminder.subject, one.about.rung.countdown if one.about is not None else ""


def matter(turn: Turn, reminder: Reminder) -> Matter | None:
    """Return what a reminder is about, None if its proposal, its municipality, its round or its place in the plan is no
    more.
    """
    proposal = turn.proposal_by_id(reminder.subject)
    pack = turn.world.packs.get(proposal.municipality) if proposal else None
    around, rung = (pack.round(proposal.round), pack.rung(reminder.kind)) if pack and proposal else (None, None)
    if not (pack and around and proposal and rung):
        return None
    around = of_one(around, proposal.id)
    counted = counted_from(rung, around, proposal)
    return Matter(pack, around, proposal, rung, counted) if counted is not None else None


def counted_from(rung: Rung, around: Round, proposal: Proposal | None = None) -> datetime | None:
    """Return the date that a reminder counts from, in the municipality's zone; None if there is none.

    It is a date of the round, or the hour at which a proposal's letter was taken. A reminder that gives way to a date
    which is known has none.
    """
    if rung.unless in OF_A_ROUND and getattr(around, rung.unless) is not None:
        return None
    if rung.of is Anchor.MAIL:
        mailed = proposal.mailed_at if proposal else None
        return mailed.astimezone(around.deadline.tzinfo) if mailed else None
    return getattr(around, rung.of) if rung.of in OF_A_ROUND else None


def next_morning(now: datetime, pack: Pack) -> datetime:
    """Return the first 08.00 of a working day on a municipality's clock after an aware instant, in UTC."""
    return next_working_morning(now.astimezone(pack.zone), pack.country).astimezone(UTC)


def is_stale(planned: datetime, now: datetime, pack: Pack) -> bool:
    """Tell whether a local moment lies more than two working days before an aware instant."""
    until = working_days_from(planned.date(), STALE_AFTER_WORKING_DAYS, pack.country)
    return now > datetime.combine(until, planned.time(), pack.zone).astimezone(UTC)


def _verdict(turn: Turn, reminder: Reminder, about: Matter | None) -> Verdict:
    if about is None:
        return Verdict.GONE
    if muting.is_muted(turn.session, about.rung):
        return Verdict.MUTED
    if _done(about) or _is_decided(turn, about):
        return Verdict.DONE
    if _has_own_day(turn, about):
        return Verdict.OWN_DAY
    return _of_its_time(turn.now, reminder.wall, reminder.about, about.pack, about.around, about.rung, about.counted)


@lru_cache(MOMENTS_KEPT)
def _of_its_time(
    now: datetime, wall: str, planned_to: str, pack: Pack, around: Round, rung: Rung, counted: datetime
) -> Verdict:
    if planned_to != wall_time(counted):
        return Verdict.MOVED
    # Reckoned from the wall time it was planned for: `Reminder.due` is another each time it was put off.
    if is_stale(datetime.fromisoformat(wall), now, pack):
        return Verdict.FAR_TOO_LATE
    if rung.to is Audience.UNSENT and (over := _over(now, pack, around)):
        return over
    if rung.of is Anchor.PITCH and rung.counts_down and now > counted:
        return Verdict.OVER
    last_call = now <= counted <= next_morning(now, pack)
    return Verdict.SAY if last_call or _reached(now, pack) else Verdict.WAIT


def _over(now: datetime, pack: Pack, around: Round) -> Verdict | None:
    """Why a reminder of the last day has nothing to count down to any more; on that day itself it still may."""
    if now <= around.deadline:
        return None if around.is_open(now) else Verdict.CLOSED
    same_day = now.astimezone(pack.zone).date() == around.deadline.date()
    return None if same_day and _reached(now, pack) else Verdict.PASSED


def _reached(now: datetime, pack: Pack) -> bool:
    return people_are_reached(now.astimezone(pack.zone), pack.country)


def _done(about: Matter) -> bool:
    match about.rung.to:
        case Audience.UNSENT:
            return about.sending is not Sending.NOT_SENT
        case Audience.UNSETTLED | Audience.UNANSWERED:
            return about.sending is Sending.MISSED or about.proposal.receipt_at is not None
        case _:
            return about.sending is not Sending.SENT


def _is_decided(turn: Turn, about: Matter) -> bool:
    """Tell whether a decision that a reminder waits for has been told, or its case is over."""
    case = _decided_in(turn, about)
    return case is not None and (case.decision is not None or case.state not in OPEN)


def _has_own_day(turn: Turn, about: Matter) -> bool:
    """Tell whether navigators have set a day for the decision of this case alone, of which there is a reminder."""
    case = _decided_in(turn, about)
    return case is not None and bool(case.decision_by)


def _decided_in(turn: Turn, about: Matter) -> Case | None:
    """The case whose decision a reminder waits for, None if it waits for none."""
    if Anchor.DECISION not in (about.rung.of, about.rung.unless):
        return None
    return next((item for item in turn.snapshot.cases if item.reference == about.proposal.case), None)
