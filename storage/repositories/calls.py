"""Calls for proposals as navigators have set them: a row each, changed only by whoever read its latest version."""

from typing import Any

from sqlalchemy import bindparam, select, update

from dialogs.records.staff.call import Call
from storage.encryption.vault import Vault
from storage.engine.running.executor import Executor
from storage.engine.statements import insert_all, inserts
from storage.engine.tables import calls
from storage.errors import DamagedValue, LostRace
from storage.repositories.damage import Damage

DATA = "calls.data"

_ALL = select(calls).order_by(calls.c.municipality, calls.c.round)
_NEW = inserts(calls, lambda insert: insert.on_conflict_do_nothing(index_elements=["municipality", "round"]))
_CHANGE = (
    update(calls)
    .where(
        calls.c.municipality == bindparam("of_municipality"),
        calls.c.round == bindparam("of_round"),
        calls.c.version == bindparam("was"),
    )
    .values(version=bindparam("new_version"), data=bindparam("new_data"))
)


class Calls:
    """The calls of one transaction."""

    def __init__(self, connection: Executor, vault: Vault, damage: Damage | None = None) -> None:
        self._connection = connection
        self._vault = vault
        self._damage = Damage() if damage is None else damage

    def ask(self) -> None:
        """Say that every call will be wanted soon."""
        self._connection.ask(_ALL)

    def all(self) -> tuple[Call, ...]:
        """Return every call that can be read; there are a few a municipality and year."""
        rows = self._connection.execute(_ALL).all()
        return tuple(call for _, call in self._damage.sound(rows, self.read))

    def save(self, call: Call, was: int) -> None:
        """Keep a call that was read at version `was`. Raise `LostRace` if the kept one has another version."""
        data = self._vault.lock(call, DATA)
        of = {"of_municipality": call.municipality, "of_round": call.round, "was": was}
        changed = {**of, "new_version": call.version, "new_data": data}
        if was and self._connection.execute(_CHANGE, changed).rowcount:
            return
        row = {"municipality": call.municipality, "round": call.round, "version": call.version, "data": data}
        if was or not insert_all(self._connection, _NEW, [row]):
            raise LostRace(f"The call {call.round} was changed at the same time; the step must run again.")

    def read(self, row: Any) -> Call:
        """Return the call of a row. Raise `DamagedValue`."""
        key = (row.municipality, row.round)
        call = self._vault.unlock(row.data, DATA, Call, key)
        if (call.municipality, call.round, call.version) != (*key, row.version):
            raise DamagedValue("calls", key, "it is the value of another row")
        return call
