"""Whether others are answered, and as soon, where a stored value in a hundred cannot be read.

Everybody says a word, and the bot is stopped. Then all write again at once, each time from one copy of the database:
as it is, with one byte turned over in the sealed session of each hundredth, and as it is once more. What is timed is
how long it takes until the last of the others has an answer; the shorter of the two times without damage counts.
"""

import asyncio
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.people.onlookers import Onlookers, Wait
from tests.benchmarks.processes.builds import Build
from tests.benchmarks.trials.site import Site, site
from tests.chaos.world.databases import torn

ONE_IN = 100
FIRST, THEN = "hej", "Vasa"
FILLING = 180.0
"""Seconds that all may take to be answered."""
PATIENCE = 60.0
TAKES_AT_MOST = 3.0
"""After so many times the undamaged time, and `PATIENCE` at least, whoever was not answered will not be."""


@dataclass(frozen=True, slots=True)
class Damaged:
    """Of `others` so many were `answered`, and of the `damaged` so many were `told` something; `whole` and `broken` are
    the seconds until the last of the others was answered, without damage and with it.
    """

    others: int
    answered: int
    damaged: int
    told: int
    whole: float
    broken: float

    @property
    def unanswered(self) -> int:
        """How many of the others have no answer."""
        return self.others - self.answered

    @property
    def times(self) -> float:
        """How many times as long it takes; without end where not all others were answered."""
        return self.broken / self.whole if self.answered == self.others else float("inf")


def damaged(build: Build, chats: int) -> Damaged:
    """Damage the values of a part of so many chats."""
    with site(build) as here:
        return asyncio.run(_damaged(here, chats))


async def _damaged(here: Site, count: int) -> Damaged:
    database = here.folder / "lots.db"
    async with here.onlookers() as people:
        chats = [await people.newcomer() for _ in range(count)]
        await people.all_answered(await people.write_at_once(chats, FIRST), FILLING)
        await people.idle(FILLING)
        here.bot.close()
        copy = Path(shutil.copy(database, here.folder / "copy.db"))
        hit = set(chats[::ONE_IN])
        first = await _wave(here, people, chats, FILLING)
        _put_back(copy, database)
        _damage(database, hit)
        patience = max(PATIENCE, TAKES_AT_MOST * _until_last(first.values()))
        waits = await _wave(here, people, chats, patience)
        _put_back(copy, database)
        again = await _wave(here, people, chats, FILLING)
        others = [wait for chat, wait in waits.items() if chat not in hit]
        return Damaged(
            others=len(others),
            answered=sum(wait.answered is not None for wait in others),
            damaged=len(hit),
            told=sum(waits[chat].answered is not None for chat in hit),
            whole=min(_until_last(first.values()), _until_last(again.values())),
            broken=_until_last(others),
        )


async def _wave(here: Site, people: Onlookers, chats: list[int], patience: float) -> dict[int, Wait]:
    """Start the bot, let everybody write at once, and end it when all were answered or patience ends."""
    here.again()
    waits = await people.write_at_once(chats, THEN)
    await people.all_answered(waits, patience)
    here.bot.close()
    return dict(zip(chats, waits, strict=True))


def _until_last(waits: Iterable[Wait]) -> float:
    return max((wait.seconds for wait in waits if wait.seconds is not None), default=float("inf"))


def _put_back(copy: Path, database: Path) -> None:
    for left in database.parent.glob("lots.db-*"):
        left.unlink()
    shutil.copy(copy, database)


def _damage(database: Path, chats: set[int]) -> None:
    """Turn one byte over in the middle of each of these chats' sealed sessions."""
    with closing(sqlite3.connect(database)) as connection, connection:
        for chat in chats:
            (data,) = connection.execute("SELECT data FROM sessions WHERE chat = ?", (chat,)).fetchone()
            connection.execute("UPDATE sessions SET data = ? WHERE chat = ?", (torn(data), chat))
