"""A backup taken with `lots db backup` while people write, restored with `lots db restore` and lived in.

The copy must hold everything of those who were done before it was begun, and nothing half: a case whose card was
neither sent nor waits to be sent would be one. Then a bot is started on it, and somebody new walks the whole way.
"""

import asyncio
import json
import os
import random
import sys
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from storage.database import Database
from storage.unit_of_work import UnitOfWork
from tests.bot.running import ROOT
from tests.chaos.verdict import database as stored
from tests.chaos.world.keepers import Keeper
from tests.chaos.world.people import Association, Village
from tests.chaos.world.script import Expected
from tests.chaos.world.site import Site, a_village
from tests.chaos.world.telegram import Telegram
from tests.stages.in_memory import STAFF

STRANGERS = 5000
"""Where the numbers of those who come to the restored bot begin."""


@dataclass(frozen=True)
class Copy:
    """A backup: its file, who was done before it was begun, and what the command said if it failed."""

    file: Path
    done: tuple[Association, ...]
    error: str


async def take(here: Site, after: float) -> Copy:
    """Take a backup after some seconds of work."""
    await asyncio.sleep(after)
    done = tuple(who for who in here.village.associations if who.done)
    file = here.folder / f"backup-{time.time_ns()}.db"
    error = await _lots(here.keepers[0], "backup", file)
    return Copy(file, done, error)


async def check(copy: Copy, here: Site, expected: Expected, seed: int) -> list[str]:
    """Restore a backup into an empty database; return what is wrong with it."""
    if copy.error:
        return [f"the backup failed: {copy.error}"]
    url = here.place.fresh()
    keeper = here.keepers[0]
    keeper.process.settings["LOTS_DATABASE_URL"] = url
    if error := await _lots(keeper, "restore", copy.file):
        return [f"the restore failed: {error}"]
    wrong = [f"restored: {line}" for line in stored.lost(url, copy.done, whole=False)]
    wrong += await asyncio.to_thread(_halves, url, here.village.associations)
    return wrong + await _live_on(here, copy, expected, seed)


def _halves(url: str, people: list[Association]) -> list[str]:
    """Cases without their proposal, or whose card neither stands nor waits to be posted."""
    database = Database.open(url, stored.SECRET)
    try:
        with database.transaction() as work:
            waiting = json.dumps(work.outbox.everything(STAFF), default=str)
            return [line for who in people for line in _half(work, who, waiting)]
    finally:
        database.close()


def _half(work: UnitOfWork, who: Association, waiting: str) -> Iterator[str]:
    drafts = {item.id for item in work.proposals.of([who.chat])[who.chat]}
    for case in work.cases.of([who.chat])[who.chat]:
        if case.proposal and case.proposal not in drafts:
            yield f"restored: {who.tag} has a case without its proposal"
        if not work.posts.cards([case.reference]) and case.reference not in waiting:
            yield f"restored: the card of {who.tag} neither stands nor waits"


async def _go_on_counting(village: Village, number: int) -> None:
    """Fill the staff group with talk up to a number: Telegram never gives the number of a message again."""
    talk = {"act": "write", "person": village.navigators[0], "chat": STAFF, "text": "hej"}
    await village.telegram.act(*[talk] * number)


async def _live_on(here: Site, copy: Copy, expected: Expected, seed: int) -> list[str]:
    """Start a bot on the restored database, among the same people, and let somebody new walk the whole way."""
    keeper = here.keepers[0]
    async with AsyncExitStack() as stack:
        telegram, village = await a_village(stack, seed, STRANGERS)
        village.shown, village.patience = expected.shown, 40.0
        for who in copy.done:
            about = {"first_name": f"Anna{who.number}", "id": who.chat, "language_code": "sv"}
            await telegram.ask("/people", about)
        await _go_on_counting(village, max(here.telegram.shown[STAFF]))
        settings = {**keeper.process.settings, "LOTS_API_URL": telegram.url, "LOTS_WEBHOOK_URL": ""}
        settings["LOTS_CLOCK"] = "2023-09-01T06:00+00:00"
        again = Keeper.of(settings, Path(mkdtemp(dir=copy.file.parent)))
        stack.push_async_callback(again.stop)
        again.start()
        if not await again.ready():
            return ["the bot does not start on the restored database"]
        newcomer = await village.newcomer()
        await village.walk(newcomer, random.Random(seed))
        wrong = [] if newcomer.done else [f"on the restored database: {newcomer.stuck}; {telegram.texts(STAFF)[-6:]}"]
        return wrong + await _remembers(village.telegram, copy)


async def _remembers(telegram: Telegram, copy: Copy) -> list[str]:
    if not copy.done:
        return []
    who = copy.done[-1]
    await telegram.act({"act": "write", "person": who.chat, "text": "/proposals"})
    buttons = await telegram.wait(lambda: who.tag in json.dumps(telegram.shown.get(who.chat, {})) or None, 30)
    return [] if buttons else [f"on the restored database {who.tag} is not known any more"]


async def _lots(keeper: Keeper, command: str, file: Path) -> str:
    """Run `lots db`; return what it complained of."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("LOTS_")}
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bot", "db", command, str(file)),
        env={**clean, **keeper.process.settings, "PYTHONPATH": str(ROOT)},
        cwd=file.parent,
        stderr=asyncio.subprocess.PIPE,
    )
    _, said = await process.communicate()
    return said.decode(errors="replace").strip()[-400:] if process.returncode else ""
