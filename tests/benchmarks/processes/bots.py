"""The bots that are measured, each with a local Bot API of its own: what they are started with and how they end.

Lots runs as an operator runs it, `lots run` with all packs; only Telegram's sending limits are off, because the
local server has none. What is done with a bot is decided by the benchmarks.
"""

import json
import os
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

from tests.benchmarks.processes.builds import HERE, Build
from tests.bot.running import TOKEN, LocalBotApi, settings_for

STAFF = -1_001_000_000_001
DAY = "2023-09-01T09:00+03:00"
"""A day on which the round of the journey is open."""
START_SECONDS = 90.0


class Telegram(LocalBotApi):
    """A local Bot API whose process can be looked at, with the navigators' group in it."""

    def __init__(self, *options: str) -> None:
        super().__init__("--keep-calls", "5000", "--keep-messages", "2000", *options)
        self.group(self.person("Nora"), id=STAFF)

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    def polled(self) -> bool:
        """Whether a bot has asked for updates."""
        return bool(self.calls("getUpdates"))


class Running:
    """One process of a bot, of the build that lies here where no other is named."""

    def __init__(self, command: list[str], settings: Mapping[str, str], folder: Path, build: Build = HERE) -> None:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("LOTS_")}
        self.settings, self._folder, self._command = dict(settings), folder, [build.python, *command]
        self._environment = {**clean, **self.settings, "PYTHONPATH": str(build.root)}
        self.log = folder / f"{id(self)}.log"
        self.start()

    def start(self) -> None:
        """Start it, and return at once."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                self._command, cwd=self._folder, env=self._environment, stdout=log, stderr=subprocess.STDOUT
            )

    @property
    def pid(self) -> int:
        """The number of its process."""
        return self._process.pid

    @property
    def ended(self) -> bool:
        """Whether the process is no more."""
        return self._process.poll() is not None

    def close(self) -> None:
        """Ask it to stop, and see to it that it does."""
        if self._process.poll() is None:
            self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()


def lots(telegram: LocalBotApi, database_url: str, folder: Path, build: Build = HERE, **more: str) -> Running:
    """Lots, started on a database."""
    usual = {"LOTS_CLOCK": DAY, "LOTS_STAFF_CHATS": json.dumps({"vasa": STAFF})}
    return Running(["-m", "bot", "run"], settings_for(telegram, database_url, **{**usual, **more}), folder, build)


def rival(name: str, telegram: LocalBotApi, folder: Path) -> Running:
    """One of the bots in `rivals`, started."""
    settings = {"TOKEN": TOKEN, "API_URL": telegram.url, "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/{name}.db"}
    return Running([str(Path(__file__).parents[1] / "rivals" / f"{name}.py")], settings, folder)


def await_polling(telegram: Telegram, *bots: Running) -> None:
    """Wait until the first bot asks for updates, and give the others time to come up."""
    ends = time.monotonic() + START_SECONDS
    while not telegram.polled():
        if time.monotonic() > ends:
            raise AssertionError(f"the bot did not start: {bots[0].log.read_text()[-2000:]}")
        time.sleep(0.05)
    if len(bots) > 1:
        time.sleep(3)
