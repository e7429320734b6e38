"""A transaction on PostgreSQL that is gathered: what it leaves, what undoes it, and how it is told that it lost."""

import pytest
from sqlalchemy import bindparam, select, text

from dialogs.conversation.session import Session
from storage.database import Database
from storage.engine.running.pipeline import Gathering
from storage.engine.statements import change_each, insert_all, inserts
from storage.engine.tables import key_values
from storage.errors import LostRace, StorageError
from tests.conftest import SECRET

ONE = select(key_values.c.value).where(key_values.c.name == bindparam("of_name"))
NEW = inserts(key_values, lambda insert: insert.on_conflict_do_nothing(index_elements=["name"]))
LOST = "somebody was quicker"


@pytest.fixture
def server(postgresql_url: str) -> Database:
    """A database on a server, with its tables and nothing in them."""
    opened = Database.open(postgresql_url, SECRET)
    opened.upgrade()
    return opened


def _row(value: str) -> dict[str, str]:
    return {"name": "a", "value": value}


def _value(database: Database) -> str | None:
    with database.transaction() as work:
        found: str | None = work._connection.execute(ONE, {"of_name": "a"}).scalar_one_or_none()
        return found


def test_what_was_asked_ahead_leaves_with_what_is_looked_at_first_and_is_asked_once(server: Database) -> None:
    with server.transaction() as work:
        run = work._connection
        assert isinstance(run, Gathering)
        insert_all(run, NEW, [_row("1")])
        run.ask(ONE, {"of_name": "a"})
        run.ask(ONE, {"of_name": "b"})
        assert (run.execute(ONE, {"of_name": "b"}).first(), run.trips) == (None, 1)
        assert (run.execute(ONE, {"of_name": "a"}).scalar_one(), run.trips) == ("1", 1)
        assert (run.execute(ONE, {"of_name": "a"}).scalar_one(), run.trips) == ("1", 2)


def test_what_is_written_in_between_makes_a_question_be_asked_anew(server: Database) -> None:
    with server.transaction() as work:
        work._connection.ask(ONE, {"of_name": "a"})
        insert_all(work._connection, NEW, [_row("1")])
        assert work._connection.execute(ONE, {"of_name": "a"}).scalar_one() == "1"
    assert _value(server) == "1"


def test_a_write_that_changes_nothing_undoes_the_transaction_though_nobody_looks(server: Database) -> None:
    with server.transaction() as work:
        change_each(work._connection, NEW["postgresql"], [_row("1")], LOST)
    with pytest.raises(LostRace):
        _written_twice(server)
    assert _value(server) == "1"
    server.close()


def test_of_rows_that_are_written_together_each_must_be_as_it_was(server: Database) -> None:
    keys = [(chat, chat) for chat in (1, 2, 3)]
    sessions = {key: Session(*key, language="fi") for key in keys}
    with server.transaction() as work:
        work.sessions.save(sessions.values())
    with server.transaction() as work:
        work.sessions.save([one.but(revision=2) for one in work.sessions.load(keys).values()])
    with pytest.raises(LostRace):
        _saved_though_one_is_newer(server, keys)
    with server.transaction() as work:
        assert work.sessions.load(keys) == {key: one.but(revision=2) for key, one in sessions.items()}
    server.close()


def _saved_though_one_is_newer(server: Database, keys: list[tuple[int, int]]) -> None:
    with server.transaction() as work:
        known = work.sessions.load(keys)
        work._connection.execute(text("UPDATE sessions SET version = version + 1 WHERE chat = 2"))
        work.sessions.save([one.but(revision=3) for one in known.values()])


def _written_twice(server: Database) -> None:
    with server.transaction() as work:
        work._connection.execute(text("UPDATE marks SET value = '2' WHERE name = 'a'"))
        change_each(work._connection, NEW["postgresql"], [_row("3")], LOST)


def test_an_error_of_ours_undoes_what_was_gathered_and_the_connection_goes_on(server: Database) -> None:
    with pytest.raises(ZeroDivisionError):
        _broken_off(server)
    assert _value(server) is None
    server.close()


def _broken_off(server: Database) -> None:
    with server.transaction() as work:
        insert_all(work._connection, NEW, [_row("1")])
        assert work._connection.execute(ONE, {"of_name": "a"}).scalar_one() == "1"
        insert_all(work._connection, NEW, [{"name": "b", "value": "2"}])
        raise ZeroDivisionError


def test_a_connection_that_the_server_has_ended_is_given_up_and_another_one_taken(server: Database) -> None:
    with pytest.raises(StorageError, match="cannot be used"):
        _ended(server)
    assert _value(server) is None
    server.close()


def _ended(server: Database) -> None:
    with server.transaction() as work:
        insert_all(work._connection, NEW, [_row("1")])
        work._connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())")).all()
