"""One process of Lots: its web server, its bots, and the signals.

One bot is the process: what ends the bot ends the process, so that a supervisor sees it. Several live side by side, and
what ends one is its own matter. SIGTERM and SIGINT stop them cleanly; on SIGHUP several are compared with the settings
as they now stand: what is new begins, what is gone stops, what was changed begins anew, the others notice nothing.
"""

import asyncio
import signal
from collections.abc import Callable, Sequence
from contextlib import AsyncExitStack

from bot.clock import Now
from bot.log import log
from bot.process.bots.doors import Doors
from bot.process.bots.one_bot import BotSetup, OneBot
from bot.process.bots.supervised import Supervised
from bot.process.web_server import PortTaken, WebServer
from bot.settings_files import SettingsError
from bot.telegram.calls.pools import Pools
from knowledge.municipality.load import PackError

Reread = Callable[[], Sequence[BotSetup]]
"""Reads the settings again. Raises `SettingsError` or `PackError`."""


class App:
    """One process of Lots. `run` returns when `stop` was called or a signal came.

    One bot without a name is alone in its process; bots with names are several, even if there is only one just now.
    """

    def __init__(self, setups: Sequence[BotSetup], now: Now, reread: Reread | None = None) -> None:
        self._setups = setups
        self._now = now
        self._reread = reread
        several = bool(setups[0].name)
        self._doors = Doors(several=several)
        self._alone = None if several else OneBot(setups[0], now, self._doors)
        self._pools = Pools()
        self._stop = asyncio.Event()
        self._bots: dict[str, Supervised] = {}
        self._running: dict[str, asyncio.Task[None]] = {}
        self._reloading: asyncio.Task[None] | None = None

    def stop(self) -> None:
        """Ask for a clean stop."""
        self._stop.set()
        if self._alone:
            self._alone.stop()

    async def run(self) -> None:
        """Run until stopped. Raise `PortTaken`; one bot alone also `WrongToken` or a `StorageError`."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stop)
        async with AsyncExitStack() as stack:
            if self._alone:
                await self._run_alone(self._alone, stack)
            else:
                self._serve(stack)
                await self._run_several()

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
        if (address := self._setups[0].settings.address) is not None:
            web = WebServer(address, self._doors.routes())
            web.start()
            stack.push_async_callback(web.stop)

    async def _run_several(self) -> None:
        asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, self._begin_reload)
        await self._pools.open()
        try:
            for setup in self._setups:
                self._begin(setup)
            await self._stop.wait()
            for bot in self._bots.values():
                bot.stop()
            await asyncio.gather(*self._running.values())
        finally:
            await self._pools.close()

    def _begin(self, setup: BotSetup) -> None:
        """Start a bot; one of its name that still runs ends before."""
        before = self._running.get(setup.name)
        self._bots[setup.name] = bot = Supervised(setup, self._now, self._doors, self._pools)
        self._running[setup.name] = asyncio.create_task(_after(before, bot))

    def _begin_reload(self) -> None:
        if self._reread is not None and (self._reloading is None or self._reloading.done()):
            self._reloading = asyncio.create_task(self._reload(self._reread))

    async def _reload(self, reread: Reread) -> None:
        """Compare what runs with the settings as they now stand. What is wrong with them changes nothing."""
        try:
            wanted = {setup.name: setup for setup in await asyncio.to_thread(reread)}
        except (SettingsError, PackError) as error:
            log().error(
                "the settings are wrong, so everything goes on as before", why="; ".join(map(str, error.problems))
            )
            return
        gone = [name for name in self._bots if name not in wanted]
        changed = [name for name, bot in self._bots.items() if name in wanted and _differ(bot.setup, wanted[name])]
        new = [name for name in wanted if name not in self._bots]
        for name in (*gone, *changed):
            self._bots.pop(name).stop()
        for name in (*changed, *new):
            self._begin(wanted[name])
        log().info("read the settings again", new=" ".join(new), changed=" ".join(changed), gone=" ".join(gone))


def _differ(one: BotSetup, other: BotSetup) -> bool:
    return one.settings != other.settings or one.dialogs.world.packs != other.dialogs.world.packs


async def _after(before: asyncio.Task[None] | None, bot: Supervised) -> None:
    if before is not None:
        await asyncio.wait((before,))
    await bot.run()
