"""The demo's levers over HTTP: faults, sending limits, odd updates, and the clock.

For the chaos tests and for the page's clock line. What a fault does is in `world/faults.py`, how time moves in
`demo/clock.py`.
"""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from pyreqwest.client import ClientBuilder
from pyreqwest.exceptions import PyreqwestError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.demo.authors import NotPossible
from bot.demo.clock import DemoClock
from bot.demo.doors.bot_api import BotApi
from bot.demo.doors.wire import given, reply
from bot.demo.world.faults import Fault
from bot.demo.world.world import TelegramWorld

PATIENCE = timedelta(seconds=5)
"""As long as the bot's health page itself takes at most."""


class Controls:
    """The levers of one world. `health` is the address of the health page of the bot, or of all that live by its
    clock; empty where no bot is known.
    """

    def __init__(self, world: TelegramWorld, api: BotApi, clock: DemoClock, zone: str, health: str) -> None:
        self.world = world
        self.api = api
        self.moving = clock
        self.zone = ZoneInfo(zone)
        self.health_url = health
        clock.moved.append(lambda: world.changes.tell("clock", clock=self._shown()))

    def routes(self) -> list[Route]:
        """All routes of the levers."""
        return [
            Route("/faults", self.faults),
            Route("/faults", self.add_fault, methods=["POST"]),
            Route("/faults", self.remove_faults, methods=["DELETE"]),
            Route("/faults/seed", self.seed, methods=["POST"]),
            Route("/faults/limits", self.limits, methods=["POST"]),
            Route("/faults/webhook", self.patience, methods=["POST"]),
            Route("/faults/update", self.push, methods=["POST"]),
            Route("/faults/restart", self.restart, methods=["POST"]),
            Route("/faults/{fault:int}", self.remove_faults, methods=["DELETE"]),
            Route("/clock", self.clock),
            Route("/clock", self.move_clock, methods=["POST"]),
            Route("/clock/next", self.next_reminder, methods=["POST"]),
            Route("/health", self.health),
        ]

    async def faults(self, _request: Request) -> Response:
        """The rules in force, each with how often it struck."""
        return reply([msgspec.structs.asdict(rule) for rule in self.api.faults.rules])

    async def add_fault(self, request: Request) -> Response:
        """Body: a rule, see `Fault`."""
        try:
            fault = self.api.faults.add(msgspec.json.decode(await request.body(), type=Fault))
        except ValueError as problem:
            raise NotPossible(str(problem)) from None
        return reply(msgspec.structs.asdict(fault), 201)

    async def remove_faults(self, request: Request) -> Response:
        """Take a rule away; without a number all of them."""
        self.api.faults.remove(request.path_params.get("fault"))
        return reply({})

    async def seed(self, request: Request) -> Response:
        """Body: seed. The same faults strike again from the same seed."""
        self.api.faults.dice.seed(int((await given(request))["seed"]))
        return reply({})

    async def limits(self, request: Request) -> Response:
        """Body: on. Telegram's sending limits, which are off at first."""
        self.world.limits.on = bool((await given(request))["on"])
        return reply({"on": self.world.limits.on})

    async def patience(self, request: Request) -> Response:
        """Body: seconds. How long the webhook waits before it tries again."""
        self.api.webhook.patience = float((await given(request))["seconds"])
        return reply({})

    async def push(self, request: Request) -> Response:
        """Body: any update without its id; it is queued as it stands, poison included."""
        return reply({"update_id": self.world.updates.push_raw(await given(request))})

    async def restart(self, request: Request) -> Response:
        """Body: first. The numbering of updates starts again there."""
        self.world.updates.restart(int((await given(request))["first"]))
        return reply({})

    async def clock(self, _request: Request) -> Response:
        """The instant, in UTC and in the demo's zone."""
        return reply(self._shown())

    def _shown(self, **more: Any) -> dict[str, Any]:
        now = self.moving.now()
        local = now.astimezone(self.zone)
        movable = self.moving.file is not None
        return {"instant": now, "local": local.isoformat(), "zone": self.zone.key, "movable": movable, **more}

    async def move_clock(self, request: Request) -> Response:
        """Body: advance_seconds, or to (ISO; without an offset it is the zone's wall time)."""
        asked = await given(request)
        if "to" in asked:
            instant = datetime.fromisoformat(str(asked["to"]))
            return self._moved(instant if instant.tzinfo else instant.replace(tzinfo=self.zone))
        return self._moved(self.moving.now() + timedelta(seconds=float(asked["advance_seconds"])))

    def _moved(self, instant: datetime, **more: Any) -> Response:
        try:
            self.moving.move(instant)
        except ValueError as problem:
            raise NotPossible(str(problem)) from None
        return reply(self._shown(**more))

    async def next_reminder(self, _request: Request) -> Response:
        """Move the clock one second past the next reminder that any bot has planned; `found` tells whether
        there is one.
        """
        due = await self._due()
        if due is None:
            return reply(self._shown(found=False))
        return self._moved(max(due + timedelta(seconds=1), self.moving.now()), found=True)

    async def _due(self) -> datetime | None:
        try:
            async with ClientBuilder().timeout(PATIENCE).build() as client:
                answer = await client.get(self.health_url).build().send()
                said = msgspec.json.decode(await answer.bytes())
        except (PyreqwestError, ValueError, msgspec.DecodeError):
            raise NotPossible("the bot does not answer at its health address") from None
        bots = said["bots"].values() if "bots" in said else [said]
        return min(
            (datetime.fromisoformat(bot["next_reminder"]) for bot in bots if bot.get("next_reminder")), default=None
        )

    async def health(self, _request: Request) -> Response:
        """That the server answers."""
        return reply({"ok": True, "pending_updates": len(self.world.updates), "calls": self.api.calls.last})
