"""What is damaged can be taken out by its name; what can be read cannot, and what stands beside it stays."""

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.errors import NotDamaged
from tests.storage.building import a_reminder, said
from tests.storage.damaging import damage
from tests.storage.town import town


def test_exactly_what_is_named_goes(database: Database) -> None:
    town(database)
    for table, key in (("sessions", {"chat": 1}), ("sessions", {"chat": 2}), ("posts", {"chat": 1})):
        damage(database, table, **key)
    assert [item.key for item in database.forget("sessions", ["1/1"])] == [(1, 1)]
    assert [(item.table, item.key) for item in database.inspect()] == [("posts", (1, 5)), ("sessions", (2, 2))]
    database.forget("posts", ["1/5"])
    with database.transaction() as work:
        assert [chat for chat, _ in work.sessions.load([(1, 1), (3, 3)])] == [3]


@pytest.mark.parametrize(
    ("table", "keys"),
    [
        ("sessions", ["2/2"]),
        ("sessions", ["1/1", "2/2"]),
        ("sessions", ["9/9"]),
        ("nothing", ["1"]),
        ("cases", ["K7WM4"]),
    ],
)
def test_what_can_be_read_stays_and_so_does_what_was_named_beside_it(
    database: Database, table: str, keys: list[str]
) -> None:
    town(database)
    damage(database, "sessions", chat=1)
    with pytest.raises(NotDamaged):
        database.forget(table, keys)
    assert [item.key for item in database.inspect()] == [(1, 1)]


def test_a_value_of_a_newer_lots_is_whole(database: Database) -> None:
    town(database)
    with database.transaction() as work:
        newer = work.sessions._vault._cipher.seal(b"[99, {}]", "sessions.data")
    damage(database, "sessions", lambda _: newer, chat=1)
    with pytest.raises(NotDamaged):
        database.forget("sessions", ["1/1"])


def test_a_case_goes_on_with_its_chat_its_state_and_its_talk(database: Database) -> None:
    town(database)
    damage(database, "cases", reference="K7WM4")
    database.forget("cases", ["K7WM4"])
    with database.transaction() as work:
        case = work.cases.by_reference(["K7WM4"])["K7WM4"]
        assert (case.chat, case.municipality, case.version, case.title) == (1, "vasa", 1, "K7WM4")
        assert case.messages == (said("hej 1"),)
        work.cases.save(case.but(version=2), 1)


def test_a_proposal_goes_with_the_reminders_that_wait_for_it(database: Database) -> None:
    town(database)
    with database.transaction() as work:
        work.reminders.plan("p1", [a_reminder()])
        work.reminders.plan("p2", [a_reminder("p2:day", subject="p2")])
    damage(database, "proposals", id="p1")
    database.forget("proposals", ["p1"])
    with database.transaction() as work:
        assert [item.key for item in work.reminders.due(a_reminder().due, 9)] == ["p2:day"]


def test_an_update_goes_and_its_damaged_reason_alone_is_replaced(sqlite: Database) -> None:
    town(sqlite)
    with sqlite.transaction() as work:
        work.inbox.fail(1, "KeyError")
        work._connection.execute(text("UPDATE inbox SET error = x'00' WHERE seq = 1"))
        work._connection.execute(text("UPDATE outbox SET error = x'00', due_at = 'no time' WHERE seq = 1"))
    damage(sqlite, "inbox", update_id=2)
    sqlite.forget("inbox", ["1", "2"])
    sqlite.forget("outbox", ["1"])
    with sqlite.transaction() as work:
        assert [item.error for item in work.inbox.failed()] == ["its reason could not be read"]
        assert work.inbox.counts() == {"waiting": 1, "failed": 1}
        assert work.outbox.counts()["pending"] == 3
    assert sqlite.inspect() == ()


def test_nonsense_beside_what_can_be_read_is_not_taken_out_with_it(sqlite: Database) -> None:
    town(sqlite)
    with sqlite.transaction() as work:
        work._connection.execute(text("UPDATE sessions SET version = 'x' WHERE chat = 1"))
    with pytest.raises(NotDamaged, match="cannot be taken out alone"):
        sqlite.forget("sessions", ["1/1"])
