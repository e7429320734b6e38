"""A message that waits for its time."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from dialogs.records.value import Value

DAYS_KEPT = 64
"""Of how many days counted down to it is remembered how many are left: most of those in one batch are the same."""
AFTERWARDS = 366
"""How many days what is over counts as: behind all that can still be met within a year."""


class Reminder(Value, frozen=True):
    """A message that waits for its time. `key` is unique; `subject` is the proposal or case it is about.

    `due` is an aware instant; `wall` the local wall time it was reckoned from (ISO, without zone) on a clock of `zone`
    (as the zone data calls it; empty where the instant itself was meant); `about` the deadline or pitch it counts down
    to (ISO wall time), so that a moved deadline is noticed.
    """

    key: str
    chat: int
    kind: str
    subject: str
    due: datetime
    wall: str = ""
    about: str = ""
    zone: str = ""


def coming_at(at: datetime, key: str, chat: int, kind: str, subject: str, about: str = "") -> Reminder:
    """Return the reminder that comes at a moment on a municipality's clock, which is aware of its zone."""
    zone = at.tzinfo.key if isinstance(at.tzinfo, ZoneInfo) else ""
    return Reminder(key, chat, kind, subject, at.astimezone(UTC), wall_time(at), about, zone)


def days_left(reminders: Iterable[Reminder], today: date) -> int:
    """Return for how many days reminders are of use that are due together: until the nearest day that one counts down
    to. What counts down to none is of use now; of what is over people are asked when there is time.
    """
    return min((_days_left(item.about, today) for item in reminders), default=0)


@lru_cache(DAYS_KEPT)
def _days_left(about: str, today: date) -> int:
    try:
        left = (date.fromisoformat(about.partition("T")[0]) - today).days
    except ValueError:
        return 0
    return left if left >= 0 else AFTERWARDS


def wall_time(moment: datetime) -> str:
    """Return what a clock on the wall shows, as it is stored with a reminder."""
    return moment.replace(tzinfo=None).isoformat(timespec="minutes")
