"""How long a person waits for an answer: at Telegram's own pace, and while many reminders go out.

Waits are seen from the people's side, over two more hops than the bot itself has (the act and the feed), so they are a
little longer than what the bot adds. The echo bot is measured beside it.
"""

import asyncio
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from tests.benchmarks.databases.filling import FIRST_CHAT, fill_due
from tests.benchmarks.people.crowd import Crowd, Load
from tests.benchmarks.people.journey import GREETING, JOURNEY, Act, acts
from tests.benchmarks.processes.bots import Running, Telegram, await_polling, lots, rival
from tests.benchmarks.processes.postgres import PostgreSQL
from tests.benchmarks.reports.tables import Row, Table, at_least, at_most, percentile

PEOPLE = 43
PACE = 30.0
LIMIT = 30.0
CALM = 4.0
"""Acts a second of the people who go on talking while the reminders go out."""


def measure(*, short: bool, big: bool) -> list[Table]:
    """Measure both and return the tables."""
    seconds = 3.0 if short else 12.0
    return [_at_the_pace(seconds), _beside_reminders(seconds + 3, 1_000 if short else 100_000)]


def _at_the_pace(seconds: float) -> Table:
    with tempfile.TemporaryDirectory(prefix="lots-bench-") as name, ExitStack() as stack:
        folder, server = Path(name), PostgreSQL()
        stack.callback(server.close)
        echo = _paced(lambda telegram: rival("stock_echo", telegram, folder), (Act(GREETING),), seconds)
        files = _paced(lambda telegram: lots(telegram, f"sqlite:///{folder}/lots.db", folder), acts(JOURNEY), seconds)
        served = _paced(lambda telegram: lots(telegram, server.database(), folder), acts(JOURNEY), seconds)
    rows = (*_waits("lots, SQLite", files), *_waits("lots, PostgreSQL", served), _plain("stock echo", echo))
    return Table("Waiting for an answer at 30 messages a second", rows)


def _waits(name: str, load: Load) -> tuple[Row, Row]:
    waits = [1000 * wait for wait in load.waits]
    return (
        at_most(f"{name}: median", percentile(waits, 0.5), 15, "ms"),
        at_most(f"{name}: 99th percentile", percentile(waits, 0.99), 60, "ms"),
    )


def _plain(name: str, load: Load) -> Row:
    waits = [1000 * wait for wait in load.waits]
    return Row(name, f"median {percentile(waits, 0.5):.2f} ms, 99th percentile {percentile(waits, 0.99):.2f} ms")


def _paced(start: Callable[[Telegram], Running], script: tuple[Act, ...], seconds: float) -> Load:
    with ExitStack() as stack:
        telegram = Telegram()
        stack.callback(telegram.close)
        bot = start(telegram)
        stack.callback(bot.close)
        await_polling(telegram, bot)
        return asyncio.run(_walked(telegram, script, seconds, PACE))


async def _walked(
    telegram: Telegram, script: tuple[Act, ...], seconds: float, pace: float, people: int = PEOPLE
) -> Load:
    async with Crowd(telegram.url, script) as crowd:
        await crowd.gather(people)
        await crowd.walk(1.0, pace)
        return await crowd.walk(seconds, pace)


def _beside_reminders(seconds: float, reminders: int) -> Table:
    with tempfile.TemporaryDirectory(prefix="lots-bench-") as name, ExitStack() as stack:
        folder = Path(name)
        url = f"sqlite:///{folder}/lots.db"
        fill_due(url, reminders)
        telegram = Telegram("--limits")
        stack.callback(telegram.close)
        for number in range(int(LIMIT * (seconds + 15))):
            telegram.person("Anna", id=FIRST_CHAT + number)
        bot = lots(telegram, url, folder, LOTS_RATE="telegram")
        stack.callback(bot.close)
        await_polling(telegram, bot)
        telegram.wait(lambda: len(telegram.calls("sendMessage")) > LIMIT)
        load = asyncio.run(_walked(telegram, (Act("hej"), Act("hej")), seconds, CALM, people=24))
        return _beside(load, telegram, seconds, reminders)


def _beside(load: Load, telegram: Telegram, seconds: float, reminders: int) -> Table:
    calls = telegram.calls("sendMessage")
    last = calls[-1]["at"]
    rate = sum(last - seconds < call["at"] <= last for call in calls) / seconds
    refused = sum(call["answered"] == 429 for call in calls)
    rows = (
        at_most("wait for an answer, 99th percentile", 1000 * percentile(load.waits, 0.99), 250, "ms"),
        at_least("messages a second, of Telegram's limit of 30", 100 * rate / LIMIT, 95, "%"),
        Row("answers waited for", str(load.answers)),
        at_most("refused with 429", float(refused), 0),
    )
    return Table(f"Waiting while {reminders} reminders go out", rows, "With Telegram's limits, at both ends.")
