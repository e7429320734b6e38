"""A small town for one test: the local Bot API on a real port, a real `Bot`, and the people's door.

It stands apart from `tests/stages/`: what is tested is the Bot API's answers over HTTP, and no conversation of Lots.
"""

import asyncio
import functools
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
from telegram import Bot, Update

from bot.demo.doors.serve import DemoServer, listen
from bot.demo.doors.server import TOKEN, Server, build_app


@dataclass
class Town:
    app: Server
    url: str
    bot: Bot
    web: httpx.AsyncClient
    offset: int = 0
    people: dict[str, int] = field(default_factory=dict)

    async def get(self, path: str) -> Any:
        answer = await self.web.get(path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    async def post(self, path: str, body: Any = None) -> Any:
        answer = await self.web.post(path, json={} if body is None else body)
        assert answer.status_code < 300, answer.text
        return answer.json()

    async def person(self, name: str = "Anna", language: str = "sv", *, started: bool = True) -> int:
        person = await self.post("/people", {"first_name": name, "language_code": language})
        if started:
            await self.post(f"/people/{person['id']}/start")
            await self.heard()
        return int(person["id"])

    async def group(self, *members: int, **about: Any) -> int:
        chat = await self.post("/chats", {"title": "Staff", "members": list(members), **about})
        return int(chat["id"])

    async def heard(self, seconds: int = 0) -> list[Update]:
        """The updates since the last time, confirmed by the next call."""
        updates = list(await self.bot.get_updates(offset=self.offset, timeout=seconds))
        if updates:
            self.offset = updates[-1].update_id + 1
        return updates

    async def raw(self, method: str, **arguments: Any) -> dict[str, Any]:
        """A call without any library: the whole JSON answer."""
        answer = await self.web.post(f"/bot{TOKEN}/{method}", json=arguments)
        said: dict[str, Any] = answer.json()
        assert answer.status_code == said.get("error_code", 200)
        return said

    async def refused(self, method: str, **arguments: Any) -> tuple[int, str]:
        said = await self.raw(method, **arguments)
        assert said["ok"] is False, said
        return said["error_code"], said["description"]


@asynccontextmanager
async def town(**how: Any) -> AsyncIterator[Town]:
    app = build_app(**how)
    place = listen(0)
    url = f"http://127.0.0.1:{place.getsockname()[1]}"
    server = DemoServer(app)
    serving = asyncio.create_task(server.serve(sockets=[place]))
    async with (
        httpx.AsyncClient(base_url=url, timeout=20) as web,
        Bot(TOKEN, base_url=f"{url}/bot", base_file_url=f"{url}/file/bot") as bot,
    ):
        yield Town(app, url, bot, web)
    server.should_exit = True
    await serving


def in_town(test: Callable[[Town], Awaitable[None]]) -> Callable[[], None]:
    """Run an async test in a town of its own."""

    @functools.wraps(test)
    def run() -> None:
        async def whole() -> None:
            async with town() as place:
                await test(place)

        asyncio.run(whole())

    del run.__wrapped__  # or pytest would look for a fixture named like the argument
    return run
