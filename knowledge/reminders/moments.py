"""When a reminder of the plan comes, on the wall of its municipality.

Always between 08.00 and 20.00 on a working day; what would fall outside moves earlier. The date that it counts from
never moves (docs/decisions, when a reminder may come).
"""

from datetime import datetime, timedelta

from knowledge.calendar import earlier, reached_at_or_before, working_day_or_before, working_days_from
from knowledge.reminders.rung import Rung, Unit


def moment(rung: Rung, counted: datetime, country: str) -> datetime:
    """Return the local moment at which a reminder comes. `counted` is the aware local one that it counts from.

    One that counts down comes before that: where its hour is too late for it, on the working day before.
    """
    if rung.unit is Unit.HOURS:
        return reached_at_or_before(earlier(counted, timedelta(hours=-rung.count)), country)
    day = counted.date()
    if rung.unit is Unit.WORKING_DAYS and rung.count:
        found = working_days_from(day, rung.count, country)
    else:
        found = working_day_or_before(day + timedelta(days=rung.count), country)
    at = datetime.combine(found, rung.at, counted.tzinfo)
    if at < counted or not rung.counts_down:
        return at
    return datetime.combine(working_days_from(day, -1, country), rung.at, counted.tzinfo)
