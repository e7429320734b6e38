"""When an office is to answer a question about a case: its day, the one reminder before it, and the way back after it.

The reminders are rows of their own, with the question as their subject: one for the chat of the office, one for the
desk. Whether they are still true is judged when they are due.
"""

from datetime import date, datetime, time

from dialogs.conversation.effects import PlanReminders
from dialogs.conversation.turn import Turn
from dialogs.deadlines.case_ladder import ANSWER_WORKING_DAYS
from dialogs.records.case import Case
from dialogs.records.offices.inquiries import waits
from dialogs.records.offices.inquiry import Inquiry
from dialogs.records.reminder import Reminder, coming_at
from knowledge.calendar import MORNING, local, working_days_from
from knowledge.municipality.pack import Pack

REMINDED, SILENT = "office-before-1wd", "office-silent"
"""The kinds: the reminder to the office, and the time at which its question goes back to the desk."""
PREFIX = "office-"
CLOSING = time(16)
"""Until when an office may answer on its day, on the municipality's clock: offices close then, and the desk can still
act."""
DEFAULT_WORKING_DAYS = ANSWER_WORKING_DAYS
"""Within so many working days an office is asked to answer, as many as the association is promised: chosen for the city
to confirm."""
WORKING_DAYS = (1, 2, 3, DEFAULT_WORKING_DAYS, 10)
"""What a navigator may choose from: from tomorrow to two weeks ahead."""


def day_within(now: datetime, working_days: int, pack: Pack) -> date:
    """Return the day so many working days after an aware instant, on the municipality's calendar."""
    return working_days_from(now.astimezone(pack.zone).date(), working_days, pack.country)


def until(inquiry_due: str, pack: Pack) -> datetime:
    """Return the local moment until which an office may answer on its day (ISO date)."""
    return local(date.fromisoformat(inquiry_due), CLOSING, pack.zone)


def planned(case: Case, number: int, pack: Pack, office: int, desk: int) -> PlanReminders:
    """Return what lets exactly the reminders of one question wait. `office` and `desk` are the chats, 0 for nowhere."""
    inquiry = case.inquiries[number]
    rungs = _rungs(inquiry, pack, office, desk) if waits(inquiry) else ()
    subject = subject_of(case.reference, number)
    return PlanReminders(subject, tuple(_reminder(subject, inquiry, *rung) for rung in rungs))


def planned_of(turn: Turn, case: Case) -> tuple[PlanReminders, ...]:
    """Return the plans of all questions of a case that wait, as when its desk or an office can be reached again."""
    pack, desk = turn.world.packs[case.municipality], turn.desk_of(case.municipality)
    chats = {office: known.chat for office, known in turn.snapshot.offices.items()}
    return tuple(
        planned(case, number, pack, chats.get(inquiry.office, desk), desk)
        for number, inquiry in enumerate(case.inquiries)
        if waits(inquiry)
    )


def subject_of(reference: str, number: int) -> str:
    """Return what the reminders of a question are about."""
    return f"{reference}:{number}"


def number_of(reminder: Reminder) -> tuple[str, int]:
    """Return the case and the number of the question that a reminder is about."""
    reference, _, number = reminder.subject.partition(":")
    return reference, int(number)


def _rungs(inquiry: Inquiry, pack: Pack, office: int, desk: int) -> tuple[tuple[str, int, datetime], ...]:
    """Kind, chat and local moment of each. Nobody is reminded on the day on which they were asked, or before it."""
    morning = local(working_days_from(date.fromisoformat(inquiry.due), -1, pack.country), MORNING, pack.zone)
    later = morning.date() > inquiry.asked_at.astimezone(pack.zone).date()
    reminded = ((REMINDED, office, morning),) if later and office else ()
    return (*reminded, *(((SILENT, desk, until(inquiry.due, pack)),) if desk else ()))


def _reminder(subject: str, inquiry: Inquiry, kind: str, chat: int, at: datetime) -> Reminder:
    return coming_at(at, f"{subject}:{kind}", chat, kind, subject, inquiry.due)
