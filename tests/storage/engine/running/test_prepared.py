"""A statement that is made ready once goes in and comes out as through SQLAlchemy itself."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import bindparam, create_engine, insert, select, text, update

from storage.engine.running.executor import Executor
from storage.engine.running.prepared import prepared
from storage.engine.tables import inbox, mails, metadata

SQLITE = create_engine("sqlite://")
OF = select(inbox).where(inbox.c.chat.in_(bindparam("chats", expanding=True)), inbox.c.state == "waiting")
OPEN = update(mails).where(mails.c.state.in_(("waiting", "sending"))).values(state=bindparam("to"), told=False)
DUE = select(inbox).where(inbox.c.at <= bindparam("now"))
HELSINKI = ZoneInfo("Europe/Helsinki")
HIGHEST = 2**63 - 1


@given(st.lists(st.integers(-HIGHEST, HIGHEST), max_size=40))
@settings(max_examples=60)
def test_a_list_of_any_length_goes_in_as_sqlalchemy_puts_one_in_of_a_power_of_two(chats: list[int]) -> None:
    longer = chats + chats[-1:] * (64 - len(chats))
    full = longer[: next(length for length in (0, 1, 2, 4, 8, 16, 32, 64) if length >= len(chats))]
    expected = OF.compile(dialect=SQLITE.dialect).construct_expanded_state({"chats": full})
    shape = prepared(OF, SQLITE.dialect).shape({"chats": chats})
    assert (shape.sql, shape.filled({"chats": chats})) == (expected.statement, expected.positional_parameters)


def test_values_are_kept_as_sqlalchemy_keeps_them() -> None:
    row = {
        "update_id": 1,
        "fingerprint": b"x",
        "chat": 5,
        "at": datetime(2026, 11, 30, 12, tzinfo=HELSINKI),
        "body": b"",
    }
    engine, put = create_engine("sqlite://"), insert(inbox)
    with engine.begin() as connection:
        metadata.create_all(connection)
        connection.execute(put, [row])
        Executor(connection).execute(put, [row | {"update_id": 2}, row | {"update_id": 3}])
        found = Executor(connection).execute(DUE, {"now": row["at"]}).all()
        kept = [tuple(one) for one in connection.exec_driver_sql("SELECT fingerprint, chat, at, body FROM inbox")]
    assert kept == [(b"x", 5, "2026-11-30 10:00:00.000000", b"")] * 3
    assert [one.update_id for one in found] == [1, 2, 3]


def test_a_time_without_a_zone_does_not_go_in() -> None:
    shape = prepared(DUE, SQLITE.dialect).shape({"now": datetime(2026, 11, 30)})  # noqa: DTZ001 - that is what is tried
    with pytest.raises(ValueError, match="without a zone"):
        shape.filled({"now": datetime(2026, 11, 30)})  # noqa: DTZ001


def test_what_a_statement_says_itself_goes_along() -> None:
    shape = prepared(OPEN, SQLITE.dialect).shape({"to": "gone"})
    assert shape.filled({"to": "gone"}) == ("gone", 0, "waiting", "sending")


def test_it_is_made_ready_once_for_each_kind_of_database_and_for_its_lists_of_few_lengths() -> None:
    made = prepared(OF, SQLITE.dialect)
    for length in range(40):
        made.shape({"chats": [1] * length})
    assert prepared(OF, SQLITE.dialect) is made
    assert (made.reads, prepared(OPEN, SQLITE.dialect).reads, set(made._shapes)) == (
        True,
        False,
        {(0,), (1,), (2,), (4,), (8,), (16,), (32,), (64,)},
    )


def test_times_and_flags_come_out_as_what_they_are() -> None:
    at = datetime(2026, 11, 30, 12, tzinfo=UTC)
    with SQLITE.begin() as connection:
        metadata.create_all(connection)
        row = {"update_id": 1, "fingerprint": b"x", "chat": 5, "at": at + timedelta(microseconds=7), "body": b"{}"}
        connection.execute(insert(inbox), [row])
        cursor = connection.connection.cursor()
        shape = prepared(OF, SQLITE.dialect).shape({"chats": [5]})
        cursor.execute(shape.sql, shape.filled({"chats": [5]}))
        assert cursor.description is not None
        [found] = prepared(OF, SQLITE.dialect).rows(cursor.fetchall(), cursor.description)
        assert {**row, "seq": 1, "state": "waiting", "error": None} == found._asdict()

        cursor.execute("SELECT seq, state FROM inbox")
        loose = prepared(text("SELECT seq, state FROM inbox"), SQLITE.dialect)
        assert cursor.description is not None
        assert [row.state for row in loose.rows(cursor.fetchall(), cursor.description)] == ["waiting"]
