"""Whether a due reminder is said, waits for the morning, or is dropped, and for which reason.

Judged when it is due, not when it was planned: by then the person may have acted, the municipality may have moved a
date, and Lots may have been away for weeks. People are reminded between 08.00 and 20.00 on the municipality's clock.
What would come at night waits for the next 08.00, unless the date it counts down to comes no later than that: then it
is said at once, because whoever still works at night can use it, and in the morning nobody could.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from dialogs.turn import Turn
from dialogs.values import Proposal, Reminder
from knowledge.calendar import local
from knowledge.pack import Pack, Round

WAKING_FROM, WAKING_UNTIL = time(8), time(20)
STALE_AFTER = timedelta(days=2)
DRAFT_KINDS = ("draft-21d", "draft-10wd", "draft-5wd", "draft-2wd", "draft-day", "draft-3h")
PITCH_KINDS = ("pitch-5wd", "pitch-1wd", "pitch-day", "decision-10wd")
RECEIPT = "receipt-1wd"


class Verdict(StrEnum):
    """What becomes of a due reminder. All but the first two drop it, for the reason they name."""

    SAY = "it is said"
    WAIT = "it is night: it comes again at 08.00"
    GONE = "its proposal or its round is no more"
    MUTED = "the chat wants no reminders"
    DONE = "what it asks for is done"
    MOVED = "the date it counts down to was moved: the proposal is planned anew"
    FAR_TOO_LATE = "its time was more than two days ago"
    CLOSED = "the round is not open any more, though its last day is ahead"
    OVER = "the pitch has begun"
    OVERTAKEN = "a later reminder of the same countdown is due as well"


@dataclass(frozen=True, slots=True)
class Matter:
    """What a reminder is about, as it stands now."""

    pack: Pack
    around: Round
    proposal: Proposal


def verdicts(turn: Turn, waiting: Sequence[Reminder]) -> dict[Reminder, Verdict]:
    """Judge the reminders of one chat that are due together. Each gets one verdict; their order stays."""
    judged = {reminder: _verdict(turn, reminder) for reminder in waiting}
    alive = [reminder for reminder, verdict in judged.items() if verdict in (Verdict.SAY, Verdict.WAIT)]
    last = {_countdown(reminder): reminder for reminder in sorted(alive, key=lambda item: item.wall)}
    overtaken = {reminder: Verdict.OVERTAKEN for reminder in alive if last[_countdown(reminder)] != reminder}
    return judged | overtaken


def matter(turn: Turn, reminder: Reminder) -> Matter | None:
    """Return what a reminder is about, None if its proposal, its municipality or its round is no more."""
    proposal = next((item for item in turn.snapshot.proposals if item.id == reminder.subject), None)
    pack = turn.world.packs.get(proposal.municipality) if proposal else None
    around = next((item for item in pack.rounds if item.id == proposal.round), None) if pack and proposal else None
    return Matter(pack, around, proposal) if pack and around and proposal else None


def counted_to(kind: str, around: Round) -> datetime:
    """Return the deadline or the pitch that a kind of reminder counts down to, in the municipality's zone."""
    return around.pitch if kind in PITCH_KINDS and around.pitch else around.deadline


def wall_time(moment: datetime) -> str:
    """Return what a clock on the wall shows, as it is stored with a reminder."""
    return moment.replace(tzinfo=None).isoformat(timespec="minutes")


def next_morning(now: datetime, zone: ZoneInfo) -> datetime:
    """Return the first 08.00 of a zone's clock after an aware instant, in UTC."""
    here = now.astimezone(zone)
    day = here.date() if here.time() < WAKING_FROM else here.date() + timedelta(days=1)
    return local(day, WAKING_FROM, zone).astimezone(UTC)


def _verdict(turn: Turn, reminder: Reminder) -> Verdict:
    about = matter(turn, reminder)
    if about is None:
        return Verdict.GONE
    if "all" in turn.session.muted:
        return Verdict.MUTED
    if _done(reminder, about.proposal):
        return Verdict.DONE
    return _of_its_time(turn.now, reminder, about)


def _of_its_time(now: datetime, reminder: Reminder, about: Matter) -> Verdict:
    counted, zone = counted_to(reminder.kind, about.around), about.pack.zone
    if reminder.about != wall_time(counted):
        return Verdict.MOVED
    # Reckoned from the wall time it was planned for: `due` is another each time it was put off.
    if now - datetime.fromisoformat(reminder.wall).replace(tzinfo=zone).astimezone(UTC) > STALE_AFTER:
        return Verdict.FAR_TOO_LATE
    if reminder.kind in DRAFT_KINDS and now <= counted and not about.around.is_open(now):
        return Verdict.CLOSED
    if _countdown(reminder)[1] == "pitch" and now > counted:
        return Verdict.OVER
    awake = WAKING_FROM <= now.astimezone(zone).time() < WAKING_UNTIL
    last_call = now <= counted <= next_morning(now, zone)
    return Verdict.SAY if awake or last_call else Verdict.WAIT


def _done(reminder: Reminder, proposal: Proposal) -> bool:
    if reminder.kind in DRAFT_KINDS:
        return proposal.sent_at is not None
    return proposal.sent_at is None or (reminder.kind == RECEIPT and proposal.receipt_at is not None)


def _countdown(reminder: Reminder) -> tuple[str, str]:
    """Whose countdown a reminder belongs to, and which: draft, receipt, pitch or decision."""
    return reminder.subject, reminder.kind.partition("-")[0]
