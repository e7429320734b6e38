"""From the inbox and the plan of reminders to the outbox: one batch, one transaction.

Everything here is synchronous and runs in the one thread that owns the database. When a batch cannot be written (a
lost race, a value the database refuses) it is handled again one event at a time, which is safe because a step is pure
and nothing was written; an update that fails even alone is recorded and never blocks the queue.
"""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import ParamSpec

from bot.log import where
from bot.raw_json import read_json
from bot.sending.commit_ride import CommitRide
from bot.telegram.compose import Destination, compose
from bot.telegram.ids import is_id
from bot.telegram.topics import GroupTold, told_in
from bot.telegram.translate import BotIdentity, News, translate
from bot.turns.batch import Batch
from bot.turns.happening import LEFT, Happening, Line, Played, StepContext
from bot.turns.loaded import wanted
from bot.turns.new_ids import NewIds
from bot.turns.plans.calls import desk_anew
from bot.turns.plans.planning_anew import PlanningAnew
from dialogs.conversation.events import (
    Chose,
    Commanded,
    Edited,
    Event,
    MailTold,
    ReminderDue,
    Returned,
    Said,
    Sender,
    Unreadable,
)
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Standing
from dialogs.deadlines.calls.joining import joined_packs
from dialogs.deadlines.desk import digest_morning, report_day
from dialogs.records.reminder import Reminder
from storage.errors import DamagedValue, StorageError, TryAgain
from storage.queue_items import Received, Waiting
from storage.repositories.inbox import BEFORE_ALL
from storage.unit_of_work import UnitOfWork

P = ParamSpec("P")
TRIES = 5
"""How often a transaction is tried that another process came before: each time one of them gets through."""
BATCH = 32
"""How many updates are handled in one transaction. More are left to the next one, and to other processes."""
DONE_BY_SOMEBODY = (Said, Edited, Chose, Commanded, Unreadable)
"""What somebody does: in a staff group each may be an act of the desk, since every button can be typed; in a group of
an office it may be its answer."""
ReadUpdate = tuple[Waiting, Happening]
"""A row of the inbox and what it says."""


class Handler:
    """Handles what waits in the inbox and what is due among the reminders.

    Each of its methods takes along what delivery wants in the commit.
    """

    def __init__(self, context: StepContext) -> None:
        self._context = context
        self._bot = BotIdentity(context.bot_name, context.staff.packs, context.staff.seats)
        self._new_ids = NewIds()
        self._planted: dict[str, str] = {}
        self._rounds_of: dict[str, date] = {}
        self._planning = PlanningAnew(getattr(context.world, "packs", {}))
        self._foreseen: dict[int, tuple[str, Happening]] = {}
        """What has just arrived and was read already, by its number, with its words as they came."""
        self._served = BEFORE_ALL
        """The chat whose turn was last. Whoever forgets it begins the round anew and loses nothing."""

    def arrived(self, updates: Sequence[Received], offset: int | None, ride: CommitRide) -> Played:
        """Store updates, and the offset if they were fetched, and handle what waits in the same transaction.

        If that fails they are stored alone, and `updates` finds out which one spoils the batch. Raise `StorageError`
        if they are not stored.
        """
        try:
            with ride.transaction() as work:
                work.inbox.remember(updates, offset)
                self._ask(work, updates)
                return self._play_waiting(work, BATCH, ride)
        except Exception:  # noqa: BLE001 - whatever it is, what arrived must be kept
            self._new_ids.clear()
            with ride.transaction() as work:
                work.inbox.remember(updates, offset)
            return Played()

    def updates(self, limit: int, ride: CommitRide) -> Played:
        """Handle up to `limit` waiting updates, one a chat. Raise `StorageError`."""
        try:
            with ride.transaction() as work:
                return self._play_waiting(work, limit, ride)
        except StorageError as error:
            if not isinstance(error, TryAgain | DamagedValue):
                raise
        except Exception:  # noqa: BLE001 - one of them spoils the batch; find out which
            self._new_ids.clear()
        return self._one_by_one(limit, ride)

    def reminders(self, limit: int, ride: CommitRide) -> Played:
        """Turn up to `limit` due reminders into messages. Raise `StorageError`."""
        return self._again(self._play_due, limit, ride)

    def next_reminder(self, ride: CommitRide) -> datetime | None:
        """Return when the nearest reminder is due, None if none waits. Raise `StorageError`."""
        with ride.transaction() as work:
            return work.reminders.next_due()

    def mail_news(self, limit: int, ride: CommitRide) -> Played:
        """Tell people what has become known of up to `limit` letters. Raise `StorageError`."""
        return self._again(self._play_mail_news, limit, ride)

    def learned(self, told: Sequence[GroupTold], ride: CommitRide) -> Played:
        """Note what Telegram tells of groups, and let follow what does. Raise `StorageError`."""
        return self._again(self._play_learned, told, ride)

    def desks(self, ride: CommitRide) -> Played:
        """Show each staff group the open cases that have no card in it. Raise `StorageError`.

        One that is known to have shut Lots out gets them when it is back.
        """
        return self._again(self._play_desks, ride)

    def mornings(self, ride: CommitRide) -> Played:
        """Plant the digests of today, one a desk, and once a year the reminder of the yearly report, where it is time
        and this process has not seen to it. Raise `StorageError`.

        `reminders` then tells them. Whichever process plants one, and however often, one comes of it.
        """
        now = self._context.now()
        self._again(self._plan_rounds, now, ride)
        wanted = [item for pack in self._context.staff.chats for item in self._of_the_morning(pack, now)]
        if wanted:
            self._again(self._plant, wanted, ride)
            self._planted |= {item.subject: item.key for item in wanted}
        return Played()

    def plans(self, ride: CommitRide) -> bool:
        """Reckon some plans anew if what they rest on has changed since the last life; return whether there was any.
        Raise `StorageError`.
        """
        with ride.transaction() as work:
            return self._planning.some(work, self._context.now())

    def _plan_rounds(self, now: datetime, ride: CommitRide) -> Played:
        """Plan what desks are reminded of in their rounds, once a day and at a start."""
        desks = {
            name: chat for name, chat in self._context.staff.chats.items() if self._rounds_of.get(name) != now.date()
        }
        if desks:
            with ride.transaction() as work:
                packs = joined_packs(self._context.world.packs, work.calls.all())
                known = work.sessions.load((chat, chat) for chat in desks.values())
                shut = {chat for (chat, _), session in known.items() if session.away}
                for name, chat in desks.items():
                    desk_anew(work, packs[name], 0 if chat in shut else chat, now)
            self._rounds_of |= dict.fromkeys(desks, now.date())
        return Played()

    def _of_the_morning(self, pack: str, now: datetime) -> list[Reminder]:
        """The rows of a desk's digest and of its year, but for those whose time it is not or that this process has
        planted.
        """
        kinds = (digest_morning.planted, report_day.planted)
        found = (planted(self._context.world.packs[pack], self._context.staff.chats[pack], now) for planted in kinds)
        return [item for item in found if item is not None and self._planted.get(item.subject) != item.key]

    def _plant(self, rows: Sequence[Reminder], ride: CommitRide) -> Played:
        with ride.transaction() as work:
            known = work.sessions.load((item.chat, item.chat) for item in rows)
            shut = {chat for (chat, _), session in known.items() if session.away}
            plans = {item.subject: (item,) for item in rows if item.chat not in shut}
            work.reminders.plan_all(plans)
            work.reminders.forget_others([item for (item,) in plans.values()])
        return Played()

    def _one_by_one(self, limit: int, ride: CommitRide) -> Played:
        played = self._oldest(ride)
        lines = list(played.lines)
        while played.lines and len(lines) < limit:
            try:
                played = self._oldest(ride)
            except StorageError:
                break  # what is done stands, and the rest is found again
            lines += played.lines
        return Played(tuple(lines), played.unknown, played.unread)

    def _oldest(self, ride: CommitRide) -> Played:
        seen: list[Waiting] = []
        try:
            return self._again(self._play_oldest, seen, ride)
        except DamagedValue as error:
            if not seen:
                raise
            return self._give_up(seen[-1], str(error), ride)
        except StorageError:
            raise
        except Exception as error:
            if not seen:
                raise
            return self._give_up(seen[-1], where(error), ride)

    def _play_oldest(self, seen: list[Waiting], ride: CommitRide) -> Played:
        with ride.transaction() as work:
            waiting = self._claim(work, 1)
            seen += waiting
            return self._play(work, waiting, ride) if waiting else Played()

    def _give_up(self, waiting: Waiting, error: str, ride: CommitRide) -> Played:
        key = f"sorry:{waiting.update_id}" if waiting.update_id else ""
        sorry = Reply(self._context.sorry(""), key=key)
        with ride.transaction() as work:
            work.inbox.fail(waiting.seq, error)
            if waiting.chat:
                ride.send(work, compose(sorry, Destination(waiting.chat, None, 0)))
        return Played((Line(waiting.update_id, "", "failed", 0.0, error),))

    def _play_waiting(self, work: UnitOfWork, limit: int, ride: CommitRide) -> Played:
        waiting = self._claim(work, limit)
        return self._play(work, waiting, ride) if waiting else Played()

    def _ask(self, work: UnitOfWork, updates: Sequence[Received]) -> None:
        """Ask at one time whose turn it is and what is likely wanted then: what has just arrived."""
        first = {update.chat: update for update in reversed(updates)}
        foreseen = [self._heard(update.update_id, update.body) for update in updates if first[update.chat] is update]
        work.inbox.ask(BATCH, self._served, self._context.ahead.waiting)
        if len(foreseen) <= BATCH:
            what = wanted(happening.news for happening in foreseen)
            work.ask(what.keys, list(what.posts))

    def _claim(self, work: UnitOfWork, limit: int) -> list[Waiting]:
        """Take the next updates of a round of the chats; return them in the order in which they came."""
        turns = work.inbox.claim(limit, self._served, self._context.ahead.waiting)
        if turns:
            self._served = turns[-1].chat
        return sorted(turns, key=lambda waiting: waiting.seq)

    def _play(self, work: UnitOfWork, waiting: Sequence[Waiting], ride: CommitRide) -> Played:
        ready, unknown = _ready([(item, self._read(item)) for item in waiting])
        self._foreseen.clear()
        if not ready:
            return Played(unknown=unknown)
        batch = Batch(self._context, self._new_ids, work, self._context.now())
        lines, messages = batch.play([happening for _, happening in ready])
        ride.send(work, messages)
        handled = [(item.seq, line) for (item, _), line in zip(ready, lines, strict=True) if line.result != LEFT]
        failed = {seq: line.error for seq, line in handled if line.error}
        work.inbox.finish([seq for seq, _ in handled if seq not in failed])
        for seq, error in failed.items():
            work.inbox.fail(seq, error)
        return Played(tuple(line for _, line in handled), unknown, tuple(batch.unread))

    def _read(self, waiting: Waiting) -> Happening:
        if waiting.damaged:
            return Happening(waiting.update_id, None, waiting.damaged)
        known = self._foreseen.get(waiting.update_id)
        if known is not None and known[0] == waiting.body:
            return known[1]
        return self._understood(waiting.update_id, waiting.body, waiting.seq)

    def _heard(self, number: int, body: str) -> Happening:
        """Read an update that has just arrived, once for all."""
        happening = self._understood(number, body)
        if not happening.error:
            self._foreseen[number] = (body, happening)
        return happening

    def _understood(self, own: int, body: str, seq: int = 0) -> Happening:
        try:
            update = read_json(body)
            if is_id(number := update.get("update_id")) and number != own:
                return Happening(own, None, str(_of_another_row(seq)))
            news = translate(update, self._bot)
            return Happening(own, news, standing=self._standing(news), told=told_in(update))
        except Exception as error:  # noqa: BLE001 - whatever it is, it concerns this update alone
            return Happening(own, None, where(error))

    def _standing(self, news: News) -> Standing | None:
        """What a person who does something in a group of the municipality is there; no other event needs asking."""
        if isinstance(news, DONE_BY_SOMEBODY) and _is_for_members(news.sender) and not news.sender.nameless:
            return self._context.standing(news.sender.chat, news.sender.user)
        return Standing.MEMBER

    def _play_due(self, limit: int, ride: CommitRide) -> Played:
        now = self._context.now()
        with ride.transaction() as work:
            due = work.reminders.due(now, limit)
            if not due:
                return Played()
            return self._let_happen(work, self._events(due), now, ride)

    def _play_mail_news(self, limit: int, ride: CommitRide) -> Played:
        with ride.transaction() as work:
            known = work.mails.news(limit)
            if not known:
                return Played()
            work.mails.told([news.id for _, news in known])
            told = [MailTold(self._addressee(chat), news) for chat, news in known]
            return self._let_happen(work, told, self._context.now(), ride)

    def _play_desks(self, ride: CommitRide) -> Played:
        desks = self._context.staff.packs
        with ride.transaction() as work:
            known = work.sessions.load((chat, chat) for chat in desks)
            shut = {chat for (chat, _), session in known.items() if session.away}
            wanting = [chat for chat, pack in desks.items() if chat not in shut and work.cases.unshown(pack, chat, 1)]
            if not wanting:
                return Played()
            there = [Returned(self._addressee(chat)) for chat in wanting]
            return self._let_happen(work, there, self._context.now(), ride)

    def _play_learned(self, told: Sequence[GroupTold], ride: CommitRide) -> Played:
        with ride.transaction() as work:
            batch = Batch(self._context, self._new_ids, work, self._context.now())
            lines, messages = batch.play([Happening(0, None, told=group) for group in told])
            ride.send(work, messages)
            return Played(lines)

    def _let_happen(self, work: UnitOfWork, events: Sequence[Event], now: datetime, ride: CommitRide) -> Played:
        """Play what no update told of."""
        batch = Batch(self._context, self._new_ids, work, now)
        lines, messages = batch.play([Happening(0, event) for event in events])
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
        seat = self._context.staff.seats.get(chat)
        return Sender(chat=chat, user=chat if private else 0, staff=staff, private=private, seat=seat)

    def _again(self, handle: Callable[P, Played], *args: P.args, **kwargs: P.kwargs) -> Played:
        """Run one batch, anew when another process was in the way. Raise `TryAgain` when it always is."""
        for _ in range(TRIES - 1):
            try:
                return handle(*args, **kwargs)
            except TryAgain:
                self._new_ids.clear()
        return handle(*args, **kwargs)


def _is_for_members(sender: Sender) -> bool:
    return bool(sender.staff) or sender.in_office_group


def _of_another_row(seq: int) -> DamagedValue:
    return DamagedValue("inbox", seq, "it is the value of another row")


def _ready(read: Sequence[ReadUpdate]) -> tuple[list[ReadUpdate], frozenset[tuple[int, int]]]:
    """Return what can be handled now, and who must be asked for first: what they did waits."""
    ready: list[ReadUpdate] = []
    unknown: set[tuple[int, int]] = set()
    for item, happening in read:
        if isinstance(happening.news, DONE_BY_SOMEBODY) and happening.standing is None:
            unknown.add((happening.news.sender.chat, happening.news.sender.user))
        else:
            ready.append((item, happening))
    return ready, frozenset(unknown)
