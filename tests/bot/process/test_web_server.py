"""Routes are served from start to stop, and a port that somebody has is told in a sentence."""

import asyncio
import socket

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.process.web_server import PortTaken, WebServer
from tests.bot.running import free_port


async def hello(_request: Request) -> Response:
    return PlainTextResponse("hej")


ROUTES = [Route("/hello", hello)]


def test_routes_are_served_until_it_is_stopped() -> None:
    port = free_port()

    async def asked() -> list[int]:
        server = WebServer(("127.0.0.1", port), ROUTES)
        server.start()
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as web:
            answers = [await web.get(path) for path in ("/hello", "/nothing")]
        await server.stop()
        return [answer.status_code for answer in answers]

    assert asyncio.run(asked()) == [200, 404]
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", port))


def test_a_port_that_is_taken_is_named_with_what_to_do() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        async def started() -> None:
            WebServer(("127.0.0.1", port), ROUTES).start()

        with pytest.raises(PortTaken, match=rf"127.0.0.1:{port} cannot be used .*Choose another LOTS_LISTEN"):
            asyncio.run(started())
