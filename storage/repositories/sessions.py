"""Where each person is: one row for each person in each chat, loaded and saved by the batch.

Saving checks that nobody else saved in between. What a session means is no matter of this module.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import BigInteger, Integer, LargeBinary, bindparam, delete, select, update

from dialogs.conversation.session import Session
from storage.encryption.codec import to_json
from storage.encryption.vault import Vault
from storage.engine.running.executor import Executor
from storage.engine.statements import ask_pairs, by_pairs, change_each, find_pairs, given, insert_all, inserts
from storage.engine.tables import sessions
from storage.errors import DamagedValue
from storage.repositories.damage import Damage

DATA = "sessions.data"
LOST = "A session was changed at the same time; the step must run again."

Key = tuple[int, int]
"""The chat and the user."""

_LOAD = by_pairs(sessions, "chat", "user")
_NEW = inserts(sessions, lambda insert: insert.on_conflict_do_nothing(index_elements=["chat", "user"]))
_CHANGE = (
    update(sessions)
    .where(
        sessions.c.chat == bindparam("of_chat"),
        sessions.c.user == bindparam("of_user"),
        sessions.c.version == bindparam("was"),
    )
    .values(version=sessions.c.version + 1, data=bindparam("new_data"))
)
_given = given(of_chat=BigInteger(), of_user=BigInteger(), was=Integer(), new_data=LargeBinary())
_CHANGE_ALL = (
    update(sessions)
    .where(sessions.c.chat == _given.c.of_chat, sessions.c.user == _given.c.of_user, sessions.c.version == _given.c.was)
    .values(version=sessions.c.version + 1, data=_given.c.new_data)
)
_OF = select(sessions).where(sessions.c.chat == bindparam("of_chat")).order_by(sessions.c.user)
_ERASE = delete(sessions).where(sessions.c.chat == bindparam("of_chat"))


class Sessions:
    """The sessions of one transaction; it remembers at which version each was loaded."""

    def __init__(self, connection: Executor, vault: Vault, damage: Damage | None = None) -> None:
        self._connection = connection
        self._vault = vault
        self._damage = Damage() if damage is None else damage
        self._versions: dict[Key, int] = {}

    def ask(self, keys: Sequence[Key]) -> None:
        """Say that sessions will be loaded soon."""
        ask_pairs(self._connection, _LOAD, keys)

    def load(self, keys: Iterable[Key]) -> dict[Key, Session]:
        """Return the sessions that exist among the keys (chat, user) and are sound. A missing key is a new person."""
        rows = find_pairs(self._connection, _LOAD, list(dict.fromkeys(keys)))
        self._versions.update({(row.chat, row.user): row.version for row in rows})
        return {(row.chat, row.user): session for row, session in self._damage.sound(rows, self.read)}

    def save(self, sessions: Iterable[Session]) -> None:
        """Keep sessions that were loaded in this transaction, or that are new.

        Raise `LostRace` if one of them was saved or erased by somebody else since, or is not new after all; that may
        come to light only at the commit.
        """
        latest = {(session.chat, session.user): session for session in sessions}
        new = {key: value for key, value in latest.items() if key not in self._versions}
        known = {key: value for key, value in latest.items() if key in self._versions}
        inserting = _NEW[self._connection.dialect.name]
        change_each(self._connection, inserting, map(self._new, new.values()), LOST)
        change_each(self._connection, _CHANGE, map(self._change, known.values()), LOST, _CHANGE_ALL)
        self._versions.update({key: self._versions.get(key, 0) + 1 for key in latest})

    def everything(self, chat: int) -> list[dict[str, Any]]:
        """Return a chat's sessions as plain data, for an export."""
        rows = self._connection.execute(_OF, {"of_chat": chat})
        return [to_json(session) for _, session in self._damage.sound(rows, self.read)]

    def erase(self, chat: int) -> None:
        """Remove a chat's sessions; one that is saved afterwards in this transaction begins anew."""
        self._connection.execute(_ERASE, {"of_chat": chat})
        self._versions = {key: version for key, version in self._versions.items() if key[0] != chat}

    def move(self, chat: int, to: int) -> None:
        """Let a chat's sessions go on in another chat, where they are not overwritten; damaged ones end.

        A group's own session, whose user is the chat, stays the group's.
        """
        rows = self._connection.execute(_OF, {"of_chat": chat}).all()
        kept = (session for _, session in self._damage.sound(rows, self.read))
        moved = [session.but(chat=to, user=to if session.user == chat else session.user) for session in kept]
        insert_all(self._connection, _NEW, [self._new(session) for session in moved])
        self.erase(chat)

    def read(self, row: Any) -> Session:
        """Return the session of a row. Raise `DamagedValue`."""
        key = (row.chat, row.user)
        session = self._vault.unlock(row.data, DATA, Session, key)
        if (session.chat, session.user) != key:
            raise DamagedValue("sessions", key, "it is the value of another row")
        return session

    def _new(self, session: Session) -> dict[str, Any]:
        data = self._vault.lock(session, DATA)
        return {"chat": session.chat, "user": session.user, "version": 1, "data": data}

    def _change(self, session: Session) -> dict[str, Any]:
        was = self._versions[(session.chat, session.user)]
        data = self._vault.lock(session, DATA)
        return {"of_chat": session.chat, "of_user": session.user, "was": was, "new_data": data}
