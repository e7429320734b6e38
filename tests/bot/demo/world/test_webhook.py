"""How updates are brought to the bot: the secret, the order, the repeats, and when they end."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import islice
from typing import Any

import msgspec
import pytest
import uvicorn
from telegram.error import Conflict

from bot.demo.doors.serve import configured, listen
from bot.demo.world.webhook import SET_SECONDS, waits
from tests.bot.demo.town import Town, in_town


class Hook:
    """A bot's webhook: refuses as often as told, then takes everything down. It is full with `full_at` updates."""

    def __init__(self, refusals: int = 0, full_at: int = 6, status: int = 503, retry_after: int = 0) -> None:
        self.refusals = refusals
        self.headers = [(b"content-length", b"0"), (b"retry-after", str(retry_after).encode())]
        self.full_at = full_at
        self.status = status
        self.calls: list[float] = []
        self.taken: list[dict[str, Any]] = []
        self.secrets: set[bytes] = set()
        self.full = asyncio.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        body = (await receive())["body"]
        self.calls.append(time.monotonic())
        self.secrets.add(dict(scope["headers"])[b"x-telegram-bot-api-secret-token"])
        self.refusals -= 1
        status = self.status if self.refusals >= 0 else 200
        if status == 200:
            self.taken.append(msgspec.json.decode(body))
        if len(self.taken) == self.full_at:
            self.full.set()
        await send({"type": "http.response.start", "status": status, "headers": self.headers})
        await send({"type": "http.response.body", "body": b""})


@asynccontextmanager
async def listening(hook: Any) -> AsyncIterator[str]:
    place = listen(0)
    server = uvicorn.Server(configured(hook))
    serving = asyncio.create_task(server.serve(sockets=[place]))
    yield f"http://127.0.0.1:{place.getsockname()[1]}/hook"
    server.should_exit = True
    await serving


@in_town
async def test_webhook_with_secret_and_retry(town: Town) -> None:
    hook = Hook(refusals=2)
    anna, mikko = await town.person(), await town.person("Mikko")
    await town.heard()
    await town.post("/faults/webhook", {"seconds": 0.01})
    async with listening(hook) as url:
        await town.bot.set_webhook(url, secret_token="a_secret-1", max_connections=4)
        with pytest.raises(Conflict, match="can't use getUpdates method while webhook is active"):
            await town.bot.get_updates()
        for text in ("1", "2", "3"):
            await town.post("/acts", [{"act": "write", "person": who, "text": text} for who in (anna, mikko)])
        await asyncio.wait_for(hook.full.wait(), 20)
        by_chat = {
            who: [one["message"]["text"] for one in hook.taken if one["message"]["chat"]["id"] == who]
            for who in (anna, mikko)
        }
        assert (by_chat, hook.secrets) == ({anna: ["1", "2", "3"], mikko: ["1", "2", "3"]}, {b"a_secret-1"})
        while (info := await town.bot.get_webhook_info()).pending_update_count:  # noqa: ASYNC110 - answers on their way
            await asyncio.sleep(0.01)
        assert (info.url, info.pending_update_count, info.max_connections) == (url, 0, 4)
        assert info.last_error_message == "Wrong response from the webhook: 503 Service Unavailable"
        await town.bot.delete_webhook()
        assert await town.bot.get_updates() == ()


def test_the_first_repeat_comes_at_once_and_each_later_one_waits_twice_as_long() -> None:
    assert list(islice(waits(1.0, 70.0), 9)) == [0.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 70.0, 70.0]


@in_town
async def test_the_bot_may_name_a_longer_wait(town: Town) -> None:
    hook = Hook(refusals=1, full_at=1, retry_after=1)
    anna = await town.person()
    async with listening(hook) as url:
        await town.bot.set_webhook(url, secret_token="s", drop_pending_updates=True)
        await town.post(f"/people/{anna}/write", {"text": "hej"})
        await asyncio.wait_for(hook.full.wait(), 20)
    [first, second] = hook.calls
    assert second - first >= 1


@in_town
async def test_what_becomes_too_old_while_the_bot_refuses_it_never_comes(town: Town) -> None:
    hook = Hook(refusals=1, full_at=1)
    anna = await town.person()
    sent = await town.bot.send_message(anna, "?")
    updates = town.app.world.updates
    async with listening(hook) as url:
        await town.bot.set_webhook(url, secret_token="s", drop_pending_updates=True)
        now = updates.now
        updates.now = lambda: now() + 151 * bool(hook.calls)
        await town.post(f"/people/{anna}/press", {"message_id": sent.message_id, "data": "p0"})
        while not hook.calls:  # noqa: ASYNC110 - the hook tells of it in no other way
            await asyncio.sleep(0.01)
        await town.post(f"/people/{anna}/write", {"text": "hej"})
        await asyncio.wait_for(hook.full.wait(), 20)
    assert [sorted(update) for update in hook.taken] == [["message", "update_id"]]


@in_town
async def test_a_press_overtakes_a_message_that_is_refused(town: Town) -> None:
    class Picky(Hook):
        async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
            got = await receive()
            self.refusals = 2 if b'"callback_query"' not in got["body"] and not self.full.is_set() else 0

            async def again() -> Any:
                return got

            await super().__call__(scope, again, send)

    hook = Picky(full_at=1)
    anna = await town.person()
    sent = await town.bot.send_message(anna, "?")
    await town.post("/faults/webhook", {"seconds": 0.05})
    async with listening(hook) as url:
        await town.bot.set_webhook(url, secret_token="s", drop_pending_updates=True)
        await town.post(f"/people/{anna}/write", {"text": "hej"})
        await town.post(f"/people/{anna}/press", {"message_id": sent.message_id, "data": "p0"})
        await asyncio.wait_for(hook.full.wait(), 20)
    assert "callback_query" in hook.taken[0]


@in_town
async def test_a_webhook_that_is_gone_for_a_day_is_taken_away(town: Town) -> None:
    hook = Hook(refusals=10**6, status=410)
    anna = await town.person()
    await town.post("/faults/webhook", {"seconds": 0.01})
    updates = town.app.world.updates
    async with listening(hook) as url:
        await town.bot.set_webhook(url, secret_token="s", drop_pending_updates=True)
        await town.post(f"/people/{anna}/write", {"text": "hej"})
        while len(hook.calls) < 2:  # noqa: ASYNC110 - the hook tells of it in no other way
            await asyncio.sleep(0.01)
        now = updates.now
        updates.now = lambda: now() + 23 * 3600 + 1
        while (await town.bot.get_webhook_info()).url:  # noqa: ASYNC110 - nothing tells of it
            await asyncio.sleep(0.01)
    assert [update.message and update.message.text for update in await town.heard()] == ["hej"]


@in_town
async def test_a_second_webhook_in_the_same_second_is_one_too_many(town: Town) -> None:
    async with listening(Hook()) as url:
        assert (await town.raw("setWebhook", url=url))["ok"]
        assert await town.refused("setWebhook", url=url) == (429, "Too Many Requests: retry after 1")


@in_town
async def test_refused_webhooks(town: Town) -> None:
    for url, secret, words in (
        ("ftp://x", "", "invalid webhook URL specified"),
        ("https://x.example", "å", "secret token contains unallowed characters"),
        ("https://x.example", "x" * 257, "secret token is too long"),
    ):
        assert await town.refused("setWebhook", url=url, secret_token=secret) == (400, f"Bad Request: {words}")
        await asyncio.sleep(SET_SECONDS)
