"""One transaction on PostgreSQL in as few round trips as its questions allow.

Statements are gathered in the driver's pipeline. They leave together when an answer is looked at, and what is left goes
with COMMIT: a transaction that only writes is one trip, one that first reads is two. A write that must have changed its
row is made to fail on the server if it has not, for nobody can look at the count before COMMIT has left; what stands
behind a failure in the pipeline the server passes over, COMMIT too.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import Connection, Executable

from storage.engine.running.executor import Answer, Executor, Many
from storage.engine.running.prepared import Prepared, prepared

EACH = "WITH changed AS ({} RETURNING 1) SELECT 1 / count(*) FROM changed"
"""Fails with `NOTHING_CHANGED` where a statement has changed no row."""
NOTHING_CHANGED = "22012"
"""PostgreSQL's code for a division by zero; no other statement of ours divides."""


@contextmanager
def pipelined(connection: Connection) -> Iterator[Executor]:
    """Begin a transaction on a connection on which none is open: committed on leaving, undone after an exception."""
    driver: Any = connection.connection.dbapi_connection
    gathering = Gathering(connection)
    # Else the driver begins by itself, and waits until that is answered.
    driver.autocommit = True
    try:
        with gathering.translated(), driver.pipeline() as pipeline:
            gathering.begin(pipeline)
            yield gathering
            gathering.commit()
    finally:
        with suppress(gathering.driver_error):
            driver.rollback()  # nothing is sent where nothing is open
            driver.autocommit = False


class Gathering(Executor):
    """Gathers statements until an answer is looked at."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        self._pipeline: Any = None
        self.trips = 0
        """How often statements have left together."""
        self._asked: dict[tuple[int, str], Answer] = {}

    @property
    def driver_error(self) -> type[Exception]:
        """What the driver raises."""
        return self._error

    def begin(self, pipeline: Any) -> None:
        """Gather the beginning of the transaction."""
        self._pipeline = pipeline
        self._driver.cursor().execute("BEGIN", prepare=False)

    def commit(self) -> None:
        """Gather its end. It leaves, with what has not left, when the pipeline ends."""
        self._driver.cursor().execute("COMMIT", prepare=False)

    def settle(self) -> None:
        """Send what was gathered and wait for all answers."""
        self.trips += 1
        # Not only a flush: the server watches over a transaction that idles from a sync on.
        with self.translated():
            self._pipeline.sync()

    def execute(self, statement: Executable, values: Mapping[str, Any] | Many | None = None) -> Answer:
        """Gather a statement; what was asked before is not asked twice."""
        if self._asked and (values is None or isinstance(values, Mapping)):
            asked = self._asked.pop(_key(statement, values), None)
            if asked is not None:
                return asked
        return super().execute(statement, values)

    def ask(self, statement: Executable, values: Mapping[str, Any] | None = None) -> None:
        """Gather a question whose answer will be wanted soon."""
        key = _key(statement, values)
        if key not in self._asked:
            asked = super().execute(statement, values)
            self._asked[key] = asked

    def change_each(self, statement: Executable, rows: Many, lost: str) -> None:  # noqa: ARG002 - nobody looks in time
        """Gather writes each of which must change its row."""
        if not rows:
            return
        self._asked.clear()
        made = prepared(statement, self.dialect, tuple(rows[0]))
        shape = made.shape(rows[0])
        self._all(EACH.format(shape.sql), [shape.filled(row) for row in rows])

    @contextmanager
    def translated(self) -> Iterator[None]:
        """Raise what the driver raises as SQLAlchemy does."""
        try:
            yield
        except self._error as error:
            raise self._as_ours(error) from error

    def _one(self, made: Prepared | None, sql: str, filled: Any) -> Answer:
        if made is None or not made.reads:
            self._asked.clear()
        cursor = self._heard(sql, filled, many=False)
        self._gather(cursor, sql, filled)
        return _Gathered(self, [cursor], made)

    def _many(self, made: Prepared, sql: str, filled: list[Any]) -> Answer:
        self._asked.clear()
        return _Gathered(self, self._all(sql, filled), made)

    def _all(self, sql: str, filled: list[Any]) -> list[Any]:
        cursors = [self._heard(sql, filled, many=True), *(self._driver.cursor() for _ in filled[1:])]
        for cursor, one in zip(cursors, filled, strict=True):
            self._gather(cursor, sql, one)
        return cursors

    def _gather(self, cursor: Any, sql: str, filled: Any) -> None:
        try:
            cursor.execute(sql, filled)
        except self._error as error:
            raise self._as_ours(error, sql) from error


class _Gathered(Answer):
    """An answer that may still be on its way."""

    def __init__(self, gathering: Gathering, cursors: Sequence[Any], made: Prepared | None) -> None:
        super().__init__(cursors, made)
        self._gathering = gathering
        self._trip = gathering.trips

    def _settle(self) -> None:
        if self._trip == self._gathering.trips:
            self._gathering.settle()


def _key(statement: Executable, values: Mapping[str, Any] | None) -> tuple[int, str]:
    """The same question with the same values."""
    return id(statement), repr(values)
