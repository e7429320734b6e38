"""What is known of each municipality's desk: a row each, changed only by whoever read its latest version."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, select, update

from dialogs.records.staff.desk import UNREADABLE, Desk
from storage.encryption.vault import Vault
from storage.engine.running.executor import Executor
from storage.engine.statements import insert_all, inserts
from storage.engine.tables import desks
from storage.errors import DamagedValue, LostRace
from storage.repositories.damage import Damage

DATA = "desks.data"

_LOAD = select(desks).where(desks.c.municipality.in_(bindparam("municipalities", expanding=True)))
_ALL = select(desks).order_by(desks.c.municipality)
_NEW = inserts(desks, lambda insert: insert.on_conflict_do_nothing(index_elements=["municipality"]))
_CHANGE = (
    update(desks)
    .where(desks.c.municipality == bindparam("of_municipality"), desks.c.version == bindparam("was"))
    .values(version=bindparam("new_version"), data=bindparam("new_data"))
)


class Desks:
    """The desks of one transaction."""

    def __init__(self, connection: Executor, vault: Vault, damage: Damage | None = None) -> None:
        self._connection = connection
        self._vault = vault
        self._damage = Damage() if damage is None else damage

    def of(self, municipalities: Iterable[str]) -> dict[str, Desk]:
        """Return each municipality's desk; one of which nothing is kept is empty, a damaged one is `UNREADABLE`."""
        wanted = list(dict.fromkeys(municipalities))
        rows = self._connection.execute(_LOAD, {"municipalities": wanted}).all() if wanted else []
        found = {row.municipality: desk for row, desk in self._damage.sound(rows, self.read)}
        kept = {row.municipality for row in rows}
        return {name: found.get(name, Desk(name, version=UNREADABLE if name in kept else 0)) for name in wanted}

    def save(self, desk: Desk, was: int) -> None:
        """Keep a desk that was read at version `was`. Raise `LostRace` if the kept one has another version."""
        data = self._vault.lock(desk, DATA)
        changed = {"of_municipality": desk.municipality, "was": was, "new_version": desk.version, "new_data": data}
        if was and self._connection.execute(_CHANGE, changed).rowcount:
            return
        row = {"municipality": desk.municipality, "version": desk.version, "data": data}
        if was or not insert_all(self._connection, _NEW, [row]):
            raise LostRace(f"The desk of {desk.municipality} was changed at the same time; the step must run again.")

    def forget(self, user: int) -> None:
        """Take a navigator's name away from every desk; what is damaged stays as it is. Raise `LostRace`."""
        for _, desk in self._damage.sound(self._connection.execute(_ALL).all(), self.read):
            changed = desk.without(user)
            if changed is not desk:
                self.save(changed.but(version=desk.version + 1), desk.version)

    def read(self, row: Any) -> Desk:
        """Return the desk of a row. Raise `DamagedValue`."""
        desk = self._vault.unlock(row.data, DATA, Desk, row.municipality)
        if (desk.municipality, desk.version) != (row.municipality, row.version):
            raise DamagedValue("desks", row.municipality, "it is the value of another row")
        return desk
