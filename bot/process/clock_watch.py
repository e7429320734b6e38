"""Whether somebody has moved the machine's clock while Lots runs.

Deadlines and reminders go by that clock. Lots goes on by the new time at once; a person should know of it.
"""

from bot.clock import monotonic, wall
from bot.log import log

JUMP_SECONDS = 30.0
"""A clock that is only kept right drifts by less than a second between two looks; what is more somebody has moved."""
REMEMBERED_SECONDS = 3600.0
"""How long a move is told of, an hour: as long as messages count that went wrong lately."""


class ClockWatch:
    """Compares the machine's clock with its count of seconds, each time `look` is called."""

    def __init__(self) -> None:
        self._ahead = self._difference()
        self._moved_at: float | None = None

    def look(self) -> None:
        """Log a move since the last look."""
        before, self._ahead = self._ahead, self._difference()
        moved = self._ahead - before
        if abs(moved) >= JUMP_SECONDS:
            log().warning("the machine's clock was moved", seconds=round(moved))
            self._moved_at = monotonic()

    @property
    def moved_lately(self) -> bool:
        """Whether the clock was moved within the last hour."""
        return self._moved_at is not None and monotonic() - self._moved_at < REMEMBERED_SECONDS

    @staticmethod
    def _difference() -> float:
        return wall().timestamp() - monotonic()
