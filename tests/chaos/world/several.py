"""Sites of several bots: each with a Bot API, people and a database of its own, all in the same processes of Lots.

The chats of one have the numbers of the chats of the others, so that only the bot tells them apart; their words do not.
"""

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from tests.bot.running import free_port
from tests.chaos.faults.lying_proxy import LyingProxy
from tests.chaos.verdict.database import SECRET
from tests.chaos.world.keepers import Keeper
from tests.chaos.world.site import MORNING, PLACES, Site, a_village
from tests.journeys.over_http import set_clock
from tests.stages.in_memory import STAFF

APART = 3000
"""By how much the numbers of the associations of two villages differ."""


@asynccontextmanager
async def sites(folder: Path, database: str, bots: int, processes: int, seed: int) -> AsyncIterator[Sequence[Site]]:
    """Build a site for each bot with their processes started; take everything down afterwards."""
    async with AsyncExitStack() as stack:
        first = PLACES[database](folder)
        stack.callback(first.close)
        clock = folder / "clock.json"
        set_clock(clock, MORNING)
        keepers = [Keeper.of(_settings(clock), folder) for _ in range(processes)]
        found = []
        for number in range(bots):
            name, token = f"town{number}", f"{1_000_000_001 + number}:local-token-of-the-tests-opens-nothing"
            shift = APART * number
            telegram, village = await a_village(stack, seed + number, 1 + shift, shift, token)
            proxy = await stack.enter_async_context(LyingProxy(telegram.url, seed).open())
            place = first.beside(name)
            stack.callback(place.close)
            found.append(
                Site(folder, telegram, place, keepers, village, clock, proxy, name, token, f"{SECRET}: {name}")
            )
        (folder / "lots.toml").write_text("\n".join(map(_table, found)))
        for keeper in keepers:
            stack.push_async_callback(keeper.stop)
            keeper.start()
        await asyncio.gather(*(keeper.ready() for keeper in keepers))
        yield found


def _settings(clock: Path) -> dict[str, str]:
    """What the processes have in common."""
    listen = f"127.0.0.1:{free_port()}"
    return {"LOTS_CLOCK": f"@{clock}", "LOTS_LISTEN": listen, "LOTS_RATE": "off", "LOTS_LOG": "json"}


def _table(here: Site) -> str:
    values = {"name": here.name, "token": here.token, "api_url": here.proxy.url, "database_url": here.place.url,
              "secret_key": here.secret, "packs": ["vasa"]}  # fmt: skip
    lines = [f"{name} = {json.dumps(value)}" for name, value in values.items()]
    return "\n".join(("[[bots]]", *lines, f"staff_chats = {{ vasa = {STAFF} }}", ""))
