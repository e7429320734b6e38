"""The two mornings of an absence: when it begins, and when the navigator is back. Rows like all other reminders."""

from datetime import date

from dialogs.conversation.effects import PlanReminders
from dialogs.records.reminder import Reminder, coming_at
from dialogs.records.staff.desk import Absence
from knowledge.calendar import WAKING_FROM, local, working_days_from
from knowledge.municipality.pack import Pack

AWAY, BACK = "desk-away", "desk-back"
"""A navigator is away from today on, and is back today."""


def planned(pack: Pack, chat: int, user: int, absence: Absence | None, today: date) -> PlanReminders:
    """Return the effect that lets exactly the mornings wait which an absence has; none without one.

    The first is told only if it lies ahead: of an absence that begins today all hear at once.
    """
    subject = f"away-{pack.id}-{user}"
    if absence is None or not chat:
        return PlanReminders(subject, ())
    first = working_days_from(absence.first_day, 0, pack.country)
    back = working_days_from(absence.last_day, 1, pack.country)
    days = {AWAY: first} if today < first <= absence.last_day else {}
    return PlanReminders(
        subject,
        tuple(_reminder(pack, chat, subject, kind, day, absence) for kind, day in {**days, BACK: back}.items()),
    )


def user_of(reminder: Reminder) -> int:
    """Return whose absence a reminder is about."""
    return int(reminder.subject.rpartition("-")[2])


def _reminder(pack: Pack, chat: int, subject: str, kind: str, day: date, absence: Absence) -> Reminder:
    about = f"{absence.first}/{absence.last}"
    at = local(day, WAKING_FROM, pack.zone)
    return coming_at(at, f"{subject}:{kind}:{about}", chat, kind, subject, about)
