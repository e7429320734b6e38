"""How updates reach the bot: polling with offsets, one poller at a time, the webhook with its secret."""

import asyncio
from typing import Any

import msgspec
import pytest
import uvicorn
from telegram import Update
from telegram.error import Conflict

from bot.demo.doors.serve import configured, listen
from tests.bot.demo.town import Town, in_town


def texts(updates: list[Update]) -> list[str | None]:
    return [update.message and update.message.text for update in updates]


@in_town
async def test_an_update_stays_until_a_higher_offset_is_asked_for(town: Town) -> None:
    anna = await town.person()
    for text in ("ett", "två", "tre"):
        await town.post(f"/people/{anna}/write", {"text": text})
    first = list(await town.bot.get_updates(offset=town.offset))
    again = list(await town.bot.get_updates(offset=town.offset, limit=2))
    assert (texts(first), texts(again)) == (["ett", "två", "tre"], ["ett", "två"])
    rest = list(await town.bot.get_updates(offset=first[1].update_id + 1))
    assert texts(rest) == ["tre"]
    assert texts(list(await town.bot.get_updates(offset=-1))) == ["tre"]
    assert await town.bot.get_updates(offset=first[2].update_id + 1) == ()


@in_town
async def test_a_long_poll_wakes_at_once(town: Town) -> None:
    anna = await town.person()
    poll = asyncio.create_task(town.heard(30))
    await asyncio.sleep(0.05)
    await town.post(f"/people/{anna}/write", {"text": "hej"})
    assert texts(await asyncio.wait_for(poll, 5)) == ["hej"]


@in_town
async def test_a_second_poller_ends_the_first(town: Town) -> None:
    anna = await town.person()
    first = asyncio.create_task(town.refused("getUpdates", offset=town.offset, timeout=30))
    await asyncio.sleep(0.1)
    second = asyncio.create_task(town.heard(30))
    assert await first == (
        409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    )
    await town.post(f"/people/{anna}/write", {"text": "hej"})
    assert texts(await second) == ["hej"]


@in_town
async def test_allowed_updates_are_remembered(town: Town) -> None:
    anna = await town.person()
    await town.bot.get_updates(offset=town.offset, allowed_updates=["message"])
    assert (await town.post(f"/people/{anna}/block"))["update_id"] is None
    await town.post(f"/people/{anna}/unblock")
    assert (await town.post(f"/people/{anna}/write", {"text": "hej"}))["update_id"]
    assert texts(await town.heard()) == ["hej"]


@in_town
async def test_numbers_that_start_again(town: Town) -> None:
    anna = await town.person()
    await town.post(f"/people/{anna}/write", {"text": "förr"})
    old = await town.heard()
    await town.post("/faults/restart", {"first": 500})
    await town.post(f"/people/{anna}/write", {"text": "nu"})
    new = await town.heard()
    assert (texts(old), texts(new), new[0].update_id) == (["förr"], ["nu"], 500)
    assert await town.bot.get_updates(offset=town.offset) == ()
    await town.post(f"/people/{anna}/write", {"text": "sen"})
    for _ in range(2):  # an offset that lies in no stretch of numbers confirms nothing
        assert texts(list(await town.bot.get_updates(offset=900_000_000))) == ["sen"]


@in_town
async def test_poison_is_delivered_as_it_stands(town: Town) -> None:
    said = await town.post("/faults/update", {"message": {"message_id": "not a number"}})
    updates = (await town.raw("getUpdates"))["result"]
    assert updates == [{"update_id": said["update_id"], "message": {"message_id": "not a number"}}]


class Hook:
    """A bot's webhook: refuses as often as told, then takes everything down."""

    def __init__(self, refusals: int) -> None:
        self.refusals = refusals
        self.taken: list[dict[str, Any]] = []
        self.secrets: set[bytes] = set()
        self.full = asyncio.Event()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        body = (await receive())["body"]
        self.secrets.add(dict(scope["headers"])[b"x-telegram-bot-api-secret-token"])
        self.refusals -= 1
        status = 503 if self.refusals >= 0 else 200
        if status == 200:
            self.taken.append(msgspec.json.decode(body))
        if len(self.taken) == 6:
            self.full.set()
        await send({"type": "http.response.start", "status": status, "headers": [(b"content-length", b"0")]})
        await send({"type": "http.response.body", "body": b""})


@in_town
async def test_webhook_with_secret_and_retry(town: Town) -> None:
    hook, place = Hook(refusals=2), listen(0)
    server = uvicorn.Server(configured(hook))  # type: ignore[arg-type]
    serving = asyncio.create_task(server.serve(sockets=[place]))
    anna, mikko = await town.person(), await town.person("Mikko")
    await town.heard()
    await town.post("/faults/webhook", {"seconds": 0.01})
    url = f"http://127.0.0.1:{place.getsockname()[1]}/hook"
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
    server.should_exit = True
    await serving


@in_town
async def test_refused_webhooks(town: Town) -> None:
    assert await town.refused("setWebhook", url="ftp://x") == (
        400,
        "Bad Request: bad webhook: An HTTPS URL must be provided for webhook",
    )
    assert await town.refused("setWebhook", url="https://x.example", secret_token="å") == (
        400,
        "Bad Request: secret token contains unallowed characters",
    )
