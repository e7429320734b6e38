"""The local Bot API as one ASGI application: the bot's door, the people's door, the levers and the page.

Wires the parts together and decides which path belongs to whom. `serve.py` runs it, `demo/launch.py` puts the
bot beside it, `several_servers.py` lets several bots have one page.
"""

from pathlib import Path
from typing import Any

import msgspec
from starlette.applications import Starlette
from starlette.convertors import Convertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.demo.authors import NotPossible
from bot.demo.clock import DemoClock
from bot.demo.doors.bot_api import BotApi, Receive, Scope, Send
from bot.demo.doors.controls import Controls
from bot.demo.doors.group_routes import GroupRoutes
from bot.demo.doors.people_routes import PeopleRoutes
from bot.demo.doors.watch_routes import WatchRoutes
from bot.demo.doors.wire import reply
from bot.demo.rules.refusals import Refusal
from bot.demo.world.world import TelegramWorld
from knowledge.language import Language

TOKEN = "1000000001:local-token-of-the-demo-opens-nothing"  # noqa: S105 - it opens this server only
PAGE = Path(__file__).parents[1] / "page"


class _Negative(Convertor[int]):
    """A whole number that may be negative, as the ids of groups are."""

    regex = "-?[0-9]+"

    def convert(self, value: str) -> int:
        return int(value)

    def to_string(self, value: int) -> str:
        return str(value)


register_url_convertor("neg", _Negative())


class Server:
    """The application, with its parts open to those who run it in their own process."""

    def __init__(self, world: TelegramWorld, api: BotApi, rest: Starlette) -> None:
        self.world = world
        self.api = api
        self.rest = rest

    def tell_running(self, *, running: bool) -> None:
        """Say whether the bot's process is alive."""
        self.world.tell_running(running=running)

    def close(self) -> None:
        """End what waits, so that the server can stop at once."""
        self.api.webhook.stop()
        self.world.updates.close()
        self.world.changes.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """The bot's calls go straight to the API, everything else through Starlette."""
        if scope["type"] != "http":
            await self.rest(scope, receive, send)
        elif scope["path"].startswith("/bot"):
            await self.api(scope, receive, send)
        elif scope["path"].startswith("/file/bot"):
            await self.api.download(scope, receive, send)
        else:
            await self.rest(scope, receive, send)


def build_app(
    *,
    token: str = TOKEN,
    clock: DemoClock | None = None,
    zone: str = "Europe/Helsinki",
    health: str = "",
    seed: int = 0,
    keep_messages: int = 5_000,
    keep_calls: int = 200_000,
    username: str = "lots_demo_bot",
) -> Server:
    """A local Bot API with one bot and nobody else yet. `health` is the address of the bot's health page."""
    moving = clock or DemoClock()
    bot = {"id": int(token.partition(":")[0]), "is_bot": True, "first_name": "Lots", "username": username}
    world = TelegramWorld(bot, moving.unix, keep_messages)
    api = BotApi(world, token, seed=seed, keep_calls=keep_calls)
    routes = [
        *page_of([{"at": "", "name": username, "title": dict.fromkeys(Language, "Lots")}]),
        *PeopleRoutes(world).routes(),
        *GroupRoutes(world).routes(),
        *WatchRoutes(world, api.calls).routes(),
        *Controls(world, api, moving, zone, health).routes(),
    ]
    return Server(world, api, Starlette(routes=routes, exception_handlers=_REFUSING))


def page_of(bots: list[dict[str, Any]]) -> list[BaseRoute]:
    """The page, and what it must know of the bots whose people can be played on it: where each has its door, a name
    for addresses, and what it is called in each language.
    """

    async def known(_request: Request) -> Response:
        return reply(bots)

    return [Route("/", _page), Route("/towns", known), Mount("/page", StaticFiles(directory=PAGE))]


async def _page(_request: Request) -> Response:
    return FileResponse(PAGE / "index.html", headers={"Content-Security-Policy": _POLICY})


_POLICY = "default-src 'self'; img-src 'self' data:; style-src 'self'; frame-ancestors 'none'; base-uri 'none'"


async def _not_possible(_request: Request, problem: Exception) -> Response:
    return reply({"error": str(problem)}, 400)


async def _malformed(_request: Request, problem: Exception) -> Response:
    return reply({"error": f"the request cannot be read: {problem}"}, 400)


_REFUSING: dict[Any, Any] = {
    NotPossible: _not_possible,
    Refusal: _not_possible,
    KeyError: _malformed,
    ValueError: _malformed,
    msgspec.ValidationError: _malformed,
    msgspec.DecodeError: _malformed,
}
