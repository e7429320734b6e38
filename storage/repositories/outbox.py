"""What is to be sent: final payloads, in order for each chat, at least once.

States: `pending`, `sending` (claimed by a process), `sent`, `ambiguous` (nobody can tell whether it arrived)
and `refused`. Which errors lead to which state is decided by the edge. A sent message leaves its key behind,
so that it is not sent twice, and nothing of what it said.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Update, and_, bindparam, delete, exists, func, or_, select, text, tuple_, update

from dialogs.conversation.session import Post
from storage.encryption.codec import to_json
from storage.encryption.vault import Vault
from storage.engine.presence import Presence
from storage.engine.statements import change_all, insert_all, inserts
from storage.engine.tables import OUTBOX_OPEN, OUTBOX_SENT, outbox
from storage.queue_items import Content, Kind, Outgoing, Parcel
from storage.repositories import outbox_at_once
from storage.repositories.posts import Posts

DATA = "outbox.data"
ERROR = "outbox.error"
STATES = ("pending", "sending", "ambiguous", "refused")
ABANDONED = "the process ended while this was being sent"
"""The reason for a doubt that came of the end of a process: the message may never have left."""
# A process that is gone may have sent what it had claimed this long ago at most; then its claims are void.
GRACE = timedelta(seconds=3)
# A process that is there but has been silent for so long is stuck.
LEASE = timedelta(minutes=10)


Claim = tuple[int, int]
"""A message's seq and how often it has been claimed: two claims of one message are never equal."""


_ADD = inserts(outbox, lambda insert: insert.on_conflict_do_nothing(index_elements=["key"]))

_candidate = outbox.alias("candidate")
_busy = outbox.alias("busy")
_before = outbox.alias("before")
# The state is compared as a concatenation so that no index on it fits and the one on the chat must be taken. Left the
# choice, PostgreSQL plans while the table is empty, and then reads the whole queue for each candidate.
_ready = (
    select(_candidate.c.seq)
    .where(
        text("candidate.state <> 'sent' AND candidate.state = 'pending'"),
        or_(_candidate.c.due_at.is_(None), _candidate.c.due_at <= bindparam("now")),
        ~exists().where(
            text("before.state <> 'sent' AND before.state || '' = 'pending'"),
            _before.c.chat == _candidate.c.chat,
            tuple_(_before.c.rank, _before.c.seq) < tuple_(_candidate.c.rank, _candidate.c.seq),
        ),
        ~exists().where(
            text("busy.state <> 'sent' AND busy.state = 'sending'"),
            _busy.c.chat == _candidate.c.chat,
        ),
    )
    .order_by(_candidate.c.rank, _candidate.c.seq)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
    .cte("ready")
    .prefix_with("MATERIALIZED", dialect="postgresql")
)
_CLAIM = (
    update(outbox)
    .where(outbox.c.seq.in_(select(_ready.c.seq)))
    .values(
        state="sending",
        attempts=outbox.c.attempts + 1,
        claimed_by=bindparam("worker"),
        claimed_at=bindparam("now"),
    )
    .returning(outbox)
)
_at = outbox.c.seq == bindparam("at_seq")
_DELIVERED = select(outbox).where(
    outbox.c.seq.in_(bindparam("seqs", expanding=True)), outbox.c.about != "", outbox.c.state != "sent"
)
_SENT = (
    update(outbox)
    .where(outbox.c.seq.in_(bindparam("seqs", expanding=True)))
    .values(state="sent", chat=0, data=None, error=None)
)
# What another process is sending, or what has arrived, is not ours to judge any more.
_ours = and_(
    _at,
    outbox.c.state != "sent",
    or_(outbox.c.state != "sending", outbox.c.claimed_by == bindparam("worker")),
)
_RETRY = update(outbox).where(_ours).values(state="pending", due_at=bindparam("at"), error=bindparam("reason"))
_REFUSE = update(outbox).where(_ours).values(state="refused", error=bindparam("reason"))
_doubtful = {"state": "ambiguous", "doubts": outbox.c.doubts + 1, "error": bindparam("reason")}
_DOUBT = update(outbox).where(_ours).values(_doubtful)
_ABANDON = update(outbox).where(_at).values(_doubtful)
_claimed_elsewhere = text("outbox.state <> 'sent' AND outbox.state = 'sending' AND claimed_by <> :worker")
_ABANDONED = {
    # The process lock says that every other process is gone.
    "sqlite": select(outbox).where(_claimed_elsewhere),
    # A process that is there holds an advisory lock with its number.
    "postgresql": select(outbox)
    .where(
        _claimed_elsewhere,
        text(
            "(claimed_at < :stuck OR claimed_at NOT BETWEEN :recent AND :now AND NOT EXISTS ("
            "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = CAST(:space AS oid)"
            " AND objid = CAST(outbox.claimed_by AS oid)"
            " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())))"
        ),
    )
    .with_for_update(skip_locked=True),
}
_under_way = and_(
    text("outbox.state <> 'sent' AND outbox.state = 'sending'"), outbox.c.claimed_by == bindparam("worker")
)
_UNDER_WAY = select(outbox.c.seq, outbox.c.attempts).where(_under_way)
_PUT_BACK = update(outbox).where(_at, _under_way).values(state="pending", due_at=bindparam("at"))
_COUNTS = select(outbox.c.state, func.count()).where(text(OUTBOX_OPEN)).group_by(outbox.c.state)
_old = select(outbox.c.seq).where(text(OUTBOX_SENT), outbox.c.claimed_at < bindparam("before"))
_PURGE = delete(outbox).where(outbox.c.seq.in_(_old.order_by(outbox.c.claimed_at).limit(bindparam("limit"))))
_OF = select(outbox).where(text(OUTBOX_OPEN), outbox.c.chat == bindparam("of_chat")).order_by(outbox.c.seq)
_ERASE = delete(outbox).where(text(OUTBOX_OPEN), outbox.c.chat == bindparam("of_chat"))
_MOVE = update(outbox).where(_at).values(chat=bindparam("to"), data=bindparam("content"))


class Outbox:
    """The outgoing messages of one transaction."""

    def __init__(self, connection: Connection, vault: Vault, posts: Posts, presence: Presence) -> None:
        self._connection = connection
        self._vault = vault
        self._posts = posts
        self._presence = presence

    def add(self, messages: Sequence[Outgoing]) -> int:
        """Add messages to be sent at once, in the order given; return how many were new by their key."""
        return insert_all(self._connection, _ADD, [self._row(message) for message in messages])

    def add_and_claim(self, messages: Sequence[Outgoing], now: datetime, limit: int) -> tuple[Parcel, ...]:
        """Add messages like `add`, and take those that need not queue, `limit` at most. Send them after the commit."""
        if not messages:
            return ()
        listed = outbox_at_once.numbered(self._connection, messages)
        going = outbox_at_once.at_once(self._connection, listed, limit)
        mine = outbox_at_once.claimed(self._presence.worker, now)
        rows = [
            {"seq": seq, **self._row(message), **(mine if seq in going else outbox_at_once.WAITING)}
            for seq, message in listed.items()
        ]
        insert_all(self._connection, _ADD, rows)
        return tuple(outbox_at_once.parcel(seq, message) for seq, message in going.items())

    def claim(self, now: datetime, limit: int) -> tuple[Parcel, ...]:
        """Take messages for sending: at most one a chat, its oldest, answers before bulk.

        A chat of which a message is being sent, or whose oldest is to be sent later, waits; only an answer
        overtakes bulk. Commit before sending, and then report each with `sent`, `retry`, `ambiguous` or
        `refuse`.
        """
        taken = {"now": now, "limit": limit, "worker": self._presence.worker}
        rows = self._connection.execute(_CLAIM, taken).all()
        return tuple(self._parcel(row) for row in sorted(rows, key=lambda row: (row.rank, row.seq)))

    def sent(self, delivered: Mapping[int, int]) -> None:
        """Note what was delivered: the message id of each seq, 0 where there is none.

        What is about a case or a proposal is remembered as a post.
        """
        if not delivered:
            return
        seqs = {"seqs": list(delivered)}
        rows = self._connection.execute(_DELIVERED, seqs).all()
        placed = [((row.chat, delivered[row.seq]), self._post(row), row.card) for row in rows]
        self._posts.keep([item for item in placed if item[0][1]])
        self._connection.execute(_SENT, seqs)

    def retry(self, seq: int, at: datetime, error: str) -> None:
        """Let a message wait until a time, and its chat with it."""
        self._judge(_RETRY, seq, error, at=at)

    def ambiguous(self, seq: int, error: str = "") -> None:
        """Note that nobody can tell whether a message arrived; only `retry` sends it again."""
        self._judge(_DOUBT, seq, error)

    def refuse(self, seq: int, error: str) -> None:
        """Note that a message will never be delivered; it is kept with the reason."""
        self._judge(_REFUSE, seq, error)

    def recover(self, now: datetime) -> tuple[Parcel, ...]:
        """Mark as ambiguous what dead processes left half sent, and return it, the oldest first.

        `retry` sends one again. Safe to call at any time: what this process is sending is never touched. On
        PostgreSQL it also renews this process's own sign of life, so call it every few seconds.
        """
        self._presence.renew()
        times = {"now": now, "recent": now - GRACE, "stuck": now - LEASE}
        statement = _ABANDONED[self._connection.dialect.name]
        whose = {"worker": self._presence.worker, "space": self._presence.space}
        rows = self._connection.execute(statement, {**times, **whose}).all()
        reason = self._reason(ABANDONED)
        change_all(self._connection, _ABANDON, [{"at_seq": row.seq, "reason": reason} for row in rows])
        return tuple(self._parcel(row, 1) for row in sorted(rows, key=lambda row: row.seq))

    def under_way(self) -> frozenset[Claim]:
        """Return what this process has claimed and not yet judged."""
        rows = self._connection.execute(_UNDER_WAY, {"worker": self._presence.worker})
        return frozenset((row.seq, row.attempts) for row in rows)

    def put_back(self, seqs: Iterable[int], now: datetime) -> None:
        """Let go of messages that this process has claimed and surely not sent: they leave no doubt."""
        rows = [{"at_seq": seq, "at": now, "worker": self._presence.worker} for seq in seqs]
        change_all(self._connection, _PUT_BACK, rows)

    def counts(self) -> dict[str, int]:
        """Return how many messages are in each state but `sent`."""
        counted: dict[str, int] = {row[0]: row[1] for row in self._connection.execute(_COUNTS)}
        return {state: counted.get(state, 0) for state in STATES}

    def purge(self, before: datetime, limit: int) -> int:
        """Forget messages that were sent before a time, and their keys; return how many went."""
        return self._connection.execute(_PURGE, {"before": before, "limit": limit}).rowcount

    def move(self, chat: int, to: int) -> None:
        """Send what waits for a chat to another chat."""
        for row in self._connection.execute(_OF, {"of_chat": chat}).all():
            content = self._content(row)
            payload = content.payload | ({"chat_id": to} if content.payload.get("chat_id") == chat else {})
            moved = self._vault.lock(content.but(payload=payload), DATA)
            self._connection.execute(_MOVE, {"at_seq": row.seq, "to": to, "content": moved})

    def everything(self, chat: int) -> list[dict[str, Any]]:
        """Return what was not delivered to a chat, for an export."""
        rows = self._connection.execute(_OF, {"of_chat": chat})
        return [{"state": row.state, "message": _shown(self._content(row))} for row in rows]

    def erase(self, chat: int) -> None:
        """Forget what was not delivered to a chat."""
        self._connection.execute(_ERASE, {"of_chat": chat})

    def _judge(self, statement: Update, seq: int, error: str, **more: datetime) -> None:
        values = {"at_seq": seq, "worker": self._presence.worker, "reason": self._reason(error)}
        self._connection.execute(statement, {**values, **more})

    def _parcel(self, row: Any, more_doubts: int = 0) -> Parcel:
        content = self._content(row)
        return Parcel(
            seq=row.seq,
            chat=row.chat,
            method=content.method,
            payload=content.payload,
            key=row.key or "",
            about=row.about,
            offers=content.offers,
            whom=content.whom,
            kind=content.kind,
            notes=content.notes,
            bulk=row.rank > 0,
            attempts=row.attempts,
            doubts=row.doubts + more_doubts,
            error=self._vault.unlock_text(row.error, ERROR) if row.error else "",
        )

    def _row(self, message: Outgoing) -> dict[str, Any]:
        content = Content(message.method, message.payload, message.offers, message.whom, message.kind, message.notes)
        return {
            "chat": message.chat,
            "rank": int(message.bulk),
            "key": message.key or None,
            "about": message.about,
            "card": message.kind is Kind.CARD,
            "data": self._vault.lock(content, DATA),
        }

    def _content(self, row: Any) -> Content:
        return self._vault.unlock(row.data, DATA, Content)

    def _post(self, row: Any) -> Post:
        content = self._content(row)
        return Post(row.about, content.offers, content.whom)

    def _reason(self, error: str) -> bytes:
        return self._vault.lock_text(error, ERROR)


def _shown(content: Content) -> Any:
    return to_json(content.notes.paper or content.payload)
