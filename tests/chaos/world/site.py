"""A site of a round: the local Bot API, the processes of Lots with their keepers, the database and the clock.

It is built, rehearsed on and taken down here; what goes wrong on it is in `faults/`.
"""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp

from tests.benchmarks.processes.builds import HERE, Build
from tests.bot.running import TOKEN, LocalBotApi, free_port, settings_for
from tests.chaos.faults.lying_proxy import LyingProxy
from tests.chaos.verdict.database import SECRET
from tests.chaos.world.databases import Place, PostgresqlPlace, SqlitePlace
from tests.chaos.world.keepers import Front, Keeper
from tests.chaos.world.people import Village
from tests.chaos.world.telegram import Telegram
from tests.journeys.over_http import set_clock
from tests.stages.in_memory import STAFF

MORNING = datetime(2023, 9, 1, 6, tzinfo=UTC)
"""When people's day begins."""
NAVIGATORS = 6
PLACES: dict[str, type[SqlitePlace | PostgresqlPlace]] = {"sqlite": SqlitePlace, "postgresql": PostgresqlPlace}
CALLS = 1_000_000
ON_AND_ON = 8
"""After so many times the patience it will never be quiet, however much moves."""


@dataclass
class Site:
    """Everything that runs. `proxy` stands between Lots and the Bot API, honest until its share of lies is set. `name`
    is that of the bot among several, which share the processes and the clock.
    """

    folder: Path
    telegram: Telegram
    place: Place
    keepers: list[Keeper]
    village: Village
    clock: Path
    proxy: LyingProxy
    name: str = ""
    token: str = TOKEN
    secret: str = SECRET

    async def quiet(self, patience: float) -> bool:
        """Wait until nothing is left to be fetched, handled or sent; False where nothing moved for `patience` seconds,
        or where it goes on and on.
        """
        began = moved = time.monotonic()
        before: object = ()
        while any(left := await self._left()):
            now = time.monotonic()
            if (left, self.telegram.said) != before:
                moved, before = now, (left, self.telegram.said)
            if now - moved > patience or now - began > ON_AND_ON * patience:
                return False
            await asyncio.sleep(0.2)
        return True

    async def _left(self) -> tuple[int, ...]:
        """How much there is to be fetched, handled and sent; 1 of each while the bot does not tell."""
        waiting = (await self.telegram.ask(f"/bot{self.token}/getWebhookInfo"))["result"]["pending_update_count"]
        health = await self._health()
        outbox = health.get("outbox", {"pending": 1, "sending": 1})
        return waiting, health.get("waiting", 1), outbox["pending"], outbox["sending"]

    async def _health(self) -> dict[str, Any]:
        """What the process that serves the bot tells of it; nothing if none does."""
        for keeper in self.keepers:
            with suppress(aiohttp.ClientError, ValueError):
                page = f"{keeper.health}/{self.name}".rstrip("/")
                async with aiohttp.ClientSession() as session, session.get(page) as answer:
                    if "outbox" in (said := await answer.json()):
                        return dict(said)
        return {}


@asynccontextmanager
async def site(
    folder: Path, database: str, processes: int = 1, *, webhook: bool = False, seed: int = 0, build: Build = HERE
) -> AsyncIterator[Site]:
    """Build a site with its processes started, of the build that lies here where no other is named; take everything
    down afterwards.
    """
    async with AsyncExitStack() as stack:
        place = PLACES[database](folder)
        stack.callback(place.close)
        clock = folder / "clock.json"
        set_clock(clock, MORNING)
        telegram, village = await a_village(stack, seed)
        proxy = await stack.enter_async_context(LyingProxy(telegram.url, seed).open())
        keepers = [Keeper.of(_settings(proxy.url, place.url, clock), folder, build) for _ in range(processes)]
        if webhook:
            await _with_webhook(telegram, keepers, stack, seed)
        for keeper in keepers:
            stack.push_async_callback(keeper.stop)
            keeper.start()
        await asyncio.gather(*(keeper.ready() for keeper in keepers))
        yield Site(folder, telegram, place, keepers, village, clock, proxy)


async def a_village(
    stack: AsyncExitStack, seed: int, first: int = 1, shifted: int = 0, token: str = TOKEN
) -> tuple[Telegram, Village]:
    """A local Bot API with navigators in the staff group and nobody else."""
    api = LocalBotApi("--keep-calls", str(CALLS), "--keep-messages", str(CALLS), "--token", token)
    stack.callback(api.close)
    navigators = [api.person(f"Nora{number}") for number in range(NAVIGATORS)]
    api.group(*navigators, id=STAFF, is_forum=True)
    telegram = Telegram(api.url)
    stack.push_async_callback(telegram.close)
    return telegram, Village(telegram, STAFF, navigators, seed=seed, first=first, shifted=shifted)


def _settings(api_url: str, database_url: str, clock: Path) -> dict[str, str]:
    class _Url:
        url = api_url

    staff = json.dumps({"vasa": STAFF})
    more = {"LOTS_PACKS": "vasa", "LOTS_STAFF_CHATS": staff, "LOTS_CLOCK": f"@{clock}"}
    return settings_for(_Url, database_url, **more)  # type: ignore[arg-type]


async def _with_webhook(telegram: Telegram, keepers: list[Keeper], stack: AsyncExitStack, seed: int) -> None:
    """Put a gate before the processes, and let Telegram bring updates to it."""
    port = free_port()
    for keeper in keepers:
        url = f"http://127.0.0.1:{port}/hook"
        keeper.process.settings |= {"LOTS_WEBHOOK_URL": url, "LOTS_WEBHOOK_SECRET": "a-secret-of-the-tests"}
    front = Front([int(keeper.process.settings["LOTS_LISTEN"].rpartition(":")[2]) for keeper in keepers], seed)
    await front.open(port)
    stack.push_async_callback(front.close)
    await telegram.ask("/faults/webhook", {"seconds": 0.2})
