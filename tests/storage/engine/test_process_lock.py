"""One process for one SQLite file."""

import pytest

from storage import errors
from storage.database import Database
from tests.conftest import SECRET


def test_two_processes_cannot_share_a_sqlite_file(sqlite: Database, sqlite_url: str) -> None:
    with pytest.raises(errors.DatabaseLocked, match="already running"):
        Database.open(sqlite_url, SECRET)
    sqlite.close()
    Database.open(sqlite_url, SECRET).close()
