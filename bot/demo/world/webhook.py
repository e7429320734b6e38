"""Updates brought to the bot: one POST each with the secret in its header, repeated until it is taken or too old.

Order holds within a line of updates, lines go side by side as many as the bot asked for. Which updates wait, and in
which line, is decided by `updates.py`; with a webhook set, getUpdates is refused by `methods/receiving.py`.
"""

import asyncio
import math
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import msgspec
from pyreqwest.client import Client, ClientBuilder
from pyreqwest.exceptions import PyreqwestError

from bot.demo.rules import links
from bot.demo.rules.refusals import Refusal, bad_request, flood
from bot.demo.world.faults import Faults
from bot.demo.world.updates import Line, Pending, Updates

MOST_CONNECTIONS = 100
"""Bot API, setWebhook, max_connections."""
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
LONGEST_SECRET = 256
"""Bot API, setWebhook, secret_token: 1 to 256 characters."""
SET_SECONDS = 1.0
"""So long a second setWebhook is refused (telegram-bot-api, Client.cpp 15735)."""
LONGEST_WAIT = 60.0
"""Seconds until an update is brought again, at most, or up to twice as many by chance (WebhookActor.h and .cpp 513)."""
LONGEST_ASKED = 3600.0
"""As long as the bot may ask for with Retry-After, in seconds (WebhookActor.cpp 505)."""
GONE_SECONDS = 23 * 3600
"""After so long of nothing but 410 the webhook is taken away (WebhookActor.h)."""
TERMINATED = (409, "Conflict: terminated by setWebhook request")
TIMEOUT = timedelta(seconds=60)
"""How long a delivery may take. The Bot API names no length; chosen here."""


@dataclass(slots=True)
class Target:
    """Where updates go. `connections` deliveries run at a time at most."""

    url: str
    secret: str = ""
    connections: int = 40  # Bot API, setWebhook, max_connections: 1 to 100, 40 if nothing is said
    error: str = ""
    error_at: int = 0
    gone_since: float | None = None

    def is_like(self, url: str, secret: str, connections: int) -> bool:
        """Whether it is set in just this way."""
        return (self.url, self.secret, self.connections) == (url, secret, connections)


@dataclass(slots=True)
class Webhook:
    """The deliveries of one bot. After a first refusal an update comes again at once, then after twice `patience`
    (seconds), four times and so on.
    """

    updates: Updates
    faults: Faults
    patience: float = 1.0
    target: Target | None = None
    _running: asyncio.Task[None] | None = None
    _set_at: float = -SET_SECONDS
    _busy: set[Line] = field(default_factory=set)
    _under_way: set[asyncio.Task[None]] = field(default_factory=set)

    def set(self, url: str, secret: str, connections: int) -> None:
        """Send updates there from now on. Plain http is taken, as by Telegram's own local server."""
        if time.monotonic() < self._set_at + SET_SECONDS:
            raise flood(math.ceil(SET_SECONDS))
        self._set_at = time.monotonic()
        connections = min(max(connections, 1), MOST_CONNECTIONS)
        if self.target is not None and self.target.is_like(url, secret, connections):
            return
        _check(url, secret)
        self.stop()
        self.updates.evict(Refusal(*TERMINATED))
        self.target = Target(url, secret, connections)
        self._running = asyncio.create_task(self._run(self.target))

    def under_way(self) -> int:
        """How many updates have been brought and not yet taken."""
        return len(self._under_way)

    def stop(self) -> None:
        """Send nothing more; what was under way waits in the queue again."""
        for task in [*self._under_way, *([self._running] if self._running else [])]:
            task.cancel()
        self.target = self._running = None
        self._busy = set()

    async def _run(self, target: Target) -> None:
        async with ClientBuilder().timeout(TIMEOUT).build() as client:
            try:
                while True:
                    await self._next(target, client)
            finally:
                for task in self._under_way:
                    task.cancel()

    async def _next(self, target: Target, client: Client) -> None:
        self.updates.on_push.clear()
        found = self.updates.first(self._busy) if len(self._under_way) < target.connections else None
        if found is None:
            await self.updates.on_push.wait()
            return
        self._busy.add(found.line)
        task = asyncio.create_task(self._bring(target, client, found))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _bring(self, target: Target, client: Client, pending: Pending) -> None:
        settled = False
        try:
            for one in self.faults.delivered([pending.update], [pending.update]):
                await self._brought(target, client, one, pending.expires)
            settled = True
        finally:
            if not settled:
                self.updates.put_back(pending)
            self._busy.discard(pending.line)
            self.updates.on_push.set()

    async def _brought(self, target: Target, client: Client, update: dict[str, Any], expires: float) -> None:
        """Bring an update as often as it takes, or until it would be too old."""
        own = waits(self.patience, self.patience * LONGEST_WAIT * self.faults.dice.uniform(1, 2))
        while (asked := await self._post(target, client, update)) is not None:
            wait = asked or next(own)
            if self.updates.now() + wait > expires:
                return
            await asyncio.sleep(wait)

    async def _post(self, target: Target, client: Client, update: dict[str, Any]) -> float | None:
        """None where the update was taken, else the seconds that the bot asked for (0: our own choice)."""
        headers = {"Content-Type": "application/json"}
        if target.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = target.secret
        try:
            call = client.post(target.url).headers(headers).body_bytes(msgspec.json.encode(update))
            answer = await call.build().send()
            self._note(target, answer.status)
            if answer.status // 100 == 2:
                return None
            target.error = f"Wrong response from the webhook: {answer.status} {_phrase(answer.status)}"
            asked = answer.get_header("Retry-After") or ""
        except PyreqwestError as problem:
            target.error, asked = f"Connection failed: {type(problem).__name__}", ""
        target.error_at = int(time.time())
        return min(float(asked), LONGEST_ASKED) if asked.isdigit() else 0.0

    def _note(self, target: Target, status: int) -> None:
        """Take the webhook away when the bot has answered nothing but 410 for long enough."""
        if status != HTTPStatus.GONE:
            target.gone_since = None
        elif target.gone_since is None:
            target.gone_since = self.updates.now()
        elif self.updates.now() > target.gone_since + GONE_SECONDS:
            asyncio.get_running_loop().call_soon(self.stop)


def waits(patience: float, longest: float) -> Iterator[float]:
    """How many seconds an update waits after each refusal: none after the first, then ever twice as many
    (WebhookActor.cpp 500).
    """
    yield 0.0
    while True:
        patience = min(patience * 2, longest)
        yield patience


def _check(url: str, secret: str) -> None:
    try:
        links.parts_of(url)
    except links.WrongLink:
        raise bad_request("invalid webhook URL specified") from None
    if len(secret) > LONGEST_SECRET:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"
