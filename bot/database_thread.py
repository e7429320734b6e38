"""The one thread that touches the database.

Whatever belongs to one transaction runs here from begin to commit, so the event loop never waits for a disk and two
transactions of this process never meet. It decides nothing.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class DatabaseThread:
    """Runs functions one after another in its own thread."""

    def __init__(self) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")
        self._running = 0
        self.idle = asyncio.Event()
        """Set while nothing runs or waits to run."""
        self.idle.set()

    async def run(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a function in the thread and return its result; a cancelled caller does not stop it half-way."""
        future = asyncio.wrap_future(self._executor.submit(function, *args, **kwargs))
        self._running += 1
        self.idle.clear()
        future.add_done_callback(self._done)
        return await asyncio.shield(future)

    def when_free(self, call: Callable[[], object]) -> None:
        """Call something on the event loop as soon as the thread has done all that it was given before."""
        free = asyncio.wrap_future(self._executor.submit(bool))
        free.add_done_callback(lambda _free: call())

    def _done(self, _future: object) -> None:
        self._running -= 1
        if not self._running:
            self.idle.set()

    def close(self) -> None:
        """Let what runs finish and end the thread."""
        self._executor.shutdown(wait=True)
