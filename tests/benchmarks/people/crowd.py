"""Many people in one process: each does the next act of a script as soon as the last one was answered.

People come over HTTP, their acts in batches through /acts and what they see through /changes. Whoever has come to the
end of the script gives the place to somebody new. What is measured is seen from here, at the people's side,
over HTTP and on the clock; `tests/stages/` has neither.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import msgspec

from tests.benchmarks.people.journey import Act

PATIENCE = 30.0
LOOK_SECONDS = 1.0


class Author(msgspec.Struct):
    """Who wrote a message."""

    is_bot: bool = False


class Message(msgspec.Struct):
    """As much of a message as a person needs: its number, who wrote it, whether it has buttons."""

    message_id: int
    author: Author = msgspec.field(name="from", default_factory=Author)
    reply_markup: dict[str, Any] | None = None


class Change(msgspec.Struct):
    """One change of the feed."""

    kind: str
    chat_id: int = 0
    message: Message | None = None


class Feed(msgspec.Struct):
    """What /changes answers."""

    seq: int
    changes: list[Change]


@dataclass(slots=True)
class Person:
    """One person: how far in the script, when the present act was done, where the newest buttons stand."""

    id: int
    at: int = 0
    asked: float = 0.0
    buttons: int = 0


@dataclass(slots=True)
class Load:
    """What a stretch of load came to. Times in seconds; `waits` are those of single answers."""

    answers: int = 0
    seconds: float = 0.0
    waits: list[float] = field(default_factory=list)
    journeys: int = 0


class Crowd:
    """The people of one local Bot API. Use as an asynchronous context."""

    def __init__(self, url: str, script: Sequence[Act]) -> None:
        self._url = url
        self._script = script
        self._people: dict[int, Person] = {}
        self._ready: deque[Person] = deque()
        self._seq = 0
        self.journeys = 0
        self._decode = msgspec.json.Decoder(Feed).decode

    async def __aenter__(self) -> "Crowd":
        self._http = aiohttp.ClientSession(self._url, timeout=aiohttp.ClientTimeout(total=PATIENCE))
        async with self._http.get("/state") as answer:
            self._seq = (await answer.json())["seq"]
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.close()

    async def gather(self, count: int) -> None:
        """Let so many people come together, spread evenly over the script as they would be in life."""
        steps = len(self._script)
        for step in range(1, steps + 1):
            while len(self._people) < count * step // steps:
                await self._newcomer()
            if step < steps:
                await self._act(self._all_ready())
                await self.drain()

    async def press_on(self, seconds: float, warm: float, began: Callable[[], None]) -> Load:
        """Let everybody act as fast as they are answered, and count after `warm` seconds; `began` is called then."""
        start = time.perf_counter() + warm
        await self._until(start, Load())
        began()
        start, load = time.perf_counter(), Load()
        await self._until(start + seconds, load)
        load.seconds = time.perf_counter() - start
        return load

    async def walk(self, seconds: float, each_second: float) -> Load:
        """Let so many people a second do their next act, whether or not others were answered, and see the end of it."""
        start, load, done = time.perf_counter(), Load(seconds=seconds), 0
        watching = asyncio.create_task(self._watch(load))
        while (now := time.perf_counter() - start) < seconds:
            if done < now * each_second and self._ready:
                await self._act([self._ready.popleft()])
                done += 1
            else:
                await asyncio.sleep(0.001)
        await self.rest(watching)
        return load

    async def drain(self) -> None:
        """Wait until everybody who did something has been answered."""
        ends = time.perf_counter() + PATIENCE
        while len(self._ready) < len(self._people):
            if time.perf_counter() > ends:
                raise AssertionError(f"{len(self._people) - len(self._ready)} people were never answered")
            await self._see(LOOK_SECONDS, Load())

    async def rest(self, watching: "asyncio.Task[None]") -> None:
        """Wait until everybody has been answered while somebody else watches the feed; then stop watching."""
        ends = time.perf_counter() + PATIENCE
        while len(self._ready) < len(self._people):
            if time.perf_counter() > ends:
                raise AssertionError(f"{len(self._people) - len(self._ready)} people were never answered")
            await asyncio.sleep(0.01)
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)

    async def _watch(self, load: Load) -> None:
        while True:
            await self._see(LOOK_SECONDS, load)

    async def _until(self, end: float, load: Load) -> None:
        while time.perf_counter() < end:
            if self._ready:
                await self._act(self._all_ready())
            await self._see(max(0.01, min(LOOK_SECONDS, end - time.perf_counter())), load)

    def _all_ready(self) -> list[Person]:
        ready = list(self._ready)
        self._ready.clear()
        return ready

    async def _act(self, people: list[Person]) -> None:
        now = time.perf_counter()
        wanted: list[dict[str, Any]] = []
        for person in people:
            act = self._script[person.at]
            doing: dict[str, Any] = {"act": "press" if act.button else "write", "person": person.id}
            doing |= {"message_id": person.buttons, "button": act.text} if act.button else {"text": act.text}
            person.asked = now
            wanted.append(doing)
        async with self._http.post("/acts", data=msgspec.json.encode(wanted)) as answer:
            if answer.status != 200:
                raise AssertionError(f"an act is not possible: {await answer.text()}")

    async def _see(self, patience: float, load: Load) -> None:
        async with self._http.get(f"/changes?after={self._seq}&timeout={patience:.3f}") as answer:
            feed = self._decode(await answer.read())
        self._seq = feed.seq
        for change in feed.changes:
            person = self._people.get(change.chat_id)
            if person and change.kind == "message" and change.message and change.message.author.is_bot:
                await self._answered(person, change.message, load)

    async def _answered(self, person: Person, message: Message, load: Load) -> None:
        load.answers += 1
        load.waits.append(time.perf_counter() - person.asked)
        person.buttons = message.message_id if message.reply_markup else person.buttons
        person.at += 1
        if person.at < len(self._script):
            self._ready.append(person)
            return
        del self._people[person.id]
        self.journeys += 1
        load.journeys += 1
        await self._newcomer()

    async def _newcomer(self) -> None:
        body = {"first_name": "Anna", "language_code": "sv"}
        async with self._http.post("/people", json=body) as answer:
            person = Person((await answer.json())["id"])
        self._people[person.id] = person
        self._ready.append(person)
