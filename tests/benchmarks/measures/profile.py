"""Where the bot's CPU goes: by room of the house and by tool, on the journey, on SQLite and on PostgreSQL.

The bot is watched while it works (`profiling/sampled.py`), so it is a little slower than elsewhere and these figures
have no goals: they explain the others. Only shares and their order say anything.
"""

import asyncio
import tempfile
import time
from collections import defaultdict
from contextlib import ExitStack
from pathlib import Path

import msgspec

from tests.benchmarks.people.crowd import Crowd, Load
from tests.benchmarks.people.journey import JOURNEY, acts
from tests.benchmarks.processes.bots import DAY, STAFF, Running, Telegram, await_polling
from tests.benchmarks.processes.postgres import PostgreSQL
from tests.benchmarks.reports.tables import Row, Table
from tests.bot.running import settings_for

PEOPLE = 129
PATIENCE = 10.0
SMALLEST = 0.005
"""What makes up less than so much is not listed."""
NOTE = "CPU for an update and its share, sampled while {updates} updates were handled."


Sums = dict[str, float]
"""CPU seconds by room and tool, `room|tool`."""


def measure(*, short: bool, big: bool) -> list[Table]:
    """Watch the bot on both databases."""
    seconds = 4.0 if short else 20.0
    with tempfile.TemporaryDirectory(prefix="lots-bench-") as name, ExitStack() as stack:
        folder, server = Path(name), PostgreSQL()
        stack.callback(server.close)
        addresses = {"SQLite": f"sqlite:///{folder}/lots.db", "PostgreSQL": server.database()}
        return [table for kind, url in addresses.items() for table in _tables(kind, *_watched(url, folder, seconds))]


def _watched(url: str, folder: Path, seconds: float) -> tuple[Sums, int]:
    """CPU seconds by room and tool, and how many updates they were for."""
    flag, file = folder / "look", folder / "sums.json"
    file.unlink(missing_ok=True)
    with ExitStack() as stack:
        telegram = Telegram()
        stack.callback(telegram.close)
        settings = settings_for(telegram, url, LOTS_CLOCK=DAY, LOTS_STAFF_CHATS=f'{{"vasa": {STAFF}}}')
        bot = Running(["-m", "tests.benchmarks.profiling.sampled", str(flag), str(file)], settings, folder)
        stack.callback(bot.close)
        await_polling(telegram, bot)
        load = asyncio.run(_load(telegram, flag, seconds))
        return _written(file), load.answers


async def _load(telegram: Telegram, flag: Path, seconds: float) -> Load:
    async with Crowd(telegram.url, acts(JOURNEY)) as crowd:
        await crowd.gather(PEOPLE)
        load = await crowd.press_on(seconds, 1.0, flag.touch)
        await asyncio.to_thread(flag.unlink)
        await crowd.drain()
        return load


def _written(file: Path) -> Sums:
    ends = time.monotonic() + PATIENCE
    while True:
        try:
            return msgspec.json.decode(file.read_bytes(), type=Sums)
        except (OSError, msgspec.DecodeError):
            if time.monotonic() > ends:
                raise
            time.sleep(0.05)


def _tables(kind: str, sums: Sums, updates: int) -> tuple[Table, Table]:
    total, note = sum(sums.values()), NOTE.format(updates=updates)
    rooms, tools = _most(sums, part=0), _most(sums, part=1)
    of_rooms = tuple(_row(name, used, updates, total, _mixed(name, sums)) for name, used in rooms)
    of_tools = tuple(_row(name, used, updates, total) for name, used in tools)
    return (
        Table(f"Where the CPU goes on {kind}, by room", of_rooms, note, front=False),
        Table(f"Where the CPU goes on {kind}, by what runs", of_tools, note, front=False),
    )


def _most(sums: Sums, part: int) -> list[tuple[str, float]]:
    """The sums by room (part 0) or tool (part 1), the largest first, without the very small ones."""
    added: Sums = defaultdict(float)
    for name, used in sums.items():
        added[name.split("|")[part]] += used
    ranked = sorted(added.items(), key=lambda item: -item[1])
    return [(name, used) for name, used in ranked if used >= SMALLEST * sum(sums.values())]


def _row(name: str, used: float, updates: int, total: float, of_it: str = "") -> Row:
    micros = 1_000_000 * used / max(1, updates)
    return Row(name, f"{micros:.0f} µs, {100 * used / total:.0f} %{of_it}", value=micros, unit="µs")


def _mixed(room: str, sums: Sums) -> str:
    """The three tools that use most of a room's time."""
    own = {name: used for name, used in sums.items() if name.startswith(f"{room}|")}
    parts = [f"{tool} {100 * used / sum(own.values()):.0f} %" for tool, used in _most(own, part=1)[:3]]
    return f" ({', '.join(parts)})"
