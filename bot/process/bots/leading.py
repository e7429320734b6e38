"""Who leads a bot, where several processes on a PostgreSQL server have it: one at a time, and all of them as many.

Each process looks once a second what all do, and takes or gives what is fair. One that dies leads nothing at once, and
the next look of another finds its bots free. A bot on SQLite is led by who has its file.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress

from bot.database_thread import DatabaseThread
from bot.log import log
from bot.process.bots.fair_shares import fair_shares
from storage.engine.address import database_of, schema_in, server_of
from storage.engine.leadership import Leadership
from storage.errors import StorageError

LOOK_SECONDS = 1.0
"""How often it is looked who leads what. A bot whose process died begins within it and its own start, far below five
seconds."""


class Lead:
    """Whether a bot may run here. `stop` is what ends it, while it does."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.granted = asyncio.Event()
        self.free = asyncio.Event()
        """Set while nothing runs."""
        self.free.set()
        self._stop: Callable[[], None] | None = None

    def grant(self) -> None:
        """Let the bot run here."""
        if not self.granted.is_set():
            log().info("this process leads the bot", bot=self.name)
        self.granted.set()

    def withdraw(self) -> None:
        """Have the bot end."""
        if self.granted.is_set():
            log().info("another process is to lead the bot", bot=self.name)
        self.granted.clear()
        if self._stop is not None:
            self._stop()

    @contextmanager
    def running(self, stop: Callable[[], None]) -> Iterator[None]:
        """Run the bot in the block."""
        self._stop = stop
        self.free.clear()
        if not self.granted.is_set():
            stop()
        try:
            yield
        finally:
            self._stop = None
            self.free.set()


class BotsOfDatabase:
    """The bots of this process that lie in one database of a server."""

    def __init__(self, url: str, process: int) -> None:
        self._locks = Leadership(url, process)
        self._process = process
        self._thread = DatabaseThread()
        self._leads: dict[str, Lead] = {}
        self._looking = asyncio.create_task(self._run())
        self._rounds = asyncio.Lock()

    def stand(self, schema: str, lead: Lead) -> None:
        """Be ready to lead a bot."""
        self._leads[schema] = lead

    async def leave(self, schema: str) -> bool:
        """Lead a bot no more, nor be ready to; return whether it was the last."""
        self._leads.pop(schema).granted.clear()
        async with self._rounds:
            if schema in self._locks.held:
                with suppress(StorageError):
                    await self._thread.run(self._locks.give, schema)
        return not self._leads

    async def close(self) -> None:
        """End looking."""
        self._looking.cancel()
        await asyncio.wait((self._looking,))
        await self._thread.run(self._locks.close)
        self._thread.close()

    async def _run(self) -> None:
        away = False
        while True:
            try:
                async with self._rounds:
                    await self._round()
                away = False
            except StorageError as error:
                if not away:
                    log().warning("the database is away", why=str(error))
                away = True
                for lead in self._leads.values():
                    lead.withdraw()
            await self._rest()

    async def _round(self) -> None:
        seen = await self._thread.run(self._locks.look, frozenset(self._leads))
        shares = fair_shares(seen)
        for schema, lead in tuple(self._leads.items()):
            bot = self._locks.bot(schema)
            fair = shares.get(bot) == self._process
            if schema not in self._locks.held:
                lead.withdraw()
                if fair and bot not in seen.leaders and lead.free.is_set():
                    await self._thread.run(self._locks.take, schema)
            elif not fair:
                lead.withdraw()
                if lead.free.is_set():
                    await self._thread.run(self._locks.give, schema)
            if fair and schema in self._locks.held and schema in self._leads:
                lead.grant()

    async def _rest(self) -> None:
        """Wait for the next look; until a bot has ended that is to go to another process, if there is one."""
        ending = [
            lead for schema, lead in self._leads.items() if schema in self._locks.held and not lead.granted.is_set()
        ]
        ends = [asyncio.create_task(lead.free.wait()) for lead in ending]
        pause = asyncio.create_task(asyncio.sleep(LOOK_SECONDS))
        await asyncio.wait((pause, *ends), return_when=asyncio.FIRST_COMPLETED)
        for task in (pause, *ends):
            task.cancel()


class Leading:
    """What this process leads, on all servers of its bots."""

    def __init__(self) -> None:
        self._process = 1 + secrets.randbelow(2**31 - 1)  # the key of an advisory lock has four bytes, signed
        self._places: dict[str, BotsOfDatabase] = {}

    @asynccontextmanager
    async def standing(self, name: str, url: str) -> AsyncIterator[Lead]:
        """Be ready to lead a bot for the length of the block; what comes of it is told by the lead."""
        lead = Lead(name)
        if not server_of(url):
            lead.granted.set()
            yield lead
            return
        schema, base = schema_in(url), database_of(url)
        place = self._places.get(base) or self._places.setdefault(base, BotsOfDatabase(base, self._process))
        place.stand(schema, lead)
        try:
            yield lead
        finally:
            if await place.leave(schema):
                self._places.pop(base)
                await place.close()
