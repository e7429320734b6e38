"""A proxy between Lots and the Bot API that answers some calls wrongly; a seed draws which, and how.

It keeps which messages it hid, so that the ledger can tell a doubt that Lots could not avoid from a message that came
twice for nothing; and it knows how many messages are under way at a moment.
"""

import json
import random
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress

import aiohttp
from aiohttp import web

from tests.chaos.faults.ways_to_lie import PORTAL, REST, WAYS, Way

SENDING = frozenset({"sendmessage", "senddocument", "sendphoto", "editmessagetext"})
KEPT_HEADERS = ("Content-Type",)


class LyingProxy:
    """`url` is its address. `share` of the calls are answered wrongly, 0 makes it honest. `struck` counts by way."""

    def __init__(self, upstream: str, seed: int = 0, share: float = 0.0) -> None:
        self.share = share
        self.url = ""
        self.calls = 0
        self.struck: Counter[str] = Counter()
        self.hidden: set[tuple[int, int]] = set()
        """Chat and number of each message whose call took effect and was answered wrongly."""
        self.most_under_way = 0
        """How many calls that show somebody something had come in and were not answered yet, at most."""
        self._under_way = 0
        self._upstream = upstream
        self._chance = random.Random(seed)

    @asynccontextmanager
    async def open(self) -> AsyncIterator["LyingProxy"]:
        """Listen while the block runs."""
        app = web.Application(client_max_size=64 * 1024 * 1024)
        app.router.add_get("/sign-in", _sign_in)
        app.router.add_route("*", "/{path:.*}", self._take)
        runner = web.AppRunner(app, handler_cancellation=True, access_log=None, shutdown_timeout=1)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{runner.addresses[0][1]}"
        unlimited = aiohttp.ClientTimeout(total=None)
        async with aiohttp.ClientSession(timeout=unlimited, connector=aiohttp.TCPConnector(limit=0)) as self._session:
            try:
                yield self
            finally:
                await runner.cleanup()

    async def _take(self, request: web.Request) -> web.StreamResponse:
        method = request.path.rpartition("/")[2].lower()
        with self._counted(method):
            self.calls += 1
            way = self._chance.choice(WAYS) if self._chance.random() < self.share else None
            if way is None:
                return await self._passed_on(request)
            self.struck[way.name] += 1
            return await self._wrongly(request, way, method)

    @contextmanager
    def _counted(self, method: str) -> Iterator[None]:
        shows = method in SENDING
        self._under_way += shows
        self.most_under_way = max(self.most_under_way, self._under_way)
        try:
            yield
        finally:
            self._under_way -= shows

    async def _wrongly(self, request: web.Request, way: Way, method: str) -> web.StreamResponse:
        body = (way.body or "").encode()
        if way.after:
            passed_on = await self._passed_on(request)
            true = passed_on.body
            if not isinstance(true, bytes):  # it broke by itself
                return passed_on
            self._hide(true, method)
            body = true[: len(true) // 2] if way.body is None else body
        if way.cut:
            return await _cut(request, body)
        headers = {"Content-Type": way.kind, **({"Location": way.to} if way.to else {})}
        return web.Response(status=way.status, body=body, headers=headers)

    def _hide(self, true: bytes, method: str) -> None:
        with suppress(json.JSONDecodeError):  # the Bot API was ordered to answer with a page
            answer = json.loads(true)
            if method in SENDING and answer["ok"] and isinstance(answer["result"], dict):
                self.hidden.add((answer["result"]["chat"]["id"], answer["result"]["message_id"]))

    async def _passed_on(self, request: web.Request) -> web.Response:
        body = await request.read()
        headers = {name: request.headers[name] for name in KEPT_HEADERS if name in request.headers}
        url = self._upstream + request.path_qs
        try:
            async with self._session.request(request.method, url, data=body, headers=headers) as answer:
                kind = {"Content-Type": answer.headers.get("Content-Type", "application/json")}
                return web.Response(status=answer.status, body=await answer.read(), headers=kind)
        except aiohttp.ClientConnectionError:  # what broke behind the proxy breaks before it
            _abort(request)
            return web.Response()


async def _sign_in(_request: web.Request) -> web.Response:
    return web.Response(body=PORTAL.encode(), headers={"Content-Type": "text/html"})


async def _cut(request: web.Request, body: bytes) -> web.StreamResponse:
    """Break the connection, after a part of the answer where there is one."""
    answer = web.StreamResponse(headers={"Content-Type": "application/json"})
    if body:
        answer.content_length = len(body) + REST
        await answer.prepare(request)
        await answer.write(body)
    _abort(request)
    return answer


def _abort(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.abort()
