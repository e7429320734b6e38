"""Reads long words ahead in a thread of its own, one update after another; only their chat waits for it."""

import asyncio
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from bot.log import log, where
from bot.turns.reading_ahead import ReadingAhead, Rehearsal


class Reader:
    """Rehearses what must be read first. `arrived` is set when a chat may go on."""

    def __init__(self, ahead: ReadingAhead, arrived: asyncio.Event) -> None:
        self._ahead = ahead
        self._arrived = arrived
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="reading")
        self._reading: set[asyncio.Task[None]] = set()

    def begin(self, rehearsals: Iterable[Rehearsal]) -> None:
        """Let chats wait and read for them; those that wait already are being read for."""
        for rehearsal in filter(self._ahead.begin, rehearsals):
            task = asyncio.create_task(self._read(rehearsal))
            self._reading.add(task)
            task.add_done_callback(self._reading.discard)

    async def close(self) -> None:
        """End the thread when what it reads now is read. What would come after it stands in the inbox."""
        self._executor.shutdown(wait=False, cancel_futures=True)
        await asyncio.gather(*self._reading, return_exceptions=True)

    async def _read(self, rehearsal: Rehearsal) -> None:
        try:
            await asyncio.get_running_loop().run_in_executor(self._executor, rehearsal.play)
        except Exception as error:  # noqa: BLE001 - the step that counts will fail again, and that is written down
            log().info("reading ahead", update=rehearsal.update, error=where(error))
        finally:
            self._ahead.end(rehearsal)
            self._arrived.set()
