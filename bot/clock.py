"""The only place that asks what time it is.

It gives the current instant, or one that starts elsewhere for tests and the demo. What the instant means for a
round or a reminder is decided in the dialogs; how long to wait before a retry is physical time (`wall`).
"""

import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

Now = Callable[[], datetime]


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
    """Read an ISO instant as aware UTC. Raise `ClockError` if it is none."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        raise ClockError(f'"{text}" is not an instant. Write for example 2023-09-01T09:00+03:00.') from None
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)


class MovedClock:
    """A clock that somebody moves by rewriting a small file: {"instant": ISO, "set": unix seconds}.

    The file is read again when it changes; while it is missing or half written the last reading holds.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._changed = -1
        self._offset = timedelta()

    def now(self) -> datetime:
        """Return the instant that the moved clock shows, in UTC."""
        try:
            changed = self._path.stat().st_mtime_ns
            if changed != self._changed:
                self._offset = self._read()
                self._changed = changed
        except (OSError, ValueError, KeyError):
            pass  # the writer is at work: the last reading holds until the next look
        return wall() + self._offset

    def _read(self) -> timedelta:
        stood = json.loads(self._path.read_text(encoding="utf-8"))
        return instant(stood["instant"]) - datetime.fromtimestamp(float(stood["set"]), UTC)


def monotonic() -> float:
    """Return seconds that never run backwards, for limits and durations."""
    return time.monotonic()
