"""When the desk gets its digest: once on each working day, at 08.30 on the municipality's clock, or a little later.

The digest of a day is a reminder row, and its key is the day's: whichever process plants it, however often, one comes.
Where Lots was down at half past eight it comes until 15.00, and after that not at all.
"""

from datetime import UTC, datetime, time

from dialogs.records.reminder import Reminder, wall_time
from knowledge.calendar import is_working_day, local, working_days_from
from knowledge.municipality.pack import Pack

DIGEST = "desk-digest"
FROM, UNTIL = time(8, 30), time(15)
"""From when a digest is told and until when it still is, on the municipality's clock: when offices have opened, and as
long as something of the day is left. Chosen with the desks' hours in mind, for the city to confirm."""


def is_time(pack: Pack, now: datetime) -> bool:
    """Tell whether a digest of today may be told at an aware instant."""
    here = now.astimezone(pack.zone)
    return is_working_day(here.date(), pack.country) and FROM <= here.time() < UNTIL


def planted(pack: Pack, chat: int, now: datetime) -> Reminder | None:
    """Return the row of today's digest, due at once; None outside its hours."""
    if not chat or not is_time(pack, now):
        return None
    here = now.astimezone(pack.zone)
    day = here.date().isoformat()
    subject = f"digest-{pack.id}"
    return Reminder(f"{subject}:{day}", chat, DIGEST, subject, now.astimezone(UTC), wall_time(here), day)


def since(pack: Pack, now: datetime) -> datetime:
    """Return the hour of the digest of the working day before: what came after it is new."""
    day = working_days_from(now.astimezone(pack.zone).date(), -1, pack.country)
    return local(day, FROM, pack.zone)
