"""The reminder plan of a proposal, and what is said when a reminder's time has come.

Times are wall times of the municipality: 09.00 on working days, moved earlier over a holiday or a night. Whether a
reminder is still useful is judged in `timely.py` when it is due.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from dialogs import statements
from dialogs.effects import Effect, PlanReminders, PostponeReminders
from dialogs.form import title
from dialogs.replies import Offer, Reply
from dialogs.session import Outcome
from dialogs.statements import Sending
from dialogs.timely import (
    DRAFT_KINDS,
    PITCH_KINDS,
    RECEIPT,
    Matter,
    Verdict,
    counted_to,
    is_stale,
    matter,
    next_morning,
    verdicts,
    wall_time,
)
from dialogs.turn import Turn
from dialogs.values import Proposal, Reminder
from knowledge.calendar import (
    MORNING,
    is_working_day,
    local,
    reached_at_or_before,
    working_day_or_before,
    working_days_from,
)
from knowledge.municipality.pack import Pack, Round

HOUR = timedelta(hours=1)
About = tuple[Reminder, Matter]


@dataclass(frozen=True, slots=True)
class Planned:
    """One rung of the plan: its kind and its wall time."""

    kind: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Part:
    """What a message of several reminders says of one of them, and its buttons. Whoever asks something comes first."""

    text: str
    offers: tuple[Offer, ...]
    asks: bool


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


def due(turn: Turn, waiting: tuple[Reminder, ...]) -> Outcome:
    """Say what is due and still useful, as one message, and let the night's reminders wait for the morning.

    The place in the dialog is not touched.
    """
    judged = verdicts(turn, waiting)
    later = _put_off(turn, _those(turn, judged, Verdict.WAIT))
    anew = _planned_anew(turn, _those(turn, judged, Verdict.MOVED))
    return _said(turn, _those(turn, judged, Verdict.SAY)).but(effects=(*later, *anew))


def _those(turn: Turn, judged: dict[Reminder, Verdict], wanted: Verdict) -> list[About]:
    pairs = [(reminder, matter(turn, reminder)) for reminder, verdict in judged.items() if verdict is wanted]
    return [(reminder, about) for reminder, about in pairs if about]


def _said(turn: Turn, useful: list[About]) -> Outcome:
    if not useful:
        return Outcome(turn.session)
    first, _ = useful[0]
    several = len({reminder.subject for reminder, _ in useful}) > 1
    parts = sorted((_part(turn, *one, several=several) for one in useful), key=lambda part: not part.asks)
    body = "\n\n".join(dict.fromkeys(part.text for part in parts))
    offers = tuple(dict.fromkeys(offer for part in parts for offer in part.offers))
    offers = (*offers, turn.offer("reminders.no_more", "mute"))
    reply = Reply(f"{body}\n\n{turn.say('reminders.stop')}", offers, about=first.subject, key=f"reminder:{first.key}")
    return Outcome(turn.session.but(pushed=offers, reminded=turn.session.revision), (reply,))


def _put_off(turn: Turn, asleep: list[About]) -> tuple[Effect, ...]:
    later = [reminder.but(due=next_morning(turn.now, about.pack)) for reminder, about in asleep]
    return (PostponeReminders(tuple(later)),) if later else ()


def _planned_anew(turn: Turn, moved: list[About]) -> tuple[Effect, ...]:
    proposals = {about.proposal.id: about for _, about in moved}
    return tuple(PlanReminders(name, plan(about.pack, about.proposal, turn.now)) for name, about in proposals.items())


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
    back = {"draft-10wd": -10, "draft-5wd": -5, "draft-2wd": -2}
    return (
        Planned("draft-21d", _morning(pack, working_day_or_before(day - timedelta(days=21), country))),
        *(Planned(kind, _morning(pack, working_days_from(day, count, country))) for kind, count in back.items()),
        Planned("draft-day", _morning_of(pack, last)),
        Planned("draft-3h", reached_at_or_before(last - timedelta(hours=3), country)),
    )


def _receipt(pack: Pack, around: Round) -> Planned:
    return Planned(RECEIPT, _morning(pack, working_days_from(around.deadline.date(), 1, pack.country)))


def _of_the_pitch(pack: Pack, around: Round) -> tuple[Planned, ...]:
    if around.pitch is None:
        return ()
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


def _part(turn: Turn, reminder: Reminder, about: Matter, *, several: bool) -> Part:
    asks = _asks(turn.now, reminder, about)
    wanted = _wanted(reminder, about, asks=asks)
    name = statements.named(turn, about.proposal) if several else ""
    offers = tuple(
        turn.offer("reminders.button", verb, reminder.subject, words=turn.plain(key), title=name)
        for key, verb in wanted
    )
    return Part(_text(turn, reminder, about), offers, asks)


def _asks(now: datetime, reminder: Reminder, about: Matter) -> bool:
    """Whether a reminder puts a question: once the last day is over, how it went."""
    return reminder.kind == RECEIPT or (reminder.kind in DRAFT_KINDS and now > about.around.deadline)


def _wanted(reminder: Reminder, about: Matter, *, asks: bool) -> tuple[tuple[str, str], ...]:
    """The buttons of one reminder: their words and what they do."""
    if asks and about.sending is Sending.SENT:
        return ("papers.receipt_yes", "papers.receipt"), ("papers.receipt_no", "papers.no_receipt")
    if asks:
        return ("papers.in_time", "sent.in_time"), ("papers.missed", "sent.missed")
    if reminder.kind in DRAFT_KINDS:
        return ("reminders.continue", "proposal.resume"), ("papers.both_sent", "papers.sent")
    return (("reminders.open", "proposal.resume"),)


def _text(turn: Turn, reminder: Reminder, about: Matter) -> str:
    """The words of a reminder. They stay true when it comes earlier or later than was planned."""
    pack, around, proposal = about.pack, about.around, about.proposal
    counted = counted_to(reminder.kind, around)
    late = about.sending is Sending.NOT_SENT and _asks(turn.now, reminder, about)
    return turn.say(
        "reminders.late" if late else f"reminders.{reminder.kind.replace('-', '_')}",
        title=title(turn, proposal),
        deadline=around.deadline,
        pitch=around.pitch or around.deadline,
        minutes=around.pitch_minutes,
        place=turn.words(pack.place_time),
        closed=not is_working_day(around.deadline.date(), pack.country),
        left=statements.about_left(turn, pack, proposal),
        days=(counted.date() - turn.now.astimezone(pack.zone).date()).days,
        hours=round((counted - turn.now) / HOUR),
    )
