"""What Lots costs while nobody writes: how fast it comes up, and what it uses when it has nothing to do."""

import tempfile
import time
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks.processes.bots import Telegram, lots
from tests.benchmarks.processes.machine import cpu_seconds, resident_megabytes
from tests.benchmarks.reports.tables import Table, at_most, middle, plain

SETTLE = 2.0


def measure(*, short: bool, big: bool) -> list[Table]:
    """Start several times, then be idle for a while."""
    times, idle = (1, 5.0) if short else (3, 20.0)
    with tempfile.TemporaryDirectory(prefix="lots-bench-") as name:
        folder = Path(name)
        starts = [_starts(folder, number) for number in range(times)]
        used, memory = _idle(folder, idle)
    rows = (
        at_most("cold start to the first answer, tables already there", middle(again for _, again in starts), 2.0, "s"),
        plain("the same with an empty database", middle(first for first, _ in starts), "s"),
        at_most("CPU when idle", 100 * used, 0.5, "% of a core"),
        plain("resident memory when idle, four packs", memory, "MB"),
    )
    return [Table("Standing by", rows)]


def _starts(folder: Path, number: int) -> tuple[float, float]:
    """Seconds from starting the process to the answer to a message that waited already: the first time, and again."""
    with ExitStack() as stack:
        telegram = Telegram()
        stack.callback(telegram.close)
        url = f"sqlite:///{folder}/new{number}.db"
        return _start(telegram, url, folder), _start(telegram, url, folder)


def _start(telegram: Telegram, url: str, folder: Path) -> float:
    person = telegram.person()
    telegram.write(person, "hej")
    began = time.perf_counter()
    bot = lots(telegram, url, folder)
    try:
        telegram.wait(lambda: telegram.said(person))
        return time.perf_counter() - began
    finally:
        bot.close()


def _idle(folder: Path, seconds: float) -> tuple[float, float]:
    with ExitStack() as stack:
        telegram = Telegram()
        stack.callback(telegram.close)
        bot = lots(telegram, f"sqlite:///{folder}/idle.db", folder)
        stack.callback(bot.close)
        person = telegram.person()
        telegram.write(person, "hej")
        telegram.wait(lambda: telegram.said(person))
        time.sleep(SETTLE)
        before = cpu_seconds([bot.pid])
        time.sleep(seconds)
        return (cpu_seconds([bot.pid]) - before) / seconds, resident_megabytes(bot.pid)
