"""Whether a database that holds a great many people still answers at once, on SQLite and on PostgreSQL.

Each query of an ordinary update is timed by itself, for people drawn at random. `--big` fills the full million.
"""

import asyncio
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from dialogs.values import Reminder
from storage.database import Database
from storage.rows import Outgoing, Received
from tests.benchmarks.bots import Telegram, await_polling, lots
from tests.benchmarks.crowd import Crowd
from tests.benchmarks.filling import FIRST_CHAT, KEY, NOW, Size, draft, fill
from tests.benchmarks.journey import JOURNEY, acts
from tests.benchmarks.machine import resident_megabytes
from tests.benchmarks.postgres import PostgreSQL
from tests.benchmarks.report import Row, Table, at_most, middle, percentile

BIG = Size(1_000_000, 200_000, 2_000_000)
SCALED = Size(100_000, 20_000, 200_000)
TINY = Size(20_000, 4_000, 40_000)
SMALL = Size(100, 20, 200)
WALKERS = 43

Waits = dict[str, list[float]]


def measure(*, short: bool, big: bool) -> list[Table]:
    """Fill both databases and time what a person waits for."""
    size = BIG if big else TINY if short else SCALED
    with tempfile.TemporaryDirectory(prefix="lots-bench-") as name, closing(PostgreSQL()) as server:
        folder = Path(name)
        file, served = f"sqlite:///{folder}/large.db", server.database()
        rows = [row for url in (file, served) for row in _filled(url, size, 150 if short else 400)]
        seconds = 1.0 if short else 6.0
        fill(f"sqlite:///{folder}/small.db", SMALL)
        grown = _memory(folder, "large", seconds) - _memory(folder, "small", seconds)
    rows.append(at_most(f"memory more than with {SMALL.sessions} conversations, SQLite", grown, 20, "MB"))
    note = f"{size.sessions} sessions, {size.proposals} proposals, {size.reminders} reminders."
    return [Table("A large database", tuple(rows), note)]


def _filled(url: str, size: Size, times: int) -> list[Row]:
    began = time.perf_counter()
    fill(url, size)
    filled = time.perf_counter() - began
    waits = _waits(url, size, times)
    kind = url.partition(":")[0]
    whole = waits.pop("all of one update")
    worst = max(waits, key=lambda name: percentile(waits[name], 0.99))
    shown = f"{middle(whole):.2f} ms, 99th percentile {percentile(whole, 0.99):.2f} ms; filled in {filled:.0f} s"
    return [
        at_most(f"{kind}, slowest query ({worst}), 99th percentile", percentile(waits[worst], 0.99), 5, "ms"),
        Row(f"{kind}, all queries and both commits of one update alone", shown),
    ]


def _waits(url: str, size: Size, times: int) -> Waits:
    waits: Waits = defaultdict(list)
    draw = random.Random(7)
    with closing(Database.open(url, KEY)) as database:
        database.upgrade()
        for number in range(times):
            began = time.perf_counter()
            _update(database, number, draw.randrange(size.proposals), waits)
            waits["all of one update"].append(1000 * (time.perf_counter() - began))
    return waits


def _update(database: Database, number: int, who: int, waits: Waits) -> None:
    """What one update asks of the database, each query in its place."""
    chat = FIRST_CHAT + who
    with database.transaction() as work, _timed(waits, "inbox.remember"):
        work.inbox.remember([Received(10_000_000 + number, chat, '{"text": "hej"}', NOW)])
    with database.transaction() as work:
        with _timed(waits, "inbox.claim"):
            claimed = work.inbox.claim(32)
        with _timed(waits, "sessions.load"):
            session = work.sessions.load([(chat, chat)])[(chat, chat)]
        with _timed(waits, "posts.of"):
            work.posts.of([(chat, number + 1)])
        with _timed(waits, "proposals.of"):
            work.proposals.of([chat])
        with _timed(waits, "cases.of"):
            work.cases.of([chat])
        with _timed(waits, "proposals.save"):
            work.proposals.save([replace(draft(who), version=number)])
        with _timed(waits, "reminders.plan"):
            work.reminders.plan(draft(who).id, [_planned(chat, draft(who).id)])
        with _timed(waits, "sessions.save"):
            work.sessions.save([replace(session, revision=session.revision + 1)])
        with _timed(waits, "outbox.add"):
            work.outbox.add([Outgoing(chat, "sendMessage", {"chat_id": chat, "text": "hej"}, about=draft(who).id)])
        with _timed(waits, "inbox.finish"):
            work.inbox.finish([item.seq for item in claimed])
    with database.transaction() as work, _timed(waits, "outbox.claim"):
        parcels = work.outbox.claim(NOW, 32)
    with database.transaction() as work:
        with _timed(waits, "outbox.sent"):
            work.outbox.sent({parcel.seq: number + 1 for parcel in parcels})
        with _timed(waits, "reminders.due"):
            work.reminders.due(NOW, 100)
        with _timed(waits, "reminders.next_due"):
            work.reminders.next_due()


def _planned(chat: int, subject: str) -> Reminder:
    return Reminder(f"{subject}:again", chat, "draft-5wd", subject, NOW + timedelta(days=20), "2023-09-21T09:00")


@contextmanager
def _timed(waits: Waits, name: str) -> Iterator[None]:
    began = time.perf_counter()
    yield
    waits[name].append(1000 * (time.perf_counter() - began))


def _memory(folder: Path, name: str, seconds: float) -> float:
    """The memory of Lots on a SQLite database after some traffic."""
    with ExitStack() as stack:
        telegram = Telegram()
        stack.callback(telegram.close)
        bot = lots(telegram, f"sqlite:///{folder}/{name}.db", folder)
        stack.callback(bot.close)
        await_polling(telegram, bot)
        asyncio.run(_traffic(telegram, seconds))
        return resident_megabytes(bot.pid)


async def _traffic(telegram: Telegram, seconds: float) -> None:
    async with Crowd(telegram.url, acts(JOURNEY)) as crowd:
        await crowd.gather(WALKERS)
        await crowd.press_on(seconds, 0.0, lambda: None)
        await crowd.drain()
