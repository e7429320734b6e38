"""From the inbox and the plan of reminders to the outbox: one batch, one transaction.

Everything here is synchronous and runs in the one thread that owns the database. When a batch cannot be written (a
lost race, a value the database refuses) it is handled again one event at a time, which is safe because a step is pure
and nothing was written; an update that fails even alone is recorded and never blocks the queue.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.log import where
from bot.raw_json import NotJson, read_json
from bot.telegram.compose import Destination, compose
from bot.telegram.translate import BotIdentity, News, translate
from bot.turns.batch import Batch, Happening, Line, Played, StepContext
from bot.turns.new_ids import NewIds
from dialogs.conversation.events import Chose, ReminderDue, Sender
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Standing
from dialogs.records.reminder import Reminder
from storage.database import Database
from storage.errors import StorageError, TryAgain
from storage.queue_items import Received, Waiting
from storage.unit_of_work import UnitOfWork

TRIES = 5
"""How often a transaction is tried that another process came before: each time one of them gets through."""
BATCH = 32
"""How many updates are handled in one transaction. More are left to the next one, and to other processes."""
Write = Callable[[UnitOfWork], None]
"""Something small that somebody else wants written in the same transaction."""
ReadUpdate = tuple[Waiting, Happening]
"""A row of the inbox and what it says."""


def _nothing(_work: UnitOfWork) -> None:
    """Nothing else is to be written."""


class Handler:
    """Handles what waits in the inbox and what is due among the reminders."""

    def __init__(self, database: Database, context: StepContext) -> None:
        self._database = database
        self._context = context
        self._bot = BotIdentity(context.bot_name, context.staff.packs)
        self._new_ids = NewIds()

    def arrived(self, updates: Sequence[Received], offset: int | None, free: int, also: Write = _nothing) -> Played:
        """Store updates, and the offset if they were fetched, and handle what waits in the same transaction.

        If that fails they are stored alone, and `updates` finds out which one spoils the batch. Raise `StorageError`
        if they are not stored. `free`: how many messages may be taken for sending; `also` is written in any case.
        """

        def first(work: UnitOfWork) -> None:
            also(work)
            work.inbox.remember(updates, offset)

        try:
            return self._together(BATCH, free, first)
        except Exception:  # noqa: BLE001 - whatever it is, what arrived must be kept
            self._new_ids.clear()
            with self._database.transaction() as work:
                first(work)
            return Played()

    def updates(self, limit: int, free: int = 0, also: Write = _nothing) -> Played:
        """Handle up to `limit` waiting updates, oldest first. `free` and `also` as above. Raise `StorageError`."""
        try:
            return self._together(limit, free, also)
        except StorageError as error:
            if not isinstance(error, TryAgain):
                raise
        except Exception:  # noqa: BLE001 - one of them spoils the batch; find out which
            self._new_ids.clear()
        return self._one_by_one(limit, also)

    def reminders(self, limit: int) -> Played:
        """Turn up to `limit` due reminders into messages. Raise `StorageError`."""
        return self._again(lambda: self._due(limit))

    def _together(self, limit: int, free: int, first: Write) -> Played:
        with self._database.transaction() as work:
            first(work)
            waiting = work.inbox.claim(limit)
            return self._handle(work, waiting, free) if waiting else Played()

    def _one_by_one(self, limit: int, also: Write) -> Played:
        played = self._alone(also)
        lines, queued = list(played.lines), played.queued
        while played.lines and len(lines) < limit:
            try:
                played = self._alone(_nothing)
            except StorageError:
                break  # what is done stands, and the rest is found again
            lines += played.lines
            queued |= played.queued
        return Played(tuple(lines), queued=queued, unknown=played.unknown)

    def _alone(self, also: Write) -> Played:
        seen: list[Waiting] = []
        try:
            return self._again(lambda: self._first(seen, also))
        except StorageError:
            raise
        except Exception as error:
            if not seen:
                raise
            return self._give_up(seen[-1], where(error), also)

    def _first(self, seen: list[Waiting], also: Write) -> Played:
        with self._database.transaction() as work:
            also(work)
            waiting = work.inbox.claim(1)
            seen += waiting
            return self._handle(work, waiting, 0) if waiting else Played()

    def _give_up(self, waiting: Waiting, error: str, also: Write) -> Played:
        sorry = Reply(self._context.sorry(""), key=f"sorry:{waiting.update_id}")
        with self._database.transaction() as work:
            also(work)
            work.inbox.fail(waiting.seq, error)
            if waiting.chat:
                work.outbox.add(compose(sorry, Destination(waiting.chat, None, 0)))
        return Played((Line(waiting.update_id, "", "failed", 0.0, error),), queued=frozenset({waiting.chat}))

    def _handle(self, work: UnitOfWork, waiting: Sequence[Waiting], free: int) -> Played:
        ready, unknown = _ready([(item, self._read(item)) for item in waiting])
        if not ready:
            return Played(unknown=unknown)
        played = Batch(self._context, self._new_ids, work).play([happening for _, happening in ready], free)
        failed = {item.seq: line.error for (item, _), line in zip(ready, played.lines, strict=True) if line.error}
        work.inbox.finish([item.seq for item, _ in ready if item.seq not in failed])
        for seq, error in failed.items():
            work.inbox.fail(seq, error)
        return replace(played, unknown=unknown)

    def _read(self, waiting: Waiting) -> Happening:
        try:
            news = translate(read_json(waiting.body), self._bot)
            return Happening(waiting.update_id, news, standing=self._standing(news))
        except (NotJson, AttributeError, KeyError, TypeError, ValueError) as error:
            return Happening(waiting.update_id, None, where(error))

    def _standing(self, news: News) -> Standing | None:
        """What a person who pressed a button in a staff group is there; every other event needs no asking."""
        if isinstance(news, Chose) and news.sender.staff:
            return self._context.standing(news.sender.chat, news.sender.user)
        return Standing.MEMBER

    def _due(self, limit: int) -> Played:
        with self._database.transaction() as work:
            now = self._context.now()
            due = work.reminders.due(now, limit)
            if not due:
                return Played()
            work.reminders.fired([item.key for item in due], now)
            happenings = [Happening(0, event) for event in self._events(due)]
            return Batch(self._context, self._new_ids, work).play(happenings, 0)

    def _events(self, due: Sequence[Reminder]) -> list[ReminderDue]:
        """One event a chat, however many of its reminders are due, in the order of the first of each."""
        by_chat: dict[int, list[Reminder]] = {}
        for reminder in due:
            by_chat.setdefault(reminder.chat, []).append(reminder)
        return [ReminderDue(self._addressee(chat), tuple(waiting)) for chat, waiting in by_chat.items()]

    def _addressee(self, chat: int) -> Sender:
        private = chat > 0  # the Bot API gives groups negative ids
        staff = self._context.staff.packs.get(chat, "")
        return Sender(chat=chat, user=chat if private else 0, staff=staff, private=private)

    def _again(self, handle: Callable[[], Played]) -> Played:
        for _ in range(TRIES - 1):
            try:
                return handle()
            except TryAgain:
                self._new_ids.clear()
        return handle()


def _ready(read: Sequence[ReadUpdate]) -> tuple[list[ReadUpdate], frozenset[tuple[int, int]]]:
    """Return what can be handled now, and who must be asked for first. What follows in such a group waits with it."""
    ready: list[ReadUpdate] = []
    unknown: set[tuple[int, int]] = set()
    held: set[int] = set()
    for item, happening in read:
        if isinstance(happening.news, Chose) and happening.standing is None:
            unknown.add((happening.news.sender.chat, happening.news.sender.user))
            held.add(item.chat)
        if item.chat not in held:
            ready.append((item, happening))
    return ready, frozenset(unknown)
