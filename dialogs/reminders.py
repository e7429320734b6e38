"""The reminder plan of a proposal, and what is said when a reminder's time has come.

Times are wall times of the municipality: 09.00 on working days, moved earlier over a holiday. Whether a reminder is
still useful, and whether it is night, is judged in `timely.py` when it is due.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from dialogs.effects import Effect, PlanReminders, PostponeReminders
from dialogs.form import as_it_stands, missing, title
from dialogs.replies import Offer, Reply
from dialogs.session import Outcome
from dialogs.timely import (
    DRAFT_KINDS,
    PITCH_KINDS,
    RECEIPT,
    STALE_AFTER,
    Matter,
    Verdict,
    counted_to,
    matter,
    next_morning,
    verdicts,
    wall_time,
)
from dialogs.turn import Turn
from dialogs.values import Proposal, Reminder
from knowledge.calendar import MORNING, local, working_day_or_before, working_days_from
from knowledge.pack import Pack, Round

HOUR = timedelta(hours=1)
About = tuple[Reminder, Matter]


@dataclass(frozen=True, slots=True)
class Planned:
    """One rung of the plan: its kind and its wall time."""

    kind: str
    at: datetime


def plan(pack: Pack, proposal: Proposal, now: datetime) -> tuple[Reminder, ...]:
    """Return the reminders that a proposal wants: of the draft until both documents are sent, then receipt and pitch.

    `now` is aware. What came due lately is in it too, so that a reminder which the bot slept through or put off to the
    morning survives a change of the draft; one that was said stays said. Nothing is planned for a round that is not
    open and was not met.
    """
    around = next((item for item in pack.rounds if item.id == proposal.round), None)
    if around is None or not (proposal.sent_at or around.is_open(min(now, around.deadline))):
        return ()
    rungs = _after_sending(pack, around) if proposal.sent_at else _before_deadline(pack, around)
    since = max(proposal.sent_at or proposal.created_at or now, now - STALE_AFTER)
    return tuple(_reminder(proposal, rung, around) for rung in rungs if rung.at > since)


def due(turn: Turn, waiting: tuple[Reminder, ...]) -> Outcome:
    """Say what is due and still useful, as one message, and let the night's reminders wait for the morning.

    The place in the dialog is not touched.
    """
    judged = verdicts(turn, waiting)
    later = _put_off(turn, _those(turn, judged, Verdict.WAIT))
    anew = _planned_anew(turn, _those(turn, judged, Verdict.MOVED))
    return _said(turn, _those(turn, judged, Verdict.SAY)).but(effects=(*later, *anew))


def mute(turn: Turn, _argument: str) -> Outcome:
    """Stop the reminders of this chat, and say how to get them back."""
    muted = () if "all" in turn.session.muted else ("all",)
    return turn.at(muted=muted, pushed=()).aside(turn.say("reminders.muted" if muted else "reminders.unmuted"))


def _those(turn: Turn, judged: dict[Reminder, Verdict], wanted: Verdict) -> list[About]:
    pairs = [(reminder, matter(turn, reminder)) for reminder, verdict in judged.items() if verdict is wanted]
    return [(reminder, about) for reminder, about in pairs if about]


def _said(turn: Turn, useful: list[About]) -> Outcome:
    if not useful:
        return Outcome(turn.session)
    first, _ = useful[0]
    offers = _offers(turn, first)
    body = "\n\n".join(dict.fromkeys(_text(turn, reminder, about) for reminder, about in useful))
    text = f"{body}\n\n{turn.say('reminders.stop')}"
    reply = Reply(text, offers, about=first.subject, key=f"reminder:{first.key}")
    return Outcome(turn.session.but(pushed=offers), (reply,))


def _put_off(turn: Turn, asleep: list[About]) -> tuple[Effect, ...]:
    later = [reminder.but(due=next_morning(turn.now, about.pack.zone)) for reminder, about in asleep]
    return (PostponeReminders(tuple(later)),) if later else ()


def _planned_anew(turn: Turn, moved: list[About]) -> tuple[Effect, ...]:
    proposals = {about.proposal.id: about for _, about in moved}
    return tuple(PlanReminders(name, plan(about.pack, about.proposal, turn.now)) for name, about in proposals.items())


def _before_deadline(pack: Pack, around: Round) -> tuple[Planned, ...]:
    last, country = around.deadline, pack.country
    day = last.date()
    back = {"draft-10wd": -10, "draft-5wd": -5, "draft-2wd": -2}
    return (
        Planned("draft-21d", _morning(pack, working_day_or_before(day - timedelta(days=21), country))),
        *(Planned(kind, _morning(pack, working_days_from(day, count, country))) for kind, count in back.items()),
        Planned("draft-day", _morning(pack, day)),
        Planned("draft-3h", last - timedelta(hours=3)),
    )


def _after_sending(pack: Pack, around: Round) -> tuple[Planned, ...]:
    country = pack.country
    receipt = Planned(RECEIPT, _morning(pack, working_days_from(around.deadline.date(), 1, country)))
    if around.pitch is None:
        return (receipt,)
    day = around.pitch.date()
    counts = {"pitch-5wd": -5, "pitch-1wd": -1, "decision-10wd": 10}
    moments = {kind: working_days_from(day, count, country) for kind, count in counts.items()} | {"pitch-day": day}
    return (receipt, *(Planned(kind, _morning(pack, moments[kind])) for kind in PITCH_KINDS))


def _morning(pack: Pack, day: date) -> datetime:
    return local(day, MORNING, pack.zone)


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


def _text(turn: Turn, reminder: Reminder, about: Matter) -> str:
    """The words of a reminder. They stay true when it comes later than planned."""
    pack, around, proposal = about.pack, about.around, about.proposal
    counted = counted_to(reminder.kind, around)
    if reminder.kind in DRAFT_KINDS and turn.now > counted:
        return turn.say("reminders.late")
    return turn.say(
        f"reminders.{reminder.kind.replace('-', '_')}",
        title=title(turn, proposal),
        deadline=around.deadline,
        pitch=around.pitch or around.deadline,
        minutes=around.pitch_minutes,
        place=turn.words(pack.place_time),
        left=[turn.words(field.label) for field in missing(pack, as_it_stands(pack, proposal))][:6],
        days=(counted.date() - turn.now.astimezone(pack.zone).date()).days,
        hours=round((counted - turn.now) / HOUR),
    )


def _offers(turn: Turn, reminder: Reminder) -> tuple[Offer, ...]:
    stop = turn.offer("reminders.no_more", "mute")
    if reminder.kind in DRAFT_KINDS:
        return (
            turn.offer("reminders.continue", "proposal.resume", reminder.subject),
            turn.offer("papers.both_sent", "papers.sent", reminder.subject),
            stop,
        )
    if reminder.kind == RECEIPT:
        return (
            turn.offer("papers.receipt_yes", "papers.receipt", reminder.subject),
            turn.offer("papers.receipt_no", "papers.no_receipt"),
            stop,
        )
    return (turn.offer("reminders.open", "proposal.resume", reminder.subject), stop)
