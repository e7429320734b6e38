"""A database is opened with the right address and key or says in a sentence what is wrong."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text

from storage import errors
from storage.database import Database
from storage.errors import StorageError
from tests.conftest import SECRET
from tests.storage.building import NOW, a_session, outgoing


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Database]:
    opened = Database.open(sqlite_url, SECRET)
    opened.upgrade()
    yield opened
    opened.close()


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


def test_a_server_that_is_not_there_is_named_without_its_password() -> None:
    with pytest.raises(errors.DatabaseUnreachable, match=r"postgresql://lots:\*\*\*@127.0.0.1:9/lots") as caught:
        Database.open("postgres://lots:hemligt@127.0.0.1:9/lots", SECRET)
    assert "hemligt" not in str(caught.value)


def test_a_database_that_is_not_there_is_named(postgresql_server: str) -> None:
    with pytest.raises(errors.DatabaseUnreachable, match="never_made"):
        Database.open(postgresql_server.replace("/postgres?", "/never_made?"), SECRET)


def test_two_processes_cannot_share_a_sqlite_file(sqlite: Database, sqlite_url: str) -> None:
    with pytest.raises(errors.DatabaseLocked, match="already running"):
        Database.open(sqlite_url, SECRET)
    sqlite.close()
    Database.open(sqlite_url, SECRET).close()


def test_a_reader_may_stand_beside_a_running_bot(sqlite: Database, sqlite_url: str) -> None:
    with sqlite.transaction() as work:
        work.sessions.save([a_session()])
    reader = Database.open(sqlite_url, SECRET, read_only=True)
    with reader.transaction() as work:
        assert work.sessions.load([(1, 1)]) == {(1, 1): a_session()}
    with pytest.raises(errors.DatabaseReadOnly, match="not written"), reader.transaction() as work:
        work.outbox.add([outgoing()])
    reader.close()


def test_a_reader_does_not_make_a_database(sqlite_url: str) -> None:
    with pytest.raises(errors.DatabaseUnreachable, match="cannot be opened"):
        Database.open(sqlite_url, SECRET, read_only=True)


def test_another_key_is_refused_at_the_door(database: Database, database_url: str) -> None:
    database.close()
    with pytest.raises(errors.WrongKey, match="SECRET_KEY"):
        Database.open(database_url, "another key")
    Database.open(database_url, SECRET).close()


def test_work_before_the_tables_are_there_is_refused(database_url: str) -> None:
    opened = Database.open(database_url, SECRET)
    with pytest.raises(errors.SchemaBehind, match="lots db upgrade"), opened.transaction():
        pytest.fail("the transaction began")
    opened.upgrade()
    opened.upgrade()
    with opened.transaction() as work:
        assert work.inbox.counts() == {"waiting": 0, "failed": 0}
    opened.close()


def test_tables_of_a_newer_program_are_refused(database: Database, database_url: str) -> None:
    with database.transaction() as work:
        work._connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    database.close()
    with pytest.raises(errors.SchemaAhead, match="9999"):
        Database.open(database_url, SECRET)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path, sqlite_url: str) -> None:
    (tmp_path / "lots.db").write_text("Kära dagbok, " * 1000)
    with pytest.raises(errors.DatabaseDamaged, match="Restore a backup"):
        Database.open(sqlite_url, SECRET)


def test_a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room(sqlite: Database) -> None:
    pages = _pragma(sqlite, "page_count")
    _pragma(sqlite, f"max_page_count={pages + 2}")
    with pytest.raises(errors.DatabaseFull, match="make room"), sqlite.transaction() as work:
        work.outbox.add([outgoing(text="å" * 5000) for _ in range(20)])
    _pragma(sqlite, "max_page_count=100000")
    with sqlite.transaction() as work:
        assert work.outbox.counts()["pending"] == 0
        assert work.outbox.add([outgoing()]) == 1


def test_a_file_that_another_program_writes_to_is_tried_again(sqlite: Database, tmp_path: Path) -> None:
    _pragma(sqlite, "busy_timeout=10")
    with sqlite3.connect(tmp_path / "lots.db", isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(errors.TryAgain, match="run again"), sqlite.transaction():
            pytest.fail("the transaction began")
        other.execute("ROLLBACK")
    other.close()
    with sqlite.transaction() as work:
        assert work.outbox.add([outgoing()]) == 1


def test_a_cut_connection_is_an_absence_and_then_over(postgresql_url: str) -> None:
    opened = Database.open(postgresql_url, SECRET)
    opened.upgrade()
    assert opened.poller_lock()
    _cut(postgresql_url)
    with pytest.raises(errors.DatabaseAway), opened.transaction() as work:
        work.outbox.add([outgoing()])
    with opened.transaction() as work:
        assert work.outbox.add([outgoing()]) == 1
        assert work.outbox.recover(NOW) == ()
    assert opened.poller_lock()
    opened.close()


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


def test_every_error_of_storage_is_one_family() -> None:
    kinds = [value for value in vars(errors).values() if isinstance(value, type)]
    assert [kind for kind in kinds if not issubclass(kind, StorageError)] == []


def test_closing_twice_is_closing_once(database: Database) -> None:
    database.close()
    database.close()


def _pragma(database: Database, pragma: str) -> object:
    with database._engine.connect() as connection:
        return connection.connection.driver_connection.execute(f"PRAGMA {pragma}").fetchone()[0]


def _cut(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
