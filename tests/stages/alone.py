"""The real handler on a database without a deliverer beside it: each batch makes its own commit, nothing is sent."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.clock import wall
from bot.sending.commit_ride import CommitRide
from bot.staff_groups import StaffChats
from bot.turns.handler import Handler
from bot.turns.happening import Line, Played, StepContext
from dialogs.conversation.events import Event, Said
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome, Session, Snapshot
from storage.database import Database
from storage.queue_items import Received


class HandlerAlone:
    """A handler and its database. `ride` is the one that went along with the last batch."""

    def __init__(self, database: Database, context: StepContext, free: int = 0) -> None:
        self._database = database
        self._handler = Handler(context)
        self._free = free
        self.ride = self._next()

    def arrived(self, updates: Sequence[Received], offset: int | None) -> Played:
        self.ride = self._next()
        return self._handler.arrived(updates, offset, self.ride)

    def updates(self, limit: int) -> Played:
        self.ride = self._next()
        return self._handler.updates(limit, self.ride)

    def all_updates(self) -> list[Line]:
        """Handle what waits, batch after batch."""
        return [line for played in iter(lambda: self.updates(100), Played()) for line in played.lines]

    def reminders(self, limit: int) -> Played:
        self.ride = self._next()
        return self._handler.reminders(limit, self.ride)

    def desks(self) -> Played:
        self.ride = self._next()
        return self._handler.desks(self.ride)

    def mornings(self) -> Played:
        self.ride = self._next()
        return self._handler.mornings(self.ride)

    def _next(self) -> CommitRide:
        return CommitRide(self._database, wall(), free=self._free)


NOW = datetime(2023, 9, 1, 6, tzinfo=UTC)
STAFF = -100


def context(step: Any) -> StepContext:
    return StepContext(step, None, lambda: NOW, "lots_bot", "sorry {}".format, StaffChats({"vasa": STAFF}))


def put(database: Database, *said: tuple[int, str]) -> None:
    with database.transaction() as work:
        work.inbox.remember([received(number, chat, text) for number, (chat, text) in enumerate(said, 1)])


def received(number: int, chat: int, text: str) -> Received:
    person = {"id": abs(chat), "first_name": "Anna", "language_code": "fi"}
    kind = "private" if chat > 0 else "supergroup"
    message = {"message_id": number, "chat": {"id": chat, "type": kind}, "from": person, "text": text}
    return Received(number, chat, json.dumps({"update_id": number, "message": message}), NOW)


def outgoing(database: Database) -> list[tuple[int, str]]:
    texts: list[tuple[int, str]] = []
    with database.transaction() as work:
        while parcels := work.outbox.claim(NOW + timedelta(days=1), 50):
            texts += [(parcel.chat, parcel.payload["text"]) for parcel in parcels]
            work.outbox.sent(dict.fromkeys((parcel.seq for parcel in parcels), 0))
    return texts


def counting(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
    assert isinstance(event, Said)
    if event.text == "raise":
        raise RuntimeError(event.text)
    draft = f"{session.form}{event.text}"
    return Outcome(session.but(form=draft), (Reply(draft),))
