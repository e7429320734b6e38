"""People who ask one question each at random moments while somebody else keeps the bot busy, and how long they wait.

What is measured is seen from here, at the people's side: from the act to the first answer in the feed of changes.
"""

import asyncio
import random
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import aiohttp
import msgspec

from tests.benchmarks.people.crowd import Feed
from tests.benchmarks.people.texts import QUESTIONS
from tests.bot.running import TOKEN

SETTLED = ("hej", "Vasa")
"""What everybody has said before: the municipality is chosen, so that a question gets its answer."""
LOOK_SECONDS = 1.0
LOOK_AGAIN_SECONDS = 0.2


@dataclass(slots=True)
class Wait:
    """How long one person waited in seconds; None: no answer came within the patience."""

    asked: float
    answered: float | None = None

    @property
    def seconds(self) -> float | None:
        """From the act to the answer."""
        return None if self.answered is None else self.answered - self.asked


class Onlookers:
    """The people around somebody who keeps the bot busy. Use as an asynchronous context.

    `health` is the address of the bot's health page; `seed` decides when they ask.
    """

    def __init__(self, url: str, health: str = "", seed: int = 1) -> None:
        self._url, self._health = url, health
        self._chance = random.Random(seed)
        self._settled: list[int] = []
        self._waiting: dict[int, Wait] = {}
        self._decode = msgspec.json.Decoder(Feed).decode
        self._news = asyncio.Event()

    async def __aenter__(self) -> "Onlookers":
        self._http = aiohttp.ClientSession(self._url, timeout=aiohttp.ClientTimeout(total=600))
        self._seq = (await self._get("/state"))["seq"]
        self._reading = asyncio.create_task(self._read())
        return self

    async def __aexit__(self, *_: object) -> None:
        self._reading.cancel()
        await asyncio.gather(self._reading, return_exceptions=True)
        await self._http.close()

    async def settle(self, count: int, patience: float = 60.0) -> list[int]:
        """Let so many people come who have chosen their municipality; they are the next to ask. Return their chats."""
        came = [await self.newcomer() for _ in range(count)]
        for words in SETTLED:
            await self.all_answered([await self.writes(chat, words) for chat in came], patience)
        await self.idle(patience)
        self._settled += came
        return came

    async def newcomer(self) -> int:
        """Somebody who has never written."""
        body = {"first_name": "Anna", "language_code": "sv"}
        async with self._http.post("/people", json=body) as answer:
            return int((await answer.json())["id"])

    async def writes(self, chat: int, *texts: str) -> Wait:
        """Somebody writes, several texts at once where there are several; the wait ends with the first answer."""
        return await self.acts(chat, *({"act": "write", "person": chat, "text": text} for text in texts))

    async def write_at_once(self, chats: list[int], text: str) -> list[Wait]:
        """All of these write the same, in one go; each wait ends with the first answer in its chat."""
        now = time.perf_counter()
        waits = {chat: Wait(now) for chat in chats}
        self._waiting |= waits
        await self._post([{"act": "write", "person": chat, "text": text} for chat in chats])
        return list(waits.values())

    async def acts(self, chat: int, *acts: dict[str, Any]) -> Wait:
        """Somebody does something that is answered in this chat."""
        self._waiting[chat] = wait = Wait(time.perf_counter())
        await self._post(list(acts))
        return wait

    async def _post(self, acts: list[dict[str, Any]]) -> None:
        async with self._http.post("/acts", json=acts) as answer:
            if answer.status // 100 != 2:
                raise AssertionError(f"an act is not possible: {await answer.text()}")

    async def ask(self, each_second: float, more: Callable[[], bool], most: int) -> list[Wait]:
        """Let settled people ask at random moments, `most` at most, for as long as `more`; wait for no answer."""
        waits: list[Wait] = []
        while more() and self._settled and len(waits) < most:
            await asyncio.sleep(self._chance.expovariate(each_second))
            waits.append(await self.writes(self._settled.pop(), self._chance.choice(QUESTIONS)))
        return waits

    async def all_answered(self, waits: list[Wait], patience: float) -> None:
        """Wait until all these have been answered, or until patience ends."""
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while any(wait.answered is None for wait in waits):
                    self._news.clear()
                    await self._news.wait()

    async def idle(self, patience: float) -> float:
        """Seconds until nothing is left to be fetched, handled or sent; infinite where patience ended before."""
        began = time.perf_counter()
        with suppress(TimeoutError):
            async with asyncio.timeout(patience):
                while not await self._is_idle():  # noqa: ASYNC110 - the bot tells nobody
                    await asyncio.sleep(LOOK_AGAIN_SECONDS)
                return time.perf_counter() - began
        return float("inf")

    async def _is_idle(self) -> bool:
        if (await self._get(f"/bot{TOKEN}/getWebhookInfo"))["result"]["pending_update_count"]:
            return False
        try:
            said = await self._get(self._health)
        except (aiohttp.ClientError, TimeoutError, ValueError):
            return False
        outbox = said.get("outbox", {"pending": 1, "sending": 1})
        return not (said.get("waiting", 1) or outbox["pending"] or outbox["sending"])

    async def _get(self, path: str) -> Any:
        async with self._http.get(path) as answer:
            return await answer.json()

    async def _read(self) -> None:
        while True:
            async with self._http.get(f"/changes?after={self._seq}&timeout={LOOK_SECONDS}") as answer:
                feed = self._decode(await answer.read())
            now, self._seq = time.perf_counter(), feed.seq
            for change in feed.changes:
                if change.kind == "message" and change.message and change.message.author.is_bot:
                    self._answered(change.chat_id, now)
            self._news.set()

    def _answered(self, chat: int, now: float) -> None:
        if wait := self._waiting.pop(chat, None):
            wait.answered = now
