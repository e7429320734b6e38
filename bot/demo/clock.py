"""The demo's clock: an instant from which time runs on, kept in a small file that the bot reads as well.

The file holds JSON `{"instant": ISO, "set": unix seconds}`: the instant the clock stood at, and the real
moment when it was set. Without a file the clock shows real time and cannot be moved.
"""

import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec


class DemoClock:
    """A clock that can be moved. `file` is where the bot finds it."""

    def __init__(self, file: Path | None = None, instant: datetime | None = None) -> None:
        self.file = file
        self.moved: list[Callable[[], None]] = []
        """What is to be called when the clock has been moved."""
        self._instant = instant or datetime.now(UTC)
        self._set = time.time()
        if file is not None:
            self.move(self._instant)

    def now(self) -> datetime:
        """The instant that the clock shows, in UTC."""
        if self.file is None:
            return datetime.now(UTC)
        return self._instant.astimezone(UTC) + timedelta(seconds=time.time() - self._set)

    def unix(self) -> float:
        """The same in unix seconds."""
        if self.file is None:
            return time.time()
        return self._instant.timestamp() + time.time() - self._set

    def move(self, instant: datetime) -> datetime:
        """Set the clock and tell the bot. The file is replaced in one stroke, so that no half of it is
        read.
        """
        if self.file is None:
            raise ValueError("this clock shows real time and cannot be moved")
        self._instant, self._set = instant, time.time()
        written = self.file.with_suffix(".new")
        written.write_bytes(msgspec.json.encode({"instant": instant.isoformat(), "set": self._set}))
        written.replace(self.file)
        for tell in self.moved:
            tell()
        return self.now()
