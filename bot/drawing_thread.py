"""The one thread in which files are drawn, and the memory that it gives back.

Drawing takes a tenth of a second and some ten megabytes. python-docx leaves circles behind that Python's collector,
which seldom looks here (`commands/run.py`), would let grow to hundreds of megabytes; so it looks after each drawing,
and what it frees is given back to the system where the C library keeps it for later (glibc does).
"""

import asyncio
import ctypes
import gc
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
ALL = 0  # bytes that the C library may keep at the end of its memory


class DrawingThread:
    """Runs what draws, one after another, so that many orders take the memory of one."""

    def __init__(self) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="drawing")

    async def run(self, draw: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Draw in the thread and return what was drawn. Raises whatever drawing raises."""
        return await asyncio.wrap_future(self._executor.submit(_tidily, partial(draw, *args, **kwargs)))


def _tidily(draw: Callable[[], R]) -> R:
    try:
        return draw()
    finally:
        gc.collect()
        give_back()


def give_back() -> bool:
    """Give freed memory back to the system; return whether there was any, and a C library that can."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return bool(trim and trim(ALL))
