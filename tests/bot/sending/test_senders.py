"""Few calls at a time, others in the place of slow ones, and nobody waits longer than the clock is trusted."""

import asyncio
from datetime import timedelta

from bot.clock import monotonic, wall
from bot.database_thread import DatabaseThread
from bot.sending.calling.made_files import Files
from bot.sending.calling.sender import Sender
from bot.sending.calling.taken import Taken
from bot.sending.in_flight import SLOW_AT_MOST, InFlight
from bot.sending.limiter import TELEGRAM, Limiter
from bot.sending.senders import SENDERS, Begun, PacedSender, Senders
from bot.sending.verdict import Later, Verdict
from bot.telegram.calls.http_client import CONNECTIONS
from bot.telegram.gateway import Gateway
from storage.database import Database
from storage.queue_items import Parcel
from storage.repositories.outgoing.outbox import LONGEST_WAIT
from tests.bot.running import TOKEN

NOWHERE = "http://127.0.0.1:9"


class Server:
    """Takes a call at once and answers it when it is let go. `taken` are the chats in order."""

    def __init__(self) -> None:
        self.taken: list[int] = []
        self.answer = asyncio.Event()
        self._news = asyncio.Event()

    async def deliver(self, taken: Taken, begun: Begun) -> None:
        begun()
        self.taken.append(taken.parcel.chat)
        self._news.set()
        await self.answer.wait()

    async def has_taken(self, count: int) -> list[int]:
        while len(self.taken) < count:
            self._news.clear()
            await self._news.wait()
        return self.taken


def to(chat: int) -> Taken:
    return Taken(Parcel(chat, "sendMessage", {}, seq=chat))


def test_slow_calls_give_their_places_away_and_leave_as_many_senders_as_there_were() -> None:
    async def sent() -> tuple[list[int], int, int]:
        server, in_flight = Server(), InFlight()
        senders = Senders(in_flight, server.deliver)
        senders.start()
        for chat in range(SENDERS + 3):
            senders.to_send.put_nowait(to(chat))
        taken = list(await server.has_taken(SENDERS + 3))
        slow = [task for task in senders._tasks if in_flight.slow]
        server.answer.set()
        await asyncio.wait(slow, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.sleep(0)
        left, still_slow = len(senders._tasks), len(in_flight.slow)
        await senders.close()
        return taken, left, still_slow

    assert asyncio.run(sent()) == (list(range(SENDERS + 3)), SENDERS, 0)


def test_a_chat_that_was_slow_takes_nobodys_place_the_next_time() -> None:
    async def sent() -> list[int]:
        server, in_flight = Server(), InFlight()
        for chat in range(1, SENDERS + 1):
            in_flight.ended(to(chat).parcel, 12.0)
        senders = Senders(in_flight, server.deliver)
        senders.start()
        for chat in range(1, SENDERS + 2):
            senders.to_send.put_nowait(to(chat))
        taken = list(await server.has_taken(SENDERS + 1))
        assert in_flight.slow >= set(range(1, SENDERS + 1))
        await senders.close()
        return taken

    assert asyncio.run(sent()) == list(range(1, SENDERS + 2))


def test_there_are_connections_for_the_slow_and_for_everybody_else() -> None:
    assert CONNECTIONS > SENDERS + SLOW_AT_MOST


def test_a_chat_that_must_rest_for_long_is_asked_about_again_after_the_longest_wait(sqlite_url: str) -> None:
    async def told() -> tuple[Verdict, Verdict]:
        thread = DatabaseThread()
        files = Files({}, lambda *_: [], Database.open(sqlite_url, "a key for tests, long enough"), thread, wall)
        limiter = Limiter(TELEGRAM)
        sender = PacedSender(Sender(Gateway(TOKEN, NOWHERE), files), limiter)
        limiter.halt(1, monotonic() + 86_400)
        limiter.halt(2, monotonic() + 60)
        long, short = [await sender.deliver(to(chat)) for chat in (1, 2)]
        thread.close()
        return long, short

    began = wall()
    long, short = asyncio.run(told())
    assert isinstance(long, Later)
    assert isinstance(short, Later)
    assert began + LONGEST_WAIT <= long.at <= wall() + LONGEST_WAIT
    assert short.at <= wall() + timedelta(seconds=60)
