"""A bot among several: it is started again whenever it ends by a fault, a little later each time.

What ends it is told in the log and at /health. The others hear nothing of it. Where other processes have the bot
too, it runs while this one leads it.
"""

import asyncio
from contextlib import suppress
from urllib.parse import urlsplit

from structlog.contextvars import bind_contextvars

from bot.clock import Now
from bot.log import log, where
from bot.process.bots.doors import Doors
from bot.process.bots.leading import Lead, Leading
from bot.process.bots.one_bot import BotSetup, OneBot
from bot.telegram.calls.pools import Pools
from bot.telegram.gateway import WrongToken
from storage.errors import StorageError

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 60.0
"""Seconds between the starts of a bot that ends at once, doubled each time: a token that somebody renews, or a database
that comes back, is noticed within a minute, and trying costs one call."""


class Supervised:
    """Runs a bot until `stop` is called."""

    def __init__(self, setup: BotSetup, now: Now, doors: Doors, pools: Pools, leading: Leading) -> None:
        self.setup = setup
        self._leading = leading
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
        async with self._leading.standing(self.setup.name, self.setup.settings.database_url) as lead:
            pause = FIRST_PAUSE
            while await self._led(lead):
                begun = asyncio.get_running_loop().time()
                await self._live(lead)
                if asyncio.get_running_loop().time() - begun > LONGEST_PAUSE:
                    pause = FIRST_PAUSE
                if lead.granted.is_set():
                    await self._rest(pause)
                    pause = min(pause * 2, LONGEST_PAUSE)
        self._doors.forget(self.setup.name)

    async def _led(self, lead: Lead) -> bool:
        """Wait until this process leads the bot; return False if it is to stop instead."""
        if not (lead.granted.is_set() or self._stop.is_set()):
            self._doors.stand_by(self.setup.name, urlsplit(self.setup.settings.webhook_url).path)
            granted, stopped = asyncio.create_task(lead.granted.wait()), asyncio.create_task(self._stop.wait())
            await asyncio.wait((granted, stopped), return_when=asyncio.FIRST_COMPLETED)
            granted.cancel()
            stopped.cancel()
            self._doors.shut(self.setup.name, "starting")
        return not self._stop.is_set()

    async def _live(self, lead: Lead) -> None:
        self._bot = bot = OneBot(self.setup, self._now, self._doors, self._pools)
        try:
            with lead.running(bot.stop):
                await bot.run()
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
