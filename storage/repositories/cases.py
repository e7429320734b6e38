"""Cases that the municipality has received, and what was said in them.

A case is changed only by whoever read its latest version. A case outlives its chat: erasing the chat cuts the
link.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, exists, insert, select, text, update

from dialogs.records.case import Case, CaseMessage
from dialogs.records.case_states import CaseState
from dialogs.records.need import Need
from storage.encryption.codec import to_json
from storage.encryption.vault import Vault
from storage.engine.running.executor import Count, Executor
from storage.engine.statements import change_all, insert_all, inserts
from storage.engine.tables import CASES_LINKED, CASES_OPEN, OUTBOX_OPEN, POSTS_CARD, cases, messages, outbox, posts
from storage.errors import DamagedValue, LostRace
from storage.repositories.damage import Damage

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
_known = (cases.c.reference, cases.c.chat, cases.c.municipality, cases.c.data)
_OF = (
    select(*_known)
    .where(text(CASES_LINKED), cases.c.chat.in_(bindparam("chats", expanding=True)))
    .order_by(cases.c.opened_at, cases.c.reference)
)
_OPEN_IN = (
    select(*_known)
    .where(text(CASES_OPEN), cases.c.municipality == bindparam("municipality"))
    .order_by(cases.c.opened_at, cases.c.reference)
    .limit(bindparam("limit"))
)
_NEWEST_IN = (
    select(*_known)
    .where(cases.c.municipality == bindparam("municipality"))
    .order_by(cases.c.opened_at.desc(), cases.c.reference)
    .limit(bindparam("limit"))
)
_PORTION = (
    select(*_known)
    # A concatenation fits no index, so that of the references is taken, in whose order the portions come.
    .where(cases.c.municipality + "" == bindparam("municipality"), cases.c.reference > bindparam("after"))
    .order_by(cases.c.reference)
    .limit(bindparam("limit"))
)
_shown = exists().where(
    text(f"posts.{POSTS_CARD}"), posts.c.about == cases.c.reference, posts.c.chat == bindparam("in_chat")
)
_on_its_way = exists().where(
    text(f"outbox.{OUTBOX_OPEN}"),
    outbox.c.chat == bindparam("in_chat"),
    outbox.c.state.in_(("pending", "sending")),
    outbox.c.card,
    outbox.c.about == cases.c.reference,
)
_UNSHOWN = (
    select(cases.c.reference)
    .where(text(CASES_OPEN), cases.c.municipality == bindparam("municipality"), ~_shown, ~_on_its_way)
    .order_by(cases.c.opened_at, cases.c.reference)
    .limit(bindparam("limit"))
)
_references = cases.c.reference.in_(bindparam("references", expanding=True))
_BY_REFERENCE = select(*_known).where(_references).order_by(cases.c.reference).with_for_update()
_USED = select(cases.c.reference).where(_references)
_MESSAGES = (
    select(messages.c.id, messages.c.reference, messages.c.data)
    .where(messages.c.reference.in_(bindparam("references", expanding=True)))
    .order_by(messages.c.reference, messages.c.id)
)
_ADD = insert(messages)
_MOVE_UNREAD = (
    update(cases)
    .where(cases.c.reference.in_(bindparam("references", expanding=True)), cases.c.chat == bindparam("of_chat"))
    .values(chat=bindparam("to"))
)


class Cases:
    """The cases of one transaction."""

    def __init__(self, connection: Executor, vault: Vault, damage: Damage | None = None) -> None:
        self._connection = connection
        self._vault = vault
        self._damage = Damage() if damage is None else damage

    def ask(self, chats: Sequence[int]) -> None:
        """Say that the cases of chats will be wanted soon."""
        if chats:
            self._connection.ask(_OF, {"chats": list(chats)})

    def of(self, chats: Iterable[int]) -> dict[int, tuple[Case, ...]]:
        """Return each chat's sound cases without their messages, the oldest first; every chat is a key."""
        found: dict[int, list[Case]] = {chat: [] for chat in chats}
        rows = self._connection.execute(_OF, {"chats": list(found)}).all() if found else []
        for row, case in self._damage.sound(rows, self.read, _owners):
            found[row.chat].append(case)
        return {chat: tuple(listed) for chat, listed in found.items()}

    def open_in(self, municipality: str, limit: int) -> tuple[Case, ...]:
        """Return a municipality's open and sound cases without their messages, the oldest first."""
        rows = self._connection.execute(_OPEN_IN, {"municipality": municipality, "limit": limit}).all()
        return tuple(case for _, case in self._damage.sound(rows, self.read, _owners))

    def newest_in(self, municipality: str, limit: int) -> tuple[Case, ...]:
        """Return a municipality's sound cases without their messages, open and ended, the newest first."""
        rows = self._connection.execute(_NEWEST_IN, {"municipality": municipality, "limit": limit}).all()
        return tuple(case for _, case in self._damage.sound(rows, self.read, _owners))

    def portion(self, municipality: str, after: str, limit: int) -> tuple[tuple[Case, ...], str]:
        """Return some of a municipality's sound cases by their references, without their messages, and where to go on.

        `after` is where the last portion said, empty for the first one; the last one says nothing.
        """
        rows = self._connection.execute(_PORTION, {"municipality": municipality, "after": after, "limit": limit}).all()
        sound = tuple(case for _, case in self._damage.sound(rows, self.read, _owners))
        return sound, rows[-1].reference if len(rows) == limit else ""

    def said_in(self, references: Sequence[str]) -> dict[str, tuple[CaseMessage, ...]]:
        """Return what was said in cases, for whoever only reads it: nothing is locked, what is damaged is left out."""
        return self._messages(references)

    def unshown(self, municipality: str, chat: int, limit: int) -> tuple[str, ...]:
        """Return the references of a municipality's open cases that have no card in a chat, the oldest first.

        A card that is on its way counts as shown; one that was refused, or of which nobody knows, does not.
        """
        wanted = {"municipality": municipality, "in_chat": chat, "limit": limit}
        return tuple(self._connection.execute(_UNSHOWN, wanted).scalars())

    def by_reference(self, references: Iterable[str]) -> dict[str, Case]:
        """Return the cases that exist, with their messages; on PostgreSQL they stay locked until the end.

        A case of which something is damaged, be it one utterance, is left out.
        """
        wanted = list(dict.fromkeys(references))
        if not wanted:
            return {}
        rows = self._connection.execute(_BY_REFERENCE, {"references": wanted}).all()
        found = {row.reference: (row, case) for row, case in self._damage.sound(rows, self.read, _owners)}
        said = self._messages(list(found))
        for name, (row, _) in found.items():
            unheard = self._damage.of(name)
            if unheard is not None:
                self._damage.note_case(name, unheard, *_owners(row))
        whole = {name: case for name, (_, case) in found.items() if self._damage.of(name) is None}
        return {name: case.but(messages=said.get(name, ())) for name, case in whole.items()}

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

        Internal notes stay with the desk, and so do the questions to offices and who the navigators are:
        `CaseMessage.author` tells the role.
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
        unread = {"references": list(self._damage.cases_of(chat)), "of_chat": chat, "to": to}
        if unread["references"]:
            self._connection.execute(_MOVE_UNREAD, unread)

    def _change(self, case: Case, was: int, chat: int) -> Count:
        row = self._row(case)
        changed = {f"new_{name}": row[name] for name in _CHANGING}
        change = {"of_reference": case.reference, "was": was, "of_chat": chat, **changed}
        return change_all(self._connection, _CHANGE, [change])

    def _messages(self, references: Sequence[str]) -> dict[str, tuple[CaseMessage, ...]]:
        said: dict[str, list[CaseMessage]] = {}
        rows = self._connection.execute(_MESSAGES, {"references": references}).all() if references else []
        for row, message in self._damage.sound(rows, self.read_message, _subject):
            said.setdefault(row.reference, []).append(message)
        return {reference: tuple(listed) for reference, listed in said.items()}

    def begin_anew(self, reference: str) -> None:
        """Write a case whose value is damaged anew, from what stands beside it; what it was about is gone."""
        row = self._connection.execute(select(cases).where(cases.c.reference == reference)).one()
        state, times = CaseState(row.state), {"opened_at": row.opened_at, "closed_at": row.closed_at}
        case = Case(reference, row.municipality, row.chat, "", reference, Need(), (), state=state, **times)
        data = self._vault.lock(case.but(version=row.version), DATA)
        self._connection.execute(update(cases).where(cases.c.reference == reference).values(data=data))

    def read(self, row: Any) -> Case:
        """Return the case of a row, without its messages. Raise `DamagedValue`."""
        case = self._vault.unlock(row.data, DATA, Case, row.reference)
        if case.reference != row.reference:
            raise DamagedValue("cases", row.reference, "it is the value of another row")
        return case

    def read_message(self, row: Any) -> CaseMessage:
        """Return the utterance of a row. Raise `DamagedValue`."""
        return self._vault.unlock(row.data, MESSAGE, CaseMessage, row.id)

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


def _owners(row: Any) -> tuple[int, str]:
    return row.chat, row.municipality


def _subject(row: Any) -> tuple[str]:
    return (row.reference,)


def _lost(case: Case) -> LostRace:
    return LostRace(f"The case {case.reference} was changed at the same time; the step must run again.")


def _without_navigators(case: Case) -> dict[str, Any]:
    shown = tuple(message.but(name="") for message in case.messages if not message.internal)
    plain: dict[str, Any] = to_json(case.but(messages=shown))
    return {name: value for name, value in plain.items() if name not in {"owner", "owner_name", "inquiries"}}
