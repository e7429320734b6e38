"""Tells Telegram that a pressed button was noticed, so that the person's screen stops waiting.

It happens at once and outside every transaction; if it fails nothing is lost, so failures are passed over in silence.
"""

import asyncio
from collections.abc import Sequence
from typing import Any

from bot.telegram.gateway import Gateway
from bot.telegram.refusal import Undeliverable

IN_FLIGHT = 4
"""How many calls are under way at one time: presses are answered beside the messages, with half as many connections."""


class Acknowledger:
    """Answers callback queries in the background, a few at a time."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self._tasks: set[asyncio.Task[None]] = set()
        self._places = asyncio.Semaphore(IN_FLIGHT)

    def acknowledge(self, updates: Sequence[Any]) -> None:
        """Answer the callback queries among raw updates; returns at once."""
        for update in updates:
            query = update.get("callback_query") if isinstance(update, dict) else None
            if isinstance(query, dict) and isinstance(query.get("id"), str):
                task = asyncio.create_task(self._answer(query["id"]))
                self._tasks.add(task)
                task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Drop what is not answered yet."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _answer(self, query: str) -> None:
        async with self._places:
            try:
                await self._gateway.call("answerCallbackQuery", {"callback_query_id": query})
            except Undeliverable:
                return  # "query is too old" after a restart, or a network hiccup: the work is done all the same
