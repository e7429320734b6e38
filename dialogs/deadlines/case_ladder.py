"""The ladder of a case: what a staff group is reminded of until the association has its answer.

The reminders are rows like those of a proposal, with the case as their subject.
"""

from datetime import UTC, date, datetime

from dialogs.conversation import statements
from dialogs.conversation.effects import Effect, PlanReminders
from dialogs.conversation.turn import Turn
from dialogs.deadlines.verdict import wall_time
from dialogs.records.case import Case
from dialogs.records.reminder import Reminder
from knowledge.calendar import MORNING, local, working_days_from
from knowledge.municipality.pack import Pack

PREFIX = "desk-"
UNTAKEN = "desk-untaken-2wd"
ANSWER_WORKING_DAYS = 5
"""Within so many working days an association is promised an answer: chosen for the city to confirm, a week."""
UNTAKEN_WORKING_DAYS, UNANSWERED_WORKING_DAYS = 2, 5
"""After so many working days a staff group is told that nobody has taken a case, and that nobody has answered it.
Chosen for the city to confirm; the second is the day that was promised."""


def promised_day(turn: Turn, pack: Pack) -> str:
    """The day by which an association that writes now gets an answer, as an ISO date."""
    today = turn.now.astimezone(pack.zone).date()
    return working_days_from(today, ANSWER_WORKING_DAYS, pack.country).isoformat()


def is_for_the_desk(waiting: tuple[Reminder, ...]) -> bool:
    """Tell whether reminders that are due are those of a staff group."""
    return all(reminder.kind.startswith(PREFIX) for reminder in waiting)


def planned(turn: Turn, case: Case) -> tuple[Effect, ...]:
    """Return the effect that lets exactly the reminders wait which a case wants as it now stands."""
    return (PlanReminders(case.reference, plan(turn, case)),)


def plan(turn: Turn, case: Case) -> tuple[Reminder, ...]:
    """Return the reminders of a case that waits for an answer, none for others: after two working days without an
    owner, on the working day before the promised day, after five working days, and when the promise is broken.
    """
    pack, chat = turn.world.packs[case.municipality], turn.desk_of(case.municipality)
    by, since = statements.waited_for(case), case.written_at or case.opened_at
    if by is None or since is None or not chat or not case.chat:
        return ()
    rungs = _rungs(pack, by, since.astimezone(pack.zone).date())
    return tuple(_reminder(case, chat, kind, local(day, MORNING, pack.zone)) for kind, day in rungs.items())


def _rungs(pack: Pack, by: date, since: date) -> dict[str, date]:
    country = pack.country
    return {
        UNTAKEN: working_days_from(since, UNTAKEN_WORKING_DAYS, country),
        "desk-before-1wd": working_days_from(by, -1, country),
        "desk-unanswered-5wd": working_days_from(since, UNANSWERED_WORKING_DAYS, country),
        "desk-late": working_days_from(by, 1, country),
    }


def _reminder(case: Case, chat: int, kind: str, at: datetime) -> Reminder:
    key = f"{case.reference}:{kind}:{case.answer_by}"
    return Reminder(key, chat, kind, case.reference, at.astimezone(UTC), wall_time(at), case.answer_by)
