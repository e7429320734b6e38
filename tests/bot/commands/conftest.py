"""What the tests of the commands share: the database that the settings name."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from storage.database import Database
from tests.conftest import SECRET


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """The database that the settings name."""
    monkeypatch.setenv("LOTS_SECRET_KEY", SECRET)
    monkeypatch.setenv("LOTS_DATABASE_URL", f"sqlite:///{tmp_path}/lots.db")
    with closing(Database.open(f"sqlite:///{tmp_path}/lots.db", SECRET)) as opened:
        opened.upgrade()
        yield opened
