"""Very many reminders due in one minute, with Telegram's limits at both ends, while people go on talking."""

import asyncio
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.databases.filling import FIRST_CHAT
from tests.benchmarks.people.crowd import Crowd, Load
from tests.benchmarks.people.journey import Act
from tests.benchmarks.processes.bots import Telegram, await_polling, lots
from tests.benchmarks.processes.builds import Build
from tests.benchmarks.processes.machine import resident_megabytes
from tests.benchmarks.reports.tables import percentile
from tests.benchmarks.trials.reminders.program import run

LIMIT = 30.0
"""Messages a second that Telegram takes of a bot (Bots FAQ, "My bot is hitting limits")."""
CALM = 4.0
"""Acts a second of the people who go on talking."""
PEOPLE = 24
SCRIPT = (Act("hej"), Act("hej"))
SHOWN_MORE = 40.0
"""In seconds: how much longer than the window people must be known whose reminders go out."""


@dataclass(frozen=True, slots=True)
class Sent:
    """What was seen: waits for an answer in seconds without reminders and beside them, messages a second, how many were
    refused with 429, and MB of memory before the first reminder, after the first window, and at the end.
    """

    calm: list[float]
    beside: list[float]
    rate: float
    refused: int
    memory: tuple[float, float, float]

    @property
    def usual(self) -> float:
        """Milliseconds that an answer waits without them, 99th percentile."""
        return 1000 * percentile(self.calm, 0.99)

    @property
    def late(self) -> float:
        """Milliseconds that an answer waits beside them, 99th percentile."""
        return 1000 * percentile(self.beside, 0.99)


def sent(build: Build, due: int, seconds: float) -> Sent:
    """Let so many become due, and look for some seconds: while they are written, and later while they go out."""
    with tempfile.TemporaryDirectory(prefix="lots-bench-") as name, ExitStack() as stack:
        folder, telegram = Path(name), Telegram("--limits")
        stack.callback(telegram.close)
        url = f"sqlite:///{folder}/lots.db"
        run(build, "fill", url, due, due)
        calm = _without(build, telegram, folder, seconds)
        telegram.ask("/calls", method="DELETE")
        for number in range(min(due, int(LIMIT * (2 * seconds + SHOWN_MORE)))):
            telegram.person("Anna", id=FIRST_CHAT + number)
        bot = lots(telegram, url, folder, build, LOTS_RATE="telegram")
        stack.callback(bot.close)
        await_polling(telegram, bot)
        before = resident_megabytes(bot.pid)
        telegram.wait(lambda: len(telegram.calls("sendMessage")) > LIMIT)
        written = _walked(telegram, seconds)
        middle = resident_megabytes(bot.pid)
        later = _walked(telegram, seconds)
        memory = (before, middle, resident_megabytes(bot.pid))
        calls = telegram.calls("sendMessage")
        last = calls[-1]["at"]
        rate = sum(last - seconds < call["at"] <= last for call in calls) / seconds
        refused = sum(call["answered"] == 429 for call in calls)
        return Sent(calm, [*written.waits, *later.waits], rate, refused, memory)


def _without(build: Build, telegram: Telegram, folder: Path, seconds: float) -> list[float]:
    bot = lots(telegram, f"sqlite:///{folder}/calm.db", folder, build, LOTS_RATE="telegram")
    try:
        await_polling(telegram, bot)
        time.sleep(1)
        return _walked(telegram, seconds).waits
    finally:
        bot.close()


def _walked(telegram: Telegram, seconds: float) -> Load:
    async def walk() -> Load:
        async with Crowd(telegram.url, SCRIPT) as crowd:
            await crowd.gather(PEOPLE)
            await crowd.walk(1.0, CALM)
            return await crowd.walk(seconds, CALM)

    return asyncio.run(walk())
