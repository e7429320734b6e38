"""Proposals under way: kept after every answer, found by chat."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, bindparam, delete, select

from dialogs.records.proposal import Proposal
from storage.encryption.codec import to_json
from storage.encryption.vault import Vault
from storage.engine.statements import insert_all, inserts
from storage.engine.tables import proposals

DATA = "proposals.data"

_CHANGING = ("chat", "municipality", "round", "created_at", "changed_at", "data")
_SAVE = inserts(
    proposals,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["id"], set_={name: insert.excluded[name] for name in _CHANGING}
    ),
)
_OF = select(proposals.c.id, proposals.c.chat, proposals.c.created_at, proposals.c.data).where(
    proposals.c.chat.in_(bindparam("chats", expanding=True))
)
_ERASE = delete(proposals).where(proposals.c.chat == bindparam("of_chat"))


class Proposals:
    """The proposals of one transaction."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def of(self, chats: Iterable[int]) -> dict[int, tuple[Proposal, ...]]:
        """Return each chat's proposals, the oldest first; every chat that was asked for is a key."""
        found: dict[int, list[Proposal]] = {chat: [] for chat in chats}
        rows = self._connection.execute(_OF, {"chats": list(found)}).all() if found else []
        for row in sorted(rows, key=_age):
            found[row.chat].append(self._proposal(row))
        return {chat: tuple(listed) for chat, listed in found.items()}

    def save(self, proposals: Iterable[Proposal]) -> None:
        """Keep proposals as they now stand; of two with one id the later counts."""
        latest = {proposal.id: proposal for proposal in proposals}
        insert_all(self._connection, _SAVE, [self._row(proposal) for proposal in latest.values()])

    def everything(self, chat: int) -> list[dict[str, Any]]:
        """Return a chat's proposals as plain data, for an export."""
        return [to_json(proposal) for proposal in self.of([chat])[chat]]

    def erase(self, chat: int) -> None:
        """Remove a chat's proposals."""
        self._connection.execute(_ERASE, {"of_chat": chat})

    def move(self, chat: int, to: int) -> None:
        """Let a chat's proposals belong to another chat."""
        self.save([proposal.but(chat=to) for proposal in self.of([chat])[chat]])

    def _proposal(self, row: Any) -> Proposal:
        return self._vault.unlock(row.data, DATA, Proposal)

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
