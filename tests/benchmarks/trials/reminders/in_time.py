"""How late a due reminder leaves, seen from the Bot API, and what a bot uses that waits for the next one.

The former commit looks every other second, by whichever clock. This tree wakes for the nearest row, but only by the
machine's own clock, on which no round of the packs is open: so there a clock of the practice timer stands for all.
"""

import json
import tempfile
import time
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

from storage.database import Database
from tests.benchmarks.databases.filling import FIRST_CHAT, NOW, pour
from tests.benchmarks.processes.bots import Running, Telegram, await_polling, lots
from tests.benchmarks.processes.builds import HERE, Build
from tests.benchmarks.processes.machine import cpu_seconds
from tests.benchmarks.trials.reminders.program import run

FIRST_AFTER = 25.0
"""In seconds, so that the bot is up before the first is due."""
APART = 1.3
"""In seconds: no whole number, so that they fall between the looks of a bot that looks at whole ones."""
SETTLE = 8.0
PATIENCE = 30.0


def delays(build: Build, count: int) -> list[float]:
    """Seconds from the instant at which each of so many reminders is due to its call, sorted; inf if none came."""
    with tempfile.TemporaryDirectory(prefix="lots-bench-") as name, ExitStack() as stack:
        folder, telegram = Path(name), Telegram()
        stack.callback(telegram.close)
        for number in range(count):
            telegram.person("Anna", id=FIRST_CHAT + number)
        started = _here(telegram, folder, count) if build is HERE else _former(build, telegram, folder, count)
        bot, first = started
        stack.callback(bot.close)
        await_polling(telegram, bot)
        time.sleep(max(0.0, first - time.time()) + APART * count)
        ends = time.monotonic() + PATIENCE
        while len(calls := telegram.calls("sendMessage")) < count and time.monotonic() < ends:
            time.sleep(0.2)
        came = {int(call["arguments"]["chat_id"]) - FIRST_CHAT: call["at"] for call in calls}
        return sorted(came.get(n, float("inf")) - (first + APART * n) for n in range(count))


def idle(builds: list[Build], seconds: float) -> dict[str, float]:
    """The part of a core that each build uses while nobody writes and nothing is due, all of them at the same time."""
    with tempfile.TemporaryDirectory(prefix="lots-bench-") as name, ExitStack() as stack:
        running: dict[str, Running] = {}
        for number, build in enumerate(builds):
            telegram = Telegram()
            stack.callback(telegram.close)
            folder = Path(name) / str(number)
            folder.mkdir()
            running[build.name] = lots(telegram, f"sqlite:///{folder}/idle.db", folder, build, LOTS_CLOCK="")
            stack.callback(running[build.name].close)
            await_polling(telegram, running[build.name])
        time.sleep(SETTLE)
        before = {name: cpu_seconds([bot.pid]) for name, bot in running.items()}
        time.sleep(seconds)
        return {name: (cpu_seconds([bot.pid]) - before[name]) / seconds for name, bot in running.items()}


def _here(telegram: Telegram, folder: Path, count: int) -> tuple[Running, float]:
    url, first = f"sqlite:///{folder}/lots.db", time.time() + FIRST_AFTER
    database = Database.open(url, "a key for tests, long enough")
    database.upgrade()
    database.close()
    begin = datetime.fromtimestamp(first, UTC)
    rows = ((FIRST_CHAT + number, begin + timedelta(seconds=APART * number)) for number in range(count))
    pour(url, "reminders", ((f"t{chat}", chat, "pitch-timer", f"t{chat}", due, "", "5") for chat, due in rows))
    return lots(telegram, url, folder, LOTS_CLOCK=""), first


def _former(build: Build, telegram: Telegram, folder: Path, count: int) -> tuple[Running, float]:
    url, clock = f"sqlite:///{folder}/lots.db", folder / "clock.json"
    run(build, "spread", url, count, round(APART * count * 1000))
    first = time.time() + FIRST_AFTER
    clock.write_text(json.dumps({"instant": NOW.isoformat(), "set": first}))
    return lots(telegram, url, folder, build, LOTS_CLOCK=f"@{clock}"), first
