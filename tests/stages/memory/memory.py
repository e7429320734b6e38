"""A database in dictionaries: as much of a transaction as a batch of turns asks for, kept as the values themselves.

The laws play thousands of turns, and a real database would take longer than all of the rest. `test_memory.py` plays the
same conversations over this one and over SQLite, and compares. What needs several transactions at a time (claims of
other processes, retries, lost races) is only tested on real databases, in `tests/storage/` and `tests/bot/`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from datetime import UTC, datetime
from typing import Any

from dialogs.conversation.session import Post, Session
from dialogs.records.case import Case, CaseMessage
from dialogs.records.for_a_time.access import Access
from dialogs.records.for_a_time.correction import Correction
from dialogs.records.proposal import Proposal
from dialogs.records.reminder import Reminder
from dialogs.records.staff.call import Call
from dialogs.records.staff.desk import Desk
from dialogs.records.thread import Thread, Topics
from dialogs.records.together.change import Change
from dialogs.records.together.sharing import GONE, Sharing
from storage.errors import LostRace
from storage.queue_items import Kind, MailToSend, Outgoing
from storage.unit_of_work import UnitOfWork
from tests.stages.memory.outgoing import Mails, Outbox, Place, Posts, drop

BEFORE_ALL = datetime.min.replace(tzinfo=UTC)


@dataclass(kw_only=True)
class Memory:
    """What is kept. `cases` hold their messages, `reminders` wait and `fired` came; `cards` says where each case's is.

    `outbox` are the messages that were not delivered yet, by their number, `refused` those that never will be; `keys`
    and `numbers` are those that it has had.
    """

    sessions: dict[tuple[int, int], Session] = field(default_factory=dict)
    proposals: dict[str, Proposal] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    reminders: dict[str, Reminder] = field(default_factory=dict)
    fired: dict[str, Reminder] = field(default_factory=dict)
    came_to: dict[str, str] = field(default_factory=dict)
    reckoned: dict[str, str] = field(default_factory=dict)
    posts: dict[Place, Post] = field(default_factory=dict)
    cards: dict[str, Place] = field(default_factory=dict)
    outbox: dict[int, Outgoing] = field(default_factory=dict)
    refused: dict[int, Outgoing] = field(default_factory=dict)
    corrections: dict[str, Correction] = field(default_factory=dict)
    desks: dict[str, Desk] = field(default_factory=dict)
    calls: dict[tuple[str, str], Call] = field(default_factory=dict)
    threads: dict[tuple[int, str], Thread] = field(default_factory=dict)
    groups: dict[int, Topics] = field(default_factory=dict)
    accesses: list[Access] = field(default_factory=list)
    sharings: dict[str, Sharing] = field(default_factory=dict)
    earlier: list[Change] = field(default_factory=list)
    mails: dict[str, MailToSend] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    numbers: set[int] = field(default_factory=set)

    @contextmanager
    def transaction(self) -> Iterator[UnitOfWork]:
        """Begin a transaction, undone after an exception."""
        before = {one.name: getattr(self, one.name).copy() for one in fields(Memory)}
        try:
            yield InMemory(self)
        except BaseException:
            for name, value in before.items():
                setattr(self, name, value)
            raise


class InMemory(UnitOfWork):
    """The repositories of one transaction, in memory. Erasing and moving a chat is as in life."""

    def __init__(self, memory: Memory) -> None:
        self.inbox = Inbox()
        self.sessions = Sessions(memory)
        self.proposals = Proposals(memory)
        self.cases = Cases(memory)
        self.reminders = Reminders(memory)
        self.posts = Posts(memory)
        self.outbox = Outbox(memory, self.posts)
        self.corrections = Corrections(memory)
        self.desks = Desks(memory)
        self.calls = Calls(memory)
        self.threads = Threads(memory)
        self.accesses = Accesses(memory)
        self.sharings = Sharings(memory)
        self.answer_changes = AnswerChanges(memory)
        self.mails = Mails(memory)

    def ask(self, keys: Sequence[tuple[int, int]], places: Sequence[tuple[int, int]]) -> None:
        """Nothing is far here."""


class Inbox:
    """Nothing waits to be handled here: the stage plays an event when it happens."""

    def erase(self, chat: int) -> None:
        """There is nothing of a chat."""


@dataclass
class Sessions:
    """Like `storage.repositories.sessions`."""

    memory: Memory

    def load(self, keys: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Session]:
        return {key: self.memory.sessions[key] for key in keys if key in self.memory.sessions}

    def save(self, sessions: Iterable[Session]) -> None:
        self.memory.sessions |= {(session.chat, session.user): session for session in sessions}

    def erase(self, chat: int) -> None:
        drop(self.memory.sessions, lambda key, _: key[0] == chat)

    def move(self, chat: int, to: int) -> None:
        mine = ((to if user == chat else user, item) for (at, user), item in self.memory.sessions.items() if at == chat)
        moved = {(to, user): item.but(chat=to, user=user) for user, item in mine}
        self.memory.sessions = moved | self.memory.sessions
        self.erase(chat)


@dataclass
class Proposals:
    """Like `storage.repositories.proposals`."""

    memory: Memory

    def of(self, chats: Iterable[int]) -> dict[int, tuple[Proposal, ...]]:
        listed = sorted(self.memory.proposals.values(), key=lambda item: (item.created_at or BEFORE_ALL, item.id))
        return {chat: tuple(item for item in listed if item.chat == chat) for chat in chats}

    def owners_in(self, municipality: str, round_id: str) -> dict[str, int]:
        wanted = (item for item in self.memory.proposals.values() if item.municipality == municipality)
        return {item.id: item.chat for item in wanted if item.round == round_id}

    def named(self, ids: Iterable[str]) -> dict[str, Proposal]:
        return {name: self.memory.proposals[name] for name in ids if name in self.memory.proposals}

    def portion(self, municipality: str, after: str, limit: int) -> tuple[tuple[Proposal, ...], str]:
        listed = (item for name, item in sorted(self.memory.proposals.items()) if name > after)
        some = [item for item in listed if item.municipality == municipality][:limit]
        return tuple(some), some[-1].id if len(some) == limit else ""

    def save(self, proposals: Iterable[Proposal]) -> None:
        self.memory.proposals |= {proposal.id: proposal for proposal in proposals}

    def erase(self, chat: int) -> None:
        drop(self.memory.proposals, lambda _, item: item.chat == chat)
        drop(self.memory.sharings, lambda name, _: name not in self.memory.proposals)
        self.memory.earlier = [one for one in self.memory.earlier if one.proposal in self.memory.proposals]

    def move(self, chat: int, to: int) -> None:
        self.save([item.but(chat=to) for item in self.of([chat])[chat]])


@dataclass
class Cases:
    """Like `storage.repositories.cases`."""

    memory: Memory

    def of(self, chats: Iterable[int]) -> dict[int, tuple[Case, ...]]:
        return {chat: self._listed(lambda case, chat=chat: case.chat == chat != 0) for chat in chats}

    def open_in(self, municipality: str, limit: int) -> tuple[Case, ...]:
        return self._listed(lambda case: case.municipality == municipality and case.closed_at is None)[:limit]

    def newest_in(self, municipality: str, limit: int) -> tuple[Case, ...]:
        listed = self._listed(lambda case: case.municipality == municipality)
        return tuple(sorted(listed, key=lambda case: case.opened_at or BEFORE_ALL, reverse=True))[:limit]

    def portion(self, municipality: str, after: str, limit: int) -> tuple[tuple[Case, ...], str]:
        listed = self._listed(lambda case: case.municipality == municipality and case.reference > after)
        some = sorted(listed, key=lambda case: case.reference)[:limit]
        return tuple(some), some[-1].reference if len(some) == limit else ""

    def said_in(self, references: Sequence[str]) -> dict[str, tuple[CaseMessage, ...]]:
        return {name: self.memory.cases[name].messages for name in references}

    def unshown(self, municipality: str, chat: int, limit: int) -> tuple[str, ...]:
        coming = {item.about for item in self.memory.outbox.values() if item.kind is Kind.CARD and item.chat == chat}
        shown = {name for name, (where, _) in self.memory.cards.items() if where == chat} | coming
        absent = (case.reference for case in self.open_in(municipality, len(self.memory.cases)))
        return tuple(name for name in absent if name not in shown)[:limit]

    def by_reference(self, references: Iterable[str]) -> dict[str, Case]:
        return {name: self.memory.cases[name] for name in sorted(set(references)) if name in self.memory.cases}

    def save(self, case: Case, was: int) -> None:
        held = self.memory.cases.get(case.reference)
        if held is not None and not (held.version == was < case.version and held.chat == case.chat):
            raise LostRace(case.reference)
        self.memory.cases[case.reference] = case.but(messages=held.messages if held else ())

    def add_messages(self, said: Sequence[tuple[str, CaseMessage]]) -> None:
        for name, message in said:
            case = self.memory.cases[name]
            self.memory.cases[name] = case.but(messages=(*case.messages, message))

    def unused(self, references: Iterable[str]) -> tuple[str, ...]:
        return tuple(name for name in dict.fromkeys(references) if name not in self.memory.cases)

    def erase(self, chat: int) -> None:
        self.move(chat, 0)

    def move(self, chat: int, to: int) -> None:
        for name, case in self.memory.cases.items():
            if case.chat == chat:
                self.memory.cases[name] = case.but(chat=to, version=case.version + 1)

    def _listed(self, wanted: Any) -> tuple[Case, ...]:
        found = [case.but(messages=()) for case in self.memory.cases.values() if wanted(case)]
        return tuple(sorted(found, key=lambda case: (case.opened_at or BEFORE_ALL, case.reference)))


@dataclass
class Reminders:
    """Like `storage.repositories.reminders`. Nobody waits here for what is planned: the clock is moved by hand."""

    memory: Memory
    earliest_planned: datetime | None = None

    def plan_all(self, plans: Mapping[str, Iterable[Reminder]]) -> None:
        wanted = {item.key: item for reminders in plans.values() for item in reminders}
        drop(self.memory.reminders, lambda key, item: item.subject in plans and key not in wanted)
        self.memory.reminders |= {key: item for key, item in wanted.items() if key not in self.memory.fired}

    def add(self, reminders: Iterable[Reminder]) -> None:
        self.memory.reminders |= {item.key: item for item in reminders if item.key not in self.memory.fired}

    def due(self, now: datetime, limit: int) -> tuple[Reminder, ...]:
        due = sorted((item.due, key) for key, item in self.memory.reminders.items() if item.due <= now)
        listed = [self.memory.reminders[key] for _, key in due]
        chats = {item.chat for item in listed[:limit]}
        return (*listed[:limit], *(item for item in listed[limit:] if item.chat in chats))

    def fired(self, keys: Iterable[str], now: datetime, outcome: str = "") -> None:
        self.memory.came_to |= {key: outcome for key in keys if key in self.memory.reminders}
        self.memory.fired |= {key: self.memory.reminders.pop(key) for key in keys if key in self.memory.reminders}

    def postpone(self, reminders: Iterable[Reminder]) -> None:
        for item in reminders:
            if item.key in self.memory.reminders:
                self.memory.reminders[item.key] = self.memory.reminders[item.key].but(due=item.due)

    def forget_others(self, newest: Sequence[Reminder]) -> None:
        subjects, keys = {item.subject for item in newest}, {item.key for item in newest}
        for kept in (self.memory.reminders, self.memory.fired):
            drop(kept, lambda key, item: item.subject in subjects and key not in keys)

    def waiting_in(self, zone: str, after: str, limit: int) -> tuple[Reminder, ...]:
        listed = sorted(self.memory.reminders.items())
        return tuple(item for key, item in listed if item.zone == zone and key > after)[:limit]

    def reckoned(self, name: str) -> str:
        return self.memory.reckoned.get(name, "")

    def note_reckoned(self, name: str, from_what: str) -> None:
        self.memory.reckoned[name] = from_what

    def next_due(self) -> datetime | None:
        return min((item.due for item in self.memory.reminders.values()), default=None)

    def cancel(self, chat: int) -> None:
        drop(self.memory.reminders, lambda _, item: item.chat == chat)

    def erase(self, chat: int) -> None:
        self.cancel(chat)
        drop(self.memory.fired, lambda _, item: item.chat == chat)

    def move(self, chat: int, to: int) -> None:
        for listed in (self.memory.reminders, self.memory.fired):
            listed |= {key: item.but(chat=to) for key, item in listed.items() if item.chat == chat}


@dataclass
class Corrections:
    """Like `storage.repositories.corrections`."""

    memory: Memory

    def save(self, corrections: Iterable[Correction]) -> None:
        self.memory.corrections |= {item.id: item for item in corrections}

    def listed(self) -> tuple[Correction, ...]:
        return tuple(sorted(self.memory.corrections.values(), key=lambda item: (item.day, item.id)))

    def erase(self, chat: int, one: str = "") -> None:
        drop(self.memory.corrections, lambda key, item: item.chat == chat and one in ("", key))


@dataclass
class Desks:
    """Like `storage.repositories.desks`."""

    memory: Memory

    def of(self, municipalities: Iterable[str]) -> dict[str, Desk]:
        return {name: self.memory.desks.get(name, Desk(name)) for name in municipalities}

    def save(self, desk: Desk, was: int) -> None:
        held = self.memory.desks.get(desk.municipality)
        if (held.version if held else 0) != was or desk.version <= was:
            raise LostRace(desk.municipality)
        self.memory.desks[desk.municipality] = desk

    def forget(self, user: int) -> None:
        for desk in list(self.memory.desks.values()):
            if (changed := desk.without(user)) is not desk:
                self.save(changed.but(version=desk.version + 1), desk.version)


@dataclass
class Calls:
    """Like `storage.repositories.calls`."""

    memory: Memory

    def all(self) -> tuple[Call, ...]:
        return tuple(call for _, call in sorted(self.memory.calls.items()))

    def save(self, call: Call, was: int) -> None:
        key = (call.municipality, call.round)
        if (self.memory.calls[key].version if key in self.memory.calls else 0) != was:
            raise LostRace("The call was changed.")
        self.memory.calls[key] = call


@dataclass
class Threads:
    """Like `storage.repositories.outgoing.threads`."""

    memory: Memory

    def of(self, homes: Iterable[tuple[int, str]]) -> dict[tuple[int, str], Thread]:
        return {home: self.memory.threads[home] for home in homes if home in self.memory.threads}

    def at(self, spots: Iterable[Place]) -> dict[Place, str]:
        made = {(item.chat, item.number): item.reference for item in self.memory.threads.values() if item.number}
        return {spot: made[spot] for spot in spots if spot in made}

    def keep(self, thread: Thread, was: int) -> None:
        home = (thread.chat, thread.reference)
        if home not in self.memory.threads or self.memory.threads[home].number == was:
            self.memory.threads[home] = thread

    def shut(self, chat: int, number: int, *, closed: bool) -> None:
        shut = {home: item for home, item in self.memory.threads.items() if (item.chat, item.number) == (chat, number)}
        self.memory.threads |= {home: item.but(closed=closed) for home, item in shut.items() if number}

    def topics(self, chats: Iterable[int]) -> dict[int, Topics]:
        return {chat: self.memory.groups[chat] for chat in chats if chat in self.memory.groups}

    def learn(self, chat: int, topics: Topics) -> None:
        if self.memory.groups.get(chat) is not topics:
            self.memory.groups[chat] = topics
            counted = {home: item.but(failed=0) for home, item in self.memory.threads.items() if item.chat == chat}
            self.memory.threads |= counted

    def homeless(self, municipality: str, chat: int, limit: int) -> tuple[str, ...]:
        housed = {item.reference for item in self.memory.threads.values() if item.chat == chat and item.number}
        cards = {name for name, (where, _) in self.memory.cards.items() if where == chat}
        listed = Cases(self.memory).open_in(municipality, len(self.memory.cases))
        return tuple(case.reference for case in listed if case.reference in cards - housed)[:limit]


@dataclass
class Accesses:
    """Like `storage.repositories.accesses`."""

    memory: Memory

    def add(self, noted: Sequence[Access]) -> None:
        self.memory.accesses += noted

    def of(self, reference: str, limit: int) -> tuple[Access, ...]:
        return tuple(item for item in reversed(self.memory.accesses) if item.reference == reference)[:limit]


@dataclass
class Sharings:
    """Like `storage.repositories.together.sharings`."""

    memory: Memory

    def where(self, chats: Iterable[int]) -> dict[int, list[str]]:
        listed = sorted(self.memory.sharings.items())
        return {chat: [name for name, one in listed if one.of(chat)] for chat in chats}

    def of(self, proposals: Iterable[str]) -> dict[str, Sharing]:
        return {name: self.memory.sharings[name] for name in proposals if name in self.memory.sharings}

    def invited_to(self, hashed: str) -> str:
        listed = sorted(self.memory.sharings.items())
        return next((name for name, one in listed if hashed in {item.hash for item in one.invitations}), "")

    def save(self, sharing: Sharing, was: int) -> None:
        held = self.memory.sharings.get(sharing.proposal)
        if (held.version if held else 0) != was or sharing.version <= was:
            raise LostRace(sharing.proposal)
        self.memory.sharings[sharing.proposal] = sharing

    def erase(self, chat: int) -> None:
        for name in self.where([chat])[chat]:
            held = self.memory.sharings[name]
            self.save(held.without(chat).next(), held.version)


@dataclass
class AnswerChanges:
    """Like `storage.repositories.together.answer_changes`."""

    memory: Memory

    def add(self, changes: Iterable[Change]) -> None:
        self.memory.earlier += changes

    def of(self, proposal: str, limit: int) -> tuple[Change, ...]:
        return tuple(one for one in reversed(self.memory.earlier) if one.proposal == proposal)[:limit]

    def erase(self, user: int) -> None:
        self.memory.earlier = [
            one.but(by=GONE, answer=one.answer.but(by=GONE)) if one.by == user else one for one in self.memory.earlier
        ]
