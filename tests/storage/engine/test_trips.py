"""How often an ordinary update goes to the database: each time is a wait where the database is down the hall."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import event

from storage.database import Database
from tests.stages.alone import HandlerAlone, context, counting, received

MOST = 12
"""Statements of an update of somebody who is known, which stores, claims, loads, writes and answers it, beside begin
and commit. Whoever adds one adds a millisecond to every answer where the server is a millisecond away."""


@contextmanager
def counted(database: Database) -> Iterator[list[str]]:
    """The statements that are sent meanwhile."""
    sent: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        sent.append(statement)

    event.listen(database._engine, "before_cursor_execute", note)
    yield sent
    event.remove(database._engine, "before_cursor_execute", note)


def test_an_update_of_somebody_who_is_known_goes_to_the_database_no_more_often_than_it_must(database: Database) -> None:
    handler = HandlerAlone(database, context(counting), free=50)
    handler.arrived([received(1, 1, "a")], 2)
    handler.arrived([received(2, 1, "b")], 3)

    with counted(database) as sent:
        played = handler.arrived([received(3, 1, "c")], 4)

    assert [line.result for line in played.lines] == ["said"]
    begun = [statement for statement in sent if statement.startswith("BEGIN")]
    assert len(sent) - len(begun) <= MOST, "\n".join(sent)
