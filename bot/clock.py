"""The only place that asks what time it is.

It gives the current instant, or one that starts elsewhere for tests and the demo. What the instant means for a
round or a reminder is decided in the dialogs; how long to wait before a retry is physical time (`wall`).
"""

import json
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from knowledge.operator_file import read_text

Now = Callable[[], datetime]
FIRST_YEAR, LAST_YEAR = 1970, 2200
"""A year outside these is a slip: nothing here is older than the machine's own count or planned so far ahead."""


class ClockError(ValueError):
    """The setting CLOCK cannot be read; the message says what it should look like."""


def wall() -> datetime:
    """Return the real instant, in UTC, whatever the setting CLOCK says."""
    return datetime.now(UTC)


def clock(setting: str) -> Now:
    """Return the clock of a setting: empty (real time), an ISO instant that runs from now on, or `@PATH`.

    An instant without a zone is read as UTC. Raise `ClockError` for anything else.
    """
    if not setting:
        return wall
    if setting.startswith("@"):
        return MovedClock(Path(setting[1:])).now
    offset = instant(setting) - wall()
    return lambda: wall() + offset


def instant(text: str) -> datetime:
    """Read an ISO instant as aware UTC. Raise `ClockError` if it is none, or in no year that Lots could live in."""
    try:
        found = datetime.fromisoformat(text)
        found = (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        raise ClockError(f'"{text}" is not an instant. Write for example 2023-09-01T09:00+03:00.') from None
    if not FIRST_YEAR <= found.year < LAST_YEAR:
        raise ClockError(f'"{text}" is not between the years {FIRST_YEAR} and {LAST_YEAR}.')
    return found


class MovedClock:
    """A clock that somebody moves by rewriting a small file: {"instant": ISO, "set": unix seconds}.

    The file is read again when it changes; while it is missing or no reading, the last reading holds.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._changed = -1
        self._offset = timedelta()

    def now(self) -> datetime:
        """Return the instant that the moved clock shows, in UTC."""
        with suppress(OSError, ValueError):  # the writer is at work: the last reading holds until the next look
            changed = self._path.stat().st_mtime_ns
            if changed != self._changed:
                self._offset = read_clock_file(self._path)
                self._changed = changed
        return wall() + self._offset


def read_clock_file(path: Path) -> timedelta:
    """Return by how much a clock file moves the real time.

    Raise `FileNotFoundError`, `Unreadable`, or `ClockError` for a file that says no instant.
    """
    try:
        stood = json.loads(read_text(path))
        offset = instant(str(stood["instant"])) - datetime.fromtimestamp(float(stood["set"]), UTC)
        instant((wall() + offset).isoformat())
    except (KeyError, TypeError, OverflowError, RecursionError, json.JSONDecodeError):
        raise ClockError('it is not written like {"instant": "2023-09-01T06:00:00Z", "set": 1693548000}') from None
    return offset


def monotonic() -> float:
    """Return seconds that never run backwards, for limits and durations."""
    return time.monotonic()
