"""When the desk is reminded of the numbers for the welfare report: once a year, in the weeks after its pack's day.

The agreement was followed up as a part of that report (S4); on which day of the year no page says, so the pack does.
Like the digest it is a row whose key is the year's: whichever process plants it, however often, one comes.
"""

from datetime import UTC, date, datetime, timedelta

from dialogs.deadlines.desk.digest_morning import is_time
from dialogs.records.reminder import Reminder, wall_time
from knowledge.municipality.pack import Pack

REPORT = "desk-report"
LATE_DAYS = 60
"""How many days after its day it still comes where Lots was away or the group came later: until reports are written."""


def planted(pack: Pack, chat: int, now: datetime) -> Reminder | None:
    """Return the row of this year's reminder, due at once; None outside the hours of the digest and the weeks after the
    pack's day. It is about the year that is reported.
    """
    here = now.astimezone(pack.zone)
    if not chat or not pack.report_day or not is_time(pack, now):
        return None
    first = date.fromisoformat(f"{here.year}-{pack.report_day}")
    if not first <= here.date() <= first + timedelta(LATE_DAYS):
        return None
    year = str(here.year - 1)
    subject = f"report-{pack.id}"
    return Reminder(f"{subject}:{year}", chat, REPORT, subject, now.astimezone(UTC), wall_time(here), year)
