"""The queue of updates: numbered, kept until the bot confirms them or they are too old, given to one poller.

Decides offsets and patience as Telegram's own server does (telegram-bot-api, Client.cpp 15700 and 16321, and
td/tddb/td/db/TQueue.cpp 295), which kinds the bot wants, and what happens when the numbering starts again. The webhook
(`webhook.py`) empties the same queue, line by line.
"""

import asyncio
import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.demo.rules.refusals import OTHER_POLLER, Refusal

KINDS = frozenset({
    "message", "edited_message", "channel_post", "edited_channel_post", "inline_query", "chosen_inline_result",
    "callback_query", "shipping_query", "pre_checkout_query", "poll", "poll_answer", "my_chat_member", "chat_member",
    "chat_join_request", "chat_boost", "removed_chat_boost", "message_reaction", "message_reaction_count",
    "business_connection", "business_message", "edited_business_message", "deleted_business_messages",
    "purchased_paid_media", "managed_bot", "guest_message",
})  # fmt: skip
"""Bot API, Update: all kinds."""
QUIET = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
LIMIT = 100
"""Bot API, getUpdates, limit: 1 to 100 updates."""
LONGEST_SECONDS = 50
"""How long getUpdates waits at most, whatever is asked for: a constant of Telegram's own server (Client.h)."""
PRESS_SECONDS = 150
"""How long a press waits for the bot (Client.cpp 17161). Afterwards the bot never hears of it."""
KEPT_SECONDS = 86_400
"""How long all else waits, from the date that stands in it (Client.cpp 17053, 17270)."""
AGAIN_SECONDS = 3.0
"""So long the same question waits at least that comes again within this time (Client.cpp 15714)."""
AT_ONCE_SECONDS = 0.5
"""One that comes again so soon gets a single update (Client.cpp 15717)."""
BEYOND = 10
"""In numbers of updates: so far beyond the newest an offset still counts (TQueue.cpp 303)."""
CONFLICT_SECONDS = 3.0
"""How long a 409 waits that comes so soon after another one (Client.cpp 16238)."""
Line = tuple[str, int]
"""In which order updates are brought: those of one line one after the other, the lines side by side (Client.cpp 17158,
17279). Messages have the line of their chat, presses that of the person, memberships a line of the chat of their own.
"""


@dataclass(slots=True)
class _Era:
    """A stretch of numbers that only grow."""

    first: int
    next: int


@dataclass(frozen=True, slots=True)
class Pending:
    """An update that waits, until an instant in unix seconds of the world's clock. `era` counts the stretches."""

    era: int
    line: Line
    expires: float
    update: dict[str, Any]


class Updates:
    """The updates that wait for the bot. `now` gives unix seconds of the world's clock; patience is real time."""

    def __init__(self, now: Callable[[], float] = time.time, first: int = 100_000_001) -> None:
        self.now = now
        self._pending: deque[Pending] = deque()
        self._eras = [_Era(first, first)]
        self._poller: asyncio.Future[None] | None = None
        self._soonest = math.inf
        self._asked = (-1, 0.0)
        self._next_conflict = 0.0
        self.allowed: frozenset[str] | None = None
        self.given: list[dict[str, Any]] = []
        self.on_push: asyncio.Event = asyncio.Event()

    def __len__(self) -> int:
        self._forget_old()
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
        whole = {"update_id": number, **update}
        self._keep(Pending(len(self._eras) - 1, line_of(update), self._expiry(update), whole))
        self.on_push.set()
        if self._poller is not None:
            _wake(self._poller)
        return number

    def _keep(self, pending: Pending) -> None:
        self._pending.append(pending)
        self._soonest = min(self._soonest, pending.expires)

    def restart(self, first: int) -> None:
        """Let the numbering start again, as Telegram does after a week of silence."""
        self._eras.append(_Era(first, first))

    def close(self) -> None:
        """End a poll that waits: the server stops."""
        if self._poller is not None:
            _wake(self._poller)

    def allow(self, kinds: list[str] | None) -> None:
        """Which kinds the bot wants: None leaves the choice as it is, a list without a known kind means the usual."""
        if kinds is not None:
            self.allowed = frozenset(kind.lower() for kind in kinds) & KINDS or None

    async def poll(self, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        """What getUpdates answers. A poller that must wait ends another one's waiting with 409."""
        limit, seconds = self._slowed(offset, min(max(limit, 1), LIMIT), seconds)
        self._confirm(offset)
        if not len(self) and seconds > 0:
            self.evict(Refusal(*OTHER_POLLER))
            await self._wait(min(seconds, LONGEST_SECONDS))
        return [self._pending[place].update for place in range(min(limit, len(self)))]

    def evict(self, refusal: Refusal) -> None:
        """End the waiting of a poller."""
        if self._poller is not None and not self._poller.done():
            self._poller.set_exception(refusal)

    async def conflict(self, refusal: Refusal) -> Refusal:
        """A 409, after a while if there was one just before."""
        if time.monotonic() < self._next_conflict:
            await asyncio.sleep(CONFLICT_SECONDS)
        else:
            self._next_conflict = time.monotonic() + CONFLICT_SECONDS
        return refusal

    def _slowed(self, offset: int, limit: int, seconds: float) -> tuple[int, float]:
        """How many updates a question gets and how long it waits: one that is repeated at once is slowed down."""
        (before, when), now = self._asked, time.monotonic()
        self._asked = (offset, now)
        if offset != before or now >= when + AGAIN_SECONDS:
            return limit, seconds
        return (1 if now < when + AT_ONCE_SECONDS else limit), max(seconds, AGAIN_SECONDS)

    async def _wait(self, seconds: float) -> None:
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._poller = waiting
        alarm = asyncio.get_running_loop().call_later(seconds, _wake, waiting)
        try:
            await waiting
        except Refusal as refusal:
            raise await self.conflict(refusal) from None
        finally:
            alarm.cancel()
            if self._poller is waiting:
                self._poller = None

    def _expiry(self, update: dict[str, Any]) -> float:
        for kind, what in update.items():
            if kind == "callback_query":
                return self.now() + PRESS_SECONDS
            date = (what.get("edit_date") or what.get("date")) if isinstance(what, dict) else None
            if isinstance(date, int):
                return date + KEPT_SECONDS
        return self.now() + KEPT_SECONDS

    def _forget_old(self) -> None:
        now = self.now()
        if now >= self._soonest:
            self._pending = deque(one for one in self._pending if one.expires > now)
            self._soonest = min((one.expires for one in self._pending), default=math.inf)

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
            if self._eras[place].first <= offset <= self._eras[place].next + BEYOND:
                return place
        return None

    @staticmethod
    def _before(pending: Pending, era: int, offset: int) -> bool:
        return pending.era < era or (pending.era == era and pending.update["update_id"] < offset)

    def first(self, busy: set[Line]) -> Pending | None:
        """Take out the oldest update of a line that is not busy; for the webhook."""
        self._forget_old()
        for place, pending in enumerate(self._pending):
            if pending.line not in busy:
                del self._pending[place]
                return pending
        return None

    def put_back(self, pending: Pending) -> None:
        """Queue an update again that could not be brought, at the head."""
        self._pending.appendleft(pending)
        self._soonest = min(self._soonest, pending.expires)

    def forget(self) -> None:
        """Drop everything that waits."""
        self._pending.clear()


def _wake(waiting: asyncio.Future[None]) -> None:
    if not waiting.done():
        waiting.set_result(None)


def line_of(update: dict[str, Any]) -> Line:
    """The line that an update stands in."""
    for kind, what in update.items():
        if not isinstance(what, dict):
            continue
        if kind == "callback_query":
            return kind, _id(what, "from")
        return ("my_chat_member" if kind == "my_chat_member" else "chat"), _id(what, "chat")
    return "chat", 0


def _id(holder: dict[str, Any], name: str) -> int:
    """An id in an update, which may be poison; 0 for none."""
    found = holder.get(name)
    number = found.get("id") if isinstance(found, dict) else None
    return number if isinstance(number, int) else 0
