"""Updates are fetched whatever a server answers, and handled in the order of their numbers."""

import asyncio
import json
import re
from contextlib import suppress
from typing import Any

import pytest

from bot.database_thread import DatabaseThread
from bot.receiving import poller
from bot.receiving.intake import Intake
from bot.receiving.poller import Poller, in_order
from bot.telegram.answer_presses import Acknowledger
from bot.telegram.gateway import Gateway
from storage.database import Database
from tests.bot.receiving.odd_updates import NO_UPDATES, ODD_BUT_READ, UNREADABLE, update
from tests.bot.running import TOKEN
from tests.stages.alone import NOW


def test_updates_that_come_out_of_order_are_put_back_unless_the_count_began_anew() -> None:
    def numbered(*numbers: int) -> list[dict[str, int]]:
        return [{"update_id": number} for number in numbers]

    odd: list[Any] = [7, {"update_id": 2**70}, {"update_id": True}, {}]
    assert in_order([*numbered(12, 10), *odd, *numbered(11)]) == [*odd, *numbered(10, 11, 12)]
    assert in_order(numbered(12, 10, 11)) == numbered(10, 11, 12)
    assert in_order(numbered(100_000_012, 7, 8)) == numbered(100_000_012, 7, 8)


class Server:
    """A Bot API server that answers each question for updates with the next text, and then holds the line."""

    def __init__(self, *results: str) -> None:
        self._results = list(results)
        self.asked: list[Any] = []
        self.held = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = re.search(rb"(?i)content-length: (\d+)", head)
                body = await reader.readexactly(int(length[1]) if length else 0)
                answer = (await self._answer(head, body)).encode()
                writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: %d\r\n\r\n%s" % (len(answer), answer))
        writer.close()

    async def _answer(self, head: bytes, body: bytes) -> str:
        if b"/getMe " in head:
            return '{"ok": true, "result": {"id": 1, "is_bot": true, "first_name": "Lots", "username": "lots_bot"}}'
        self.asked.append(json.loads(body).get("offset"))
        if not self._results:
            self.held.set()
            await asyncio.Event().wait()
        return self._results.pop(0)


def updates(*texts: str) -> str:
    return f'{{"ok": true, "result": [{", ".join(texts)}]}}'


async def fetched(database: Database, server: Server) -> None:
    """Fetch until the server has nothing more to say."""
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    thread = DatabaseThread()
    gateway = Gateway(TOKEN, f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}")
    await gateway.open()
    intake = Intake(database, thread, lambda: NOW, asyncio.Event())
    fetching = asyncio.create_task(Poller(gateway, intake, database, thread, Acknowledger(gateway)).run())
    await asyncio.wait((fetching, asyncio.create_task(server.held.wait())), return_when=asyncio.FIRST_COMPLETED)
    fetching.cancel()
    await asyncio.gather(fetching, return_exceptions=True)
    await gateway.close()
    thread.close()
    listening.close()


def test_fetching_goes_on_whatever_a_server_answers(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(poller, "LONGEST_PAUSE", 0.0)
    monkeypatch.setattr(poller, "AT_ONCE_SECONDS", 0.0)
    nonsense = ("", "no json", "[" * 100_000, "[]", "7", '{"ok": true}', '{"ok": true, "result": {"a": 1}}', updates())
    odd = [*NO_UPDATES, *UNREADABLE, *ODD_BUT_READ]
    server = Server(*nonsense, updates(*odd, update(9, "a")), *nonsense, updates(update(2**70)), updates(update(30)))

    asyncio.run(fetched(database, server))

    assert server.asked == [*[None] * (len(nonsense) + 1), *[27] * (len(nonsense) + 2), 31]
    with database.transaction() as work:
        assert work.inbox.offset() == 31
        assert work.inbox.counts()["waiting"] == len(UNREADABLE) + len(ODD_BUT_READ) + 2
