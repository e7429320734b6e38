"""The reminder of an association on the day by which its case is decided.

A row of its own for the chat of the case, at 09.00 on that day, or on the working day before. Whether it is still true
is judged from the case as it then stands. What the desk is reminded of is among the rows of its cases.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from dialogs.conversation.effects import Effect, EraseChat, PlanReminders, PostponeReminders, SettleReminders
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome
from dialogs.conversation.turn import Turn
from dialogs.deadlines import muting
from dialogs.deadlines.verdict import Verdict, is_stale, next_morning
from dialogs.records.case import Case
from dialogs.records.reminder import Reminder, coming_at
from knowledge.calendar import MORNING, local, people_are_reached, working_day_or_before

PREFIX = "decision-of-case"
"""The kind of these reminders."""


@dataclass(frozen=True, slots=True)
class Due:
    """A reminder that is still true, and its case."""

    reminder: Reminder
    case: Case


def subject_of(reference: str) -> str:
    """Return what the reminder of a case's decision is about."""
    return f"{reference}:decision"


def planned(turn: Turn, case: Case) -> PlanReminders:
    """Return what lets exactly the reminder wait that the day of a case wants."""
    pack, day = turn.pack_of(case), case.decision_by
    subject = subject_of(case.reference)
    if not day or not case.chat:
        return PlanReminders(subject, ())
    at = local(working_day_or_before(date.fromisoformat(day), pack.country), MORNING, pack.zone)
    key = f"{subject}:{day}"
    return PlanReminders(subject, (coming_at(at, key, case.chat, PREFIX, subject, day),) if at > turn.now else ())


def planned_again(turn: Turn, outcome: Outcome) -> Outcome:
    """Add to an answer these reminders, if it is the first sign of life of who had shut Lots out.

    `turn` is that of the event.
    """
    if not turn.session.away or any(isinstance(effect, EraseChat) for effect in outcome.effects):
        return outcome
    dated = [case for case in turn.snapshot.cases if case.decision_by and case.chat == turn.session.chat]
    return outcome.but(effects=(*outcome.effects, *(planned(turn, case) for case in dated)))


def parted(waiting: Sequence[Reminder]) -> tuple[tuple[Reminder, ...], tuple[Reminder, ...]]:
    """Return the reminders of such days, and all others."""
    own = tuple(item for item in waiting if item.kind == PREFIX)
    return own, tuple(item for item in waiting if item.kind != PREFIX)


def due(turn: Turn, waiting: Sequence[Reminder]) -> Outcome:
    """Say what is due and still true; at night it waits for the next morning of a working day."""
    judged = {item: _judged(turn, item) for item in waiting}
    still = [found for found in judged.values() if isinstance(found, Due)]
    later = [one for one in still if not _reached(turn, one.case)]
    said = [one for one in still if one not in later]
    asleep = {one.reminder: Verdict.WAIT for one in later}
    outcomes = {item: Verdict.SAY if isinstance(found, Due) else found for item, found in judged.items()} | asleep
    settled = SettleReminders({item.key: verdict.outcome for item, verdict in outcomes.items()})
    return _said(turn, said).but(effects=(*_put_off(turn, later), settled))


def _judged(turn: Turn, reminder: Reminder) -> Due | Verdict:
    """What a reminder is about, or why it is dropped: the day was moved, the case is decided, the chat wants none."""
    reference = reminder.subject.partition(":")[0]
    case = next((item for item in turn.snapshot.cases if item.reference == reference), None)
    if case is None or case.municipality not in turn.world.packs:
        return Verdict.GONE
    if case.decision_by != reminder.about:
        return Verdict.MOVED if case.decision_by else Verdict.DONE
    if muting.is_stopped(turn.session, muting.PITCH):
        return Verdict.MUTED
    late = is_stale(datetime.fromisoformat(reminder.wall), turn.now, turn.pack_of(case))
    return Verdict.FAR_TOO_LATE if late else Due(reminder, case)


def _reached(turn: Turn, case: Case) -> bool:
    pack = turn.pack_of(case)
    return people_are_reached(turn.now.astimezone(pack.zone), pack.country)


def _put_off(turn: Turn, later: Sequence[Due]) -> tuple[Effect, ...]:
    rows = tuple(one.reminder.but(due=next_morning(turn.now, turn.pack_of(one.case))) for one in later)
    return (PostponeReminders(rows),) if rows else ()


def _said(turn: Turn, said: Sequence[Due]) -> Outcome:
    if not said:
        return Outcome(turn.session)
    several = len(said) > 1
    shows = (
        turn.offer("cases.open" if several else "cases.show", "case", one.case.reference, reference=one.case.reference)
        for one in said
    )
    offers = (*shows, turn.offer("reminders.no_more", "mute"))
    body = "\n\n".join((*(_text(turn, one) for one in said), turn.say("reminders.stop")))
    first = said[0]
    reply = Reply(body, offers, about=first.case.reference, key=f"reminder:{first.reminder.key}")
    return Outcome(turn.session.but(pushed=offers, reminded=turn.session.revision), (reply,))


def _text(turn: Turn, one: Due) -> str:
    day, today = date.fromisoformat(one.case.decision_by), turn.now.astimezone(turn.pack_of(one.case).zone).date()
    return turn.say("reminders.decision_day", title=one.case.title, counted=day, days=(day - today).days)
