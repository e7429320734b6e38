"""The small web server of a process: /health, and the webhook if there is one.

It binds its port before anything else starts, so that a taken port is told in one sentence.
"""

import asyncio
import contextlib
import socket
from collections.abc import Iterator, Sequence

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

STOP_SECONDS = 1
"""How long a request may still take when the process ends: Telegram brings an update again that was not taken."""
BACKLOG = 512
"""How many connections may wait to be taken, more than the hundred that setWebhook allows Telegram to open."""


class PortTaken(OSError):  # noqa: N818 - the name says what happened
    """Nothing can listen at the address; the message says which and what to do."""


class _Quiet(uvicorn.Server):
    """A server that leaves the signals to us."""

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Catch nothing."""
        yield


class WebServer:
    """Serves routes at an address from `start` to `stop`."""

    def __init__(self, address: tuple[str, int], routes: Sequence[Route]) -> None:
        self._address = address
        app = Starlette(routes=list(routes))
        config = uvicorn.Config(
            app, log_config=None, access_log=False, lifespan="off", timeout_graceful_shutdown=STOP_SECONDS
        )
        self._server = _Quiet(config)
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Bind the port and begin to serve. Raise `PortTaken`."""
        listener = _bound(self._address)
        self._task = asyncio.create_task(self._server.serve(sockets=[listener]))

    async def stop(self) -> None:
        """Finish what is under way and close the port."""
        self._server.should_exit = True
        if self._task is not None:
            await self._task


def _bound(address: tuple[str, int]) -> socket.socket:
    family = socket.AF_INET6 if ":" in address[0] else socket.AF_INET
    # With the protocol named, asyncio sends small answers at once instead of waiting for an acknowledgement.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
    except OSError as error:
        listener.close()
        host, port = address
        raise PortTaken(f"{host}:{port} cannot be used ({error.strerror}). Choose another LOTS_LISTEN.") from error
    listener.listen(BACKLOG)
    return listener
