"""The feed of everything that people can see happen: messages, edits, answers to a press, the clock.

Numbers each change, keeps the latest ones and wakes whoever waits. The page and the tests read it; what a
change means is written by `world.py`.
"""

import asyncio
from collections import deque
from itertools import islice
from typing import Any

Change = dict[str, Any]


class Changes:
    """At most `keep` changes; older ones are forgotten, their numbers never come back."""

    def __init__(self, keep: int = 100_000) -> None:
        self._kept: deque[Change] = deque(maxlen=keep)
        self._waiting: list[asyncio.Future[None]] = []
        self.last = 0
        self.closed = False

    def tell(self, kind: str, **what: Any) -> None:
        """Write a change down and wake those who wait."""
        self.last += 1
        self._kept.append({"seq": self.last, "kind": kind, **what})
        if self._waiting:
            self._wake()

    def _wake(self) -> None:
        for waiting in self._waiting:
            if not waiting.done():
                waiting.set_result(None)
        self._waiting.clear()

    def close(self) -> None:
        """Let nobody wait any longer: the server stops."""
        self.closed = True
        self._wake()

    def since(self, seq: int) -> list[Change]:
        """The kept changes after number `seq`."""
        missing = self.last - seq
        if missing <= 0:
            return []
        newest = list(islice(reversed(self._kept), missing))  # from this end, because the other may be far away
        return newest[::-1]

    async def wait(self, seq: int, seconds: float) -> list[Change]:
        """The changes after `seq`, as soon as there is one; none after `seconds`."""
        found = self.since(seq)
        if found or seconds <= 0 or self.closed:
            return found
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append(waiting)
        try:
            await asyncio.wait_for(waiting, seconds)
        except TimeoutError:
            return self.since(seq)  # a change may have come while the waiting ended
        finally:
            if waiting in self._waiting:
                self._waiting.remove(waiting)
        return self.since(seq)
