"""What goes over the wire to PostgreSQL: many statements at a time, with psycopg's own words for its protocol.

Its cursors send each statement at once, also in a pipeline, and each wakes the server. Here all that was put down
leaves with one call of the system. Values go in as text, bytes as they are; what comes back is read by psycopg.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import count
from typing import Any

import psycopg
from psycopg import errors, generators, pq
from psycopg.adapt import Transformer

NAMED = re.compile(r"%\((\w+)\)s|%%")
SEEN_OFTEN = 3
"""From this try on a statement is prepared by the server: what is asked once or twice would cost a trip's work more."""
PREPARED_AT_MOST = 400
"""How many statements a connection keeps prepared: five times as many as an update knows, each some kilobytes there."""
BINARY, TEXT = pq.Format.BINARY, pq.Format.TEXT
Filled = Mapping[str, Any] | tuple[()]


class Reply:
    """What a statement came to, with as much of a driver's cursor as is looked at."""

    def __init__(self, wire: "Wire") -> None:
        self._wire = wire
        self._result: Any = None

    @property
    def description(self) -> list[tuple[str, int]]:
        """The names and the types of the columns."""
        return [
            (str(self._result.fname(at).decode()), int(self._result.ftype(at))) for at in range(self._result.nfields)
        ]

    @property
    def rowcount(self) -> int:
        """How many rows were changed or found."""
        return int(self._result.command_tuples or 0)

    def fetchall(self) -> list[Any]:
        """Return the rows."""
        return self._wire.read(self._result)

    def take(self, result: Any) -> None:
        """Take what came back. Raise `psycopg.Error`."""
        self._result = result
        if result.status == pq.ExecStatus.FATAL_ERROR:
            raise errors.error_from_result(result)
        if result.status == pq.ExecStatus.PIPELINE_ABORTED:
            raise errors.PipelineAborted("what stood before it failed")


class Wire:
    """The wire of one connection. Between `open` and `close` statements are put down and leave with `sync`."""

    def __init__(self, driver: "psycopg.Connection[Any]") -> None:
        self._driver = driver
        self._server = driver.pgconn
        self._reading = Transformer(driver)
        self._words: dict[str, tuple[bytes, tuple[str, ...]]] = {}
        self._seen: dict[str, int] = {}
        self._prepared: dict[str, bytes] = {}
        self._numbers = count()
        self._waiting: list[tuple[Reply, str]] = []

    def open(self) -> None:
        """Begin to put statements down. Raise `psycopg.Error` if the connection is broken."""
        if self._server.status != pq.ConnStatus.OK:
            raise psycopg.OperationalError("the connection is closed")
        self._server.enter_pipeline_mode()

    def close(self) -> None:
        """End it, when everything has come back."""
        self._waiting.clear()
        self._server.exit_pipeline_mode()

    def put(self, sql: str, filled: Filled) -> Reply:
        """Put a statement down with its values; what it came to is known after `sync`."""
        command, names = self._spelt(sql)
        values = [_dumped(filled[name]) for name in names] if isinstance(filled, Mapping) else []
        formats = [BINARY if type(filled[name]) is bytes else TEXT for name in names]  # type: ignore[call-overload]
        name = self._prepared.get(sql)
        if name is None and self._is_seen_often(sql):
            name = b"lots_%d" % next(self._numbers)
            self._server.send_prepare(name, command)
            self._waiting.append((Reply(self), sql))
            self._prepared[sql] = name
        if name is None:
            self._server.send_query_params(command, values, param_formats=formats, result_format=BINARY)
        else:
            self._server.send_query_prepared(name, values, param_formats=formats, result_format=BINARY)
        reply = Reply(self)
        self._waiting.append((reply, ""))
        return reply

    def sync(self) -> None:
        """Send everything that was put down, and take all that comes back. Raise the first `psycopg.Error` of it."""
        self._server.pipeline_sync()
        waiting, self._waiting = self._waiting, []
        failed = self._driver.wait(self._exchanged(waiting))
        if failed is not None:
            raise failed

    def read(self, result: Any) -> list[Any]:
        """Return the rows of a result."""
        self._reading.set_pgresult(result)
        return self._reading.load_rows(0, result.ntuples, tuple)

    def _exchanged(self, waiting: Sequence[tuple[Reply, str]]) -> Any:
        """Talk with the server until it has answered everything; return the first error of what was put down."""
        failed: psycopg.Error | None = None
        yield from generators.send(self._server)
        for reply, preparing in waiting:
            results = yield from generators.fetch_many(self._server)
            try:
                reply.take(results[-1])
            except psycopg.Error as error:
                failed = failed or error
                self._prepared.pop(preparing, None)
        yield from generators.fetch_many(self._server)  # the end of the sync
        return failed

    def _is_seen_often(self, sql: str) -> bool:
        seen = self._seen[sql] = self._seen.get(sql, 0) + 1
        return seen >= SEEN_OFTEN and len(self._prepared) < PREPARED_AT_MOST

    def _spelt(self, sql: str) -> tuple[bytes, tuple[str, ...]]:
        """The statement as the server wants it, and the names of its values in order."""
        if sql not in self._words:
            if len(self._words) >= PREPARED_AT_MOST:
                self._words.clear()
            names = tuple(dict.fromkeys(_names(sql)))
            places = {name: f"${place}" for place, name in enumerate(names, 1)}
            spelt = NAMED.sub(lambda found: places[found[1]] if found[1] else "%", sql)
            self._words[sql] = (spelt.encode(), names)
        return self._words[sql]


def _names(sql: str) -> Iterator[str]:
    return (found[1] for found in NAMED.finditer(sql) if found[1])


def _dumped(value: Any) -> bytes | None:
    """A value as the server reads it: bytes as they are, everything else as text."""
    match value:
        case None | bytes():
            return value
        case bool():
            return b"t" if value else b"f"
        case int():
            return b"%d" % value
        case str():
            return _text(value)
        case datetime():
            return value.isoformat().encode()
        case list() | tuple():
            return b"{%s}" % b",".join(map(_item, value))
    raise psycopg.DataError(f"a value of the kind {type(value).__name__} has no way to the server")


def _item(value: Any) -> bytes:
    """A value as the server reads it in an array: bytes as figures, texts in quotes."""
    match value:
        case bytes():
            return b'"\\\\x%s"' % value.hex().encode()
        case str():
            return b'"%s"' % _text(value).replace(b"\\", b"\\\\").replace(b'"', b'\\"')
    return _dumped(value) or b"NULL"


def _text(value: str) -> bytes:
    if "\x00" in value:
        raise psycopg.DataError("a text with the sign NUL cannot be kept")
    return value.encode()
