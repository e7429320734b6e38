"""A database in dictionaries: as much of a transaction as a batch of turns asks for, kept as the values themselves.

The laws play thousands of turns, and a real database would take longer than all of the rest. `test_memory.py` plays the
same conversations over this one and over SQLite, and compares. What needs several transactions at a time (claims of
other processes, retries, lost races) is only tested on real databases, in `tests/storage/` and `tests/bot/`.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from typing import Any

from dialogs.conversation.session import Post, Session
from dialogs.records.case import Case, CaseMessage
from dialogs.records.proposal import Proposal
from dialogs.records.reminder import Reminder
from storage.errors import LostRace
from storage.queue_items import Kind, Outgoing, Parcel
from storage.unit_of_work import UnitOfWork

BEFORE_ALL = datetime.min.replace(tzinfo=UTC)
Place = tuple[int, int]
"""The chat and the number of a message in it."""


@dataclass(kw_only=True)
class Memory:
    """What is kept. `cases` hold their messages, `reminders` wait and `fired` came; `cards` says where each case's is.

    `outbox` are the messages that were not delivered yet, by their number; `keys` those that it has had.
    """

    sessions: dict[tuple[int, int], Session] = field(default_factory=dict)
    proposals: dict[str, Proposal] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    reminders: dict[str, Reminder] = field(default_factory=dict)
    fired: dict[str, Reminder] = field(default_factory=dict)
    posts: dict[Place, Post] = field(default_factory=dict)
    cards: dict[str, Place] = field(default_factory=dict)
    outbox: dict[int, Outgoing] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)

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
        _drop(self.memory.sessions, lambda key, _: key[0] == chat)

    def move(self, chat: int, to: int) -> None:
        moved = {(to, user): item.but(chat=to) for (at, user), item in self.memory.sessions.items() if at == chat}
        self.memory.sessions = moved | self.memory.sessions
        self.erase(chat)


@dataclass
class Proposals:
    """Like `storage.repositories.proposals`."""

    memory: Memory

    def of(self, chats: Iterable[int]) -> dict[int, tuple[Proposal, ...]]:
        listed = sorted(self.memory.proposals.values(), key=lambda item: (item.created_at or BEFORE_ALL, item.id))
        return {chat: tuple(item for item in listed if item.chat == chat) for chat in chats}

    def save(self, proposals: Iterable[Proposal]) -> None:
        self.memory.proposals |= {proposal.id: proposal for proposal in proposals}

    def erase(self, chat: int) -> None:
        _drop(self.memory.proposals, lambda _, item: item.chat == chat)

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
    """Like `storage.repositories.reminders`."""

    memory: Memory

    def plan_all(self, plans: Mapping[str, Iterable[Reminder]]) -> None:
        wanted = {item.key: item for reminders in plans.values() for item in reminders}
        _drop(self.memory.reminders, lambda key, item: item.subject in plans and key not in wanted)
        self.memory.reminders |= {key: item for key, item in wanted.items() if key not in self.memory.fired}

    def due(self, now: datetime, limit: int) -> tuple[Reminder, ...]:
        due = sorted((item.due, key) for key, item in self.memory.reminders.items() if item.due <= now)
        listed = [self.memory.reminders[key] for _, key in due]
        chats = {item.chat for item in listed[:limit]}
        return (*listed[:limit], *(item for item in listed[limit:] if item.chat in chats))

    def fired(self, keys: Iterable[str], now: datetime) -> None:
        self.memory.fired |= {key: self.memory.reminders.pop(key) for key in keys if key in self.memory.reminders}

    def postpone(self, reminders: Iterable[Reminder]) -> None:
        for item in reminders:
            if item.key in self.memory.reminders:
                self.memory.reminders[item.key] = self.memory.reminders[item.key].but(due=item.due)

    def next_due(self) -> datetime | None:
        return min((item.due for item in self.memory.reminders.values()), default=None)

    def cancel(self, chat: int) -> None:
        _drop(self.memory.reminders, lambda _, item: item.chat == chat)

    def erase(self, chat: int) -> None:
        self.cancel(chat)
        _drop(self.memory.fired, lambda _, item: item.chat == chat)

    def move(self, chat: int, to: int) -> None:
        for listed in (self.memory.reminders, self.memory.fired):
            listed |= {key: item.but(chat=to) for key, item in listed.items() if item.chat == chat}


@dataclass
class Posts:
    """Like `storage.repositories.posts`."""

    memory: Memory

    def of(self, places: Iterable[Place]) -> dict[Place, Post]:
        return {place: self.memory.posts[place] for place in places if place in self.memory.posts}

    def cards(self, references: Iterable[str]) -> dict[str, Place]:
        return {name: self.memory.cards[name] for name in references if name in self.memory.cards}

    def keep(self, listed: Sequence[tuple[Place, Post, bool]]) -> None:
        self.memory.posts |= {place: post for place, post, _ in listed}
        self.memory.cards |= {post.about: place for place, post, card in listed if card}

    def erase(self, chat: int) -> None:
        _drop(self.memory.posts, lambda place, _: place[0] == chat)
        _drop(self.memory.cards, lambda _, place: place[0] == chat)


@dataclass
class Outbox:
    """Like `storage.repositories.outbox`, for one process that delivers at once and is never refused."""

    memory: Memory
    posts: Posts

    def add(self, messages: Sequence[Outgoing]) -> int:
        known = len(self.memory.outbox)
        for message in messages:
            if not message.key or message.key not in self.memory.keys:
                self.memory.outbox[max(self.memory.outbox, default=0) + 1] = message
                self.memory.keys |= {message.key}
        return len(self.memory.outbox) - known

    def add_and_claim(self, messages: Sequence[Outgoing], now: datetime, limit: int) -> tuple[Parcel, ...]:
        self.add(messages)
        return ()

    def claim(self, now: datetime, limit: int) -> tuple[Parcel, ...]:
        oldest: dict[int, int] = {}
        for seq in sorted(self.memory.outbox, key=lambda seq: (self.memory.outbox[seq].bulk, seq)):
            oldest.setdefault(self.memory.outbox[seq].chat, seq)
        return tuple(_parcel(seq, self.memory.outbox[seq]) for seq in list(oldest.values())[:limit])

    def sent(self, delivered: Mapping[int, int]) -> None:
        gone = {seq: self.memory.outbox.pop(seq) for seq in delivered}
        placed = [
            (
                (message.chat, delivered[seq]),
                Post(message.about, message.offers, message.whom),
                message.kind is Kind.CARD,
            )
            for seq, message in gone.items()
            if message.about and delivered[seq]
        ]
        self.posts.keep(placed)

    def erase(self, chat: int) -> None:
        _drop(self.memory.outbox, lambda _, message: message.chat == chat)

    def move(self, chat: int, to: int) -> None:
        for seq, message in self.memory.outbox.items():
            if message.chat == chat:
                payload = message.payload | ({"chat_id": to} if message.payload.get("chat_id") == chat else {})
                self.memory.outbox[seq] = replace(message, chat=to, payload=payload)


def _parcel(seq: int, message: Outgoing) -> Parcel:
    return Parcel(seq=seq, **{one.name: getattr(message, one.name) for one in fields(Outgoing)})


def _drop(kept: dict[Any, Any], unwanted: Any) -> None:
    for key in [key for key, value in kept.items() if unwanted(key, value)]:
        del kept[key]
