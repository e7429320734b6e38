"""What the tests of released revisions share: such a database of either kind, at this program's revision."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.database import Database
from tests.conftest import SECRET, empty_postgresql
from tests.storage.released import reading
from tests.storage.released.reading import RELEASED


@pytest.fixture(params=RELEASED, ids=lambda path: path.name)
def release(request: pytest.FixtureRequest) -> Path:
    """The folder of a released revision."""
    found: Path = request.param
    return found


@pytest.fixture
def recorded_url(release: Path, database_url: str, tmp_path: Path) -> str:
    """The address of a database as the release left it."""
    reading.load(release, database_url, tmp_path)
    return database_url


@pytest.fixture
def another_url(request: pytest.FixtureRequest, database_url: str, tmp_path: Path) -> str:
    """The address of an empty database of the same kind."""
    if database_url.startswith("sqlite"):
        return f"sqlite:///{tmp_path}/another.db"
    return empty_postgresql(request.getfixturevalue("postgresql_server"))


@pytest.fixture
def upgraded(recorded_url: str) -> Iterator[Database]:
    """The recorded database, opened and brought to this program's revision."""
    opened = Database.open(recorded_url, SECRET)
    opened.upgrade()
    yield opened
    opened.close()


@pytest.fixture
def another(another_url: str) -> Iterator[Database]:
    """Another database of the same kind, opened and empty."""
    opened = Database.open(another_url, SECRET)
    yield opened
    opened.close()
