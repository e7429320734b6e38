"""The HTTP client over real sockets: what came back, and whether a call that failed may have arrived."""

import asyncio
import re
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest
from telegram.request import RequestData
from telegram.request._requestparameter import RequestParameter

from bot.telegram.calls.http_client import LONGEST_BYTES, PooledRequest
from bot.telegram.refusal import Sort, Undeliverable

Answer = Callable[[asyncio.StreamWriter], Awaitable[None]]
WORDS = RequestData([RequestParameter.from_input("text", "hej å \U0001f600")])


class Place:
    """A server that takes a whole call and then does what it was told; `heard` are the bodies that arrived."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self.heard: list[bytes] = []
        self.url = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                length = re.search(rb"(?i)content-length: (\d+)", head)
                self.heard.append(await reader.readexactly(int(length[1]) if length else 0))
                await self._answer(writer)
        except (asyncio.IncompleteReadError, ConnectionError):
            writer.close()


@asynccontextmanager
async def place(answer: Answer) -> AsyncIterator[Place]:
    there = Place(answer)
    server = await asyncio.start_server(there.serve, "127.0.0.1", 0)
    there.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/call"
    yield there
    server.close()


async def said(url: str, read_seconds: float = 5.0, data: RequestData | None = WORDS) -> tuple[int, bytes]:
    request = PooledRequest(connections=2, read_seconds=read_seconds)
    await request.initialize()
    try:
        return await request.exchange(url, "POST", data)
    finally:
        await request.shutdown()


async def fine(writer: asyncio.StreamWriter) -> None:
    writer.write(b'HTTP/1.1 200 OK\r\ncontent-length: 11\r\n\r\n{"ok":true}')


async def elsewhere(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1:9/\r\ncontent-length: 0\r\n\r\n")


async def cut(writer: asyncio.StreamWriter) -> None:
    writer.transport.abort()


async def cut_in_the_middle(writer: asyncio.StreamWriter) -> None:
    writer.write(b'HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{"ok"')
    await writer.drain()
    writer.transport.abort()


async def without_end(writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
    while not writer.is_closing():
        writer.write(bytes(2**20))
        await writer.drain()


async def silence(_writer: asyncio.StreamWriter) -> None:
    await asyncio.sleep(30)


def test_a_call_is_sent_once_and_its_answer_comes_back() -> None:
    async def call() -> None:
        async with place(fine) as there:
            assert await said(there.url) == (200, b'{"ok":true}')
            assert there.heard == ['{"text":"hej å \U0001f600"}'.encode()]

    asyncio.run(call())


def test_it_follows_nobody_elsewhere() -> None:
    async def call() -> None:
        async with place(elsewhere) as there:
            assert (await said(there.url))[0] == 302

    asyncio.run(call())


@pytest.mark.parametrize("answer", [cut, silence])
def test_a_call_that_was_taken_and_not_answered_may_have_arrived(answer: Answer) -> None:
    async def call() -> None:
        async with place(answer) as there:
            with pytest.raises(Undeliverable) as met:
                await said(there.url, read_seconds=0.3)
            assert (met.value.sort, len(there.heard)) == (Sort.DOUBT, 1)

    asyncio.run(call())


def test_of_an_answer_that_breaks_off_or_never_ends_the_front_is_kept() -> None:
    async def call() -> None:
        async with place(cut_in_the_middle) as there:
            assert await said(there.url) == (200, b'{"ok"')
        async with place(without_end) as there:
            status, body = await said(there.url)
            assert (status, LONGEST_BYTES <= len(body) < 2 * LONGEST_BYTES) == (200, True)

    asyncio.run(call())


def test_a_call_without_a_connection_never_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        port = gone.getsockname()[1]
    with pytest.raises(Undeliverable) as met:
        asyncio.run(said(f"http://127.0.0.1:{port}/call"))
    assert met.value.sort is Sort.WAITS
