"""Answers that need not queue: written and taken for sending in one transaction.

Most answers find nothing before them in their chat. They get their numbers and their claim with the insert, so that
nobody has to look for them again; everything else waits in the outbox and is claimed there.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, select, text

from storage.engine.tables import outbox
from storage.queue_items import Outgoing, Parcel

Numbered = Mapping[int, Outgoing]
"""Messages by the numbers they will have, in order."""

WAITING: dict[str, Any] = {"state": "pending", "attempts": 0, "claimed_by": None, "claimed_at": None}

# SQLite has one writer, so the last number cannot move under our feet.
_LAST = text("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'")
_NEXT = text("SELECT nextval(pg_get_serial_sequence('outbox', 'seq')) FROM generate_series(1, :count)")
_BUSY = (
    select(outbox.c.chat)
    .distinct()
    .where(
        text("outbox.state <> 'sent' AND outbox.state IN ('pending', 'sending')"),
        outbox.c.chat.in_(bindparam("chats", expanding=True)),
    )
)


def numbered(connection: Connection, messages: Sequence[Outgoing]) -> dict[int, Outgoing]:
    """Return messages with the next numbers of the outbox, which nobody else gets."""
    if connection.dialect.name == "sqlite":
        last = connection.execute(_LAST).scalar() or 0
        return dict(enumerate(messages, last + 1))
    numbers = connection.execute(_NEXT, {"count": len(messages)}).scalars()
    return dict(zip(sorted(numbers), messages, strict=True))


def at_once(connection: Connection, messages: Numbered, limit: int) -> dict[int, Outgoing]:
    """Return what may be sent at once, `limit` at most: bare, the first of its chat, and nothing waiting there."""
    first: dict[int, int] = {}
    for seq, message in messages.items():
        first.setdefault(message.chat, seq)
    bare = {chat: seq for chat, seq in first.items() if _bare(messages[seq])}
    if limit <= 0 or not bare:
        return {}
    busy = set(connection.execute(_BUSY, {"chats": list(bare)}).scalars())
    unhindered = [seq for chat, seq in bare.items() if chat not in busy]
    return {seq: messages[seq] for seq in unhindered[:limit]}


def claimed(worker: int, now: datetime) -> dict[str, Any]:
    """Return the columns of a message that is claimed as it is written."""
    return {"state": "sending", "attempts": 1, "claimed_by": worker, "claimed_at": now}


def parcel(seq: int, message: Outgoing) -> Parcel:
    """Return a bare message as the parcel that a claim would give."""
    return Parcel(
        seq=seq,
        chat=message.chat,
        method=message.method,
        payload=message.payload,
        kind=message.kind,
        notes=message.notes,
    )


def _bare(message: Outgoing) -> bool:
    """Whether it needs nothing from the outbox: no key that may be taken, no card to find, no place behind others."""
    return not (message.key or message.about or message.bulk)
