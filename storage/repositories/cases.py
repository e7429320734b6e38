"""Cases that the municipality has received, and what was said in them.

A case is changed only by whoever read its latest version. A case outlives its chat: erasing the chat cuts the
link.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, text, update

from dialogs.records.case import Case, CaseMessage
from storage.encryption.codec import to_json
from storage.encryption.vault import Vault
from storage.engine.statements import change_all, insert_all, inserts
from storage.engine.tables import CASES_LINKED, CASES_OPEN, cases, messages
from storage.errors import LostRace

DATA = "cases.data"
MESSAGE = "messages.data"

_OPEN = inserts(cases, lambda insert: insert.on_conflict_do_nothing(index_elements=["reference"]))
_CHANGING = ("chat", "municipality", "state", "opened_at", "closed_at", "version", "data")
_CHANGE = (
    update(cases)
    .where(
        cases.c.reference == bindparam("of_reference"),
        cases.c.version == bindparam("was"),
        # A reference that was drawn twice must never put one person's case in the place of another's.
        cases.c.chat == bindparam("of_chat"),
    )
    .values({name: bindparam(f"new_{name}") for name in _CHANGING})
)
_OF = (
    select(cases.c.chat, cases.c.data)
    .where(text(CASES_LINKED), cases.c.chat.in_(bindparam("chats", expanding=True)))
    .order_by(cases.c.opened_at, cases.c.reference)
)
_OPEN_IN = (
    select(cases.c.data)
    .where(text(CASES_OPEN), cases.c.municipality == bindparam("municipality"))
    .order_by(cases.c.opened_at, cases.c.reference)
    .limit(bindparam("limit"))
)
_references = cases.c.reference.in_(bindparam("references", expanding=True))
_BY_REFERENCE = select(cases.c.reference, cases.c.data).where(_references).order_by(cases.c.reference).with_for_update()
_USED = select(cases.c.reference).where(_references)
_MESSAGES = (
    select(messages.c.reference, messages.c.data)
    .where(messages.c.reference.in_(bindparam("references", expanding=True)))
    .order_by(messages.c.reference, messages.c.id)
)
_ADD = insert(messages)


class Cases:
    """The cases of one transaction."""

    def __init__(self, connection: Connection, vault: Vault) -> None:
        self._connection = connection
        self._vault = vault

    def of(self, chats: Iterable[int]) -> dict[int, tuple[Case, ...]]:
        """Return each chat's cases without their messages, the oldest first; every chat is a key."""
        found: dict[int, list[Case]] = {chat: [] for chat in chats}
        rows = self._connection.execute(_OF, {"chats": list(found)}).all() if found else []
        for row in rows:
            found[row.chat].append(self._vault.unlock(row.data, DATA, Case))
        return {chat: tuple(listed) for chat, listed in found.items()}

    def open_in(self, municipality: str, limit: int) -> tuple[Case, ...]:
        """Return a municipality's open cases without their messages, the oldest first."""
        rows = self._connection.execute(_OPEN_IN, {"municipality": municipality, "limit": limit}).all()
        return tuple(self._vault.unlock(row.data, DATA, Case) for row in rows)

    def by_reference(self, references: Iterable[str]) -> dict[str, Case]:
        """Return the cases that exist, with their messages; on PostgreSQL they stay locked until the end."""
        wanted = list(dict.fromkeys(references))
        if not wanted:
            return {}
        rows = self._connection.execute(_BY_REFERENCE, {"references": wanted}).all()
        said = self._messages([row.reference for row in rows])
        found = {row.reference: self._vault.unlock(row.data, DATA, Case) for row in rows}
        return {name: case.but(messages=said.get(name, ())) for name, case in found.items()}

    def save(self, case: Case, was: int) -> None:
        """Keep a case that was read at version `was`; `case.version` is its new one, `case.messages` are not
        looked at.

        A reference that is not kept yet is a new case. Raise `LostRace` if the kept case has another version.
        """
        if case.version > was and self._change(case, was, case.chat):
            return
        if not insert_all(self._connection, _OPEN, [self._row(case)]):
            raise _lost(case)

    def add_messages(self, said: Sequence[tuple[str, CaseMessage]]) -> None:
        """Add utterances to their cases, in the order given."""
        rows = [{"reference": name, "data": self._vault.lock(message, MESSAGE)} for name, message in said]
        change_all(self._connection, _ADD, rows)

    def unused(self, references: Iterable[str]) -> tuple[str, ...]:
        """Return those references that no case has, in the order given."""
        wanted = list(dict.fromkeys(references))
        used = set(self._connection.execute(_USED, {"references": wanted}).scalars()) if wanted else set()
        return tuple(name for name in wanted if name not in used)

    def everything(self, chat: int) -> list[dict[str, Any]]:
        """Return a chat's cases and what was said, for an export.

        Internal notes stay with the desk, and so does who the navigators are: `CaseMessage.author` tells the role.
        """
        own = self.of([chat])[chat]
        said = self._messages([case.reference for case in own])
        return [_without_navigators(case.but(messages=said.get(case.reference, ()))) for case in own]

    def erase(self, chat: int) -> None:
        """Cut the link between a chat and its cases; the municipality keeps the cases."""
        self.move(chat, 0)

    def move(self, chat: int, to: int) -> None:
        """Link a chat's cases to another chat, 0 for none. Raise `LostRace`."""
        for case in self.of([chat])[chat]:
            if not self._change(case.but(chat=to, version=case.version + 1), case.version, chat):
                raise _lost(case)

    def _change(self, case: Case, was: int, chat: int) -> int:
        row = self._row(case)
        changed = {f"new_{name}": row[name] for name in _CHANGING}
        change = {"of_reference": case.reference, "was": was, "of_chat": chat, **changed}
        return change_all(self._connection, _CHANGE, [change])

    def _messages(self, references: Sequence[str]) -> dict[str, tuple[CaseMessage, ...]]:
        said: dict[str, list[CaseMessage]] = {}
        rows = self._connection.execute(_MESSAGES, {"references": references}).all() if references else []
        for row in rows:
            said.setdefault(row.reference, []).append(self._vault.unlock(row.data, MESSAGE, CaseMessage))
        return {reference: tuple(listed) for reference, listed in said.items()}

    def _row(self, case: Case) -> dict[str, Any]:
        return {
            "reference": case.reference,
            "chat": case.chat,
            "municipality": case.municipality,
            "state": case.state,
            "opened_at": case.opened_at,
            "closed_at": case.closed_at,
            "version": case.version,
            "data": self._vault.lock(case.but(messages=()), DATA),
        }


def _lost(case: Case) -> LostRace:
    return LostRace(f"The case {case.reference} was changed at the same time; the step must run again.")


def _without_navigators(case: Case) -> dict[str, Any]:
    shown = tuple(message.but(name="") for message in case.messages if not message.internal)
    plain: dict[str, Any] = to_json(case.but(messages=shown))
    return {name: value for name, value in plain.items() if name not in {"owner", "owner_name"}}
