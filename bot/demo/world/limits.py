"""Telegram's sending limits, switched on by will: 30 messages a second, 1 a second in a chat, 20 a minute
in a group.

Decides when a message comes too early and how long the bot must wait. A short burst in one private chat
passes, as it does at Telegram. Time here is real time, never the demo's clock.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from bot.demo.rules.refusals import flood


@dataclass(slots=True)
class _Bucket:
    rate: float
    size: float
    level: float
    at: float

    def lacks(self, now: float) -> float:
        """Seconds until a message fits; 0 takes its place at once."""
        self.level = min(self.size, self.level + (now - self.at) * self.rate)
        self.at = now
        return 0.0 if self.level >= 1 else (1 - self.level) / self.rate


class Limits:
    """The buckets of one bot. Off until `on` is set."""

    def __init__(self, *, on: bool = False, clock: Callable[[], float] = time.monotonic) -> None:
        self.on = on
        self._clock = clock
        # Bots FAQ, "My bot is hitting limits": 30 messages a second in all.
        self._all = _Bucket(30, 30, 30, clock())
        self._chats: dict[int, _Bucket] = {}

    def take(self, chat: int) -> None:
        """Count a message into a chat. Raises 429 with whole seconds to wait."""
        if not self.on:
            return
        now = self._clock()
        bucket = self._chats.get(chat) or self._new(chat, now)
        wait = max(self._all.lacks(now), bucket.lacks(now))
        if wait > 0:
            raise flood(max(1, math.ceil(wait)))
        self._all.level -= 1
        bucket.level -= 1

    def _new(self, chat: int, now: float) -> _Bucket:
        # As there: 20 a minute in a group, 1 a second in a chat with short bursts, whose length is chosen here.
        rate, size = (20 / 60, 20.0) if chat < 0 else (1.0, 4.0)
        self._chats[chat] = _Bucket(rate, size, size, now)
        return self._chats[chat]
