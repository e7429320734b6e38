"""What is to be sent: final payloads, in order for each chat, at least once.

States: `pending`, `sending` (claimed by a process), `sent`, `ambiguous` (nobody can tell whether it arrived)
and `refused`. Which errors lead to which state is decided by the edge. A sent message leaves its key behind,
so that it is not sent twice, and nothing of what it said.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    Update,
    and_,
    bindparam,
    delete,
    exists,
    func,
    or_,
    select,
    text,
    tuple_,
    union_all,
    update,
)

from dialogs.conversation.session import Post
from storage.encryption.codec import to_json
from storage.encryption.vault import Vault
from storage.engine.presence import Presence
from storage.engine.running.executor import Count, Executor
from storage.engine.statements import change_all, given, insert_all, inserts
from storage.engine.tables import OUTBOX_OPEN, OUTBOX_SENT, Instant, cases, outbox
from storage.errors import DamagedValue
from storage.queue_items import Content, Kind, Outgoing, Parcel, Unsettled
from storage.repositories.damage import Damage
from storage.repositories.outgoing import outbox_at_once
from storage.repositories.outgoing.outbox_at_once import Drawn
from storage.repositories.outgoing.outbox_ranks import BULK, ranks
from storage.repositories.outgoing.posts import COPIES_AWAY, Posts

DATA = "outbox.data"
ERROR = "outbox.error"
STATES = ("pending", "sending", "ambiguous", "refused")
ABANDONED = "the process ended while this was being sent"
"""The reason for a doubt that came of the end of a process: the message may never have left."""
# A process that is gone may have sent what it had claimed this long ago at most; then its claims are void.
GRACE = timedelta(seconds=3)
# A process that is there but has been silent for so long is stuck.
LEASE = timedelta(minutes=10)
LONGEST_WAIT = timedelta(hours=1)
"""How long a message may be told to wait for its next try, whatever Telegram asks for: after an hour it is asked again.
What is due later than so was noted by a clock that has since been put back, and is due now."""


Claim = tuple[int, int]
"""A message's seq and how often it has been claimed: two claims of one message are never equal."""


_ADD = inserts(outbox, lambda insert: insert.on_conflict_do_nothing(index_elements=["key"]))
_NUMBERED = (
    "seq",
    "chat",
    "rank",
    "key",
    "about",
    "lane",
    "card",
    "data",
    "state",
    "attempts",
    "claimed_by",
    "claimed_at",
)
_given = given(**{name: outbox.c[name].type for name in _NUMBERED})
_ADD_ALL = inserts(
    outbox,
    lambda insert: insert.from_select(_NUMBERED, select(_given)).on_conflict_do_nothing(index_elements=["key"]),
)

_candidate = outbox.alias("candidate")
_busy = outbox.alias("busy")
_before = outbox.alias("before")


def _ready(name: str, which: ColumnElement[bool]) -> CTE:
    # The state is compared as a concatenation so that no index on it fits and the one on the chat must be taken. Left
    # the choice, PostgreSQL plans while the table is empty, and then reads the whole queue for each candidate.
    return (
        select(_candidate.c.seq, _candidate.c.rank)
        .where(
            text("candidate.state <> 'sent' AND candidate.state = 'pending'"),
            which,
            or_(
                _candidate.c.due_at.is_(None),
                _candidate.c.due_at <= bindparam("now"),
                _candidate.c.due_at > bindparam("too_late"),
            ),
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
        .limit(bindparam(name))
        .with_for_update(skip_locked=True)
        .cte(name)
        .prefix_with("MATERIALIZED", dialect="postgresql")
    )


_answers = _ready("answers", _candidate.c.rank < BULK)
_bulk = _ready("bulk", _candidate.c.rank >= BULK)
_both = union_all(select(_answers), select(_bulk)).subquery("claimed")
_first = select(_both.c.seq).order_by(_both.c.rank, _both.c.seq).limit(bindparam("answers"))
_CLAIM = (
    update(outbox)
    .where(outbox.c.seq.in_(_first))
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
            "(claimed_at < :stuck OR NOT EXISTS ("
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
_HASTEN = (
    update(outbox)
    .where(text("outbox.state <> 'sent' AND outbox.state = 'pending'"), outbox.c.due_at > bindparam("now"))
    .values(due_at=bindparam("now"))
)
_PUT_BACK = update(outbox).where(_at, _under_way).values(state="pending", due_at=bindparam("at"))
_COUNTS = select(outbox.c.state, func.count()).where(text(OUTBOX_OPEN)).group_by(outbox.c.state)
_old = select(outbox.c.seq).where(text(OUTBOX_SENT), outbox.c.claimed_at < bindparam("before"))
_NEXT_TRY = select(func.min(func.coalesce(outbox.c.due_at, bindparam("now", type_=Instant())), type_=Instant())).where(
    text("outbox.state <> 'sent' AND outbox.state = 'pending'")
)
_PURGE = delete(outbox).where(outbox.c.seq.in_(_old.order_by(outbox.c.claimed_at).limit(bindparam("limit"))))
_OF = select(outbox).where(text(OUTBOX_OPEN), outbox.c.chat == bindparam("of_chat")).order_by(outbox.c.seq)
_MAY_BE_THERE = (
    select(outbox)
    .where(text(OUTBOX_OPEN), outbox.c.chat == bindparam("of_chat"), outbox.c.about != "")
    .where(or_(outbox.c.state == "sending", outbox.c.doubts > 0))
    .order_by(outbox.c.seq.desc())
    .limit(COPIES_AWAY)
)
_ERASE = delete(outbox).where(text(OUTBOX_OPEN), outbox.c.chat == bindparam("of_chat"))
_refused_there = (text(OUTBOX_OPEN), outbox.c.chat == bindparam("of_chat"), outbox.c.state == "refused")
_REFUSED = select(outbox).where(*_refused_there).order_by(outbox.c.seq)
_stuck = (text(OUTBOX_OPEN), outbox.c.state.in_(("refused", "ambiguous")))
_OF_DESK = (
    select(outbox)
    .where(*_stuck, outbox.c.chat != bindparam("desk"), ~outbox.c.card)
    .where(outbox.c.about.in_(select(cases.c.reference).where(cases.c.municipality == bindparam("of_municipality"))))
    .order_by(outbox.c.seq)
    .limit(bindparam("limit"))
)
_STUCK = select(outbox).where(*_stuck, _at)
_FORGET = delete(outbox).where(outbox.c.seq.in_(bindparam("seqs", expanding=True)))
_MOVE = update(outbox).where(_at).values(chat=bindparam("to"), data=bindparam("content"))


class Outbox:
    """The outgoing messages of one transaction."""

    def __init__(
        self, connection: Executor, vault: Vault, posts: Posts, presence: Presence, damage: Damage | None = None
    ) -> None:
        self._connection = connection
        self._vault = vault
        self._posts = posts
        self._presence = presence
        self._damage = Damage() if damage is None else damage
        self._drawn: Drawn | None = None
        self.next_void: datetime | None = None
        """When what `recover` found of a dead process, and still had to leave, may be taken up; None for nothing."""

    def ask(self, chats: Sequence[int]) -> None:
        """Say that messages to chats will soon be added and claimed, about one each, and nothing moved before."""
        if self._drawn is None or not self._drawn.chats.issuperset(chats):
            self._drawn = outbox_at_once.drawn(self._connection, chats)

    def add(self, messages: Sequence[Outgoing]) -> Count:
        """Add messages to be sent at once, in the order given; return how many were new by their key."""
        self._drawn = None
        return insert_all(self._connection, _ADD, self._rows(messages))

    def add_and_claim(self, messages: Sequence[Outgoing], now: datetime, limit: int) -> tuple[Parcel, ...]:
        """Add messages like `add`, and take those that need not queue, `limit` at most. Send them after the commit."""
        if not messages:
            return ()
        drawn, self._drawn = self._drawn, None
        listed, going = outbox_at_once.placed(self._connection, messages, limit, drawn)
        mine = outbox_at_once.claimed(self._presence.worker, now)
        states = [mine if seq in going else outbox_at_once.WAITING for seq in listed]
        rows = self._rows(list(listed.values()))
        numbered = [{"seq": seq, **row, **state} for seq, row, state in zip(listed, rows, states, strict=True)]
        insert_all(self._connection, _ADD, numbered, _ADD_ALL)
        return tuple(outbox_at_once.parcel(seq, message) for seq, message in going.items())

    def claim(self, now: datetime, limit: int, bulk: int | None = None) -> tuple[Parcel, ...]:
        """Take messages for sending, at most one a chat, the first of its queue: `limit` in all, so much of it `bulk`.

        A chat of which a message is being sent, or whose first is to be sent later, waits; only an answer overtakes
        bulk. Commit before sending, and then report each with `sent`, `retry`, `ambiguous` or `refuse`.
        A damaged message is refused here, and its chat goes on with the next claim.
        """
        numbers = {"answers": limit, "bulk": limit if bulk is None else bulk, "worker": self._presence.worker}
        rows = self._connection.execute(_CLAIM, {"now": now, "too_late": now + LONGEST_WAIT, **numbers}).all()
        return self._sound(sorted(rows, key=lambda row: (row.rank, row.seq)), self._parcel)

    def next_try(self, now: datetime) -> datetime | None:
        """Return when a message that waits is to be tried next, `now` or before if one waits for nothing but its turn,
        None if none waits. It reads all that wait, so ask when there was nothing to claim.
        """
        found: datetime | None = self._connection.execute(_NEXT_TRY, {"now": now}).scalar_one()
        return found

    def hasten(self, now: datetime) -> None:
        """Let what waits go now: the clock by which it was told to wait has been put back."""
        self._connection.execute(_HASTEN, {"now": now})

    def sent(self, delivered: Mapping[int, int], about_nothing: Collection[int] = ()) -> None:
        """Note what was delivered: the message id of each seq, 0 where there is none.

        What is about a case or a proposal is remembered as a post. `about_nothing` need not be looked at for that: who
        sent it knows, as of most answers.
        """
        if not delivered:
            return
        seqs = {"seqs": list(delivered)}
        looked_at = [seq for seq in delivered if seq not in about_nothing]
        rows = self._connection.execute(_DELIVERED, {"seqs": looked_at}).all() if looked_at else []
        sound = self._damage.sound(rows, self._post)
        placed = [((row.chat, delivered[row.seq]), post, row.card) for row, post in sound]
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
        PostgreSQL it also renews this process's own sign of life, so call it every few seconds; and what a process has
        claimed that died a moment ago is left alone until `next_void`.
        """
        self._presence.renew()
        kind = self._connection.dialect.name
        whose = {"worker": self._presence.worker, "space": self._presence.space}
        found = self._connection.execute(_ABANDONED[kind], {"stuck": now - LEASE, **whose}).all()
        grace = GRACE if kind == "postgresql" else timedelta()
        fresh = {row.seq: row.claimed_at + grace for row in found if now - grace < row.claimed_at <= now}
        self.next_void = min(fresh.values(), default=None)
        rows = [row for row in found if row.seq not in fresh]
        reason = self._reason(ABANDONED)
        change_all(self._connection, _ABANDON, [{"at_seq": row.seq, "reason": reason} for row in rows])
        return self._sound(sorted(rows, key=lambda row: row.seq), lambda row: self._parcel(row, 1))

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
        """Send what waits for a chat to another chat; what is damaged stays, and is refused when its turn comes."""
        self._drawn = None
        rows = self._connection.execute(_OF, {"of_chat": chat}).all()
        for row, content in self._damage.sound(rows, self.read):
            payload = content.payload | ({"chat_id": to} if content.payload.get("chat_id") == chat else {})
            moved = self._vault.lock(content.but(payload=payload), DATA)
            self._connection.execute(_MOVE, {"at_seq": row.seq, "to": to, "content": moved})

    def take_refused(self, chat: int, cases: Collection[str] | None = None) -> tuple[Parcel, ...]:
        """Return what was refused for good in a chat, the oldest first, and forget it; what is damaged stays.

        With `cases` only what is about one of them.
        """
        found = self._connection.execute(_REFUSED, {"of_chat": chat}).all()
        rows = [row for row in found if cases is None or row.about in cases]
        sound = tuple(parcel for _, parcel in self._damage.sound(rows, self._parcel))
        if sound:
            self._connection.execute(_FORGET, {"seqs": [parcel.seq for parcel in sound]})
        return sound

    def unsettled(self, municipality: str, desk: int, limit: int) -> tuple[Unsettled, ...]:
        """Return what was refused, or may not have arrived, of all that the cases of a municipality sent elsewhere than
        to its `desk`, the oldest first; what is damaged is missing.
        """
        values = {"of_municipality": municipality, "desk": desk, "limit": limit}
        rows = self._connection.execute(_OF_DESK, values).all()
        sound = self._damage.sound(rows, self._parcel)
        return tuple(Unsettled(parcel, row.state == "ambiguous", row.claimed_at) for row, parcel in sound)

    def take_unsettled(self, seq: int) -> Parcel | None:
        """Return one of these and forget it, with its key; None if somebody has done so before, or if it is damaged."""
        rows = self._connection.execute(_STUCK, {"at_seq": seq}).all()
        found = next((parcel for _, parcel in self._damage.sound(rows, self._parcel)), None)
        gone = self._connection.execute(_FORGET, {"seqs": [seq]}).rowcount if found else 0
        return found if gone else None

    def copy_in(self, chat: int, says: str) -> Post | None:
        """Return what will be remembered of a message with these words that may stand in a chat already."""
        rows = self._connection.execute(_MAY_BE_THERE, {"of_chat": chat}).all()
        return next((post for _, post in self._damage.sound(rows, self._post) if post.says == says), None)

    def everything(self, chat: int) -> list[dict[str, Any]]:
        """Return what was not delivered to a chat, for an export."""
        rows = self._connection.execute(_OF, {"of_chat": chat})
        sound = self._damage.sound(rows, self.read)
        return [{"state": row.state, "message": _shown(content)} for row, content in sound]

    def erase(self, chat: int) -> None:
        """Forget what was not delivered to a chat."""
        self._drawn = None
        self._connection.execute(_ERASE, {"of_chat": chat})

    def _judge(self, statement: Update, seq: int, error: str, **more: datetime) -> None:
        values = {"at_seq": seq, "worker": self._presence.worker, "reason": self._reason(error)}
        self._connection.execute(statement, {**values, **more})

    def _parcel(self, row: Any, more_doubts: int = 0) -> Parcel:
        content = self.read(row)
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
            bulk=row.rank >= BULK,
            days_left=max(0, row.rank - BULK),
            attempts=row.attempts,
            doubts=row.doubts + more_doubts,
            error=self._earlier(row),
        )

    def _rows(self, messages: Sequence[Outgoing]) -> list[dict[str, Any]]:
        placed = zip(messages, ranks(self._connection, messages), strict=True)
        return [{"rank": rank, **self._row(message)} for message, rank in placed]

    def _row(self, message: Outgoing) -> dict[str, Any]:
        content = Content(message.method, message.payload, message.offers, message.whom, message.kind, message.notes)
        return {
            "chat": message.chat,
            "key": message.key or None,
            "about": message.about,
            "lane": message.lane,
            "card": message.kind is Kind.CARD,
            "data": self._vault.lock(content, DATA),
        }

    def _sound(self, rows: Iterable[Any], read: Callable[[Any], Parcel]) -> tuple[Parcel, ...]:
        """The parcels that can be read. The others will never be delivered, and their chats go on without them."""
        listed = list(rows)
        sound = {row.seq: parcel for row, parcel in self._damage.sound(listed, read)}
        for row in listed:
            if row.seq not in sound:
                self.refuse(row.seq, str(self._damage.at("outbox", row.seq)))
        return tuple(sound.values())

    def read_error(self, row: Any) -> str:
        """Return what became of the last try of a row, nothing if there was none. Raise `DamagedValue`."""
        return self._vault.unlock_text(row.error, ERROR, row.seq) if row.error is not None else ""

    def _earlier(self, row: Any) -> str:
        """What became of the try before, nothing if that cannot be read: it says only why there was one."""
        try:
            return self.read_error(row)
        except DamagedValue:
            return ""

    def read(self, row: Any) -> Content:
        """Return what is encrypted of a row. Raise `DamagedValue`."""
        content = self._vault.unlock(row.data, DATA, Content, row.seq)
        if content.payload.get("chat_id", row.chat) != row.chat:
            raise DamagedValue("outbox", row.seq, "it is the value of another row")
        return content

    def _post(self, row: Any) -> Post:
        content = self.read(row)
        return Post(row.about, content.offers, content.whom, content.notes.says)

    def _reason(self, error: str) -> bytes:
        return self._vault.lock_text(error, ERROR)


def _shown(content: Content) -> Any:
    return to_json(content.notes.paper or content.payload)
