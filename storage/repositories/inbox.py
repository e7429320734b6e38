"""The updates that came in: stored before Telegram forgets them, handled in order, one worker for each chat.

An update that has been handled leaves its number behind, so that it is not taken twice, and nothing of what
it said.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from typing import Any

import msgspec
from sqlalchemy import (
    ColumnElement,
    Executable,
    any_,
    bindparam,
    delete,
    func,
    select,
    text,
    union_all,
    update,
)

from storage.encryption.codec import to_json
from storage.encryption.vault import Vault
from storage.engine.running.executor import Count, Executor
from storage.engine.statements import insert_all, inserts, upserts
from storage.engine.tables import INBOX_DONE, INBOX_FAILED, INBOX_WAITING, inbox, key_values
from storage.errors import DamagedValue
from storage.queue_items import Failed, Received, Waiting
from storage.repositories.damage import Damage

BODY = "inbox.body"
ERROR = "inbox.error"
OFFSET = "offset"
HEARD = "heard"
BEFORE_ALL = -(2**63)
"""Lower than the number of every chat, which has 64 bits: from here turns begin with the lowest."""

_SAME = ["update_id", "fingerprint"]
_REMEMBER = inserts(inbox, lambda insert: insert.on_conflict_do_nothing(index_elements=_SAME))

# The oldest waiting update of a chat stands for the chat. They are found by walking from chat to chat, until the walk
# comes round to where it began. A step is a look into the index on chats, and costs the same however much waits in one.
_heads = text(
    """
    WITH RECURSIVE turns (chat) AS (
        SELECT coalesce(
            (SELECT min(chat) FROM inbox WHERE state = 'waiting' AND inbox.chat > :after),
            (SELECT min(chat) FROM inbox WHERE state = 'waiting')
        )
        UNION
        SELECT coalesce(
            (SELECT min(chat) FROM inbox WHERE state = 'waiting' AND inbox.chat > turns.chat),
            (SELECT min(chat) FROM inbox WHERE state = 'waiting')
        )
        FROM turns
    )
    SELECT (SELECT min(seq) FROM inbox WHERE state = 'waiting' AND inbox.chat = turns.chat) AS seq
    FROM turns LIMIT :walked
    """
).columns(inbox.c.seq)
_found = select(_heads.subquery("heads").c.seq)


def _claim(*chats: ColumnElement[bool]) -> dict[str, Executable]:
    # Who holds the lock of a head holds its chat until the commit.
    heads = (
        select(inbox.c.seq, inbox.c.update_id, inbox.c.chat, inbox.c.body, inbox.c.at)
        .where(text(f"inbox.{INBOX_WAITING}"), *chats)
        .order_by(inbox.c.chat <= bindparam("after"), inbox.c.chat)
        .limit(bindparam("limit"))
        .with_for_update(skip_locked=True)
    )
    return {
        "sqlite": heads.where(inbox.c.seq.in_(_found)),
        # As an array, so that rows are fetched by their numbers however many PostgreSQL believes to be waiting.
        "postgresql": heads.where(inbox.c.seq == any_(func.array(_found.scalar_subquery()))),
    }


_CLAIM = _claim()
_CLAIM_OF_OTHERS = _claim(inbox.c.chat.not_in(bindparam("without", expanding=True)))
WALKED = 4
"""How many chats are walked past for each update that is wanted: other processes may hold those of three batches."""
FORGOTTEN = {"state": "done", "body": None, "error": None, "chat": 0}
"""What is left of an update that was handled."""
_FINISH = update(inbox).where(inbox.c.seq.in_(bindparam("seqs", expanding=True))).values(FORGOTTEN)
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
_ERASE = update(inbox).where(text(INBOX_FAILED), inbox.c.chat == bindparam("of_chat")).values(FORGOTTEN)
_kept = select(inbox.c.seq, inbox.c.state, inbox.c.body, inbox.c.at).where(inbox.c.chat == bindparam("of_chat"))
# Two halves, each with the words of its index: asked as one, SQLite would read the whole table.
_OF = union_all(_kept.where(text(INBOX_WAITING)), _kept.where(text(INBOX_FAILED))).order_by("seq")
_OFFSET = select(key_values.c.value).where(key_values.c.name == OFFSET)
_HEARD = select(key_values.c.value).where(key_values.c.name == HEARD)
_SET_MARK = upserts(key_values, ["name"], ["value"])


class Inbox:
    """The updates of one transaction."""

    def __init__(self, connection: Executor, vault: Vault, damage: Damage | None = None) -> None:
        self._connection = connection
        self._vault = vault
        self._damage = Damage() if damage is None else damage

    def remember(self, updates: Sequence[Received], offset: int | None = None) -> Count:
        """Store updates in the order given and return how many were new.

        The same number with the same content is the same update, however often and by whichever way it comes.
        `offset` is the number to ask Telegram for next, if they were fetched.
        """
        if offset is not None:
            self.set_offset(offset)
        return insert_all(self._connection, _REMEMBER, [self._row(update) for update in updates])

    def claim(self, limit: int, after: int = BEFORE_ALL, without: Collection[int] = ()) -> tuple[Waiting, ...]:
        """Return the oldest waiting update of each chat and hold the chats until the transaction ends.

        Turns go round the chats, in the order of their numbers, from the one behind `after`: the last that was served.
        Only one update a chat, so that nobody waits for more than one of anybody else's, however much that one sends.
        On PostgreSQL a chat that another process holds is passed over. So is each chat of `without`.
        """
        rows = self._connection.execute(*self._claiming(limit, after, without))
        return tuple(self._waiting(row) for row in rows)

    def ask(self, limit: int, after: int = BEFORE_ALL, without: Collection[int] = ()) -> None:
        """Say that `claim` will be called with the same soon."""
        self._connection.ask(*self._claiming(limit, after, without))

    def _claiming(self, limit: int, after: int, without: Collection[int]) -> tuple[Executable, dict[str, Any]]:
        turns = {"after": after, "limit": limit, "walked": WALKED * limit + len(without)}
        others = {"without": tuple(without)} if without else {}
        statement = (_CLAIM_OF_OTHERS if others else _CLAIM)[self._connection.dialect.name]
        return statement, {**turns, **others}

    def finish(self, seqs: Iterable[int]) -> None:
        """Mark updates as handled and forget their words and their chat."""
        listed = list(seqs)
        if listed:
            self._connection.execute(_FINISH, {"seqs": listed})

    def fail(self, seq: int, error: str) -> None:
        """Put a waiting update aside with the reason, for the operator; it is never tried again by itself."""
        self._connection.execute(_FAIL, {"at_seq": seq, "reason": self._vault.lock_text(error, ERROR)})

    def forget_reason(self, seq: object) -> None:
        """Leave the reason of an update that was put aside empty, because it cannot be read."""
        reason = self._vault.lock_text("its reason could not be read", ERROR)
        self._connection.execute(update(inbox).where(inbox.c.seq == seq).values(error=reason))

    def failed(self, limit: int = 100) -> tuple[Failed, ...]:
        """Return the updates that were put aside, oldest first."""
        return tuple(self._failed(row) for row in self._connection.execute(_FAILED, {"limit": limit}))

    def requeue(self, seqs: Iterable[int]) -> int:
        """Let failed updates wait again, in their old place, and return how many there were."""
        listed = list(seqs)
        return self._connection.execute(_REQUEUE, {"seqs": listed}).rowcount if listed else 0

    def counts(self) -> dict[str, int]:
        """Return how many updates wait and how many were put aside."""
        row = self._connection.execute(_COUNTS).one()
        return {"waiting": row.waiting, "failed": row.failed}

    def offset(self) -> int | None:
        """Return the number to ask Telegram for next, None before the first or if what is kept is no number."""
        value = self._connection.execute(_OFFSET).scalar_one_or_none()
        try:
            return int(value) if value is not None else None
        except ValueError:  # asking from the beginning brings nothing that would be taken twice
            return None

    def set_offset(self, offset: int) -> None:
        """Keep the number to ask Telegram for next."""
        insert_all(self._connection, _SET_MARK, [{"name": OFFSET, "value": str(offset)}])

    def heard_at(self) -> datetime | None:
        """Return when Lots could last be reached, in real time; None if that was never noted or cannot be read."""
        value = self._connection.execute(_HEARD).scalar_one_or_none()
        try:
            return datetime.fromisoformat(value) if value is not None else None
        except ValueError:
            return None

    def note_heard(self, at: datetime) -> None:
        """Keep when Lots can be reached, an aware instant of real time."""
        insert_all(self._connection, _SET_MARK, [{"name": HEARD, "value": at.isoformat()}])

    def purge(self, before: datetime, limit: int) -> int:
        """Forget even the numbers of handled updates that came before a time; return how many."""
        return self._connection.execute(_PURGE, {"before": before, "limit": limit}).rowcount

    def everything(self, chat: int) -> list[dict[str, Any]]:
        """Return what is kept of a chat's updates, for an export."""
        rows = self._connection.execute(_OF, {"of_chat": chat})
        return [
            {"state": row.state, "at": to_json(row.at), "body": body}
            for row, body in self._damage.sound(rows, self.read)
        ]

    def erase(self, chat: int) -> None:
        """Forget the failed updates of a chat. Those that wait are still to be handled."""
        self._connection.execute(_ERASE, {"of_chat": chat})

    def _waiting(self, row: Any) -> Waiting:
        try:
            return Waiting(row.seq, row.update_id, row.chat, self.read(row), row.at)
        except DamagedValue as error:
            return Waiting(row.seq, row.update_id, row.chat, "", row.at, damaged=str(error))

    def _failed(self, row: Any) -> Failed:
        try:
            body, error = self.read(row), self.read_error(row)
        except DamagedValue as damaged:
            body, error = "", str(damaged)
        return Failed(row.seq, row.update_id, row.chat, body, row.at, error)

    def read(self, row: Any) -> str:
        """Return the JSON text of a row. Raise `DamagedValue`."""
        return self._vault.unlock_text(row.body, BODY, row.seq)

    def read_error(self, row: Any) -> str:
        """Return why the update of a row was put aside. Raise `DamagedValue`."""
        return self._vault.unlock_text(row.error, ERROR, row.seq)

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
