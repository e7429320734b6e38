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

from storage.engine.running.executor import Answer, Executor, Many, in_arrays
from storage.engine.running.prepared import Prepared, prepared

EACH = "WITH changed AS ({} RETURNING 1) SELECT 1 / count(*) FROM changed"
"""Fails with `NOTHING_CHANGED` where a statement has changed no row."""
ALL = "WITH changed AS ({} RETURNING 1) SELECT 1 / (count(*) = %(in_all)s::BIGINT)::INTEGER FROM changed"
"""Fails likewise where a statement has changed other than so many rows."""
NOTHING_CHANGED = "22012"
"""PostgreSQL's code for a division by zero; no other statement of ours divides."""


@contextmanager
def pipelined(connection: Connection) -> Iterator[Executor]:
    """Begin a transaction on a connection on which none is open: committed on leaving, undone after an exception."""
    gathering = Gathering(connection)
    gathering.begin()
    try:
        yield gathering
        gathering.commit()
    except BaseException:
        gathering.undo()
        raise
    gathering.end()


class Gathering(Executor):
    """Gathers statements until an answer is looked at."""

    def __init__(self, connection: Connection) -> None:
        super().__init__(connection)
        # psycopg is loaded where PostgreSQL is used: it takes 8 MB and a twentieth of a second.
        from storage.engine.running.wire import Wire

        self._wire: Wire = connection.info.setdefault("wire", None) or Wire(self._driver)
        connection.info["wire"] = self._wire
        self.trips = 0
        """How often statements have left together."""
        self._asked: dict[tuple[int, str], Answer] = {}

    def begin(self) -> None:
        """Gather the beginning of the transaction: a driver that begins by itself waits until that is answered."""
        with self.translated():
            self._wire.open()
        self._wire.put("BEGIN", ())

    def commit(self) -> None:
        """Send its end with what has not left."""
        self._wire.put("COMMIT", ())
        self.settle()

    def undo(self) -> None:
        """Undo it, if the server is there; it undoes what nobody goes on with."""
        with suppress(self._error):
            self._wire.put("ROLLBACK", ())
            self._wire.sync()
            self._wire.close()

    def end(self) -> None:
        """Give the connection back as it was."""
        with self.translated():
            self._wire.close()

    def settle(self) -> None:
        """Send what was gathered and wait for all answers."""
        self.trips += 1
        # Not only a flush: the server watches over a transaction that idles from a sync on.
        with self.translated():
            self._wire.sync()

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

    def change_each(
        self,
        statement: Executable,
        rows: Many,
        lost: str,  # noqa: ARG002 - nobody looks in time
        together: Executable | None = None,
    ) -> None:
        """Gather writes each of which must change its row."""
        if not rows:
            return
        self._asked.clear()
        if together is not None:
            self._change_together(together, rows)
            return
        made = prepared(statement, self.dialect, tuple(rows[0]))
        shape = made.shape(rows[0])
        self._all(EACH.format(shape.sql), [shape.filled(row) for row in rows])

    def _change_together(self, statement: Executable, rows: Many) -> None:
        columns = in_arrays(rows)
        shape = prepared(statement, self.dialect).shape(columns)
        self._put(ALL.format(shape.sql), {**shape.filled(columns), "in_all": len(rows)})

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
        return _Gathered(self, [self._put(sql, filled)], made)

    def _many(self, made: Prepared, sql: str, filled: list[Any]) -> Answer:
        self._asked.clear()
        return _Gathered(self, self._all(sql, filled), made)

    def _all(self, sql: str, filled: list[Any]) -> list[Any]:
        self._tell(None, sql, filled, many=True)
        with self.translated():
            return [self._wire.put(sql, one) for one in filled]

    def _put(self, sql: str, filled: Any) -> Any:
        self._tell(None, sql, filled, many=False)
        with self.translated():
            return self._wire.put(sql, filled)


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
