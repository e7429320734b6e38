"""From the inbox and the plan of reminders to the outbox: one batch, one transaction.

Everything here is synchronous and runs in the one thread that owns the database. When a batch cannot be written (a
lost race, a value the database refuses) it is handled again one event at a time, which is safe because a step is pure
and nothing was written; an update that fails even alone is recorded and never blocks the queue.
"""

from collections.abc import Callable, Sequence
from typing import ParamSpec

from bot.log import where
from bot.raw_json import NotJson, read_json
from bot.sending.commit_ride import CommitRide
from bot.telegram.compose import Destination, compose
from bot.telegram.translate import BotIdentity, News, translate
from bot.turns.batch import Batch, Happening, Line, Played, StepContext
from bot.turns.new_ids import NewIds
from dialogs.conversation.events import Chose, ReminderDue, Sender
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Standing
from dialogs.records.reminder import Reminder
from storage.errors import StorageError, TryAgain
from storage.queue_items import Received, Waiting
from storage.unit_of_work import UnitOfWork

P = ParamSpec("P")
TRIES = 5
"""How often a transaction is tried that another process came before: each time one of them gets through."""
BATCH = 32
"""How many updates are handled in one transaction. More are left to the next one, and to other processes."""
ReadUpdate = tuple[Waiting, Happening]
"""A row of the inbox and what it says."""


class Handler:
    """Handles what waits in the inbox and what is due among the reminders.

    Each of its three methods takes along what delivery wants in the commit.
    """

    def __init__(self, context: StepContext) -> None:
        self._context = context
        self._bot = BotIdentity(context.bot_name, context.staff.packs)
        self._new_ids = NewIds()

    def arrived(self, updates: Sequence[Received], offset: int | None, ride: CommitRide) -> Played:
        """Store updates, and the offset if they were fetched, and handle what waits in the same transaction.

        If that fails they are stored alone, and `updates` finds out which one spoils the batch. Raise `StorageError`
        if they are not stored.
        """
        try:
            with ride.transaction() as work:
                work.inbox.remember(updates, offset)
                return self._play_waiting(work, BATCH, ride)
        except Exception:  # noqa: BLE001 - whatever it is, what arrived must be kept
            self._new_ids.clear()
            with ride.transaction() as work:
                work.inbox.remember(updates, offset)
            return Played()

    def updates(self, limit: int, ride: CommitRide) -> Played:
        """Handle up to `limit` waiting updates, oldest first. Raise `StorageError`."""
        try:
            with ride.transaction() as work:
                return self._play_waiting(work, limit, ride)
        except StorageError as error:
            if not isinstance(error, TryAgain):
                raise
        except Exception:  # noqa: BLE001 - one of them spoils the batch; find out which
            self._new_ids.clear()
        return self._one_by_one(limit, ride)

    def reminders(self, limit: int, ride: CommitRide) -> Played:
        """Turn up to `limit` due reminders into messages. Raise `StorageError`."""
        return self._again(self._play_due, limit, ride)

    def _one_by_one(self, limit: int, ride: CommitRide) -> Played:
        played = self._oldest(ride)
        lines = list(played.lines)
        while played.lines and len(lines) < limit:
            try:
                played = self._oldest(ride)
            except StorageError:
                break  # what is done stands, and the rest is found again
            lines += played.lines
        return Played(tuple(lines), played.unknown)

    def _oldest(self, ride: CommitRide) -> Played:
        seen: list[Waiting] = []
        try:
            return self._again(self._play_oldest, seen, ride)
        except StorageError:
            raise
        except Exception as error:
            if not seen:
                raise
            return self._give_up(seen[-1], where(error), ride)

    def _play_oldest(self, seen: list[Waiting], ride: CommitRide) -> Played:
        with ride.transaction() as work:
            waiting = work.inbox.claim(1)
            seen += waiting
            return self._play(work, waiting, ride) if waiting else Played()

    def _give_up(self, waiting: Waiting, error: str, ride: CommitRide) -> Played:
        sorry = Reply(self._context.sorry(""), key=f"sorry:{waiting.update_id}")
        with ride.transaction() as work:
            work.inbox.fail(waiting.seq, error)
            if waiting.chat:
                ride.send(work, compose(sorry, Destination(waiting.chat, None, 0)))
        return Played((Line(waiting.update_id, "", "failed", 0.0, error),))

    def _play_waiting(self, work: UnitOfWork, limit: int, ride: CommitRide) -> Played:
        waiting = work.inbox.claim(limit)
        return self._play(work, waiting, ride) if waiting else Played()

    def _play(self, work: UnitOfWork, waiting: Sequence[Waiting], ride: CommitRide) -> Played:
        ready, unknown = _ready([(item, self._read(item)) for item in waiting])
        if not ready:
            return Played(unknown=unknown)
        batch = Batch(self._context, self._new_ids, work, self._context.now())
        lines, messages = batch.play([happening for _, happening in ready])
        ride.send(work, messages)
        failed = {item.seq: line.error for (item, _), line in zip(ready, lines, strict=True) if line.error}
        work.inbox.finish([item.seq for item, _ in ready if item.seq not in failed])
        for seq, error in failed.items():
            work.inbox.fail(seq, error)
        return Played(lines, unknown)

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

    def _play_due(self, limit: int, ride: CommitRide) -> Played:
        now = self._context.now()
        with ride.transaction() as work:
            due = work.reminders.due(now, limit)
            if not due:
                return Played()
            batch = Batch(self._context, self._new_ids, work, now)
            lines, messages = batch.play([Happening(0, event) for event in self._events(due)])
            ride.send(work, messages)
            return Played(lines)

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

    def _again(self, handle: Callable[P, Played], *args: P.args, **kwargs: P.kwargs) -> Played:
        """Run one batch, anew when another process was in the way. Raise `TryAgain` when it always is."""
        for _ in range(TRIES - 1):
            try:
                return handle(*args, **kwargs)
            except TryAgain:
                self._new_ids.clear()
        return handle(*args, **kwargs)


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
