"""What people and tests look at: files to download, the feed of changes, the ledger of the bot's calls.

Reads only, but for files that are forgotten and a ledger that is emptied.
"""

from collections.abc import AsyncIterator
from urllib.parse import quote

import msgspec
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route

from bot.demo.authors import NotPossible
from bot.demo.doors.wire import number, reply
from bot.demo.world.calls import Calls
from bot.demo.world.world import TelegramWorld

PULSE = 15.0
"""Seconds until a page to which nothing happened is told that the server is still there."""
SHOWN = frozenset({"image/png", "image/jpeg", "image/gif", "image/webp"})


class WatchRoutes:
    """The routes of those who watch."""

    def __init__(self, world: TelegramWorld, ledger: Calls) -> None:
        self.world = world
        self.ledger = ledger

    def routes(self) -> list[Route]:
        """All routes of those who watch."""
        return [
            Route("/files/{file_id}", self.file),
            Route("/files/{file_id}", self.drop_file, methods=["DELETE"]),
            Route("/changes", self.changes),
            Route("/events", self.events),
            Route("/calls", self.calls),
            Route("/calls", self.clear_calls, methods=["DELETE"]),
        ]

    async def file(self, request: Request) -> Response:
        """A file to download; shown in place with `?inline=1`."""
        file = self.world.files.find(request.path_params["file_id"])
        if file is None:
            raise NotPossible("there is no such file")
        way = "inline" if "inline" in request.query_params and file.media_type in SHOWN else "attachment"
        headers = {
            "Content-Disposition": f"{way}; filename*=UTF-8''{quote(file.name)}",
            "X-Content-Type-Options": "nosniff",
        }
        return Response(file.content, media_type=file.media_type, headers=headers)

    async def drop_file(self, request: Request) -> Response:
        """Forget a file, as Telegram forgets old ones."""
        if not self.world.files.drop(request.path_params["file_id"]):
            raise NotPossible("there is no such file")
        return reply({})

    async def changes(self, request: Request) -> Response:
        """The changes after a number, as soon as there is one, at the latest after `timeout` seconds."""
        after, timeout = number(request, "after"), float(request.query_params.get("timeout", 0))
        found = await self.world.changes.wait(after, timeout)
        if chat := number(request, "chat"):
            found = [change for change in found if change.get("chat_id") == chat]
        return reply({"seq": self.world.changes.last, "changes": found})

    async def events(self, request: Request) -> Response:
        """The same as server-sent events, for the page."""
        after = int(request.headers.get("last-event-id") or number(request, "after"))
        headers = {"Cache-Control": "no-store"}
        return StreamingResponse(self._stream(after), media_type="text/event-stream", headers=headers)

    async def _stream(self, after: int) -> AsyncIterator[bytes]:
        yield b": here\n\n"
        while not self.world.changes.closed:
            found = await self.world.changes.wait(after, PULSE)
            for change in found:
                after = change["seq"]
                yield b"id: %d\ndata: %s\n\n" % (after, msgspec.json.encode(change))
            if not found:
                yield b": still here\n\n"

    async def calls(self, request: Request) -> Response:
        """The ledger: calls after a number, of a method, of a chat."""
        wanted = request.query_params.get("method", "")
        after, limit = number(request, "after"), number(request, "limit", 10_000)
        found = self.ledger.list(after, wanted, number(request, "chat"), limit)
        return reply({"last": self.ledger.last, "calls": found})

    async def clear_calls(self, _request: Request) -> Response:
        """Empty the ledger."""
        self.ledger.clear()
        return reply({})
