"""A backup holds everything, comes back into either kind of database, and harms nothing when it cannot."""

import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select, text

from storage.database import Database
from storage.engine.tables import metadata
from storage.errors import BackupRefused, SchemaAhead, WrongKey
from storage.queue_items import Kind
from tests.conftest import SECRET, empty_postgresql
from tests.storage.building import NOW, a_case, a_proposal, a_reminder, a_session, outgoing, received, said

PAGE = 4096  # bytes of a page of SQLite


def fill(database: Database) -> None:
    with database.transaction() as work:
        work.inbox.remember([received(number, chat=number) for number in range(2500)])
        work.inbox.finish([1, 2])
        work.inbox.fail(3, "x")
        work.inbox.set_offset(77)
        work.sessions.save([a_session(number) for number in range(1, 20)])
        work.proposals.save([a_proposal()])
        work.cases.save(a_case(), 0)
        work.cases.add_messages([("VA-7K3M", said("hej"))])
        work.reminders.plan("p1", [a_reminder()])
        work.outbox.add([outgoing(1, about="VA-7K3M", kind=Kind.CARD, key="a"), outgoing(1), outgoing(2)])
        work.outbox.claim(NOW, 5)
        work.outbox.sent({1: 500})


def content(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table but the proof of the key, which each database makes for itself."""
    with database.transaction() as work:
        rows = {table.name: work._connection.execute(select(table)).all() for table in metadata.sorted_tables}
    return {name: sorted((tuple(row) for row in found if row[0] != "key"), key=repr) for name, found in rows.items()}


@pytest.fixture(params=["sqlite", "postgresql"])
def empty(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """Where a backup is restored to: a database of either kind."""
    url = f"sqlite:///{tmp_path}/restored.db"
    if request.param == "postgresql":
        url = empty_postgresql(request.getfixturevalue("postgresql_server"))
    opened = Database.open(url, SECRET)
    yield opened
    opened.close()


def test_a_backup_comes_back_whole_into_either_kind(database: Database, empty: Database, tmp_path: Path) -> None:
    fill(database)
    database.backup(tmp_path / "copy")
    empty.restore(tmp_path / "copy")
    assert content(empty) == content(database)
    assert [(path.name, oct(path.stat().st_mode)) for path in tmp_path.glob("copy*")] == [("copy", "0o100600")]
    with empty.transaction() as work:
        assert work.inbox.remember([received(9999)]) == 1
        assert work.outbox.add([outgoing(3)]) == 1
        assert [item.payload["text"] for item in work.outbox.claim(NOW, 5)] == ["hej", "hej"]


def test_a_backup_taken_beside_a_running_bot_is_one_moment(sqlite_url: str, tmp_path: Path) -> None:
    bot = Database.open(sqlite_url, SECRET)
    bot.upgrade()
    stop = threading.Event()
    writer = threading.Thread(target=_write_pairs, args=(bot, stop))
    writer.start()
    try:
        for number in range(3):
            reader = Database.open(sqlite_url, SECRET, read_only=True)
            reader.backup(tmp_path / f"copy{number}")
            reader.close()
    finally:
        stop.set()
        writer.join()
        bot.close()
    copy = Database.open(f"sqlite:///{tmp_path}/copy2", SECRET)
    with copy.transaction() as work:
        assert (work.inbox.counts()["waiting"], work.inbox.counts()["waiting"] > 0) == (
            work.outbox.counts()["pending"],
            True,
        )
    copy.close()


def _write_pairs(database: Database, stop: threading.Event) -> None:
    for number in range(100_000):
        with database.transaction() as work:
            work.inbox.remember([received(number)])
            work.outbox.add([outgoing(number)])
        if stop.is_set():
            return


def test_a_file_that_is_there_is_not_overwritten(database: Database, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("viktigt")
    with pytest.raises(BackupRefused, match="another name"):
        database.backup(tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "viktigt"


def test_a_backup_that_cannot_be_written_leaves_nothing(database: Database, tmp_path: Path) -> None:
    with pytest.raises(BackupRefused, match="nowhere does not exist"):
        database.backup(tmp_path / "nowhere" / "copy")
    assert list(tmp_path.glob("**/copy*")) == []


def test_a_database_without_tables_has_nothing_to_back_up(database_url: str, tmp_path: Path) -> None:
    unprepared = Database.open(database_url, SECRET)
    with pytest.raises(BackupRefused, match="nothing to back up"):
        unprepared.backup(tmp_path / "copy")
    assert not (tmp_path / "copy").exists()
    unprepared.close()


def test_a_database_with_something_in_it_is_not_restored_into(database: Database, tmp_path: Path) -> None:
    fill(database)
    database.backup(tmp_path / "copy")
    before = content(database)
    with pytest.raises(BackupRefused, match="not empty"):
        database.restore(tmp_path / "copy")
    assert content(database) == before


def test_a_backup_of_another_key_is_refused(database: Database, sqlite_url: str, tmp_path: Path) -> None:
    fill(database)
    database.backup(tmp_path / "copy")
    other = Database.open(f"sqlite:///{tmp_path}/other.db", "another key")
    with pytest.raises(WrongKey):
        other.restore(tmp_path / "copy")
    assert {name: rows for name, rows in content(other).items() if rows} == {}
    other.close()


def test_a_backup_of_a_newer_program_is_refused(empty: Database, tmp_path: Path) -> None:
    newer = Database.open(f"sqlite:///{tmp_path}/newer.db", SECRET)
    newer.upgrade()
    with newer.transaction() as work:
        work._connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    newer.backup(tmp_path / "copy")
    newer.close()
    with pytest.raises(SchemaAhead):
        empty.restore(tmp_path / "copy")


@pytest.mark.parametrize("spoil", ["missing", "words", "torn", "a page", "a letter", "no letter"])
def test_what_is_no_whole_backup_is_refused(database: Database, empty: Database, tmp_path: Path, spoil: str) -> None:
    fill(database)
    database.backup(tmp_path / "copy")
    bad = tmp_path / "bad"
    if spoil == "words":
        bad.write_text("Kära dagbok, " * 1000)
    elif spoil == "torn":
        shutil.copyfile(tmp_path / "copy", bad)
        with bad.open("rb+") as file:
            file.truncate(bad.stat().st_size // 2)
    elif spoil == "a page":  # several things are wrong then
        whole = (tmp_path / "copy").read_bytes()
        bad.write_bytes(whole[: 3 * PAGE + 8] + bytes(PAGE - 8) + whole[4 * PAGE :])
    elif spoil == "no letter":
        bad.write_bytes((tmp_path / "copy").read_bytes().replace(b"CREATE TABLE marks", b"CREATE TABL\xb9 marks"))
    elif spoil == "a letter":
        bad.write_bytes((tmp_path / "copy").read_bytes().replace(b"wall", b"well"))
    with pytest.raises(BackupRefused, match="bad"):
        empty.restore(bad)
    assert {name: rows for name, rows in content(empty).items() if rows} == {}
