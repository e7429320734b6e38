"""Who takes part in which proposal: a value a proposal, changed only by whoever read its latest version.

Beside it stand plain rows by which a proposal is found: one for each person, one for each open invitation. They follow
the value whenever it is saved.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, insert, select, update

from dialogs.records.together.sharing import Sharing
from storage.encryption.codec import to_json
from storage.encryption.vault import Vault
from storage.engine.running.executor import Executor
from storage.engine.statements import change_all, insert_all, inserts
from storage.engine.tables import invitations, participants, sharings
from storage.errors import DamagedValue, LostRace
from storage.repositories.damage import Damage

DATA = "sharings.data"

_LOAD = select(sharings).where(sharings.c.proposal.in_(bindparam("proposals", expanding=True)))
_WHERE = select(participants.c.chat, participants.c.proposal).where(
    participants.c.chat.in_(bindparam("chats", expanding=True))
)
_INVITED = select(invitations.c.proposal).where(invitations.c.hash == bindparam("of_hash"))
_NEW = inserts(sharings, lambda insert: insert.on_conflict_do_nothing(index_elements=["proposal"]))
_CHANGE = (
    update(sharings)
    .where(sharings.c.proposal == bindparam("of_proposal"), sharings.c.version == bindparam("was"))
    .values(version=bindparam("new_version"), data=bindparam("new_data"))
)
_AWAY = tuple(
    delete(table).where(table.c.proposal == bindparam("of_proposal")) for table in (participants, invitations)
)
_PEOPLE, _LINKS = insert(participants), insert(invitations)


class Sharings:
    """Who takes part in the proposals of one transaction."""

    def __init__(self, connection: Executor, vault: Vault, damage: Damage) -> None:
        self._connection = connection
        self._vault = vault
        self._damage = damage

    def ask(self, chats: Sequence[int]) -> None:
        """Say that what chats share will be wanted soon."""
        if chats:
            self._connection.ask(_WHERE, {"chats": list(chats)})

    def where(self, chats: Iterable[int]) -> dict[int, list[str]]:
        """Return the proposals that each of some chats shares with others, its own ones too."""
        found: dict[int, list[str]] = {chat: [] for chat in chats}
        rows = self._connection.execute(_WHERE, {"chats": list(found)}).all() if found else []
        for chat, proposal in sorted(rows):
            found[chat].append(proposal)
        return found

    def of(self, proposals: Iterable[str]) -> dict[str, Sharing]:
        """Return who takes part in each of some proposals; those that nobody shares are left out."""
        wanted = list(dict.fromkeys(proposals))
        rows = self._connection.execute(_LOAD, {"proposals": wanted}).all() if wanted else []
        return {row.proposal: sharing for row, sharing in self._damage.sound(rows, self.read)}

    def invited_to(self, hashed: str) -> str:
        """Return the proposal of an invitation by the hash of its token, empty if there is none such."""
        return self._connection.execute(_INVITED, {"of_hash": hashed}).scalar_one_or_none() or ""

    def save(self, sharing: Sharing, was: int) -> None:
        """Keep one that was read at version `was`. Raise `LostRace` if the kept one has another version."""
        name, data = sharing.proposal, self._vault.lock(sharing, DATA)
        changed = {"of_proposal": name, "was": was, "new_version": sharing.version, "new_data": data}
        row = {"proposal": name, "version": sharing.version, "data": data}
        kept = change_all(self._connection, _CHANGE, [changed]) if was else insert_all(self._connection, _NEW, [row])
        if not kept:
            raise LostRace("Who takes part in a proposal was changed at the same time; the step must run again.")
        for away in _AWAY:
            self._connection.execute(away, {"of_proposal": name})
        change_all(self._connection, _PEOPLE, [{"chat": one.chat, "proposal": name} for one in sharing.people])
        change_all(self._connection, _LINKS, [{"hash": one.hash, "proposal": name} for one in sharing.invitations])

    def everything(self, chat: int) -> list[dict[str, Any]]:
        """Return how somebody takes part in proposals, and what they said of them, as plain data for an export.

        Of others there is no more than their names.
        """
        return [_exported(sharing, chat) for sharing in self.of(self.where([chat])[chat]).values()]

    def erase(self, chat: int) -> None:
        """Take somebody out of the proposals of others."""
        for sharing in self.of(self.where([chat])[chat]).values():
            self.save(sharing.without(chat).next(), sharing.version)

    def read(self, row: Any) -> Sharing:
        """Return the value of a row. Raise `DamagedValue`."""
        sharing = self._vault.unlock(row.data, DATA, Sharing, row.proposal)
        if (sharing.proposal, sharing.version) != (row.proposal, row.version):
            raise DamagedValue("sharings", row.proposal, "it is the value of another row")
        return sharing


def _exported(sharing: Sharing, chat: int) -> dict[str, Any]:
    return {
        "proposal": sharing.proposal,
        "part": to_json(sharing.of(chat)),
        "with": [person.name for person in sharing.people if person.chat != chat],
        "comments": [to_json(comment) for comment in sharing.comments if comment.chat == chat],
        "nods": [to_json(nod) for nod in sharing.nods if nod.chat == chat],
    }
