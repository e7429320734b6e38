"""Where a trial is held: a build of Lots on a core of its own, and on the others the local Bot API and the people.

With two cores each side has one. How much of theirs the Bot API and the people used is told beside the figures, because
what they cannot do in time would be counted as the bot's slowness.
"""

import os
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.people.onlookers import Onlookers
from tests.benchmarks.processes.bots import Running, Telegram, await_polling, lots
from tests.benchmarks.processes.builds import Build
from tests.benchmarks.processes.machine import OF_THE_BOT, OF_THE_RIG, cpu_seconds, on_cores


@dataclass(slots=True)
class Site:
    """A bot with its Bot API. `rig` is the largest part of a core that those who drive it used."""

    build: Build
    folder: Path
    telegram: Telegram
    bot: Running
    rig: float = 0.0

    @property
    def health(self) -> str:
        """The address of the bot's health page."""
        return f"http://{self.bot.settings['LOTS_LISTEN']}/health"

    @asynccontextmanager
    async def onlookers(self) -> AsyncIterator[Onlookers]:
        """The people around."""
        async with Onlookers(self.telegram.url, self.health) as people:
            yield people

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Note how much of a core the Bot API and the people use meanwhile."""
        pids, began = [os.getpid(), self.telegram.pid], time.perf_counter()
        before = cpu_seconds(pids)
        yield
        used = (cpu_seconds(pids) - before) / (time.perf_counter() - began)
        self.rig = max(self.rig, used / len(OF_THE_RIG))

    def again(self, **more: str) -> None:
        """End the bot and start it anew on its database, with other settings."""
        self.bot.close()
        self.telegram.ask("/calls", method="DELETE")
        self.bot = _started(self.telegram, self.folder, self.build, **more)


@contextmanager
def site(build: Build, *options: str, **more: str) -> Iterator[Site]:
    """Start a build on an empty database beside a local Bot API with these options; `more` are settings."""
    with ExitStack() as stack, on_cores(OF_THE_RIG):
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="lots-bench-")))
        telegram = Telegram(*options)
        stack.callback(telegram.close)
        here = Site(build, folder, telegram, _started(telegram, folder, build, **more))
        stack.callback(lambda: here.bot.close())
        yield here


def _started(telegram: Telegram, folder: Path, build: Build, **more: str) -> Running:
    with on_cores(OF_THE_BOT):
        bot = lots(telegram, f"sqlite:///{folder}/lots.db", folder, build, **more)
    await_polling(telegram, bot)
    return bot
