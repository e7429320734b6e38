"""Runs the local Bot API in a process of its own: `python -m bot.demo.doors.serve --port 8081`.

For tests and benchmarks; `lots demo` runs the same server beside the bot (`demo/launch.py`). Also gives the
application the means to cut a connection, which ASGI has not.
"""

import argparse
import asyncio
import contextlib
import socket
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import uvicorn
import uvloop
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from bot.demo.clock import DemoClock
from bot.demo.doors.server import TOKEN, build_app
from bot.demo.doors.several_servers import Application


class CuttingProtocol(HttpToolsProtocol):
    """uvicorn's protocol, with `lots.cut` and `lots.gone` in the scope of every request."""

    def on_message_begin(self) -> None:
        """Prepare the scope of the request that begins."""
        super().on_message_begin()
        scope: Any = self.scope
        scope["lots.cut"] = self._cut
        scope["lots.gone"] = self._gone

    def _cut(self) -> None:
        self.transport.abort()

    async def _gone(self) -> None:
        while self.cycle is not None and not self.cycle.disconnected:  # noqa: ASYNC110 - no event tells of it
            await asyncio.sleep(0.001)


class DemoServer(uvicorn.Server):
    """uvicorn's server, which ends waiting polls and feeds before it waits for its connections."""

    def __init__(self, app: Application) -> None:
        super().__init__(configured(app))
        self._app = app

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop: first what waits, then the server."""
        self._app.close()
        await super().shutdown(sockets)


def configured(app: Application, *, log: str = "error") -> uvicorn.Config:
    """How the server runs: quietly, without access log, with the protocol that can cut connections."""
    return uvicorn.Config(
        app,
        http=CuttingProtocol,
        lifespan="off",
        proxy_headers=False,
        log_level=log,
        access_log=False,
        server_header=False,
        date_header=False,
        timeout_graceful_shutdown=1,
        timeout_keep_alive=75,
        backlog=4096,
    )


def listen(port: int, host: str = "127.0.0.1") -> socket.socket:
    """A socket on the port; 0 takes any free one. Raise `OSError` where the port is taken."""
    # With the protocol named, asyncio switches TCP_NODELAY on; without it each answer waits 40 ms for an ACK.
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((host, port))
    except OSError:
        taken.close()
        raise
    return taken


def main(arguments: list[str] | None = None) -> None:
    """Serve until interrupted; prints the address in one line when it listens."""
    asked = _parser().parse_args(arguments)
    clock = DemoClock(asked.clock, datetime.fromisoformat(asked.at)) if asked.clock else DemoClock()
    app = build_app(
        token=asked.token,
        clock=clock,
        health=asked.health,
        seed=asked.seed,
        keep_messages=asked.keep_messages,
        keep_calls=asked.keep_calls,
    )
    app.world.limits.on = asked.limits
    place = listen(asked.port, asked.host)
    place.listen(4096)
    host, port = place.getsockname()
    sys.stdout.write(f"http://{host}:{port}\n")
    sys.stdout.flush()
    with contextlib.suppress(KeyboardInterrupt):
        uvloop.run(DemoServer(app).serve(sockets=[place]))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bot.demo.doors.serve", description="A strict local Bot API.")
    parser.add_argument("--port", type=int, default=8081, help="0 takes a free port, which is printed")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--token", default=TOKEN)
    parser.add_argument("--clock", type=Path, help="the file of a clock that can be moved; real time without it")
    parser.add_argument("--at", default="2023-09-01T09:00+03:00", help="where that clock starts")
    parser.add_argument("--health", default="", help="address of the bot's health, for the next reminder")
    parser.add_argument("--seed", type=int, default=0, help="of the faults")
    parser.add_argument("--limits", action="store_true", help="Telegram's sending limits")
    parser.add_argument("--keep-messages", type=int, default=5_000, help="per chat")
    parser.add_argument("--keep-calls", type=int, default=200_000, help="in the ledger")
    return parser


if __name__ == "__main__":
    main()
