"""Every value of every table is opened, and what cannot be read is named with table, key and column."""

from pathlib import Path

import pytest
from sqlalchemy import LargeBinary, text

from storage.database import Database
from storage.engine.tables import metadata
from storage.errors import BackupRefused
from storage.inspection import Finding, _readers
from tests.conftest import SECRET
from tests.storage.building import NOW, a_reminder
from tests.storage.damaging import SEALED, damage, swap
from tests.storage.town import town

CHANGED = "its bytes were changed, or sealed with another key"


def findings(database: Database) -> list[str]:
    return [str(item) for item in database.inspect()]


def test_a_sound_database_has_no_findings(database: Database) -> None:
    town(database)
    with database.transaction() as work:
        work.inbox.finish([1])
        work.inbox.fail(2, "KeyError in need.py:40 read")
        work.inbox.set_offset(7)
        work.outbox.sent({1: 5})
        work.outbox.refuse(2, "Forbidden")
        work.reminders.plan("p1", [a_reminder()])
    assert findings(database) == []


@pytest.mark.parametrize(
    ("table", "key", "line"),
    [
        ("sessions", {"chat": 2}, "sessions 2/2  data"),
        ("proposals", {"id": "p2"}, "proposals p2  data"),
        ("cases", {"reference": "P3QX9"}, "cases P3QX9  data"),
        ("messages", {"reference": "P3QX9"}, "messages 2  data"),
        ("posts", {"chat": 2}, "posts 2/5  offers"),
        ("corrections", {"id": "c2"}, "corrections c2  data"),
        ("desks", {"municipality": "vaxjo"}, "desks vaxjo  data"),
        ("calls", {"municipality": "vaxjo"}, "calls vaxjo/autumn  data"),
        ("sharings", {"proposal": "p2"}, "sharings p2  data"),
        ("answer_changes", {"proposal": "p2"}, "answer_changes 2  data"),
        ("mails", {"id": "m2"}, "mails m2  data"),
        ("inbox", {"update_id": 2}, "inbox 2  body"),
        ("outbox", {"chat": 2}, "outbox 2  data"),
    ],
)
def test_a_damaged_value_is_named(database: Database, table: str, key: dict[str, object], line: str) -> None:
    town(database)
    damage(database, table, **key)
    assert findings(database) == [f"{line}: {CHANGED}"]


def test_values_that_changed_places_are_named(database: Database) -> None:
    town(database)
    swap(database, "inbox", {"update_id": 1}, {"update_id": 2})
    swap(database, "sessions", {"chat": 1}, {"chat": 3})
    assert findings(database) == [
        f"{place}: it is the value of another row"
        for place in ("inbox 1  body", "inbox 2  body", "sessions 1/1  data", "sessions 3/3  data")
    ]


def test_nonsense_in_plain_columns_is_named(sqlite: Database) -> None:
    town(sqlite)
    with sqlite.transaction() as work:
        work.inbox.set_offset(7)
        work.inbox.fail(1, "KeyError")
        work.reminders.plan("p1", [a_reminder(due=NOW)])
        for statement in (
            "UPDATE marks SET value = 'x' WHERE name = 'offset'",
            "UPDATE reminders SET due_at = 'no time'",
            "UPDATE outbox SET attempts = 'many' WHERE seq = 1",
            "UPDATE inbox SET error = x'00' WHERE seq = 1",
            "UPDATE inbox SET state = 'waitinf' WHERE seq = 2",
            "UPDATE outbox SET state = 'pendinf' WHERE seq = 1",
        ):
            work._connection.execute(text(statement))
    assert sorted(findings(sqlite)) == [
        f"inbox 1  error: {CHANGED}",
        "inbox 2  state: it is no state",
        "marks offset  value: it is no number",
        "outbox 1  attempts: it is no number",
        "outbox 1  state: it is no state",
        "reminders p1:draft-day  due_at: it is no time",
    ]


def test_a_backup_with_a_damaged_value_is_restored_only_when_that_is_wanted(
    sqlite: Database, postgresql_url: str, tmp_path: Path
) -> None:
    town(sqlite)
    damage(sqlite, "cases", reference="K7WM4")
    sqlite.backup(tmp_path / "copy")
    other = Database.open(postgresql_url, SECRET)
    with pytest.raises(BackupRefused, match=f"(?s)has 1 values .* restored.*\ncases K7WM4  data: {CHANGED}$"):
        other.restore(tmp_path / "copy")
    other.restore(tmp_path / "copy", with_damage=True)
    assert findings(other) == [f"cases K7WM4  data: {CHANGED}"]
    other.close()


def test_each_sealed_column_is_opened(database: Database) -> None:
    sealed = {
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, LargeBinary) and column.name != "fingerprint"
    }
    with database.transaction() as work:
        opened = {(table, column) for table, columns in _readers(work).items() for column in columns}
    assert sealed == opened - {("marks", "value")}
    assert {(name, column) for name, (_, column) in SEALED.items()} < sealed
    assert str(Finding("posts", (1, 5), "offers", "why")) == "posts 1/5  offers: why"
