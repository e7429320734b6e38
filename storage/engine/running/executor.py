"""Runs the statements of one transaction, each made ready once, straight on the driver.

It has as much of a SQLAlchemy connection as the repositories use. What listens to the engine for statements goes on to
hear them.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Dialect, Executable
from sqlalchemy.exc import DBAPIError, MultipleResultsFound, NoResultFound

from storage.engine.running.prepared import Prepared, prepared
from storage.errors import LostRace

Many = Sequence[Mapping[str, Any]]


class Answer:
    """What a statement came to. Where statements are gathered, the first look sends all that were."""

    def __init__(self, cursors: Sequence[Any], made: Prepared | None = None) -> None:
        self._cursors = cursors
        self._made = made
        self._rows: list[Any] | None = None

    def all(self) -> list[Any]:
        """Return the rows, whose values are found by name and by place."""
        if self._rows is None:
            self._settle()
            cursor = self._cursors[0]
            found = cursor.fetchall()
            self._rows = self._made.rows(found, cursor.description) if self._made is not None else found
        return self._rows

    def __iter__(self) -> Iterator[Any]:
        return iter(self.all())

    def first(self) -> Any:
        """Return the first row, None if there is none."""
        return next(iter(self.all()), None)

    def one(self) -> Any:
        """Return the only row. Raise `NoResultFound` or `MultipleResultsFound`."""
        found = self.one_or_none()
        if found is None:
            raise NoResultFound("A row was needed, and there is none.")
        return found

    def one_or_none(self) -> Any:
        """Return the only row, None if there is none. Raise `MultipleResultsFound`."""
        rows = self.all()
        if len(rows) > 1:
            raise MultipleResultsFound("One row was needed, and there are several.")
        return rows[0] if rows else None

    def scalar_one(self) -> Any:
        """Return the first value of the only row. Raise `NoResultFound` or `MultipleResultsFound`."""
        return self.one()[0]

    def scalar_one_or_none(self) -> Any:
        """Return the first value of the only row, None if there is none. Raise `MultipleResultsFound`."""
        row = self.one_or_none()
        return row[0] if row is not None else None

    def scalars(self) -> list[Any]:
        """Return the first value of each row."""
        return [row[0] for row in self.all()]

    def mappings(self) -> list[dict[str, Any]]:
        """Return the rows as values by name."""
        return [row._asdict() for row in self.all()]

    @property
    def rowcount(self) -> int:
        """How many rows were changed."""
        self._settle()
        return sum(max(0, cursor.rowcount) for cursor in self._cursors)

    def _settle(self) -> None:
        """See to it that the answer is there."""


def in_arrays(rows: Many) -> dict[str, list[Any]]:
    """Return the columns of many rows with the same names, each as a list."""
    return {name: [row[name] for row in rows] for name in rows[0]}


class Count:
    """How many rows a statement has changed: whoever looks at it waits for it."""

    def __init__(self, answer: Answer | None = None) -> None:
        self._answer = answer

    def __int__(self) -> int:
        return self._answer.rowcount if self._answer is not None else 0

    def __bool__(self) -> bool:
        return int(self) > 0

    def __eq__(self, other: object) -> bool:
        return int(self) == other

    def __hash__(self) -> int:
        return hash(int(self))


class Executor:
    """The statements of the transaction that stands open on a connection."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.dialect: Dialect = connection.dialect
        self._driver: Any = connection.connection.dbapi_connection
        self._error = self.dialect.loaded_dbapi.Error

    def execute(self, statement: Executable, values: Mapping[str, Any] | Many | None = None) -> Answer:
        """Run a statement once, or once for each of many sets of values with the same names."""
        if values is None or isinstance(values, Mapping):
            made = prepared(statement, self.dialect)
            given = values or {}
            shape = made.shape(given)
            return self._one(made, shape.sql, shape.filled(given))
        made = prepared(statement, self.dialect, tuple(values[0]))
        shape = made.shape(values[0])
        return self._many(made, shape.sql, [shape.filled(given) for given in values])

    def exec_driver_sql(self, sql: str, filled: Any = ()) -> Answer:
        """Run words of the database's own, with values as its driver takes them."""
        return self._one(None, sql, filled)

    def ask(self, statement: Executable, values: Mapping[str, Any] | None = None) -> None:
        """Say that something will be asked soon: where statements are gathered, it goes along with what is sent next.

        What is written in between must not change the answer.
        """

    def change_all(self, statement: Executable, rows: Many) -> Count:
        """Run a statement for each of many rows, or of none, and return how many were changed."""
        return Count(self.execute(statement, rows) if rows else None)

    def change_each(
        self,
        statement: Executable,
        rows: Many,
        lost: str,
        together: Executable | None = None,  # noqa: ARG002 - for those that gather
    ) -> None:
        """Run a statement for each of many rows, or of none; each must change one. Raise `LostRace` with these words.

        `together` is one statement that does so for all rows, whose columns it takes as arrays. Where statements
        are gathered, one that changes nothing lets the transaction fail later, in other words.
        """
        if self.change_all(statement, rows) != len(rows):
            raise LostRace(lost)

    def _one(self, made: Prepared | None, sql: str, filled: Any) -> Answer:
        cursor = self._heard(sql, filled, many=False)
        try:
            cursor.execute(sql, filled)
        except self._error as error:
            raise self._as_ours(error, sql) from error
        return Answer([cursor], made)

    def _many(self, made: Prepared, sql: str, filled: list[Any]) -> Answer:
        cursor = self._heard(sql, filled, many=True)
        try:
            cursor.executemany(sql, filled)
        except self._error as error:
            raise self._as_ours(error, sql) from error
        return Answer([cursor], made)

    def _heard(self, sql: str, filled: Any, *, many: bool) -> Any:
        """Return a new cursor for a statement of which all have been told who listen."""
        cursor = self._driver.cursor()
        self._tell(cursor, sql, filled, many=many)
        return cursor

    def _tell(self, cursor: Any, sql: str, filled: Any, *, many: bool) -> None:
        for hear in self.connection.dispatch.before_cursor_execute:
            hear(self.connection, cursor, sql, filled, None, many)

    def _as_ours(self, error: Exception, sql: str = "") -> BaseException:
        """Return what SQLAlchemy would raise, and give a connection up that is broken."""
        broken = self.dialect.is_disconnect(error, self._driver, None)  # type: ignore[arg-type]
        if broken:
            self.connection.invalidate(error)
        return DBAPIError.instance(
            sql, None, error, self._error, hide_parameters=True, connection_invalidated=broken, dialect=self.dialect
        )
