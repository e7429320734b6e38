"""The ladder of a proposal: which reminders wait, and when each comes.

Times are wall times of the municipality: 09.00 on working days, moved earlier over a holiday or a night. What is
said then is `due.py`'s, whether it is still useful `verdict.py`'s.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from dialogs.conversation import statements
from dialogs.conversation.statements import Sending
from dialogs.deadlines.verdict import (
    PITCH_KINDS,
    RECEIPT,
    counted_to,
    is_stale,
    wall_time,
)
from dialogs.records.proposal import Proposal
from dialogs.records.reminder import Reminder
from knowledge.calendar import (
    MORNING,
    earlier,
    local,
    reached_at_or_before,
    working_day_or_before,
    working_days_from,
)
from knowledge.municipality.pack import Pack, Round


@dataclass(frozen=True, slots=True)
class Planned:
    """One rung of the plan: its kind and its wall time."""

    kind: str
    at: datetime


def plan(pack: Pack, proposal: Proposal, now: datetime) -> tuple[Reminder, ...]:
    """Return the reminders that a proposal wants: of the last day until both are sent, then of receipt and pitch.

    `now` is aware. What came due lately is in it too, so that a reminder which the bot slept through or put off to the
    morning survives a change of the draft; one that was said stays said. Nothing is planned for a round that is not
    open and was not met, nor for a draft that was begun after its last day.
    """
    around = pack.round(proposal.round)
    if around is None:
        return ()
    rungs = [rung for rung in _rungs(pack, around, proposal, now) if not is_stale(rung.at, now, pack)]
    said = max((at for at in (proposal.sent_at or proposal.created_at, proposal.unsent_at) if at), default=None)
    return tuple(_reminder(proposal, rung, around) for rung in rungs if said is None or rung.at > said)


def _rungs(pack: Pack, around: Round, proposal: Proposal, now: datetime) -> tuple[Planned, ...]:
    in_time = statements.begun_in_time(proposal, around)
    match statements.sending(proposal, around):
        case Sending.SENT:
            return (_receipt(pack, around), *_of_the_pitch(pack, around))
        case Sending.NOT_SENT if around.is_open(min(now, around.deadline)) and in_time:
            return (*_before_deadline(pack, around), _receipt(pack, around))
        case _:
            return ()


def _before_deadline(pack: Pack, around: Round) -> tuple[Planned, ...]:
    last, country = around.deadline, pack.country
    day = last.date()
    # Three weeks to begin in, two for the board to meet and the attachments, one to read it again, two days to send.
    back = {"draft-10wd": -10, "draft-5wd": -5, "draft-2wd": -2}
    return (
        Planned("draft-21d", _morning(pack, working_day_or_before(day - timedelta(days=21), country))),
        *(Planned(kind, _morning(pack, working_days_from(day, count, country))) for kind, count in back.items()),
        Planned("draft-day", _morning_of(pack, last)),
        Planned("draft-3h", reached_at_or_before(earlier(last, timedelta(hours=3)), country)),
    )


def _receipt(pack: Pack, around: Round) -> Planned:
    return Planned(RECEIPT, _morning(pack, working_days_from(around.deadline.date(), 1, pack.country)))


def _of_the_pitch(pack: Pack, around: Round) -> tuple[Planned, ...]:
    if around.pitch is None:
        return ()
    # A week to find speakers and what they need, a day to know the place; two weeks after, there may be a decision.
    day, counts = around.pitch.date(), {"pitch-5wd": -5, "pitch-1wd": -1, "decision-10wd": 10}
    moments = {kind: _morning(pack, working_days_from(day, count, pack.country)) for kind, count in counts.items()}
    moments["pitch-day"] = _morning_of(pack, around.pitch)
    return tuple(Planned(kind, moments[kind]) for kind in PITCH_KINDS)


def _morning(pack: Pack, day: date) -> datetime:
    return local(day, MORNING, pack.zone)


def _morning_of(pack: Pack, moment: datetime) -> datetime:
    """09.00 on the day of a deadline or a pitch; on a working day before it when that is a holiday or too late."""
    morning = _morning(pack, working_day_or_before(moment.date(), pack.country))
    return morning if morning < moment else _morning(pack, working_days_from(moment.date(), -1, pack.country))


def _reminder(proposal: Proposal, rung: Planned, around: Round) -> Reminder:
    about = counted_to(rung.kind, around)
    return Reminder(
        key=f"{proposal.id}:{rung.kind}:{about:%Y%m%dT%H%M}",
        chat=proposal.chat,
        kind=rung.kind,
        subject=proposal.id,
        due=rung.at.astimezone(UTC),
        wall=wall_time(rung.at),
        about=wall_time(about),
    )
