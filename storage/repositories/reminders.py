"""Messages that wait for their time. Each has a key and is said once, however often it is planned or put off.

Whether a due reminder is still worth saying is decided by the dialogs; this module only keeps the plan.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, func, select, text, update

from dialogs.records.reminder import Reminder
from storage.encryption.codec import to_json
from storage.engine.running.executor import Executor
from storage.engine.statements import insert_all, inserts, upserts
from storage.engine.tables import REMINDERS_WAITING, key_values, reminders

_PLANNED = ("chat", "kind", "subject", "due_at", "wall", "about", "zone")
_PLAN = inserts(
    reminders,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["key"],
        set_={name: insert.excluded[name] for name in _PLANNED},
        where=reminders.c.fired_at.is_(None),
    ),
)
_OF_A_REMINDER = [reminders.c.key, *(reminders.c[name] for name in _PLANNED)]
_waiting = text(f"reminders.{REMINDERS_WAITING}")
_CLEAR = delete(reminders).where(
    _waiting,
    reminders.c.subject.in_(bindparam("subjects", expanding=True)),
    reminders.c.key.not_in(bindparam("keys", expanding=True)),
)
_DUE = (
    select(*_OF_A_REMINDER)
    .where(_waiting, reminders.c.due_at <= bindparam("now"))
    .order_by(reminders.c.due_at, reminders.c.key)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_REST = (
    select(*_OF_A_REMINDER)
    .where(
        _waiting,
        reminders.c.due_at <= bindparam("now"),
        reminders.c.chat.in_(bindparam("chats", expanding=True)),
        reminders.c.key.not_in(bindparam("keys", expanding=True)),
    )
    .order_by(reminders.c.due_at, reminders.c.key)
    .with_for_update(skip_locked=True)
)
_FIRED = (
    update(reminders)
    .where(_waiting, reminders.c.key.in_(bindparam("keys", expanding=True)))
    .values(fired_at=bindparam("now"), outcome=bindparam("came_to"))
)
_POSTPONE = update(reminders).where(_waiting, reminders.c.key == bindparam("of_key")).values(due_at=bindparam("to"))
_FORGET = delete(reminders).where(
    reminders.c.subject.in_(bindparam("subjects", expanding=True)),
    reminders.c.key.not_in(bindparam("keys", expanding=True)),
)
_IN_ZONE = (
    select(reminders)
    .where(_waiting, reminders.c.zone == bindparam("zone"), reminders.c.key > bindparam("after"))
    .order_by(reminders.c.key)
    .limit(bindparam("limit"))
)
RECKONED = "reckoned:"
"""What stands before the name of what plans are reckoned from, in the table of values by name."""
_RECKONED = select(key_values.c.value).where(key_values.c.name == bindparam("of_name"))
_NOTE_RECKONED = upserts(key_values, ["name"], ["value"])
_NEXT = select(func.min(reminders.c.due_at)).where(_waiting)
_CANCEL = delete(reminders).where(_waiting, reminders.c.chat == bindparam("of_chat"))
_ERASE = delete(reminders).where(reminders.c.chat == bindparam("of_chat"))
_MOVE = update(reminders).where(reminders.c.chat == bindparam("of_chat")).values(chat=bindparam("to"))
_OF = select(reminders).where(reminders.c.chat == bindparam("of_chat")).order_by(reminders.c.due_at)


class Reminders:
    """The reminders of one transaction."""

    def __init__(self, connection: Executor) -> None:
        self._connection = connection
        self.earliest_planned: datetime | None = None
        """The earliest time for which a reminder was planned or put off in this transaction."""

    def plan(self, subject: str, reminders: Iterable[Reminder]) -> None:
        """Let exactly these reminders wait for a subject; what has fired is not planned anew."""
        self.plan_all({subject: tuple(reminders)})

    def plan_all(self, plans: Mapping[str, Iterable[Reminder]]) -> None:
        """Do what `plan` does for many subjects with two statements."""
        wanted = [reminder for reminders in plans.values() for reminder in reminders]
        if plans:
            keys = [reminder.key for reminder in wanted]
            self._connection.execute(_CLEAR, {"subjects": list(plans), "keys": keys})
        self._plan(wanted)

    def add(self, reminders: Iterable[Reminder]) -> None:
        """Let more reminders wait, whatever else does; what has fired is not planned anew."""
        self._plan(list(reminders))

    def due(self, now: datetime, limit: int) -> tuple[Reminder, ...]:
        """Return reminders whose time has come, the earliest first, and hold them until the transaction ends.

        `limit` never parts what one chat is due: after the first `limit` come the rest of their chats. On PostgreSQL
        those that another process holds are passed over. Call `fired` or `postpone` for each in the same transaction.
        """
        rows = self._connection.execute(_DUE, {"now": now, "limit": limit}).all()
        if len(rows) == limit:
            known = {"chats": [row.chat for row in rows], "keys": [row.key for row in rows]}
            rows = [*rows, *self._connection.execute(_REST, {"now": now, **known})]
        return tuple(_reminder(row) for row in rows)

    def fired(self, keys: Iterable[str], now: datetime, outcome: str = "") -> None:
        """Mark reminders as done, said or not; they will not come again. `outcome` is what became of them all."""
        listed = list(keys)
        if listed:
            self._connection.execute(_FIRED, {"keys": listed, "now": now, "came_to": outcome})

    def postpone(self, reminders: Iterable[Reminder]) -> None:
        """Let reminders that are due wait longer, each until its new `due`."""
        listed = list(reminders)
        if listed:
            self._connection.execute(_POSTPONE, [{"of_key": item.key, "to": item.due} for item in listed])
            self._note(item.due for item in listed)

    def _plan(self, wanted: Sequence[Reminder]) -> None:
        insert_all(self._connection, _PLAN, [_row(reminder) for reminder in wanted])
        self._note(reminder.due for reminder in wanted)

    def _note(self, times: Iterable[datetime]) -> None:
        self.earliest_planned = min((*times, *filter(None, (self.earliest_planned,))), default=None)

    def forget_others(self, newest: Collection[Reminder]) -> None:
        """Remove what came before these of their subjects, said or not, where only the newest is ever asked about."""
        if newest:
            known = {"subjects": [item.subject for item in newest], "keys": [item.key for item in newest]}
            self._connection.execute(_FORGET, known)

    def waiting_in(self, zone: str, after: str, limit: int) -> tuple[Reminder, ...]:
        """Return some of the reminders that wait on the clock of a zone, in the order of their keys from one on."""
        rows = self._connection.execute(_IN_ZONE, {"zone": zone, "after": after, "limit": limit})
        return tuple(_reminder(row) for row in rows)

    def reckoned(self, name: str) -> str:
        """Return from what plans were reckoned when that was last noted under a name, empty if it never was."""
        found: str | None = self._connection.execute(_RECKONED, {"of_name": f"{RECKONED}{name}"}).scalar_one_or_none()
        return found or ""

    def note_reckoned(self, name: str, from_what: str) -> None:
        """Note from what plans are reckoned now."""
        insert_all(self._connection, _NOTE_RECKONED, [{"name": f"{RECKONED}{name}", "value": from_what}])

    def next_due(self) -> datetime | None:
        """Return when the next reminder is due, None if none waits."""
        found: datetime | None = self._connection.execute(_NEXT).scalar_one()
        return found

    def cancel(self, chat: int) -> None:
        """Take away what waits for a chat that cannot be written to any more."""
        self._connection.execute(_CANCEL, {"of_chat": chat})

    def move(self, chat: int, to: int) -> None:
        """Let a chat's reminders come in another chat."""
        self._connection.execute(_MOVE, {"of_chat": chat, "to": to})

    def everything(self, chat: int) -> list[dict[str, Any]]:
        """Return a chat's reminders as plain data, those that fired too, for an export."""
        rows = self._connection.execute(_OF, {"of_chat": chat})
        return [{**to_json(_reminder(row)), "fired_at": to_json(row.fired_at), "outcome": row.outcome} for row in rows]

    def erase(self, chat: int) -> None:
        """Remove a chat's reminders."""
        self._connection.execute(_ERASE, {"of_chat": chat})


def _reminder(row: Any) -> Reminder:
    return Reminder(row.key, row.chat, row.kind, row.subject, row.due_at, row.wall, row.about, row.zone)


def _row(reminder: Reminder) -> dict[str, Any]:
    return {
        "key": reminder.key,
        "chat": reminder.chat,
        "kind": reminder.kind,
        "subject": reminder.subject,
        "due_at": reminder.due,
        "wall": reminder.wall,
        "about": reminder.about,
        "zone": reminder.zone,
    }
