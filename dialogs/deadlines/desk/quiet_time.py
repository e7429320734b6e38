"""How long the owner of a case may be quiet while its association waits, before it goes back to the desk.

Counted in working days of the municipality from whatever begins the time anew: an act of the owner, the first words of
the association that wait, the day until which it was put off. Days on which the owner is away do not count.
"""

from datetime import date, datetime

from dialogs.records.case import Case
from dialogs.records.case_changes import waits_for
from dialogs.records.case_states import CLAIMED, WaitsFor
from dialogs.records.staff.desk import Absence
from knowledge.calendar import working_days_from
from knowledge.municipality.pack import Pack


def quiet_since(pack: Pack, case: Case) -> date | None:
    """Return the day from which an owner's quiet days count, None where ownership does not lapse.

    It lapses only while somebody has a case, its association can be answered, and it waits for the desk.
    """
    if case.state != CLAIMED or waits_for(case) is not WaitsFor.US or not case.chat:
        return None
    began = [_day(pack, moment) for moment in (case.acted_at, case.written_at or case.opened_at) if moment]
    put_off = [date.fromisoformat(case.snoozed_until)] if case.snoozed_until else []
    return max((*began, *put_off), default=None)


def lapse_days(pack: Pack, since: date, absence: Absence | None = None) -> tuple[date, date]:
    """Return the working day on which an owner is told, and the next that they are there, on which the case goes back.

    `absence` is the owner's latest, past or to come.
    """
    days = [since]
    while len(days) <= pack.owner_quiet_days:
        days.append(_next_day_there(pack, days[-1], absence))
    return days[-2], days[-1]


def _next_day_there(pack: Pack, day: date, absence: Absence | None) -> date:
    following = working_days_from(day, 1, pack.country)
    if absence is None or not absence.covers(following):
        return following
    return working_days_from(absence.last_day, 1, pack.country)


def _day(pack: Pack, moment: datetime) -> date:
    return moment.astimezone(pack.zone).date()
