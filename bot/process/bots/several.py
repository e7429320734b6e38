"""The bots that live side by side in a process: begun, ended, and compared with the settings as they now stand.

On a reload what is new begins, what is gone stops, what was changed begins anew, and the others notice nothing.
"""

import asyncio
from collections.abc import Callable, Sequence

from bot.clock import Now
from bot.log import log
from bot.process.bots.doors import Doors
from bot.process.bots.leading import Leading
from bot.process.bots.one_bot import BotSetup
from bot.process.bots.supervised import Supervised
from bot.settings_files import SettingsError
from bot.telegram.calls.pools import Pools
from knowledge.municipality.load import PackError

Reread = Callable[[], Sequence[BotSetup]]
"""Reads the settings again. Raises `SettingsError` or `PackError`."""


class SeveralBots:
    """Runs bots until `stop` is called; what ends one is its own matter."""

    def __init__(self, setups: Sequence[BotSetup], now: Now, doors: Doors, reread: Reread | None = None) -> None:
        self._setups = setups
        self._now = now
        self._doors = doors
        self._reread = reread
        self._pools = Pools()
        self._leading = Leading()
        self._stop = asyncio.Event()
        self._bots: dict[str, Supervised] = {}
        self._running: dict[str, asyncio.Task[None]] = {}
        self._reloading: asyncio.Task[None] | None = None

    def stop(self) -> None:
        """Ask for a clean stop of all."""
        self._stop.set()

    async def run(self) -> None:
        """Run until stopped."""
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

    def reload(self) -> None:
        """Begin to compare what runs with the settings, unless that is being done."""
        if self._reread is not None and (self._reloading is None or self._reloading.done()):
            self._reloading = asyncio.create_task(self._compare(self._reread))

    def _begin(self, setup: BotSetup) -> None:
        """Start a bot; one of its name that still runs ends before."""
        before = self._running.get(setup.name)
        self._bots[setup.name] = bot = Supervised(setup, self._now, self._doors, self._pools, self._leading)
        self._running[setup.name] = running = asyncio.create_task(_after(before, bot))
        running.add_done_callback(lambda ended: self._forget(setup.name, ended))

    def _forget(self, name: str, ended: asyncio.Task[None]) -> None:
        if self._running.get(name) is ended:
            del self._running[name]

    async def _compare(self, reread: Reread) -> None:
        """Let run what is wanted now. What is wrong with the settings changes nothing."""
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
