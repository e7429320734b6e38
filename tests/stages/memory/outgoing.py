"""What is to be sent and what was sent, in dictionaries: outbox, posts and letters of the stage in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from dialogs.conversation.session import Post
from storage.queue_items import Kind, MailToSend, Outgoing, Parcel, Unsettled

if TYPE_CHECKING:
    from tests.stages.memory.memory import Memory

Place = tuple[int, int]
"""The chat and the number of a message in it."""


@dataclass
class Posts:
    """Like `storage.repositories.outgoing.posts`."""

    memory: Memory

    def of(self, places: Iterable[Place]) -> dict[Place, Post]:
        return {place: self.memory.posts[place] for place in places if place in self.memory.posts}

    def copy_of(self, place: Place, says: str) -> Post | None:
        behind = sorted(other for other in self.memory.posts if other[0] == place[0] and other > place)
        return next((self.memory.posts[other] for other in behind if self.memory.posts[other].says == says), None)

    def cards(self, references: Iterable[str]) -> dict[str, Place]:
        return {name: self.memory.cards[name] for name in references if name in self.memory.cards}

    def keep(self, listed: Sequence[tuple[Place, Post, bool]]) -> None:
        self.memory.posts |= {place: post for place, post, _ in listed}
        self.memory.cards |= {post.about: place for place, post, card in listed if card}

    def erase(self, chat: int) -> None:
        drop(self.memory.posts, lambda place, _: place[0] == chat)
        drop(self.memory.cards, lambda _, place: place[0] == chat)


@dataclass
class Mails:
    """Like `storage.repositories.outgoing.mails`, for a stage that tells itself what becomes of a letter."""

    memory: Memory
    added: bool = False

    def add(self, letters: Sequence[MailToSend], now: datetime) -> None:
        self.added = self.added or bool(letters)
        self.memory.mails |= {item.id: item for item in letters}

    def erase(self, chat: int) -> None:
        drop(self.memory.mails, lambda _, item: item.chat == chat)


@dataclass
class Outbox:
    """Like `storage.repositories.outgoing.outbox`, for one process that delivers at once and is never refused."""

    memory: Memory
    posts: Posts

    def add(self, messages: Sequence[Outgoing]) -> int:
        known = len(self.memory.outbox)
        for message in messages:
            if not message.key or message.key not in self.memory.keys:
                self.memory.numbers.add(number := max(self.memory.numbers, default=0) + 1)
                self.memory.outbox[number] = message
                self.memory.keys |= {message.key}
        return len(self.memory.outbox) - known

    def add_and_claim(self, messages: Sequence[Outgoing], now: datetime, limit: int) -> tuple[Parcel, ...]:
        self.add(messages)
        return ()

    def next_try(self, now: datetime) -> datetime | None:
        return now if self.memory.outbox else None

    def claim(self, now: datetime, limit: int, bulk: int | None = None) -> tuple[Parcel, ...]:
        oldest: dict[int, int] = {}
        for seq in sorted(self.memory.outbox, key=self._turn):
            oldest.setdefault(self.memory.outbox[seq].chat, seq)
        return tuple(_parcel(seq, self.memory.outbox[seq]) for seq in list(oldest.values())[:limit])

    def _turn(self, seq: int) -> tuple[bool, bool, int, int]:
        message = self.memory.outbox[seq]
        return message.bulk, not message.ahead, message.days_left, seq

    def retry(self, seq: int, at: datetime, error: str) -> None:
        """It is tried again at once."""

    def sent(self, delivered: Mapping[int, int], about_nothing: Collection[int] = ()) -> None:
        gone = {seq: self.memory.outbox.pop(seq) for seq in delivered}
        placed = [
            (
                (message.chat, delivered[seq]),
                Post(message.about, message.offers, message.whom, message.notes.says),
                message.kind is Kind.CARD,
            )
            for seq, message in gone.items()
            if message.about and delivered[seq]
        ]
        self.posts.keep(placed)

    def copy_in(self, chat: int, says: str) -> Post | None:
        return None

    def refuse(self, seq: int, error: str) -> None:
        self.memory.refused[seq] = self.memory.outbox.pop(seq)

    def take_refused(self, chat: int, cases: Collection[str] | None = None) -> tuple[Parcel, ...]:
        here = {seq: item for seq, item in self.memory.refused.items() if item.chat == chat}
        taken = tuple(_parcel(seq, item) for seq, item in here.items() if cases is None or item.about in cases)
        drop(self.memory.refused, lambda seq, _: seq in {parcel.seq for parcel in taken})
        self.memory.keys -= {parcel.key for parcel in taken}
        return taken

    def unsettled(self, municipality: str, desk: int, limit: int) -> tuple[Unsettled, ...]:
        names = {name for name, case in self.memory.cases.items() if case.municipality == municipality}
        found = ((seq, item) for seq, item in sorted(self.memory.refused.items()) if item.about in names)
        elsewhere = [(seq, item) for seq, item in found if item.chat != desk and item.kind is not Kind.CARD]
        return tuple(Unsettled(_parcel(seq, item), False, None) for seq, item in elsewhere[:limit])

    def take_unsettled(self, seq: int) -> Parcel | None:
        item = self.memory.refused.pop(seq, None)
        self.memory.keys -= {item.key} if item is not None else set()
        return _parcel(seq, item) if item is not None else None

    def erase(self, chat: int) -> None:
        drop(self.memory.outbox, lambda _, message: message.chat == chat)

    def move(self, chat: int, to: int) -> None:
        for seq, message in self.memory.outbox.items():
            if message.chat == chat:
                payload = message.payload | ({"chat_id": to} if message.payload.get("chat_id") == chat else {})
                self.memory.outbox[seq] = replace(message, chat=to, payload=payload)


def _parcel(seq: int, message: Outgoing) -> Parcel:
    return Parcel(seq=seq, **{one.name: getattr(message, one.name) for one in fields(Outgoing)})


def drop(kept: dict[Any, Any], unwanted: Any) -> None:
    for key in [key for key, value in kept.items() if unwanted(key, value)]:
        del kept[key]
