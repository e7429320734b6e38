"""A way to a PostgreSQL server that takes time: what goes to it is held for so long, what comes back is not.

So a round trip takes that much longer. Trips are counted here, because the bot's own statements do not tell which of
them went together. Threads, not an event loop: that wakes by whole milliseconds.
"""

import socket
import threading
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

PORTION = 1 << 16


class Distance:
    """A listener before the server of an address (its socket lies in a folder); `address` is the longer way there."""

    def __init__(self, address: str, seconds: float) -> None:
        named = urlsplit(address)
        self._socket = str(next(Path(parse_qs(named.query)["host"][0]).glob(".s.PGSQL.*[0-9]")))
        self._seconds = seconds
        self._listener = socket.create_server(("127.0.0.1", 0))
        port = self._listener.getsockname()[1]
        self.address = f"postgresql://{named.username}@127.0.0.1:{port}{named.path}"
        self.trips = 0
        """How often something went to the server after it had answered what went before."""
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Take nobody more."""
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listener.accept()
            except OSError:
                return
            near.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            far = socket.socket(socket.AF_UNIX)
            far.connect(self._socket)
            spoke = threading.Event()
            spoke.set()
            threading.Thread(target=self._go, args=(near, far, spoke), daemon=True).start()
            threading.Thread(target=_come_back, args=(far, near, spoke), daemon=True).start()

    def _go(self, near: socket.socket, far: socket.socket, spoke: threading.Event) -> None:
        while data := _read(near):
            if spoke.is_set():
                spoke.clear()
                self.trips += 1
                time.sleep(self._seconds)
            _write(far, data)
        far.close()


def _come_back(far: socket.socket, near: socket.socket, spoke: threading.Event) -> None:
    while data := _read(far):
        spoke.set()
        _write(near, data)
    near.close()


def _write(end: socket.socket, data: bytes) -> None:
    with suppress(OSError):  # that end has gone, and reading from it will tell
        end.sendall(data)


def _read(end: socket.socket) -> bytes:
    try:
        return end.recv(PORTION)
    except OSError:
        return b""
