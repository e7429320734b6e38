"""What tests of storage share beside the fresh databases: one on SQLite alone, and one that four processes share."""

from collections.abc import Iterator

import pytest

from storage.database import Database
from tests.conftest import SECRET


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Database]:
    """An open SQLite database with its tables."""
    opened = Database.open(sqlite_url, SECRET)
    opened.upgrade()
    yield opened
    opened.close()


@pytest.fixture
def processes(postgresql_url: str) -> Iterator[tuple[Database, ...]]:
    """Four processes' databases, as far as the server can tell."""
    opened = tuple(Database.open(postgresql_url, SECRET) for _ in range(4))
    for database in opened:
        database.upgrade()
    yield opened
    for database in opened:
        database.close()
