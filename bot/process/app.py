"""One process of Lots: its web server, its bots, and the signals.

One bot is the process: what ends the bot ends the process, so that a supervisor sees it. Several live side by side, and
what ends one is its own matter. SIGTERM and SIGINT stop them cleanly; on SIGHUP several are compared with the settings
as they now stand.
"""

import asyncio
import signal
from collections.abc import Sequence
from contextlib import AsyncExitStack

from bot.clock import Now
from bot.process.bots.doors import Doors
from bot.process.bots.one_bot import BotSetup, OneBot
from bot.process.bots.several import Reread, SeveralBots
from bot.process.web_server import PortTaken, WebServer


class App:
    """One process of Lots. `run` returns when `stop` was called or a signal came.

    One bot without a name is alone in its process; bots with names are several, even if there is only one just now.
    """

    def __init__(self, setups: Sequence[BotSetup], now: Now, reread: Reread | None = None) -> None:
        self._address = setups[0].settings.address
        several = bool(setups[0].name)
        self._doors = Doors(several=several)
        self._bots = SeveralBots(setups, now, self._doors, reread) if several else OneBot(setups[0], now, self._doors)

    def stop(self) -> None:
        """Ask for a clean stop."""
        self._bots.stop()

    async def run(self) -> None:
        """Run until stopped. Raise `PortTaken`; one bot alone also `WrongToken` or a `StorageError`."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stop)
        async with AsyncExitStack() as stack:
            if isinstance(self._bots, OneBot):
                await self._run_alone(self._bots, stack)
            else:
                loop.add_signal_handler(signal.SIGHUP, self._bots.reload)
                self._serve(stack)
                await self._bots.run()

    async def _run_alone(self, bot: OneBot, stack: AsyncExitStack) -> None:
        """Run the one bot of the process. Its pages are there as soon as its database is open, and not before."""
        running = asyncio.create_task(bot.run())
        opened = asyncio.create_task(self._doors.opened.wait())
        await asyncio.wait((running, opened), return_when=asyncio.FIRST_COMPLETED)
        opened.cancel()
        try:
            if not running.done():
                self._serve(stack)
        except PortTaken:
            bot.stop()
            await asyncio.wait((running,))
            raise
        await running

    def _serve(self, stack: AsyncExitStack) -> None:
        if self._address is not None:
            web = WebServer(self._address, self._doors.routes())
            web.start()
            stack.push_async_callback(web.stop)
