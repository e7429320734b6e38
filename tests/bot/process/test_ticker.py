"""From the table of reminders to the outbox with the real dialogs: a night's outage, and a crash at any statement."""

import asyncio
import logging
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import event

from bot.clock import wall
from bot.database_thread import DatabaseThread
from bot.process.clock_watch import ClockWatch
from bot.process.housekeeping import Housekeeping
from bot.process.ticker import QUIET_SECONDS, Ticker, morning_of
from bot.sending.calling.made_files import Files
from bot.sending.deliverer import Deliverer
from bot.sending.limiter import UNLIMITED, Limiter
from bot.staff_groups import StaffChats
from bot.telegram.gateway import Gateway
from bot.turns.handler import Handler
from bot.turns.happening import StepContext
from dialogs.conversation.events import Event
from dialogs.conversation.session import Outcome, Session
from dialogs.conversation.world import World
from dialogs.deadlines.ladder import plan
from dialogs.records.proposal import Proposal
from dialogs.step import step
from knowledge.municipality.load import load_packs
from knowledge.needs.model.load import load_lexicon
from storage.database import Database
from storage.unit_of_work import UnitOfWork
from tests.bot.running import TOKEN
from tests.stages.alone import HandlerAlone
from tests.storage.building import a_reminder

BEGUN = datetime(2023, 8, 1, 9, tzinfo=UTC)
NIGHT = datetime(2023, 9, 9, 0, 30, tzinfo=UTC)
"""Half past three in Vasa on a Saturday, the night after the day a week before the deadline."""
MORNING = datetime(2023, 9, 11, 5, tzinfo=UTC)
"""Eight on the Monday after."""
WORLD = World(load_packs(["vasa"]), load_lexicon())
VASA = WORLD.packs["vasa"]


class Clock:
    """A clock that stands where it is put."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Tell the time."""
        return self.now


class Killed(BaseException):
    """The process is no more."""


def handler(database: Database, clock: Clock) -> HandlerAlone:
    return HandlerAlone(database, StepContext(step, WORLD, clock, "lots_bot", "sorry {}".format, StaffChats({})))


def put(database: Database, *drafts: Proposal) -> None:
    with database.transaction() as work:
        work.proposals.save(list(drafts))
        work.reminders.plan_all({draft.id: plan(VASA, draft, BEGUN) for draft in drafts})


def a_draft(name: str, chat: int) -> Proposal:
    return Proposal(name, chat, "vasa", VASA.rounds[0].id, "sv", created_at=BEGUN)


def waiting(database: Database) -> list[tuple[int, str]]:
    """What lies in the outbox: the chats and their keys."""
    with database.transaction() as work:
        parcels = work.outbox.claim(NIGHT + timedelta(days=4), 50)
        work.outbox.sent(dict.fromkeys((parcel.seq for parcel in parcels), 0))
        return sorted((parcel.chat, parcel.key) for parcel in parcels)


def put_off(work: UnitOfWork) -> set[tuple[str, datetime]]:
    return {(item.kind, item.due) for item in work.reminders.due(MORNING, 50)}


def test_a_bot_that_comes_back_at_night_reminds_each_chat_once_in_the_morning(database: Database) -> None:
    put(database, a_draft("p1", 1), a_draft("p2", 1), a_draft("p3", 2))
    clock = Clock(NIGHT)
    reminders = handler(database, clock)

    told = [line.result for line in reminders.reminders(25).lines]
    assert told == ["reminderdue: far_too_late 4, wait 2", "reminderdue: far_too_late 2, wait 1"]
    assert reminders.reminders(25).lines == ()
    assert waiting(database) == []
    with database.transaction() as work:
        assert put_off(work) == {("draft-5wd", MORNING)}

    clock.now = MORNING
    assert [len(reminders.reminders(1).lines) for _ in range(3)] == [1, 1, 0]
    assert waiting(database) == [(1, "reminder:p1:draft-5wd:20230915T1545"), (2, "reminder:p3:draft-5wd:20230915T1545")]


@pytest.mark.parametrize("now", [NIGHT, MORNING], ids=["night", "morning"])
def test_a_crash_at_any_statement_loses_no_reminder_and_repeats_none(database: Database, now: datetime) -> None:
    put(database, a_draft("p1", 1))
    clock = Clock(now)
    reminders = handler(database, clock)
    kills = 0
    for number in range(100):
        with dies_at(database, number) as dead:
            try:
                reminders.reminders(25)
            except Killed:
                kills += 1
        if not dead:
            break

    assert kills > 4
    clock.now = MORNING
    reminders.reminders(25)
    assert waiting(database) == [(1, "reminder:p1:draft-5wd:20230915T1545")]
    assert reminders.reminders(25).lines == ()


@contextmanager
def dies_at(database: Database, number: int) -> Iterator[list[str]]:
    """Let the process die before a statement, counted from now; tells in a list whether it did."""
    seen: list[str] = []
    dead: list[str] = []

    def watch(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        seen.append(statement)
        if len(seen) == number + 1:
            dead.append(statement)
            raise Killed

    event.listen(database._engine, "before_cursor_execute", watch)
    yield dead
    event.remove(database._engine, "before_cursor_execute", watch)


def test_a_tick_comes_when_the_nearest_reminder_is_due_and_when_one_is_planned_before_it(database: Database) -> None:
    told: queue.Queue[int] = queue.Queue()

    def noting(session: Session, event: Event, *_: Any) -> Outcome:
        told.put(event.sender.chat)
        return Outcome(session)

    async def ticked() -> list[int]:
        with ticking(database, noting) as (ticker, deliverer):
            with deliverer.ride() as ride, ride.transaction() as work:
                work.reminders.plan("p1", [a_reminder("1", due=wall() + timedelta(seconds=2), chat=1, subject="p1")])
            ticker.start()
            await asyncio.sleep(0.5)
            with deliverer.ride() as ride, ride.transaction() as work:
                work.reminders.plan("p2", [a_reminder("2", due=wall() + timedelta(seconds=0.5), chat=2, subject="p2")])
            chats = [await asyncio.to_thread(told.get, timeout=QUIET_SECONDS / 2) for _ in range(2)]
            await ticker.stop()
        return chats

    assert asyncio.run(ticked()) == [2, 1]


@pytest.mark.parametrize("away", [1, 100], ids=["a second", "a hundred"])
def test_a_tick_that_has_told_something_is_followed_by_one_when_the_next_is_due(database: Database, away: int) -> None:
    now = wall()
    due = now + timedelta(seconds=away)

    async def ticked() -> datetime | None:
        with ticking(database, lambda session, *_: Outcome(session), lambda: now) as (ticker, deliverer):
            with deliverer.ride() as ride, ride.transaction() as work:
                work.reminders.plan("p1", [a_reminder("1", due=now, chat=1, subject="p1")])
                work.reminders.plan("p2", [a_reminder("2", due=due, chat=2, subject="p2")])
            await ticker.tick()
            return ticker._wakes_at

    assert asyncio.run(ticked()) == due


def test_a_stop_in_the_middle_of_a_tick_lets_its_batch_finish(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(session: Session, *_: Any) -> Outcome:
        begun.set()
        go_on.wait(QUIET_SECONDS)
        return Outcome(session)

    async def stopped() -> None:
        with ticking(database, slow) as (ticker, deliverer):
            with deliverer.ride() as ride, ride.transaction() as work:
                work.reminders.plan("p1", [a_reminder("1", due=wall(), chat=1, subject="p1")])
            ticker.start()
            await asyncio.to_thread(begun.wait, QUIET_SECONDS)
            stop = asyncio.create_task(ticker.stop())
            await asyncio.sleep(0)
            go_on.set()
            await stop

    asyncio.run(stopped())
    assert [record.message for record in caplog.records if record.levelno >= logging.ERROR] == []
    with database.transaction() as work:
        assert work.reminders.due(wall(), 50) == ()


@contextmanager
def ticking(
    database: Database, answers: Callable[..., Outcome], now: Callable[[], datetime] = wall
) -> Iterator[tuple[Ticker, Deliverer]]:
    """A ticker, not yet started, and the deliverer beside it, whose commits it heeds."""
    with closing(DatabaseThread()) as thread:
        files = Files({}, lambda *_: [], database, thread, wall)
        deliverer = Deliverer(
            Gateway(TOKEN, "http://127.0.0.1:9"), database, thread, Limiter(UNLIMITED), files, StaffChats({})
        )
        context = StepContext(answers, WORLD, now, "lots_bot", "sorry {}".format, StaffChats({}))
        ticker = Ticker(Handler(context), thread, deliverer, Housekeeping(database, thread, wall), ClockWatch(), now)
        deliverer.heed = ticker.heed
        yield ticker, deliverer


@pytest.mark.parametrize(
    ("zone", "after", "fires"),
    [
        ("Europe/Helsinki", "2026-11-30T06:00Z", "2026-11-30T06:30Z"),
        ("Europe/Stockholm", "2026-11-30T06:31Z", "2026-11-30T07:30Z"),
        # From Friday to Monday, over the nights in which the clocks change.
        ("Europe/Helsinki", "2026-03-27T12:00Z", "2026-03-30T05:30Z"),
        ("Europe/Stockholm", "2026-10-23T12:00Z", "2026-10-26T07:30Z"),
    ],
)
def test_the_morning_is_half_past_eight_on_each_desk_s_own_clock(zone: str, after: str, fires: str) -> None:
    found = morning_of(ZoneInfo(zone)).get_next_fire_time(None, datetime.fromisoformat(after))
    assert found == datetime.fromisoformat(fires)
