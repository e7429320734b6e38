"""The queue of updates: numbered, kept until the bot confirms them, given to one poller.

Decides offsets as Telegram does (an update is forgotten once a higher offset was asked for), which kinds
the bot wants, and what happens when the numbering starts again. The webhook (`webhook.py`) empties the same
queue.
"""

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import Any

from bot.demo.rules.refusals import OTHER_POLLER, Refusal

QUIET = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
LIMIT = 100
"""Bot API, getUpdates, limit: 1 to 100 updates."""
LONGEST_SECONDS = 50
"""How long getUpdates waits at most, whatever is asked for: a constant of Telegram's own server (Client.h)."""


@dataclass(slots=True)
class _Era:
    """A stretch of numbers that only grow."""

    first: int
    next: int


class Updates:
    """The updates that wait for the bot."""

    def __init__(self, first: int = 100_000_001) -> None:
        self._pending: deque[tuple[int, dict[str, Any]]] = deque()
        self._eras = [_Era(first, first)]
        self._poller: asyncio.Future[None] | None = None
        self.allowed: frozenset[str] | None = None
        self.given: list[dict[str, Any]] = []
        self.on_push: asyncio.Event = asyncio.Event()

    def __len__(self) -> int:
        return len(self._pending)

    def push(self, kind: str, what: Any) -> int | None:
        """Queue an update; its id, or None where the bot does not want this kind."""
        if kind in QUIET if self.allowed is None else kind not in self.allowed:
            return None
        return self.push_raw({kind: what})

    def push_raw(self, update: dict[str, Any]) -> int:
        """Queue any update, even one that no bot can read."""
        era = self._eras[-1]
        number, era.next = era.next, era.next + 1
        self._pending.append((len(self._eras) - 1, {"update_id": number, **update}))
        self.on_push.set()
        if self._poller is not None:
            _wake(self._poller)
        return number

    def restart(self, first: int) -> None:
        """Let the numbering start again, as Telegram does after a week of silence."""
        self._eras.append(_Era(first, first))

    def close(self) -> None:
        """End a poll that waits: the server stops."""
        if self._poller is not None:
            _wake(self._poller)

    def allow(self, kinds: list[str] | None) -> None:
        """Which kinds the bot wants: None leaves the choice as it is, an empty list means the usual ones."""
        if kinds is not None:
            self.allowed = frozenset(kinds) if kinds else None

    async def poll(self, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        """What getUpdates answers. A second poller ends the first one's waiting with 409."""
        self._evict()
        self._confirm(offset)
        if not self._pending and seconds > 0:
            await self._wait(min(seconds, LONGEST_SECONDS))
        return self._take(min(limit, LIMIT) if limit > 0 else LIMIT)

    def _take(self, limit: int) -> list[dict[str, Any]]:
        if limit >= len(self._pending):
            return [update for _, update in self._pending]
        return [self._pending[place][1] for place in range(limit)]

    def _evict(self) -> None:
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(Refusal(*OTHER_POLLER))

    async def _wait(self, seconds: float) -> None:
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poller = waiting
        alarm = asyncio.get_running_loop().call_later(seconds, _wake, waiting)
        try:
            await waiting
        finally:
            alarm.cancel()
            if self._poller is waiting:
                self._poller = None

    def _confirm(self, offset: int) -> None:
        """Forget what an offset confirms. One that lies in no known stretch of numbers confirms nothing."""
        if offset < 0:
            while len(self._pending) > -offset:
                self._pending.popleft()
        elif offset > 0 and (era := self._era(offset)) is not None:
            while self._pending and self._before(self._pending[0], era, offset):
                self._pending.popleft()

    def _era(self, offset: int) -> int | None:
        for place in range(len(self._eras) - 1, -1, -1):
            if self._eras[place].first <= offset <= self._eras[place].next:
                return place
        return None

    @staticmethod
    def _before(pending: tuple[int, dict[str, Any]], era: int, offset: int) -> bool:
        theirs, update = pending
        return theirs < era or (theirs == era and update["update_id"] < offset)

    def first(self, busy: set[int]) -> tuple[int, dict[str, Any]] | None:
        """Take out the oldest update of a chat that is not busy, with its chat; for the webhook."""
        for place, (_, update) in enumerate(self._pending):
            chat = chat_of(update)
            if chat not in busy:
                del self._pending[place]
                return chat, update
        return None

    def put_back(self, update: dict[str, Any]) -> None:
        """Queue an update again that could not be brought, at the head."""
        self._pending.appendleft((len(self._eras) - 1, update))

    def forget(self) -> None:
        """Drop everything that waits."""
        self._pending.clear()


def _wake(waiting: asyncio.Future[None]) -> None:
    if not waiting.done():
        waiting.set_result(None)


def chat_of(update: dict[str, Any]) -> int:
    """The chat that an update belongs to; 0 where it names none."""
    for what in update.values():
        if isinstance(what, dict):
            chat = what.get("chat") or (what.get("message") or {}).get("chat") or {}
            return int(chat.get("id", 0))
    return 0
