"""A database is opened with the right address and key or says in a sentence what is wrong."""

import pytest
from sqlalchemy import text

from storage import errors
from storage.database import Database
from storage.errors import StorageError
from tests.conftest import SECRET
from tests.storage.building import a_session, outgoing


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


def test_every_error_of_storage_is_one_family() -> None:
    kinds = [value for value in vars(errors).values() if isinstance(value, type)]
    assert [kind for kind in kinds if not issubclass(kind, StorageError)] == []


def test_closing_twice_is_closing_once(database: Database) -> None:
    database.close()
    database.close()
