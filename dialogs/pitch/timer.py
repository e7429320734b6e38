"""A clock to practise a pitch with: it speaks up when 5, 2 and 1 minutes are left, and when the time is out (V18).

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
from dialogs.records.reminder import Reminder
from knowledge.answers.kinds.plan.pitch import MOST_MINUTES

TIMER = "pitch-timer"
START, STOP = PRACTISE, "pitch.timer_stop"
"""The verbs: begin, with the proposal that is practised, and stop."""
LEFT = (5, 2, 1, 0)
"""In minutes: when it speaks up. At five half of a pitch is over, at two comes the end, at one the last sentence."""
LATE = timedelta(seconds=20)
"""What comes later than this would mislead whoever speaks by it: a third of the last minute."""


def start(turn: Turn, proposal_id: str) -> Outcome:
    """Let the clock run from now, for as many minutes as the pitch has. One that runs begins anew."""
    proposal = turn.proposal_by_id(proposal_id)
    pack = turn.pack_of(proposal) if proposal else turn.home
    around = pack.round(proposal.round) if proposal else pack.last_round()
    minutes = (around.pitch_minutes if around else 0) or MOST_MINUTES
    left = tuple(item for item in LEFT if item < minutes)
    until = (turn.now + timedelta(minutes=minutes)).astimezone(pack.zone)
    told = {"minutes": minutes, "left": list(left[:-1]), "until": until, "place": turn.words(pack.place_time)}
    offers = (turn.offer("pitch.timer_stop", STOP, proposal_id),)
    reply = Reply(turn.say("pitch.timer_started", **told), offers, about=proposal_id or TIMER)
    rows = tuple(_row(turn, minutes, item) for item in left)
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
    replies = tuple(Reply(_words(turn, int(item.about)), key=f"reminder:{item.key}") for item in timely[-1:])
    return also(Outcome(turn.session, replies), SettleReminders(outcomes))


def _words(turn: Turn, left: int) -> str:
    return turn.say("pitch.timer_left", left=left) if left else turn.say("pitch.timer_over")


def _row(turn: Turn, minutes: int, left: int) -> Reminder:
    due = turn.now + timedelta(minutes=minutes - left)
    chat = turn.session.chat
    key = f"{TIMER}:{chat}:{turn.now:%Y%m%dT%H%M%S%f}:{left}"
    return Reminder(key, chat, TIMER, _subject(turn), due, about=str(left))


def _subject(turn: Turn) -> str:
    return f"{TIMER}-{turn.session.chat}"
