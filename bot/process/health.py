"""The page that tells a supervisor, and the demo, how Lots is: /health, as JSON, with no word of anybody.

It reads the database through the same thread as everything else; if that takes too long, Lots is not well.
"""

import asyncio
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.database_thread import DatabaseThread
from storage.database import Database
from storage.errors import StorageError

LONGEST_SECONDS = 5.0
"""A database that has not answered by then counts as away: chosen by hand."""


class Health:
    """Answers GET /health: 200 and the counts, or 503."""

    def __init__(self, database: Database, thread: DatabaseThread) -> None:
        self._database = database
        self._thread = thread

    def route(self) -> Route:
        """Return the route to put into the web application."""
        return Route("/health", self.answer, methods=["GET"])

    async def answer(self, _request: Request) -> Response:
        """Tell status, the next reminder's instant, how many updates wait, and the outbox by state."""
        try:
            async with asyncio.timeout(LONGEST_SECONDS):
                return JSONResponse({"status": "ok", **await self._thread.run(self._look)})
        except (StorageError, TimeoutError):
            return JSONResponse({"status": "database away"}, status_code=503)

    def _look(self) -> dict[str, Any]:
        with self._database.transaction() as work:
            due: datetime | None = work.reminders.next_due()
            return {
                "next_reminder": due.isoformat() if due else None,
                **work.inbox.counts(),
                "outbox": work.outbox.counts(),
            }
