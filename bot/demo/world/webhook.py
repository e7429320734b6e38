"""Updates brought to the bot: one POST each with the secret in its header, repeated until it is taken.

Order holds within a chat, chats go side by side as many as the bot asked for. Which updates wait is decided by
`updates.py`; with a webhook set, getUpdates is refused by `methods/receiving.py`.
"""

import asyncio
import re
import time
from dataclasses import dataclass, field
from datetime import timedelta
from http import HTTPStatus
from typing import Any

import msgspec
from pyreqwest.client import Client, ClientBuilder
from pyreqwest.exceptions import PyreqwestError

from bot.demo.rules.refusals import bad_request
from bot.demo.world.faults import Faults
from bot.demo.world.updates import Updates

MOST_CONNECTIONS = 100
"""Bot API, setWebhook, max_connections."""
_SECRET = re.compile(r"[A-Za-z0-9_-]{0,256}")
LONGEST_WAIT = 60.0
"""Seconds until an update is brought again, at most: a constant of Telegram's own server (WebhookActor.h)."""
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


@dataclass(slots=True)
class Webhook:
    """The deliveries of one bot. `patience` is the first wait after a refusal, in seconds; it doubles."""

    updates: Updates
    faults: Faults
    patience: float = 1.0
    target: Target | None = None
    _running: asyncio.Task[None] | None = None
    _busy: set[int] = field(default_factory=set)
    _under_way: set[asyncio.Task[None]] = field(default_factory=set)

    def set(self, url: str, secret: str, connections: int) -> None:
        """Send updates there from now on. Plain http is taken, as by Telegram's own local server."""
        if not url.startswith(("http://", "https://")):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if not _SECRET.fullmatch(secret):
            raise bad_request("secret token contains unallowed characters")
        self.stop()
        self.target = Target(url, secret, min(max(connections, 1), MOST_CONNECTIONS))
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
        chat, update = found
        self._busy.add(chat)
        task = asyncio.create_task(self._bring(target, client, chat, update))
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    async def _bring(self, target: Target, client: Client, chat: int, update: dict[str, Any]) -> None:
        taken = False
        try:
            wait = self.patience
            for one in self.faults.delivered([update], [update]):
                while (asked := await self._post(target, client, one)) is not None:
                    await asyncio.sleep(min(asked or wait, LONGEST_WAIT))
                    wait = min(wait * 2, LONGEST_WAIT)
            taken = True
        finally:
            if not taken:
                self.updates.put_back(update)
            self._busy.discard(chat)
            self.updates.on_push.set()

    async def _post(self, target: Target, client: Client, update: dict[str, Any]) -> float | None:
        """None where the update was taken, else the seconds that the bot asked for (0: our own choice)."""
        headers = {"Content-Type": "application/json"}
        if target.secret:
            headers["X-Telegram-Bot-Api-Secret-Token"] = target.secret
        try:
            call = client.post(target.url).headers(headers).body_bytes(msgspec.json.encode(update))
            answer = await call.build().send()
            if answer.status // 100 == 2:
                return None
            target.error = f"Wrong response from the webhook: {answer.status} {_phrase(answer.status)}"
            asked = answer.get_header("Retry-After") or ""
        except PyreqwestError as problem:
            target.error, asked = f"Connection failed: {type(problem).__name__}", ""
        target.error_at = int(time.time())
        return float(asked) if asked.isdigit() else 0.0


def _phrase(status: int) -> str:
    try:
        return HTTPStatus(status).phrase
    except ValueError:
        return "Unknown"
