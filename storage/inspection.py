"""Opens every value that stands in the database, and tells what is wrong with those that cannot be read.

It only reads, a portion at a time, and knows the plain columns too: a number that is none, a time that is none.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import BigInteger, Connection, Integer, Table, select

from storage.engine.statements import IN_PORTIONS
from storage.engine.tables import Instant, inbox, key_values, mails, metadata, outbox
from storage.errors import DamagedValue, shown_key
from storage.repositories.inbox import OFFSET
from storage.repositories.outgoing.mails import STATES as MAIL_STATES
from storage.repositories.outgoing.outbox import STATES
from storage.unit_of_work import UnitOfWork

HANDLED, SENT = "done", "sent"
"""The states in which a row of a queue holds no value any more."""
KNOWN = {
    inbox.name: frozenset({"waiting", "failed", HANDLED}),
    outbox.name: frozenset({*STATES, SENT}),
    mails.name: frozenset(MAIL_STATES),
}
"""The states of each queue: a row in any other is taken up by nobody."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A value that cannot be read: where it stands, and what is wrong with it; no word of anybody."""

    table: str
    key: object
    column: str
    why: str

    def __str__(self) -> str:
        return f"{self.table} {shown_key(self.key)}  {self.column}: {self.why}"


Read = Callable[[Any], object]


def inspect(connection: Connection, work: UnitOfWork, only: str = "") -> Iterator[Finding]:
    """Open every value of every table, or of one, and return what cannot be read, table by table."""
    readers = _readers(work)
    for name, table in sorted(metadata.tables.items()):
        if only in ("", name):
            yield from _of_table(connection, table, readers.get(name, {}))


def key_columns(table: Table) -> tuple[str, ...]:
    """Return the columns that a row is known by: its chat and number where it has both, else its primary key."""
    return ("chat", "message_id") if "message_id" in table.c else tuple(column.name for column in table.primary_key)


def _of_table(connection: Connection, table: Table, readers: Mapping[str, Read]) -> Iterator[Finding]:
    filled = [column.is_not(None).label(f"has_{column.name}") for column in table.columns]
    for row in connection.execute(select(table, *filled), execution_options=IN_PORTIONS):
        parts = tuple(getattr(row, name) for name in key_columns(table))
        key = parts if len(parts) > 1 else parts[0]
        for column, read in readers.items():
            wrong = _wrong(read, row)
            if wrong:
                yield Finding(table.name, key, column, wrong)
        for column, wrong in _plain(table, row):
            yield Finding(table.name, key, column, wrong)


def _wrong(read: Read, row: Any) -> str:
    try:
        read(row)
    except DamagedValue as error:
        return error.why
    return ""


def _plain(table: Table, row: Any) -> Iterator[tuple[str, str]]:
    if table.name in KNOWN and row.state not in KNOWN[table.name]:
        yield "state", "it is no state"
    for column in table.columns:
        value = getattr(row, column.name)
        if isinstance(column.type, Instant) and value is None and getattr(row, f"has_{column.name}"):
            yield column.name, "it is no time"
        if isinstance(column.type, BigInteger | Integer) and not isinstance(value, int | None):
            yield column.name, "it is no number"


def _readers(work: UnitOfWork) -> Mapping[str, Mapping[str, Read]]:
    """How each column that holds a value is read; what has been handled or sent holds none."""
    return {
        "inbox": {
            "body": lambda row: None if row.state == HANDLED else _own(row, work.inbox.read(row)),
            "error": lambda row: work.inbox.read_error(row) if row.state == "failed" else None,
        },
        "sessions": {"data": work.sessions.read},
        "proposals": {"data": work.proposals.read},
        "cases": {"data": work.cases.read},
        "messages": {"data": work.cases.read_message},
        "posts": {"offers": work.posts.read},
        "corrections": {"data": work.corrections.read},
        "desks": {"data": work.desks.read},
        "calls": {"data": work.calls.read},
        "sharings": {"data": work.sharings.read},
        "answer_changes": {"data": work.answer_changes.read},
        "mails": {"data": work.mails.read, "news": work.mails.read_news},
        "outbox": {
            "data": lambda row: None if row.state == SENT else work.outbox.read(row),
            "error": work.outbox.read_error,
        },
        key_values.name: {"value": _value},
    }


def _own(row: Any, body: str) -> None:
    """Hold the number within an update to that of its row; an odd update has none that could be compared."""
    try:
        update = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        return
    number = update.get("update_id") if isinstance(update, dict) else None
    if isinstance(number, int) and number != row.update_id != 0:
        raise DamagedValue("inbox", row.seq, "it is the value of another row")


def _value(row: Any) -> None:
    if row.name == OFFSET and not row.value.isdigit():
        raise DamagedValue(key_values.name, row.name, "it is no number")
