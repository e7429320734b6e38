"""The engine opens what an address names, as durable and as private as was promised."""

from pathlib import Path

import pytest

from storage import errors
from storage.database import Database
from storage.engine.engine import _of_all_files
from tests.conftest import SECRET
from tests.storage.building import outgoing


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("lots.db", "Write it like sqlite:///lots.db"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("mysql://a:hemligt@b/c", "does not know the database mysql"),
    ],
)
def test_an_address_that_cannot_be_is_explained(url: str, words: str) -> None:
    with pytest.raises(errors.DatabaseUrlWrong, match=words) as caught:
        Database.open(url, SECRET)
    assert "hemligt" not in str(caught.value)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(errors.DatabaseUnreachable, match="nowhere does not exist"):
        Database.open(f"sqlite:///{tmp_path}/nowhere/lots.db", SECRET)


def test_durability_is_what_was_promised(sqlite: Database) -> None:
    asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
    assert {name: _pragma(sqlite, name) for name in asked} == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }


def test_the_file_and_its_log_are_the_owners_alone(sqlite: Database, tmp_path: Path) -> None:
    with sqlite.transaction() as work:
        work.outbox.add([outgoing()])
    assert {oct(path.stat().st_mode & 0o777) for path in tmp_path.glob("lots.db*")} == {"0o600"}


def test_files_share_what_was_compiled_and_nothing_that_was_written(tmp_path: Path) -> None:
    _, compiled = _of_all_files()
    opened = [Database.open(f"sqlite:///{tmp_path}/{name}.db", SECRET) for name in ("one", "two")]
    for database in opened:
        database.upgrade()
    with opened[0].transaction() as work:
        work.outbox.add([outgoing()])
        work.outbox.counts()
    known = len(compiled)
    with opened[1].transaction() as work:
        found = work.outbox.counts()["pending"]
    assert (found, len(compiled)) == (0, known)
    for database in opened:
        database.close()


def _pragma(database: Database, pragma: str) -> object:
    with database._engine.connect() as connection:
        return connection.connection.driver_connection.execute(f"PRAGMA {pragma}").fetchone()[0]
