"""One bot harms no other: its token is refused, its database takes nothing more, its chats flood.

The bots run in one process, here that of the test, beside a server that knows them all. What the others wait meanwhile
is printed beside what they waited before it; what must hold is that they are answered, and that nobody is lost.
"""

import asyncio
import itertools
import statistics
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import Engine, event

from bot.clock import wall
from bot.process.app import App
from bot.process.bots.one_bot import BotSetup
from bot.settings_of_bots import BotSettings, _OfATable
from tests.benchmarks.processes.telegram_of_many import TelegramOfMany
from tests.bot.echo import MIND
from tests.bot.running import PATIENCE
from tests.conftest import empty_postgresql

NAMES = ("well", "refused", "full", "flooded")
TOKENS = {name: f"{number}:a-token-of-tests-that-opens-nothing" for number, name in enumerate(NAMES, 1_000_000_001)}
MANY = 20
FLOOD = {"refused": 2, "full": 30, "flooded": 8}
LONG = "ord " * 500
NO_LIMIT = 2**30
"""In pages: as many as SQLite's own limit allows."""
Change = Callable[[bool], None]
"""Lets a database take nothing more, or again what comes."""


class Town:
    """The four bots, with whoever writes to them; `shut` changes the database of the bot that is to be full."""

    def __init__(self, telegram: TelegramOfMany, app: App, shut: Change) -> None:
        self.telegram, self.shut, self._doors = telegram, shut, app._doors
        self._chats = itertools.count(1000)

    def write(self, name: str, *texts: str) -> tuple[str, int]:
        """Let somebody new write to a bot; return by what the server knows what they are told."""
        key = (TOKENS[name], next(self._chats))
        for text in texts:
            self.telegram.write(*key, text)
        return key

    async def told(self, key: tuple[str, int], times: int = 1) -> None:
        """Wait until somebody has been told so many things."""
        async with asyncio.timeout(PATIENCE):
            while self.telegram.said[key] < times:  # noqa: ASYNC110 - the server tells of nothing
                await asyncio.sleep(0.002)

    async def waits(self) -> list[float]:
        """Let people write to the bot that is well, one after another; return how long each waited, in seconds."""
        found = []
        for _ in range(MANY):
            began, key = time.perf_counter(), self.write("well", "hej")
            await self.told(key)
            found.append(self.telegram.said_at[key] - began)
        return found

    async def is_in_trouble(self, name: str, words: str) -> None:
        """Wait until the page of health tells what ails a bot."""
        async with asyncio.timeout(PATIENCE):
            while words not in str((await self._doors._told())[name]):  # noqa: ASYNC110 - the page tells when asked
                await asyncio.sleep(0.05)


@asynccontextmanager
async def town(urls: dict[str, str], shut: Change) -> AsyncIterator[Town]:
    """The four bots, each of which has answered somebody."""
    async with TelegramOfMany() as telegram:
        tables = {
            name: {"token": TOKENS[name], "database_url": urls[name], "api_url": telegram.url, "packs": ("vasa",),
                   "secret_key": f"a key of {name}, long enough", "listen": "", "rate": "off"}
            for name in NAMES
        }  # fmt: skip
        bots = [BotSettings(name, at, _OfATable(**tables[name])) for at, name in enumerate(NAMES)]
        app = App([BotSetup(bot.name, bot.settings, MIND) for bot in bots], wall)
        running, here = asyncio.create_task(app.run()), Town(telegram, app, shut)
        for name in NAMES:
            await here.told(here.write(name, "hej"))
        yield here
        app.stop()
        await running


class Pages:
    """The SQLite files of bots. That of one may have no page more than it has."""

    def __init__(self, folder: Path) -> None:
        self.urls = {name: f"sqlite:///{folder}/{name}.db" for name in NAMES}
        self._shut = False
        self._opened: list[Any] = []

    def opened(self, connection: Any, _record: Any) -> None:
        """Note each connection to the file of the bot that is to be full."""
        file = str(connection.execute("PRAGMA database_list").fetchone()[2])
        if file.endswith("/full.db"):
            self._opened.append(connection)
            self._limit(connection)

    def shut(self, now: bool) -> None:
        """Let the file grow no more, or again."""
        self._shut = now
        for connection in self._opened[-1:]:
            self._limit(connection)

    def _limit(self, connection: Any) -> None:
        connection.execute(f"PRAGMA max_page_count = {1 if self._shut else NO_LIMIT}").fetchall()


@pytest.fixture(params=["sqlite", "postgresql"])
def databases(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[dict[str, str], Change, str]]:
    """A database for each bot, how that of one takes nothing more, and what is then said of it."""
    if request.param == "sqlite":
        pages = Pages(tmp_path)
        event.listen(Engine, "connect", pages.opened)
        yield pages.urls, pages.shut, "database full"
        event.remove(Engine, "connect", pages.opened)
        return
    server = request.getfixturevalue("postgresql_server")
    urls = {name: empty_postgresql(server) for name in NAMES}
    name = urls["full"].partition("?")[0].rpartition("/")[2]

    def shut(now: bool) -> None:
        with psycopg.connect(server, autocommit=True) as connection:
            connection.execute(f"ALTER DATABASE {name} SET default_transaction_read_only = {'on' if now else 'off'}")
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])

    yield urls, shut, "database read-only"


@pytest.mark.slow
def test_bots_whose_neighbours_are_in_trouble_answer_and_nobody_is_lost(
    databases: tuple[dict[str, str], Change, str],
) -> None:
    urls, shut, told_of_it = databases

    async def play() -> tuple[list[float], list[float]]:
        async with town(urls, shut) as here:
            quiet = await here.waits()
            here.telegram.refused.add(TOKENS["refused"])
            here.telegram.flooded.add(TOKENS["flooded"])
            here.shut(True)
            lost = {name: here.write(name, *[LONG] * number) for name, number in FLOOD.items()}
            await here.is_in_trouble("full", told_of_it)
            await here.is_in_trouble("refused", "Telegram refuses the token")
            assert here.telegram.said[lost["flooded"]] < FLOOD["flooded"]
            meanwhile = await here.waits()
            assert here.telegram.said[lost["refused"]] == 0
            assert here.telegram.said[lost["full"]] < FLOOD["full"]

            here.shut(False)
            here.telegram.refused.clear()
            here.telegram.flooded.clear()
            for name, key in lost.items():
                await here.told(key, FLOOD[name])
            assert {name: here.telegram.said[key] for name, key in lost.items()} == FLOOD
            return quiet, meanwhile

    quiet, meanwhile = asyncio.run(play())
    ratio = statistics.median(meanwhile) / statistics.median(quiet)
    print(f"the others waited {ratio:.2f} times as long as before, median of {MANY} each")  # noqa: T201
