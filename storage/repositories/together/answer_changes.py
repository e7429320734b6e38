"""What the answers of shared proposals were before somebody wrote other ones, found by proposal and by writer."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from dialogs.records.together.change import Change
from dialogs.records.together.sharing import GONE
from storage.encryption.codec import to_json
from storage.encryption.vault import Vault
from storage.engine.running.executor import Executor
from storage.engine.statements import change_all
from storage.engine.tables import answer_changes
from storage.errors import DamagedValue
from storage.repositories.damage import Damage

DATA = "answer_changes.data"

_ADD = insert(answer_changes)
_OF = (
    select(answer_changes)
    .where(answer_changes.c.proposal == bindparam("of_proposal"))
    .order_by(answer_changes.c.seq.desc())
    .limit(bindparam("limit"))
)
_BY = select(answer_changes).where(answer_changes.c.user == bindparam("of_user")).order_by(answer_changes.c.seq)
_CHANGE = (
    update(answer_changes)
    .where(answer_changes.c.seq == bindparam("of_seq"))
    .values(user=bindparam("new_user"), data=bindparam("new_data"))
)


class AnswerChanges:
    """The earlier answers of one transaction."""

    def __init__(self, connection: Executor, vault: Vault, damage: Damage) -> None:
        self._connection = connection
        self._vault = vault
        self._damage = damage

    def add(self, changes: Iterable[Change]) -> None:
        """Keep earlier answers, in the order given."""
        rows = [{"proposal": one.proposal, "user": one.by, "data": self._vault.lock(one, DATA)} for one in changes]
        change_all(self._connection, _ADD, rows)

    def of(self, proposal: str, limit: int) -> tuple[Change, ...]:
        """Return the sound earlier answers of a proposal, the newest first."""
        rows = self._connection.execute(_OF, {"of_proposal": proposal, "limit": limit})
        return tuple(change for _, change in self._damage.sound(rows, self.read))

    def everything(self, user: int) -> list[dict[str, Any]]:
        """Return the earlier answers that somebody wrote, as plain data for an export."""
        rows = self._connection.execute(_BY, {"of_user": user})
        return [to_json(change) for _, change in self._damage.sound(rows, self.read)]

    def erase(self, user: int) -> None:
        """Leave what somebody wrote with its proposal, without telling that it was them."""
        rows = self._connection.execute(_BY, {"of_user": user}).all()
        nobodys = [
            {"of_seq": row.seq, "new_user": GONE, "new_data": self._vault.lock(_nobodys(change), DATA)}
            for row, change in self._damage.sound(rows, self.read)
        ]
        change_all(self._connection, _CHANGE, nobodys)

    def read(self, row: Any) -> Change:
        """Return the change of a row. Raise `DamagedValue`."""
        change = self._vault.unlock(row.data, DATA, Change, row.seq)
        if (change.proposal, change.by) != (row.proposal, row.user):
            raise DamagedValue("answer_changes", row.seq, "it is the value of another row")
        return change


def _nobodys(change: Change) -> Change:
    return change.but(by=GONE, answer=change.answer.but(by=GONE))
