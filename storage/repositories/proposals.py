"""Proposals under way: kept after every answer, found by chat.

Saving checks that nobody else saved in between, so that of two who write in one draft neither overwrites the other.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, select, update

from dialogs.records.proposal import Proposal
from storage.encryption.codec import to_json
from storage.encryption.vault import Vault
from storage.engine.running.executor import Executor
from storage.engine.statements import change_each, inserts
from storage.engine.tables import proposals
from storage.errors import DamagedValue
from storage.repositories.damage import Damage

DATA = "proposals.data"
LOST = "A proposal was changed at the same time; the step must run again."

_CHANGING = ("chat", "municipality", "round", "created_at", "changed_at", "data")
_NEW = inserts(proposals, lambda insert: insert.on_conflict_do_nothing(index_elements=["id"]))
_CHANGE = (
    update(proposals)
    .where(proposals.c.id == bindparam("of_id"), proposals.c.version == bindparam("was"))
    .values(version=proposals.c.version + 1, **{name: bindparam(f"new_{name}") for name in _CHANGING})
)
_OF = select(proposals.c.id, proposals.c.chat, proposals.c.created_at, proposals.c.version, proposals.c.data).where(
    proposals.c.chat.in_(bindparam("chats", expanding=True))
)
_NAMED = select(proposals.c.id, proposals.c.chat, proposals.c.created_at, proposals.c.version, proposals.c.data).where(
    proposals.c.id.in_(bindparam("ids", expanding=True))
)
_PORTION = (
    select(proposals.c.id, proposals.c.chat, proposals.c.data)
    # A concatenation fits no index, so that of the ids is taken, in whose order the portions come.
    .where(proposals.c.municipality + "" == bindparam("municipality"), proposals.c.id > bindparam("after"))
    .order_by(proposals.c.id)
    .limit(bindparam("limit"))
)
_OWNERS = select(proposals.c.id, proposals.c.chat).where(
    proposals.c.municipality == bindparam("municipality"), proposals.c.round == bindparam("round")
)
_ERASE = delete(proposals).where(proposals.c.chat == bindparam("of_chat")).returning(proposals.c.id)


class Proposals:
    """The proposals of one transaction; it remembers at which version each was read."""

    def __init__(self, connection: Executor, vault: Vault, damage: Damage | None = None) -> None:
        self._connection = connection
        self._vault = vault
        self._damage = Damage() if damage is None else damage
        self._versions: dict[str, int] = {}

    def ask(self, chats: Sequence[int]) -> None:
        """Say that the proposals of chats will be wanted soon."""
        if chats:
            self._connection.ask(_OF, {"chats": list(chats)})

    def of(self, chats: Iterable[int]) -> dict[int, tuple[Proposal, ...]]:
        """Return each chat's sound proposals, the oldest first; every chat that was asked for is a key."""
        found: dict[int, list[Proposal]] = {chat: [] for chat in chats}
        rows = self._connection.execute(_OF, {"chats": list(found)}).all() if found else []
        self._versions.update({row.id: row.version for row in rows})
        for row, proposal in self._damage.sound(sorted(rows, key=_age), self.read, _owner):
            found[row.chat].append(proposal)
        return {chat: tuple(listed) for chat, listed in found.items()}

    def named(self, ids: Iterable[str]) -> dict[str, Proposal]:
        """Return the sound proposals with some ids."""
        wanted = list(dict.fromkeys(ids))
        rows = self._connection.execute(_NAMED, {"ids": wanted}).all() if wanted else []
        self._versions.update({row.id: row.version for row in rows})
        return {row.id: proposal for row, proposal in self._damage.sound(rows, self.read, _owner)}

    def portion(self, municipality: str, after: str, limit: int) -> tuple[tuple[Proposal, ...], str]:
        """Return some of a municipality's sound proposals by their ids, and where to go on, as `Cases` does.

        They are only to be counted: nobody at the municipality may see one before it is sent.
        """
        rows = self._connection.execute(_PORTION, {"municipality": municipality, "after": after, "limit": limit}).all()
        sound = tuple(proposal for _, proposal in self._damage.sound(rows, self.read, _owner))
        return sound, rows[-1].id if len(rows) == limit else ""

    def owners_in(self, municipality: str, round_id: str) -> dict[str, int]:
        """Return the drafts for a round with the chats that own them, who are only to be counted and told news."""
        known = {"municipality": municipality, "round": round_id}
        return {row.id: row.chat for row in self._connection.execute(_OWNERS, known)}

    def save(self, proposals: Iterable[Proposal]) -> None:
        """Keep proposals that were read in this transaction, or that are new; of two with one id the later counts.

        Raise `LostRace` if one of them was saved or erased by somebody else since, or is not new after all; that may
        come to light only at the commit.
        """
        latest = {proposal.id: proposal for proposal in proposals}
        known = [proposal for name, proposal in latest.items() if name in self._versions]
        new = [proposal for name, proposal in latest.items() if name not in self._versions]
        change_each(self._connection, _NEW[self._connection.dialect.name], map(self._row, new), LOST)
        change_each(self._connection, _CHANGE, map(self._change, known), LOST)
        self._versions.update({name: self._versions.get(name, -1) + 1 for name in latest})

    def everything(self, chat: int) -> list[dict[str, Any]]:
        """Return a chat's proposals as plain data, for an export."""
        return [to_json(proposal) for proposal in self.of([chat])[chat]]

    def erase(self, chat: int) -> None:
        """Remove a chat's proposals; one that is saved afterwards in this transaction is new."""
        for name in self._connection.execute(_ERASE, {"of_chat": chat}).scalars():
            self._versions.pop(name, None)

    def move(self, chat: int, to: int) -> None:
        """Let a chat's proposals belong to another chat."""
        self.save([proposal.but(chat=to) for proposal in self.of([chat])[chat]])

    def read(self, row: Any) -> Proposal:
        """Return the proposal of a row. Raise `DamagedValue`."""
        proposal = self._vault.unlock(row.data, DATA, Proposal, row.id)
        if (proposal.id, proposal.chat) != (row.id, row.chat):
            raise DamagedValue("proposals", row.id, "it is the value of another row")
        return proposal

    def _change(self, proposal: Proposal) -> dict[str, Any]:
        row = self._row(proposal)
        changes = {f"new_{name}": row[name] for name in _CHANGING}
        return {"of_id": proposal.id, "was": self._versions[proposal.id], **changes}

    def _row(self, proposal: Proposal) -> dict[str, Any]:
        return {
            "id": proposal.id,
            "chat": proposal.chat,
            "municipality": proposal.municipality,
            "round": proposal.round,
            "created_at": proposal.created_at,
            "changed_at": proposal.changed_at,
            "data": self._vault.lock(proposal, DATA),
        }


def _age(row: Any) -> tuple[bool, Any, str]:
    return (row.created_at is not None, row.created_at, row.id)


def _owner(row: Any) -> tuple[int]:
    return (row.chat,)
