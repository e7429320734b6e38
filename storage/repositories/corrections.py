"""What people corrected of how their needs were understood, and agreed to be kept: found by chat, gone after its time.

Whether somebody has agreed is decided by the dialogs; this module keeps what it is given, and lists all of it for
whoever reviews it.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import bindparam, delete, select

from dialogs.records.for_a_time.correction import Correction
from storage.encryption.codec import to_json
from storage.encryption.vault import Vault
from storage.engine.running.executor import Executor
from storage.engine.statements import insert_all, upserts
from storage.engine.tables import corrections
from storage.errors import DamagedValue
from storage.repositories.damage import Damage

DATA = "corrections.data"

_KEEP = upserts(corrections, ["id"], ["chat", "day", "data"])
_ALL = select(corrections).order_by(corrections.c.day, corrections.c.id)
_OF = _ALL.where(corrections.c.chat == bindparam("of_chat"))
_ERASE = delete(corrections).where(corrections.c.chat == bindparam("of_chat"))
_ERASE_ONE = _ERASE.where(corrections.c.id == bindparam("of_id"))
_old = select(corrections.c.id).where(corrections.c.day < bindparam("before")).order_by(corrections.c.day)
_PURGE = delete(corrections).where(corrections.c.id.in_(_old.limit(bindparam("limit"))))


class Corrections:
    """The corrections of one transaction."""

    def __init__(self, connection: Executor, vault: Vault, damage: Damage | None = None) -> None:
        self._connection = connection
        self._vault = vault
        self._damage = Damage() if damage is None else damage

    def save(self, corrections: Iterable[Correction]) -> None:
        """Keep corrections; one with an id that is kept already takes its place."""
        latest = {item.id: self._row(item) for item in corrections}
        insert_all(self._connection, _KEEP, list(latest.values()))

    def listed(self) -> tuple[Correction, ...]:
        """Return all sound corrections, the oldest first."""
        rows = self._connection.execute(_ALL)
        return tuple(item for _, item in self._damage.sound(rows, self.read))

    def everything(self, chat: int) -> list[dict[str, Any]]:
        """Return a chat's corrections as plain data, for an export."""
        rows = self._connection.execute(_OF, {"of_chat": chat})
        return [to_json(item) for _, item in self._damage.sound(rows, self.read)]

    def erase(self, chat: int, one: str = "") -> None:
        """Remove a chat's corrections, or the one with an id."""
        if one:
            self._connection.execute(_ERASE_ONE, {"of_chat": chat, "of_id": one})
        else:
            self._connection.execute(_ERASE, {"of_chat": chat})

    def purge(self, before: date, limit: int) -> int:
        """Remove corrections of days before one; return how many."""
        return self._connection.execute(_PURGE, {"before": before.isoformat(), "limit": limit}).rowcount

    def read(self, row: Any) -> Correction:
        """Return the correction of a row. Raise `DamagedValue`."""
        correction = self._vault.unlock(row.data, DATA, Correction, row.id)
        if (correction.id, correction.chat, correction.day) != (row.id, row.chat, row.day):
            raise DamagedValue("corrections", row.id, "it is the value of another row")
        return correction

    def _row(self, correction: Correction) -> dict[str, Any]:
        data = self._vault.lock(correction, DATA)
        return {"id": correction.id, "chat": correction.chat, "day": correction.day, "data": data}
