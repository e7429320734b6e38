"""Stored values that are damaged on purpose: a byte flipped, the end cut off, another row's value, garbage, nothing."""

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Table, select

from storage.database import Database
from storage.engine.tables import (
    answer_changes,
    calls,
    cases,
    corrections,
    desks,
    inbox,
    mails,
    messages,
    outbox,
    posts,
    proposals,
    sessions,
    sharings,
)

Way = Callable[[bytes], bytes]
SEALED: Mapping[str, tuple[Table, str]] = {
    "sessions": (sessions, "data"),
    "proposals": (proposals, "data"),
    "cases": (cases, "data"),
    "messages": (messages, "data"),
    "posts": (posts, "offers"),
    "corrections": (corrections, "data"),
    "desks": (desks, "data"),
    "calls": (calls, "data"),
    "sharings": (sharings, "data"),
    "answer_changes": (answer_changes, "data"),
    "mails": (mails, "data"),
    "inbox": (inbox, "body"),
    "outbox": (outbox, "data"),
}
"""The column of each table that holds its value."""


def flipped(sealed: bytes) -> bytes:
    """A byte in the middle is another one."""
    middle = len(sealed) // 2
    return sealed[:middle] + bytes([sealed[middle] ^ 1]) + sealed[middle + 1 :]


def cut(sealed: bytes) -> bytes:
    """The second half is gone."""
    return sealed[: len(sealed) // 2]


WAYS: tuple[Way, ...] = (flipped, cut, lambda _: b"", lambda _: b"\x00" * 60)


def damage(database: Database, table: str, way: Way = flipped, **key: Any) -> None:
    """Damage the one row of a table that a key names."""
    kept, column = SEALED[table]
    where = [kept.c[name] == value for name, value in key.items()]
    with database.transaction() as work:
        ((sealed,),) = work._connection.execute(select(kept.c[column]).where(*where)).all()
        work._connection.execute(kept.update().where(*where).values({column: way(sealed)}))


def swap(database: Database, table: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> None:
    """Let two rows of a table change their values."""
    kept, column = SEALED[table]
    places = [[kept.c[name] == value for name, value in key.items()] for key in (one, other)]
    with database.transaction() as work:
        values = [work._connection.execute(select(kept.c[column]).where(*place)).scalar_one() for place in places]
        for place, value in zip(places, reversed(values), strict=True):
            work._connection.execute(kept.update().where(*place).values({column: value}))
