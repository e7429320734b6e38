"""How fast Lots may speak: Telegram's limits as token buckets.

30 messages a second in all, one a second in a private chat with a small burst, 20 a minute in a group; a 429 halts
one chat, or everything. Decides only when; what is sent, and in which order, is the deliverer's matter.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rate:
    """A bucket's measure: so many a second on average, so many at once."""

    per_second: float
    burst: float


@dataclass(frozen=True, slots=True)
class Rates:
    """The limits in force, a little below Telegram's own, which counts at its end of the line. None: no limit."""

    overall: Rate | None = Rate(29.5, 24)
    """Of 30 messages a second to all chats (Bots FAQ, "My bot is hitting limits"): measured, 98 % of it and no 429."""
    private: Rate | None = Rate(1, 3)
    """Of 1 message a second in a chat, with short bursts that Telegram lets pass (Bots FAQ)."""
    group: Rate | None = Rate(20 / 60, 18)
    """Of 20 messages a minute in a group (Bots FAQ)."""
    bulk: Rate | None = Rate(29.5, 3)
    """For what may wait behind answers: as many messages a second in all, evenly. The burst is for answers alone, and
    what leaves evenly is written down before much more has left: a crash repeats only one or two of it. Three at once
    make up for 0.1 s in which the database had other things to do."""


NEARLY = 1e-9
"""Part of a token: what adding up fractions of a second may lack of a whole one."""
TELEGRAM = Rates()
UNLIMITED = Rates(None, None, None, None)


@dataclass(slots=True)
class Bucket:
    """A token bucket. Times are seconds of one monotonic clock that the caller reads."""

    rate: Rate
    tokens: float
    at: float

    def wait(self, now: float) -> float:
        """Return how many seconds are left until a token is there; 0 if one is there now."""
        self.tokens = min(self.rate.burst, self.tokens + max(0.0, now - self.at) * self.rate.per_second)
        self.at = max(now, self.at)
        return 0.0 if self.tokens >= 1 - NEARLY else (1 - self.tokens) / self.rate.per_second

    def whole(self, now: float) -> int:
        """Return how many whole tokens are there."""
        self.wait(now)
        return int(self.tokens + NEARLY)

    def take(self) -> None:
        """Spend one token."""
        self.tokens -= 1


@dataclass(slots=True)
class Limiter:
    """The buckets of one bot. A chat's bucket is forgotten once it would be full again."""

    rates: Rates = TELEGRAM
    _chats: dict[int, Bucket] = field(default_factory=dict)
    _halts: dict[int, float] = field(default_factory=dict)
    _overall: Bucket | None = field(init=False)
    _bulk: Bucket | None = field(init=False)

    def __post_init__(self) -> None:
        self._overall, self._bulk = _full(self.rates.overall), _full(self.rates.bulk)

    def wait(self, chat: int, now: float) -> float:
        """Return how many seconds a chat must wait before its next message, for its own sake."""
        halted = self._halts.get(chat, 0.0) - now
        if halted > 0:
            return halted
        self._halts.pop(chat, None)
        bucket = self._bucket(chat, now)
        return bucket.wait(now) if bucket else 0.0

    def wait_overall(self, now: float) -> float:
        """Return how many seconds everybody must wait."""
        return self._overall.wait(now) if self._overall else 0.0

    def allowed_now(self, now: float) -> int | None:
        """Return how many messages may go out right now, whoever gets them; None for any number."""
        return self._overall.whole(now) if self._overall else None

    def wait_bulk(self, now: float) -> float:
        """Return how many seconds bulk must wait before the next one of it may be taken for sending."""
        return self._bulk.wait(now) if self._bulk else 0.0

    def bulk_allowed_now(self, now: float) -> int | None:
        """Return how many bulk messages may be taken for sending right now; None for any number."""
        return self._bulk.whole(now) if self._bulk else None

    def take_bulk(self) -> None:
        """Count one bulk message that is taken for sending."""
        if self._bulk:
            self._bulk.take()

    def take(self, chat: int, now: float) -> None:
        """Count one message to a chat."""
        bucket = self._bucket(chat, now)
        if bucket:
            bucket.take()
        if self._overall:
            self._overall.take()

    def halt(self, chat: int, until: float) -> None:
        """Let a chat rest until an instant, as a 429 demands."""
        self._halts[chat] = max(until, self._halts.get(chat, 0.0))

    def forget_idle(self, now: float) -> None:
        """Drop the buckets of chats that have been quiet long enough to be full."""
        full = [chat for chat, b in self._chats.items() if b.tokens + (now - b.at) * b.rate.per_second >= b.rate.burst]
        for chat in full:
            del self._chats[chat]
        for chat in [chat for chat, until in self._halts.items() if until <= now]:
            del self._halts[chat]

    def _bucket(self, chat: int, now: float) -> Bucket | None:
        rate = self.rates.private if chat > 0 else self.rates.group
        if rate is None:
            return None
        return self._chats.setdefault(chat, Bucket(rate, rate.burst, now))


def _full(rate: Rate | None) -> Bucket | None:
    return Bucket(rate, rate.burst, 0.0) if rate else None
