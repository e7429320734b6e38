"""The repositories' way to the driver: what comes back, what is heard of it, and what it raises."""

from typing import Any

import pytest
from sqlalchemy import bindparam, event, select, text, update
from sqlalchemy.exc import IntegrityError, MultipleResultsFound, NoResultFound

from storage.database import Database
from storage.engine.statements import insert_all, inserts
from storage.engine.tables import key_values

NAMED = select(key_values.c.value).where(key_values.c.name.in_(bindparam("names", expanding=True)))
NEW = inserts(key_values, lambda insert: insert.on_conflict_do_nothing(index_elements=["name"]))
CHANGE = update(key_values).where(key_values.c.name == bindparam("of_name")).values(value=bindparam("to"))
ROWS = [{"name": "a", "value": "1"}, {"name": "b", "value": "2"}]


def test_rows_are_had_one_by_one_and_together(database: Database) -> None:
    with database.transaction() as work:
        run = work._connection
        assert (insert_all(run, NEW, ROWS), insert_all(run, NEW, ROWS), insert_all(run, NEW, [])) == (2, 0, 0)
        both, neither = {"names": ["a", "b"]}, {"names": []}
        assert sorted(run.execute(NAMED, both).scalars()) == ["1", "2"]
        assert [run.execute(NAMED, neither).first(), run.execute(NAMED, neither).scalar_one_or_none()] == [None, None]
        assert run.execute(NAMED, {"names": ["a"]}).mappings() == [{"value": "1"}]
        with pytest.raises(NoResultFound):
            run.execute(NAMED, neither).one()
        with pytest.raises(MultipleResultsFound):
            run.execute(NAMED, both).scalar_one()
        assert run.execute(CHANGE, [{"of_name": "a", "to": "3"}, {"of_name": "c", "to": "3"}]).rowcount == 1


def test_who_listens_to_the_engine_hears_every_statement_once(database: Database) -> None:
    heard: list[tuple[str, bool]] = []

    def note(_connection: Any, _cursor: Any, statement: str, _values: Any, _context: Any, many: bool) -> None:
        heard.append((statement.partition(" ")[0], many))

    event.listen(database._engine, "before_cursor_execute", note)
    with database.transaction() as work:
        insert_all(work._connection, NEW, ROWS)
        work._connection.execute(NAMED, {"names": ["a"]}).all()
    event.remove(database._engine, "before_cursor_execute", note)
    assert [one for one in heard if not one[0].startswith("BEGIN")] == [("INSERT", True), ("SELECT", False)]


def test_what_the_driver_raises_is_raised_as_sqlalchemy_does(database: Database) -> None:
    with pytest.raises(IntegrityError), database.transaction() as work:
        work._connection.execute(text("INSERT INTO marks (name) VALUES ('x')")).rowcount  # noqa: B018 - the look sends
