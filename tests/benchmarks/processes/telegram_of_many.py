"""A Bot API server for any number of bots, each known by its token: as much of one as they need for a few words.

The strict one of the demo serves one bot a process, and a hundred of those would be most of what is measured. It lives
in the event loop of the benchmark, so that a wait begins and ends on one clock.
"""

import asyncio
import itertools
import time
from collections import Counter, defaultdict
from typing import Any

import msgspec
from aiohttp import web

DAY = 1_693_548_000
"""The date of every message: 1 September 2023, as Unix counts seconds."""


class TelegramOfMany:
    """The server. Use as an asynchronous context; `url` is its address then."""

    def __init__(self) -> None:
        self._waiting: dict[str, asyncio.Queue[dict[str, Any]]] = defaultdict(asyncio.Queue)
        self._kept: dict[str, list[dict[str, Any]]] = defaultdict(list)
        self._numbers, self._turns = itertools.count(1), itertools.count(1)
        self._asked: dict[tuple[str, int], float] = {}
        self.waits: list[float] = []
        """Seconds from each person's words to the first answer."""
        self.said_at: dict[tuple[str, int], float] = {}
        """When each bot (its token) last said something in each chat, on the clock of `time.perf_counter`."""
        self.said: Counter[tuple[str, int]] = Counter()
        """How many messages each bot has sent into each chat."""
        self.refused: set[str] = set()
        """Tokens that the server does not know, for as long as they stand here."""
        self.flooded: set[str] = set()
        """Bots every second message of which is put off for a second."""

    async def __aenter__(self) -> "TelegramOfMany":
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self._called)
        self._runner = web.AppRunner(app, access_log=None)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0, backlog=1024)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._runner.cleanup()

    def write(self, token: str, chat: int, text: str) -> None:
        """Let a person write to a bot in the chat that has their number."""
        number = next(self._numbers)
        person = {"id": chat, "is_bot": False, "first_name": "Anna", "language_code": "sv"}
        message = {"message_id": number, "date": DAY, "chat": {"id": chat, "type": "private", "first_name": "Anna"}}
        self._asked[token, chat] = time.perf_counter()
        update = {"update_id": number, "message": {**message, "from": person, "text": text}}
        self._waiting[token].put_nowait(update)

    def unanswered(self) -> int:
        """How many people wait for the first answer."""
        return len(self._asked)

    async def _called(self, request: web.Request) -> web.Response:
        token, method = request.match_info["token"], request.match_info["method"]
        body = msgspec.json.decode(await request.read() or b"{}")
        if token in self.refused:
            return _refused(401, "Unauthorized")
        if token in self.flooded and method.lower() == "sendmessage" and next(self._turns) % 2:
            return _refused(429, "Too Many Requests: retry after 1", parameters={"retry_after": 1})
        result = await self._updates(token, body) if method.lower() == "getupdates" else self._done(token, method, body)
        return web.Response(body=msgspec.json.encode({"ok": True, "result": result}), content_type="application/json")

    async def _updates(self, token: str, body: dict[str, Any]) -> list[dict[str, Any]]:
        kept, queue = self._kept[token], self._waiting[token]
        kept[:] = [update for update in kept if update["update_id"] >= int(body.get("offset") or 0)]
        if not kept:
            try:
                kept.append(await asyncio.wait_for(queue.get(), float(body.get("timeout") or 0)))
            except TimeoutError:
                return []
        while not queue.empty():
            kept.append(queue.get_nowait())
        return kept

    def _done(self, token: str, method: str, body: dict[str, Any]) -> Any:
        match method.lower():
            case "getme":
                number = int(token.partition(":")[0])
                return {"id": number, "is_bot": True, "first_name": "Lots", "username": f"lots_{number}_bot"}
            case "getmycommands":
                return []
            case "getmydescription" | "getmyshortdescription" | "getmyname":
                return {}
            case "getwebhookinfo":
                return {"url": "", "has_custom_certificate": False, "pending_update_count": 0}
            case "sendmessage":
                return self._said(token, int(body["chat_id"]), str(body.get("text", "")))
        return True

    def _said(self, token: str, chat: int, text: str) -> dict[str, Any]:
        now = self.said_at[token, chat] = time.perf_counter()
        asked = self._asked.pop((token, chat), None)
        self.said[token, chat] += 1
        self.waits += [now - asked] if asked is not None else []
        return {"message_id": next(self._numbers), "date": DAY, "chat": {"id": chat, "type": "private"}, "text": text}


def _refused(code: int, description: str, **more: Any) -> web.Response:
    said = {"ok": False, "error_code": code, "description": description, **more}
    return web.Response(body=msgspec.json.encode(said), status=code, content_type="application/json")
