"""The ladder of a case: what a staff group is reminded of, until the association has its answer and beyond.

The reminders are rows like those of a proposal, with the case as their subject.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time

from dialogs.conversation import statements
from dialogs.conversation.effects import Effect, PlanReminders
from dialogs.conversation.turn import Turn
from dialogs.deadlines.desk.quiet_time import lapse_days, quiet_since
from dialogs.records.case import Case
from dialogs.records.case_states import OPEN
from dialogs.records.reminder import Reminder, coming_at
from dialogs.records.staff.desk import Absence
from knowledge.calendar import MORNING, WAKING_FROM, local, working_day_or_before, working_days_from
from knowledge.municipality.pack import Pack

PREFIX = "desk-"
UNTAKEN, BEFORE, UNANSWERED, LATE = "desk-untaken-2wd", "desk-before-1wd", "desk-unanswered-5wd", "desk-late"
"""Nobody has taken a case, its answer is due tomorrow, it is due today, and it is late."""
URGED = "desk-urged"
"""The working day after an association wrote though its answer was late."""
LAPSING, LAPSED = "desk-lapse-1wd", "desk-lapse"
"""The owner of a case is told that it goes back to the desk, and it goes."""
SNOOZED = "desk-snooze"
"""The morning until which a case was put off."""
DECIDED_TODAY, UNDECIDED = "desk-decision-day", "desk-decision-late"
"""The day by which a case is decided, and the working day after it while nobody has told a decision."""
OF_DECISION = (DECIDED_TODAY, UNDECIDED)
UNSEEN = "desk-unseen"
"""The time at which a group gets the next cards of those that could not be shown."""
ANSWER_WORKING_DAYS = 5
"""Within so many working days an association is promised an answer: chosen for the city to confirm, a week."""
UNTAKEN_WORKING_DAYS, UNANSWERED_WORKING_DAYS = 2, 5
"""After so many working days a staff group is told that nobody has taken a case, and that nobody has answered it.
Chosen for the city to confirm; the second is the day that was promised."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One reminder of a case: its kind, its day and hour on the municipality's clock, and what it counts from or to.

    `key` makes it one of its own among others about the same, empty where what it is about does.
    """

    kind: str
    day: date
    about: str
    at: time = MORNING
    key: str = ""


def promised_day(turn: Turn, pack: Pack) -> str:
    """The day by which an association that writes now gets an answer, as an ISO date."""
    today = turn.now.astimezone(pack.zone).date()
    return working_days_from(today, ANSWER_WORKING_DAYS, pack.country).isoformat()


def promise(turn: Turn, pack: Pack) -> str:
    """The day that can be promised now; empty while the desk cannot be reached, for then nobody could keep it."""
    return "" if turn.is_shut(pack.id) else promised_day(turn, pack)


def is_for_the_desk(waiting: tuple[Reminder, ...]) -> bool:
    """Tell whether reminders that are due are those of a staff group."""
    return all(reminder.kind.startswith(PREFIX) for reminder in waiting)


def planned(turn: Turn, case: Case) -> tuple[Effect, ...]:
    """Return the effect that lets exactly the reminders wait which a case wants as it now stands."""
    return (PlanReminders(case.reference, plan(turn, case)),)


def planned_ahead(turn: Turn, case: Case) -> tuple[Effect, ...]:
    """Return the same without what would come at once: its time has passed while nobody could be reached."""
    return (PlanReminders(case.reference, tuple(item for item in plan(turn, case) if item.due > turn.now)),)


def plan(turn: Turn, case: Case) -> tuple[Reminder, ...]:
    """Return the reminders of a case as it now stands: of its promise, of a quiet owner, of when it was put off, and of
    its own day for the decision.
    """
    pack, chat = turn.world.packs[case.municipality], turn.desk_of(case.municipality)
    if not chat or case.state not in OPEN:
        return ()
    rungs = (*_of_promise(pack, case), *_of_quiet_time(turn, pack, case), *_of_snooze(case), *_of_decision(pack, case))
    return tuple(_reminder(pack, case, chat, rung) for rung in rungs)


def _of_promise(pack: Pack, case: Case) -> Iterator[Rung]:
    """While an answer is waited for: after two working days without an owner, on the working day before the promised
    day, after five working days, when the promise is broken, and on the working day after words about that.
    """
    by, since = statements.waited_for(case), case.written_at or case.opened_at
    if by is None or since is None or not case.chat:
        return
    country = pack.country
    # Where nobody could be reached the promise began later than the idea came, and the days are counted from there.
    begun = working_days_from(by, -ANSWER_WORKING_DAYS, country)
    first = max(since.astimezone(pack.zone).date(), begun)
    yield Rung(UNTAKEN, working_days_from(first, UNTAKEN_WORKING_DAYS, country), case.answer_by)
    yield Rung(BEFORE, working_days_from(by, -1, country), case.answer_by)
    yield Rung(UNANSWERED, working_days_from(first, UNANSWERED_WORKING_DAYS, country), case.answer_by)
    yield Rung(LATE, working_days_from(by, 1, country), case.answer_by)
    if case.urged_at is not None:
        urged = case.urged_at.astimezone(pack.zone).date()
        yield Rung(URGED, working_days_from(urged, 1, country), case.answer_by, key=urged.isoformat())


def _of_quiet_time(turn: Turn, pack: Pack, case: Case) -> Iterator[Rung]:
    since = quiet_since(pack, case)
    if since is not None:
        days = lapse_days(pack, since, absence_of_owner(turn, case))
        for kind, day in zip((LAPSING, LAPSED), days, strict=True):
            yield Rung(kind, day, since.isoformat(), key=f"{since}:{day}")


def absence_of_owner(turn: Turn, case: Case) -> Absence | None:
    """The latest absence of whoever has a case, past or to come; None if there is none."""
    owner = turn.people_at(case.municipality).navigator(case.owner)
    return owner.absence if owner else None


def _of_snooze(case: Case) -> Iterator[Rung]:
    if case.snoozed_until:
        yield Rung(SNOOZED, date.fromisoformat(case.snoozed_until), case.snoozed_until, at=WAKING_FROM)


def _of_decision(pack: Pack, case: Case) -> Iterator[Rung]:
    if case.decision_by:
        day = date.fromisoformat(case.decision_by)
        yield Rung(DECIDED_TODAY, working_day_or_before(day, pack.country), case.decision_by)
        yield Rung(UNDECIDED, working_days_from(day, 1, pack.country), case.decision_by)


def _reminder(pack: Pack, case: Case, chat: int, rung: Rung) -> Reminder:
    key = f"{case.reference}:{rung.kind}:{rung.key or rung.about}"
    at = local(rung.day, rung.at, pack.zone)
    return coming_at(at, key, chat, rung.kind, case.reference, rung.about)
