"""A site of a round: the local Bot API, the processes of Lots with their keepers, the database and the clock.

It is built, rehearsed on and taken down here; what goes wrong on it is in `faults/`.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import aiohttp

from tests.bot.running import TOKEN, LocalBotApi, free_port, settings_for
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


@dataclass
class Site:
    """Everything that runs."""

    folder: Path
    telegram: Telegram
    place: Place
    keepers: list[Keeper]
    village: Village
    clock: Path

    async def quiet(self, patience: float) -> bool:
        """Wait until nothing is left to be fetched, handled or sent."""
        try:
            async with asyncio.timeout(patience):
                while not await self._is_quiet():  # noqa: ASYNC110 - the database tells nobody
                    await asyncio.sleep(0.2)
        except TimeoutError:
            return False
        return True

    async def _is_quiet(self) -> bool:
        waiting = (await self.telegram.ask(f"/bot{TOKEN}/getWebhookInfo"))["result"]["pending_update_count"]
        try:
            async with aiohttp.ClientSession() as session, session.get(self.keepers[0].health) as answer:
                health = await answer.json()
        except (aiohttp.ClientError, ValueError):
            return False
        outbox = health.get("outbox", {"pending": 1, "sending": 1})
        return not (waiting or health.get("waiting", 1) or outbox["pending"] or outbox["sending"])


@asynccontextmanager
async def site(
    folder: Path, database: str, processes: int = 1, *, webhook: bool = False, seed: int = 0
) -> AsyncIterator[Site]:
    """Build a site with its processes started; take everything down afterwards."""
    async with AsyncExitStack() as stack:
        place = PLACES[database](folder)
        stack.callback(place.close)
        clock = folder / "clock.json"
        set_clock(clock, MORNING)
        telegram, village = await a_village(stack, seed)
        keepers = [Keeper.of(_settings(telegram.url, place.url, clock), folder) for _ in range(processes)]
        if webhook:
            await _with_webhook(telegram, keepers, stack, seed)
        for keeper in keepers:
            stack.push_async_callback(keeper.stop)
            keeper.start()
        await asyncio.gather(*(keeper.ready() for keeper in keepers))
        yield Site(folder, telegram, place, keepers, village, clock)


async def a_village(stack: AsyncExitStack, seed: int, first: int = 1) -> tuple[Telegram, Village]:
    """A local Bot API with navigators in the staff group and nobody else."""
    api = LocalBotApi("--keep-calls", str(CALLS), "--keep-messages", str(CALLS))
    stack.callback(api.close)
    navigators = [api.person(f"Nora{number}") for number in range(NAVIGATORS)]
    api.group(*navigators, id=STAFF, is_forum=True)
    telegram = Telegram(api.url)
    stack.push_async_callback(telegram.close)
    return telegram, Village(telegram, STAFF, navigators, seed=seed, first=first)


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
