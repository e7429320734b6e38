"""Answers that need not queue: written and taken for sending in one transaction.

Most answers find nothing before them in their chat. They get their numbers and their claim with the insert, so that
nobody has to look for them again; everything else waits in the outbox and is claimed there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, bindparam, cast, func, literal_column, null, select, text, union_all

from storage.engine.running.executor import Answer, Executor
from storage.engine.tables import outbox
from storage.queue_items import Outgoing, Parcel

Numbered = dict[int, Outgoing]
"""Messages by the numbers they will have, in order."""

WAITING: dict[str, Any] = {"state": "pending", "attempts": 0, "claimed_by": None, "claimed_at": None}

_of_chats = (
    text("outbox.state <> 'sent' AND outbox.state IN ('pending', 'sending')"),
    outbox.c.chat.in_(bindparam("chats", expanding=True)),
)
_none = cast(null(), BigInteger)
_busy = select(_none.label("number"), outbox.c.chat.label("busy")).distinct().where(*_of_chats)
_next = literal_column("nextval(pg_get_serial_sequence('outbox', 'seq'))", BigInteger)
_numbers = {
    # SQLite has one writer, so the last number cannot move under our feet.
    "sqlite": select(literal_column("seq", BigInteger), _none)
    .select_from(text("sqlite_sequence"))
    .where(text("name = 'outbox'")),
    "postgresql": select(_next, _none).select_from(func.generate_series(1, bindparam("count"))),
}
_ASK = {dialect: union_all(numbers, _busy) for dialect, numbers in _numbers.items()}
"""Asked at one time: numbers for messages, and in which of some chats others wait or are being sent."""


MORE = 2
"""How many numbers are drawn beforehand beside one a chat: some answers are two messages."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """Numbers for messages to some chats, drawn before it is known which there will be; what is left over is lost."""

    answer: Answer
    count: int
    chats: frozenset[int]


def drawn(connection: Executor, chats: Sequence[int]) -> Drawn | None:
    """Ask beforehand. On SQLite nothing need be: the look there is near, and its last number is that of the moment."""
    if connection.dialect.name == "sqlite" or not chats:
        return None
    count = len(chats) + MORE
    answer = connection.execute(_ASK[connection.dialect.name], {"count": count, "chats": list(chats)})
    return Drawn(answer, count, frozenset(chats))


def placed(
    connection: Executor, messages: Sequence[Outgoing], limit: int, drawn: Drawn | None = None
) -> tuple[Numbered, Numbered]:
    """Return messages with the next numbers of the outbox, which nobody else gets; and those that may be sent at once,
    `limit` at most: bare, the first of its chat, and nothing waiting there.
    """
    first = {message.chat: message for message in reversed(messages)}
    chats = [chat for chat, message in first.items() if _bare(message)] if limit > 0 else []
    if drawn is not None and drawn.count >= len(messages) and drawn.chats.issuperset(chats):
        rows = drawn.answer.all()
    else:
        rows = connection.execute(_ASK[connection.dialect.name], {"count": len(messages), "chats": chats}).all()
    numbers = sorted(number for number, _ in rows if number is not None)[: len(messages)]
    if connection.dialect.name == "sqlite":
        last = numbers[0] if numbers else 0
        numbers = list(range(last + 1, last + 1 + len(messages)))
    listed = dict(zip(numbers, messages, strict=True))
    places = {message.chat: seq for seq, message in reversed(listed.items())}
    unhindered = set(chats) - {busy for _, busy in rows}
    going = sorted(seq for chat, seq in places.items() if chat in unhindered)[:limit]
    return listed, {seq: listed[seq] for seq in going}


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
