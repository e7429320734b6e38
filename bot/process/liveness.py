"""Whether the process turns round at all: /live, for a supervisor that restarts what does not.

It asks nobody outside. A Telegram, a network or a database that is away is no reason to restart Lots, which would only
come back to the same; how it stands with those is told at /health.
"""

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.clock import monotonic
from bot.database_thread import DatabaseThread

STUCK_SECONDS = 180.0
"""Longer than anything that the database's thread does in one go: a batch of the longest texts takes 30 seconds,
and waiting for a lock and a server that has gone (`storage/engine/engine.py`) ends after 50."""


class Liveness:
    """Answers GET /live at once: 200 while the event loop and the database's thread go round, 503 otherwise."""

    def __init__(self, thread: DatabaseThread) -> None:
        self._thread = thread
        self._asked_at: float | None = None

    async def answer(self, _request: Request) -> Response:
        """Tell for how long the thread has not come to what it was asked, which is nothing but to come."""
        waited = self.waited()
        alive = waited <= STUCK_SECONDS
        said = {"status": "ok" if alive else "the database's thread is stuck", "thread_seconds": round(waited, 1)}
        return JSONResponse(said, status_code=200 if alive else 503)

    def waited(self) -> float:
        """Ask the thread to come, if it is not asked, and return for how many seconds it has not come."""
        waited = 0.0 if self._asked_at is None else monotonic() - self._asked_at
        if self._asked_at is None:
            self._asked_at = monotonic()
            self._thread.when_free(self._came)
        return waited

    def _came(self) -> None:
        self._asked_at = None
