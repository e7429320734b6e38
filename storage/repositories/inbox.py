"""The updates that came in: stored before Telegram forgets them, handled in order, one worker for each chat.

An update that has been handled leaves its number behind, so that it is not taken twice, and nothing of what
it said.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import Connection, bindparam, delete, exists, func, select, text, union_all, update

from storage.encryption.codec import to_json
from storage.encryption.vault import Vault
from storage.engine.statements import insert_all, inserts
from storage.engine.tables import INBOX_DONE, INBOX_FAILED, INBOX_WAITING, inbox, key_values
from storage.queue_items import Failed, Received, Waiting

BODY = "inbox.body"
ERROR = "inbox.error"
OFFSET = "offset"

_SAME = ["update_id", "fingerprint"]
_REMEMBER = inserts(inbox, lambda insert: insert.on_conflict_do_nothing(index_elements=_SAME))

_earlier = inbox.alias("earlier")
_candidate = inbox.alias("candidate")
# The oldest waiting update of a chat stands for the chat: who holds its lock holds the chat until the commit.
_heads = (
    select(_candidate.c.chat)
    .where(
        text("candidate.state = 'waiting'"),
        ~exists().where(
            text("earlier.state = 'waiting'"),
            _earlier.c.chat == _candidate.c.chat,
            _earlier.c.seq < _candidate.c.seq,
        ),
    )
    .order_by(_candidate.c.seq)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
    .cte("heads")
    .prefix_with("MATERIALIZED", dialect="postgresql")
)
_CLAIM = (
    select(inbox.c.seq, inbox.c.update_id, inbox.c.chat, inbox.c.body, inbox.c.at)
    .where(text(f"inbox.{INBOX_WAITING}"), inbox.c.chat.in_(select(_heads.c.chat)))
    .order_by(inbox.c.seq)
    .limit(bindparam("limit"))
)
_FORGOTTEN = {"state": "done", "body": None, "error": None, "chat": 0}
_FINISH = update(inbox).where(inbox.c.seq.in_(bindparam("seqs", expanding=True))).values(_FORGOTTEN)
_FAIL = (
    update(inbox)
    .where(text(INBOX_WAITING), inbox.c.seq == bindparam("at_seq"))
    .values(state="failed", error=bindparam("reason"))
)
_FAILED = select(inbox).where(text(INBOX_FAILED)).order_by(inbox.c.seq).limit(bindparam("limit"))
_REQUEUE = (
    update(inbox)
    .where(text(INBOX_FAILED), inbox.c.seq.in_(bindparam("seqs", expanding=True)))
    .values(state="waiting", error=None)
)
_COUNTS = select(
    select(func.count()).select_from(inbox).where(text(INBOX_WAITING)).scalar_subquery().label("waiting"),
    select(func.count()).select_from(inbox).where(text(INBOX_FAILED)).scalar_subquery().label("failed"),
)
_old = select(inbox.c.seq).where(text(INBOX_DONE), inbox.c.at < bindparam("before"))
_PURGE = delete(inbox).where(inbox.c.seq.in_(_old.order_by(inbox.c.at).limit(bindparam("limit"))))
_ERASE = update(inbox).where(text(INBOX_FAILED), inbox.c.chat == bindparam("of_chat")).values(_FORGOTTEN)
_kept = select(inbox.c.seq, inbox.c.state, inbox.c.body, inbox.c.at).where(inbox.c.chat == bindparam("of_chat"))
# Two halves, each with the words of its index: asked as one, SQLite would read the whole table.
_OF = union_all(_kept.where(text(INBOX_WAITING)), _kept.where(text(INBOX_FAILED))).order_by("seq")
_OFFSET = select(key_values.c.value).where(key_values.c.name == OFFSET)
_SET_OFFSET = inserts(
    key_values,
    lambda insert: insert.on_conflict_do_update(index_elements=["name"], set_={"value": insert.excluded.value}),
)


class Inbox:
    """The updates of one transaction."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def remember(self, updates: Sequence[Received], offset: int | None = None) -> int:
        """Store updates in the order given and return how many were new.

        The same number with the same content is the same update, however often and by whichever way it comes.
        `offset` is the number to ask Telegram for next, if they were fetched.
        """
        if offset is not None:
            self.set_offset(offset)
        return insert_all(self._connection, _REMEMBER, [self._row(update) for update in updates])

    def claim(self, limit: int) -> tuple[Waiting, ...]:
        """Return waiting updates, oldest first, and hold their chats until the transaction ends.

        On PostgreSQL a chat that another process holds is passed over as a whole.
        """
        rows = self._connection.execute(_CLAIM, {"limit": limit})
        return tuple(Waiting(row.seq, row.update_id, row.chat, self._body(row), row.at) for row in rows)

    def finish(self, seqs: Iterable[int]) -> None:
        """Mark updates as handled and forget their words and their chat."""
        listed = list(seqs)
        if listed:
            self._connection.execute(_FINISH, {"seqs": listed})

    def fail(self, seq: int, error: str) -> None:
        """Put a waiting update aside with the reason, for the operator; it is never tried again by itself."""
        self._connection.execute(_FAIL, {"at_seq": seq, "reason": self._vault.lock_text(error, ERROR)})

    def failed(self, limit: int = 100) -> tuple[Failed, ...]:
        """Return the updates that were put aside, oldest first."""
        return tuple(
            Failed(row.seq, row.update_id, row.chat, self._body(row), row.at, self._error(row))
            for row in self._connection.execute(_FAILED, {"limit": limit})
        )

    def requeue(self, seqs: Iterable[int]) -> int:
        """Let failed updates wait again, in their old place, and return how many there were."""
        listed = list(seqs)
        return self._connection.execute(_REQUEUE, {"seqs": listed}).rowcount if listed else 0

    def counts(self) -> dict[str, int]:
        """Return how many updates wait and how many were put aside."""
        row = self._connection.execute(_COUNTS).one()
        return {"waiting": row.waiting, "failed": row.failed}

    def offset(self) -> int | None:
        """Return the number to ask Telegram for next, None before the first."""
        value = self._connection.execute(_OFFSET).scalar_one_or_none()
        return int(value) if value is not None else None

    def set_offset(self, offset: int) -> None:
        """Keep the number to ask Telegram for next."""
        insert_all(self._connection, _SET_OFFSET, [{"name": OFFSET, "value": str(offset)}])

    def purge(self, before: datetime, limit: int) -> int:
        """Forget even the numbers of handled updates that came before a time; return how many."""
        return self._connection.execute(_PURGE, {"before": before, "limit": limit}).rowcount

    def everything(self, chat: int) -> list[dict[str, Any]]:
        """Return what is kept of a chat's updates, for an export."""
        return [
            {"state": row.state, "at": to_json(row.at), "body": self._body(row)}
            for row in self._connection.execute(_OF, {"of_chat": chat})
        ]

    def erase(self, chat: int) -> None:
        """Forget the failed updates of a chat. Those that wait are still to be handled."""
        self._connection.execute(_ERASE, {"of_chat": chat})

    def _body(self, row: Any) -> str:
        return self._vault.unlock_text(row.body, BODY)

    def _error(self, row: Any) -> str:
        return self._vault.unlock_text(row.error, ERROR)

    def _row(self, update: Received) -> dict[str, Any]:
        return {
            "update_id": update.update_id,
            "fingerprint": self._vault.fingerprint(_canonical(update.body)),
            "chat": update.chat,
            "body": self._vault.lock_text(update.body, BODY),
            "at": update.at,
        }


def _canonical(body: str) -> bytes:
    """The same JSON written with other spaces or in another order is the same update."""
    raw = body.encode("utf-8", "surrogatepass")
    try:
        return _ENCODER.encode(msgspec.json.decode(raw))
    except (msgspec.DecodeError, UnicodeError, OverflowError, RecursionError):
        return raw


_ENCODER = msgspec.json.Encoder(order="sorted")
