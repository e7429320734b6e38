"""What a driver complains of is said in a sentence: what happened, and what to do."""

import sqlite3
from pathlib import Path

import psycopg
import pytest

from storage import errors
from storage.database import Database
from tests.conftest import SECRET
from tests.storage.building import NOW, outgoing
from tests.storage.engine.test_engine import _pragma


def test_a_server_that_is_not_there_is_named_without_its_password() -> None:
    with pytest.raises(errors.DatabaseUnreachable, match=r"postgresql://lots:\*\*\*@127.0.0.1:9/lots") as caught:
        Database.open("postgres://lots:hemligt@127.0.0.1:9/lots", SECRET)
    assert "hemligt" not in str(caught.value)


def test_a_database_that_is_not_there_is_named(postgresql_server: str) -> None:
    with pytest.raises(errors.DatabaseUnreachable, match="never_made"):
        Database.open(postgresql_server.replace("/postgres?", "/never_made?"), SECRET)


def test_a_file_that_is_no_database_is_refused(tmp_path: Path, sqlite_url: str) -> None:
    (tmp_path / "lots.db").write_text("Kära dagbok, " * 1000)
    with pytest.raises(errors.DatabaseDamaged, match="Restore a backup"):
        Database.open(sqlite_url, SECRET)


def test_a_torn_schema_is_refused_though_its_words_are_no_letters(tmp_path: Path, sqlite_url: str) -> None:
    opened = Database.open(sqlite_url, SECRET)
    opened.upgrade()
    opened.backup(tmp_path / "copy")  # one file, without a journal beside it
    opened.close()
    file = tmp_path / "torn.db"
    file.write_bytes((tmp_path / "copy").read_bytes().replace(b"CREATE TABLE marks", b"CREATE TABL\xb9 marks"))
    with pytest.raises(errors.DatabaseDamaged, match="Restore a backup"):
        Database.open(f"sqlite:///{file}", SECRET)


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


def _cut(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
