"""What a calendar shall hold of a round: a file of entries that a phone or a computer opens."""

from datetime import datetime

from dialogs.records.value import Value


class CalendarEntry(Value, frozen=True):
    """One event: `uid` is the same in every file that tells of it. `begins` and `ends` are aware, in UTC.

    `busy` tells that somebody is occupied meanwhile: at a pitch, not by a last day. `cancelled`: it does not hold any
    more, and takes the place of an entry that a calendar may have.
    """

    uid: str
    begins: datetime
    ends: datetime
    title: str
    text: str
    place: str = ""
    busy: bool = True
    cancelled: bool = False


class CalendarFile(Value, frozen=True):
    """Entries under a file `name`, as they were known at `made_at` (aware, in UTC): of two files the newer counts."""

    name: str
    entries: tuple[CalendarEntry, ...]
    made_at: datetime
