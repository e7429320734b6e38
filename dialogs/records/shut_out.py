"""The reminder by which the cases of somebody who has shut Lots out come to know of it.

It is one of the person's own chat, where their cases are known, and says nothing there.
"""

from collections.abc import Iterable
from datetime import datetime

from dialogs.records.reminder import Reminder

SHUT_OUT = "shut-out"


def noticed(chat: int, since: datetime, now: datetime) -> Reminder:
    """Return what waits, from now on, for the cases of a chat that has shut Lots out; one each time it does."""
    key = f"{SHUT_OUT}:{chat}:{since:%Y%m%dT%H%M%S%f}"
    return Reminder(key, chat, SHUT_OUT, f"{SHUT_OUT}-{chat}", now)


def parted(waiting: Iterable[Reminder]) -> tuple[tuple[Reminder, ...], tuple[Reminder, ...]]:
    """Part what is due: such news, and everything else."""
    listed = tuple(waiting)
    news = tuple(item for item in listed if item.kind == SHUT_OUT)
    return news, tuple(item for item in listed if item.kind != SHUT_OUT)
