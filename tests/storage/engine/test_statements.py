"""Many rows of a kind are written alike on both databases, and where they go as arrays as well."""

import pytest
from sqlalchemy import Text, select

from storage.database import Database
from storage.engine.statements import Statements, by_pairs, find_pairs, given, insert_all, inserts
from storage.engine.tables import key_values, sessions

NEW = inserts(key_values, lambda insert: insert.on_conflict_do_nothing(index_elements=["name"]))
COLUMNS = ("name", "value")
TOGETHER = inserts(
    key_values,
    lambda insert: insert.from_select(COLUMNS, select(given(**dict.fromkeys(COLUMNS, Text())))).on_conflict_do_nothing(
        index_elements=["name"]
    ),
)
VALUES = {
    "quoted": 'she said "hej"',
    "listed": "{a,b}",
    "slashed": "a\\b\\",
    "empty": "",
    "named": "NULL",
    "finnish": "ä",
}


@pytest.mark.parametrize("together", [None, TOGETHER], ids=["each", "together"])
def test_what_is_not_there_yet_is_written_and_counted(database: Database, together: Statements | None) -> None:
    rows = [{"name": name, "value": value} for name, value in VALUES.items()]
    with database.transaction() as work:
        insert_all(work._connection, NEW, rows[:1], together)
    with database.transaction() as work:
        again = [{"name": "quoted", "value": "another"}, *rows[1:], {"name": "empty", "value": "twice"}]
        assert insert_all(work._connection, NEW, again, together) == len(rows) - 1
        assert insert_all(work._connection, NEW, [], together) == 0
        found = work._connection.execute(select(key_values).where(key_values.c.name.in_(VALUES)))
        assert {row.name: row.value for row in found} == VALUES


def test_no_pairs_are_not_looked_for(database: Database) -> None:
    with database.transaction() as work:
        assert find_pairs(work._connection, by_pairs(sessions, "chat", "user"), []) == []
