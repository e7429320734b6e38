"""What is seen of the bots of a process from outside: how they are, and where Telegram brings their updates.

The one bot of a process answers for itself at /health. Of several each answers at /health/NAME, and /health tells of
all: 200 while at least one of them serves people, because what troubles one must not shut out the others. A bot that
another process leads is well; an update that is brought here is refused, so that it is brought there.
"""

import asyncio
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from bot.process.bots.metrics import MEDIA_TYPE, metrics
from bot.process.health import Health
from bot.process.liveness import Liveness
from bot.process.readiness import OK
from bot.receiving.webhook import Webhook

STANDING_BY = "another process leads it"
"""What is said of a bot that runs elsewhere, and would here if that process were gone."""
WELL = (OK, STANDING_BY)


@dataclass(frozen=True, slots=True)
class Door:
    """What of one bot can be asked for; `webhook` if it does not fetch its updates itself."""

    health: Health
    liveness: Liveness
    webhook: Webhook | None = None


class Doors:
    """The pages of all bots of a process. `several` tells whether the process was set up for more than one."""

    def __init__(self, *, several: bool) -> None:
        self._several = several
        self._open: dict[str, Door] = {}
        self._shut: dict[str, str] = {}
        self._elsewhere: dict[str, str] = {}
        self.opened = asyncio.Event()
        """Set as soon as one bot has opened its database."""

    def open(self, name: str, door: Door) -> None:
        """Show a bot that has opened its database."""
        self._open[name] = door
        self.opened.set()
        self._shut.pop(name, None)

    def close(self, name: str) -> None:
        """Show a bot no more."""
        self._open.pop(name, None)

    def shut(self, name: str, why: str) -> None:
        """Show of a bot why it does not run."""
        self._shut[name] = why
        self._elsewhere.pop(name, None)

    def stand_by(self, name: str, path: str) -> None:
        """Show that another process leads a bot whose webhook, if it has one, has this path."""
        self._shut[name] = STANDING_BY
        self._elsewhere[name] = path

    def forget(self, name: str) -> None:
        """Show nothing more of a bot that was stopped."""
        self._shut.pop(name, None)
        self._elsewhere.pop(name, None)

    def routes(self) -> list[Route]:
        """Return what to put into the web application."""
        return [
            Route("/health", self._health, methods=["GET"]),
            Route("/health/{name}", self._health_of_one, methods=["GET"]),
            Route("/live", self._live, methods=["GET"]),
            Route("/metrics", self._metrics, methods=["GET"]),
            Route("/{path:path}", self._take, methods=["POST"]),
        ]

    async def _health(self, request: Request) -> Response:
        if not self._several:
            return await self._of_one("", request)
        told = await self._told()
        troubled = sorted(name for name, said in told.items() if said["status"] not in WELL)
        status = f"not well: {', '.join(troubled)}" if troubled else OK
        serving = len(troubled) < len(told) or not told
        return JSONResponse({"status": status, "bots": told}, status_code=200 if serving else 503)

    async def _health_of_one(self, request: Request) -> Response:
        name = request.path_params["name"]
        known = self._several and (name in self._open or name in self._shut)
        return await self._of_one(name, request) if known else Response(status_code=404)

    async def _of_one(self, name: str, request: Request) -> Response:
        if name in self._open:
            return await self._open[name].health.answer(request)
        why = self._shut.get(name, "stopping")
        return JSONResponse({"status": why}, status_code=200 if why in WELL else 503)

    async def _told(self) -> dict[str, dict[str, Any]]:
        names = list(self._open)
        said = await asyncio.gather(*(self._open[name].health.said() for name in names))
        shut = {name: {"status": why} for name, why in self._shut.items()}
        return shut | dict(zip(names, said, strict=True))

    async def _metrics(self, _request: Request) -> Response:
        return PlainTextResponse(metrics(await self._told(), WELL), media_type=MEDIA_TYPE)

    async def _live(self, request: Request) -> Response:
        """Tell of the thread that has been stuck the longest: one that is stuck is enough to begin anew."""
        doors = self._open.values()
        if not doors:
            return JSONResponse({"status": OK, "thread_seconds": 0.0})
        return await max(doors, key=lambda door: door.liveness.waited()).liveness.answer(request)

    async def _take(self, request: Request) -> Response:
        """Hand an update to the bot whose webhook this is. What knocks elsewhere finds nothing."""
        webhooks = [door.webhook for door in self._open.values() if door.webhook]
        found = next((webhook for webhook in webhooks if webhook.path == request.url.path), None)
        if found is None:
            return Response(status_code=503 if request.url.path in self._elsewhere.values() else 404)
        return await found.take(request)
