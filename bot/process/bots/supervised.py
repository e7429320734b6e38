"""A bot among several: it is started again whenever it ends by a fault, a little later each time.

What ends it is told in the log and at /health. The others hear nothing of it.
"""

import asyncio
from contextlib import suppress

from structlog.contextvars import bind_contextvars

from bot.clock import Now
from bot.log import log, where
from bot.process.bots.doors import Doors
from bot.process.bots.one_bot import BotSetup, OneBot
from bot.telegram.calls.pools import Pools
from bot.telegram.gateway import WrongToken
from storage.errors import StorageError

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
"""Seconds between the starts of a bot that ends at once, doubled each time: a token that somebody renews, or a database
that comes back, is noticed within a minute, and trying costs one call."""


class Supervised:
    """Runs a bot until `stop` is called."""

    def __init__(self, setup: BotSetup, now: Now, doors: Doors, pools: Pools) -> None:
        self.setup = setup
        self._now = now
        self._doors = doors
        self._pools = pools
        self._bot: OneBot | None = None
        self._stop = asyncio.Event()

    def stop(self) -> None:
        """Ask for a clean stop."""
        self._stop.set()
        if self._bot is not None:
            self._bot.stop()

    async def run(self) -> None:
        """Run the bot, however often that takes. Whatever ends it, this returns only when it was stopped."""
        bind_contextvars(bot=self.setup.name)
        self._doors.shut(self.setup.name, "starting")
        pause = FIRST_PAUSE
        while not self._stop.is_set():
            begun = asyncio.get_running_loop().time()
            await self._live()
            if asyncio.get_running_loop().time() - begun > LONGEST_PAUSE:
                pause = FIRST_PAUSE
            await self._rest(pause)
            pause = min(pause * 2, LONGEST_PAUSE)
        self._doors.forget(self.setup.name)

    async def _live(self) -> None:
        self._bot = OneBot(self.setup, self._now, self._doors, self._pools)
        try:
            await self._bot.run()
        except Exception as error:  # noqa: BLE001 - whatever it is, it concerns this bot alone
            why = _told(error)
            log().error("the bot does not run", why=why)
            self._doors.shut(self.setup.name, why)
        finally:
            self._bot = None

    async def _rest(self, seconds: float) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._stop.wait()


def _told(error: BaseException) -> str:
    """Return why a bot does not run, without a word that a person wrote."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    if isinstance(error, WrongToken):
        return "Telegram refuses the token"
    return str(error) if isinstance(error, StorageError) else where(error)
