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


class Pen:
    """Runs functions one after another in its own thread."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="database")

    async def run(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Run a function in the thread and return its result; a cancelled caller does not stop it half-way."""
        future = self._thread.submit(function, *args, **kwargs)
        return await asyncio.shield(asyncio.wrap_future(future))

    def close(self) -> None:
        """Let what runs finish and end the thread."""
        self._thread.shutdown(wait=True)
