"""Several local Bot APIs behind one port, each with a bot and people of its own, and one page for all of them.

What belongs to a bot lies under `/at/NAME`; the page itself lies above. Nothing of one is known to another: a person
with the same number in two of them is two people to Lots, as in life.
"""

from collections.abc import Mapping
from typing import Any

from starlette.applications import Starlette

from bot.demo.doors.bot_api import Receive, Scope, Send
from bot.demo.doors.server import Server, page_of
from knowledge.language import Language

AT = "/at/"


class SeveralServers:
    """One application for several bots, by name. `titles` are what the page calls each, in every language."""

    def __init__(self, servers: Mapping[str, Server], titles: Mapping[str, Mapping[Language, str]]) -> None:
        self._servers = dict(servers)
        about: list[dict[str, Any]] = [
            {"at": f"{AT}{name}", "name": name, "title": dict(titles[name])} for name in self._servers
        ]
        self._page = Starlette(routes=page_of(about))

    def tell_running(self, *, running: bool) -> None:
        """Say whether the process in which the bots live is alive."""
        for server in self._servers.values():
            server.tell_running(running=running)

    def close(self) -> None:
        """End what waits, so that the server can stop at once."""
        for server in self._servers.values():
            server.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request to the bot whose door it knocks at, as if there were no other; all else is the page's."""
        path = scope.get("path", "")
        name, slash, rest = path.removeprefix(AT).partition("/")
        if scope["type"] == "http" and path.startswith(AT) and slash and name in self._servers:
            inner = {**scope, "path": f"/{rest}", "raw_path": scope["raw_path"].removeprefix(f"{AT}{name}".encode())}
            await self._servers[name](inner, receive, send)
        else:
            await self._page(scope, receive, send)


Application = Server | SeveralServers
"""What a demo serves: the one bot, or several behind one page."""
