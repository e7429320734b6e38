"""A clock to practise a pitch with: it speaks up when 5, 2 and 1 minutes are left, and when the time is out (V18).

Whoever has said of which parts the pitch consists hears also when each begins.

What it says are reminders that are due at seconds. After a restart those come whose time is still ahead; one that is
late says nothing, for it would say what is not so.
"""

from collections.abc import Iterable
from datetime import timedelta

from dialogs.conversation.effects import PlanReminders, SettleReminders
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn, also
from dialogs.deadlines.calls.news import PRACTISE
from dialogs.pitch.laying_out import minutes_of
from dialogs.pitch.outline import parts
from dialogs.records.proposal import PitchPart, Proposal
from dialogs.records.reminder import Reminder
from knowledge.answers.kinds.plan.pitch import MOST_MINUTES

TIMER = "pitch-timer"
PART = "part"
"""How it begins what a row is about that tells of a part: its place from 0 and the proposal stand behind."""
START, STOP = PRACTISE, "pitch.timer_stop"
"""The verbs: begin, with the proposal that is practised, and stop."""
LEFT = (5, 2, 1, 0)
"""In minutes: when it speaks up. At five half of a pitch is over, at two comes the end, at one the last sentence."""
LATE = timedelta(seconds=20)
"""What comes later than this would mislead whoever speaks by it: a third of the last minute."""


Spoken = tuple[int, PitchPart, float]
"""A part: its place from 0, itself, after how many minutes it begins."""


def start(turn: Turn, proposal_id: str) -> Outcome:
    """Let the clock run from now, for as many minutes as the pitch has. One that runs begins anew."""
    proposal = turn.proposal_by_id(proposal_id)
    pack = turn.pack_of(proposal) if proposal else turn.home
    last = pack.last_round()
    minutes = parts.most_minutes(turn, proposal) if proposal else minutes_of(last) if last else MOST_MINUTES
    spoken = _spoken(turn, proposal, minutes)
    left = tuple(item for item in LEFT if item < minutes)
    until = (turn.now + timedelta(minutes=minutes)).astimezone(pack.zone)
    told = {"minutes": minutes, "left": list(left[:-1]), "until": until, "place": turn.words(pack.place_time)}
    first = parts.label(turn, spoken[0][1]) if spoken else ""
    offers = (turn.offer("pitch.timer_stop", STOP, proposal_id),)
    reply = Reply(turn.say("pitch.timer_started", **told, first=first), offers, about=proposal_id or TIMER)
    rows = (
        *(_row(turn, minutes - item, str(item)) for item in left),
        *(_row(turn, begin, f"{PART}{place} {proposal_id}") for place, _, begin in spoken[1:]),
    )
    return Outcome(turn.session.but(pushed=offers), (reply,), (PlanReminders(_subject(turn), rows),))


def stop(turn: Turn, proposal_id: str) -> Outcome:
    """Stop the clock; nothing more comes of it."""
    offers = (turn.offer("pitch.timer_again", START, proposal_id),)
    reply = Reply(turn.say("pitch.timer_stopped"), offers, about=proposal_id or TIMER)
    return Outcome(turn.session.but(pushed=offers), (reply,), (PlanReminders(_subject(turn), ()),))


def parted(waiting: Iterable[Reminder]) -> tuple[tuple[Reminder, ...], tuple[Reminder, ...]]:
    """Part what is due: what the clock says, and everything else."""
    listed = tuple(waiting)
    return tuple(item for item in listed if item.kind == TIMER), tuple(item for item in listed if item.kind != TIMER)


def due(turn: Turn, waiting: tuple[Reminder, ...]) -> Outcome:
    """Say how much is left, unless that is not so any more."""
    if not waiting:
        return Outcome(turn.session)
    timely = [item for item in waiting if turn.now - item.due <= LATE]
    outcomes = {item.key: "say" if item in timely else "far_too_late" for item in waiting}
    lines = [line for item in sorted(timely, key=_is_part) if (line := _words(turn, item.about))]
    replies = (Reply("\n".join(lines), key=f"reminder:{timely[-1].key}"),) if lines else ()
    return also(Outcome(turn.session, replies), SettleReminders(outcomes))


def _spoken(turn: Turn, proposal: Proposal | None, most: int) -> list[Spoken]:
    """The parts that begin while the clock runs, in their order; none where nobody has said any."""
    known = parts.own_parts(turn, proposal) if proposal is not None else ()
    begun = enumerate(zip(known, parts.begins(known), strict=True))
    return [(place, part, begin) for place, (part, begin) in begun if part.minutes and begin < most]


def _is_part(item: Reminder) -> bool:
    return item.about.startswith(PART)


def _words(turn: Turn, about: str) -> str:
    """What is said of the minutes that are left, or of the part that begins; empty if there is no such part now."""
    if not about.startswith(PART):
        return turn.say("pitch.timer_left", left=int(about)) if int(about) else turn.say("pitch.timer_over")
    place, _, name = about.removeprefix(PART).partition(" ")
    proposal = turn.proposal_by_id(name)
    known = parts.own_parts(turn, proposal) if proposal is not None else ()
    if int(place) >= len(known):
        return ""
    part = known[int(place)]
    return turn.say(
        "pitch.timer_part", name=parts.label(turn, part), minutes=part.minutes, written=parts.figure(part.minutes)
    )


def _row(turn: Turn, after: float, about: str) -> Reminder:
    """What is said so many minutes after the clock began."""
    due = turn.now + timedelta(minutes=after)
    chat = turn.session.chat
    key = f"{TIMER}:{chat}:{turn.now:%Y%m%dT%H%M%S%f}:{about.partition(' ')[0]}"
    return Reminder(key, chat, TIMER, _subject(turn), due, about=about)


def _subject(turn: Turn) -> str:
    return f"{TIMER}-{turn.session.chat}"
