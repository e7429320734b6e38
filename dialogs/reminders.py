"""The reminder plan of a proposal, and what is said when a reminder's time has come.

Times are wall times of the municipality: 09.00 on working days, moved earlier over a holiday. Whether a reminder is
still useful is decided when it is due, not when it was planned.
"""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from dialogs.form import missing, title
from dialogs.replies import Offer, Reply
from dialogs.session import Outcome
from dialogs.turn import Turn
from dialogs.values import Proposal, Reminder
from knowledge.calendar import MORNING, local, working_day_or_before, working_days_from
from knowledge.pack import Pack, Round

DRAFT_KINDS = ("draft-21d", "draft-10wd", "draft-5wd", "draft-2wd", "draft-day", "draft-3h")
PITCH_KINDS = ("pitch-5wd", "pitch-1wd", "pitch-day", "decision-10wd")
RECEIPT = "receipt-1wd"
STALE_AFTER = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Planned:
    """One rung of the plan: its kind and its wall time."""

    kind: str
    at: datetime


def plan(pack: Pack, proposal: Proposal, now: datetime) -> tuple[Reminder, ...]:
    """Return the reminders that lie ahead: of the draft until both documents are sent, then of receipt and pitch.

    `now` is aware. Nothing is planned for a round that is not open and was not met.
    """
    around = next((item for item in pack.rounds if item.id == proposal.round), None)
    if around is None:
        return ()
    rungs = _after_sending(pack, around) if proposal.sent_at else _before_deadline(pack, around)
    if proposal.sent_at is None and not around.is_open(now):
        return ()
    return tuple(_reminder(proposal, rung, around) for rung in rungs if rung.at > now)


def due(turn: Turn, waiting: tuple[Reminder, ...]) -> Outcome:
    """Say what is due and still useful, as one message; the place in the dialog is not touched."""
    useful = [(item, text) for item in waiting if (text := _text(turn, item))]
    if not useful:
        return Outcome(turn.session)
    offers = _offers(turn, useful[0][0])
    body = "\n\n".join(dict.fromkeys(text for _, text in useful))
    reply = Reply(
        f"{body}\n\n{turn.say('reminders.stop')}",
        offers,
        about=useful[0][0].subject,
        key=f"reminder:{useful[0][0].key}",
    )
    return Outcome(replace(turn.session, pushed=offers), (reply,))


def mute(turn: Turn, _argument: str) -> Outcome:
    """Stop the reminders of this chat, and say how to get them back."""
    muted = () if "all" in turn.session.muted else ("all",)
    return turn.at(muted=muted, pushed=()).aside(turn.say("reminders.muted" if muted else "reminders.unmuted"))


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
    about = around.pitch if rung.kind in PITCH_KINDS and around.pitch else around.deadline
    return Reminder(
        key=f"{proposal.id}:{rung.kind}:{about:%Y%m%dT%H%M}",
        chat=proposal.chat,
        kind=rung.kind,
        subject=proposal.id,
        due=rung.at.astimezone(UTC),
        wall=rung.at.replace(tzinfo=None).isoformat(timespec="minutes"),
        about=about.replace(tzinfo=None).isoformat(timespec="minutes"),
    )


def _text(turn: Turn, reminder: Reminder) -> str:
    """The words of a reminder, or none when it is no longer useful: done, muted, dropped, or far too late."""
    proposal = next((item for item in turn.snapshot.proposals if item.id == reminder.subject), None)
    if proposal is None or "all" in turn.session.muted or turn.now - reminder.due > STALE_AFTER:
        return ""
    pack = turn.world.packs.get(proposal.municipality)
    around = next((item for item in pack.rounds if item.id == proposal.round), None) if pack else None
    if pack is None or around is None or not _wanted(reminder, proposal):
        return ""
    if reminder.kind in DRAFT_KINDS and turn.now > around.deadline:
        return turn.say("reminders.late")
    return _worded(turn, pack, around, proposal, reminder)


def _wanted(reminder: Reminder, proposal: Proposal) -> bool:
    if reminder.kind in DRAFT_KINDS:
        return proposal.sent_at is None
    if reminder.kind == RECEIPT:
        return proposal.sent_at is not None and proposal.receipt_at is None
    return proposal.sent_at is not None


def _worded(turn: Turn, pack: Pack, around: Round, proposal: Proposal, reminder: Reminder) -> str:
    return turn.say(
        f"reminders.{reminder.kind.replace('-', '_')}",
        title=title(turn, proposal),
        deadline=around.deadline,
        pitch=around.pitch or around.deadline,
        minutes=around.pitch_minutes,
        place=turn.words(pack.place_time),
        left=[turn.words(field.label) for field in missing(pack, proposal)][:6],
        days=(around.deadline.date() - turn.now.astimezone(pack.zone).date()).days,
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
