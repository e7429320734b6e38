"""What delivery wants goes along in the first commit that is answered, once, and the deliverer settles it."""

import asyncio
from contextlib import suppress
from datetime import timedelta

import pytest

from bot.clock import wall
from bot.database_thread import DatabaseThread
from bot.sending.calling.made_files import Files
from bot.sending.calling.taken import Taken
from bot.sending.commit_ride import CommitRide
from bot.sending.deliverer import Deliverer
from bot.sending.limiter import UNLIMITED, Limiter
from bot.sending.results import Results
from bot.staff_groups import StaffChats
from bot.telegram.gateway import Gateway
from dialogs.records.letters.letter import Letter
from dialogs.records.proposal import Proposal
from storage.database import Database
from storage.errors import StorageError, TryAgain
from storage.queue_items import Mail, MailToSend, Outgoing, Parcel
from tests.bot.running import TOKEN
from tests.storage.building import NOW, a_reminder, outgoing

NOWHERE = "http://127.0.0.1:9"


def states(database: Database) -> dict[str, int]:
    with database.transaction() as work:
        return {state: count for state, count in work.outbox.counts().items() if count}


def taken(ride: CommitRide) -> list[int]:
    return [item.parcel.chat for item in (*ride.from_queue, *ride.at_once)]


def undone(ride: CommitRide, *messages: Outgoing) -> None:
    with suppress(ZeroDivisionError), ride.transaction() as work:
        ride.send(work, messages)
        raise ZeroDivisionError


def test_a_ride_that_was_undone_goes_along_anew(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing(1), outgoing(2)])
        work.outbox.claim(wall(), 1)
    ride = CommitRide(database, wall(), Results(sent={1: 500}), free=9, look=True)
    undone(ride, outgoing(3))
    assert (ride.committed, states(database)) == (False, {"pending": 1, "sending": 1})

    with ride.transaction() as work:
        ride.send(work, [outgoing(4), outgoing(4)])
    assert (ride.committed, taken(ride), ride.more_waiting) == (True, [2, 4], {4})
    assert states(database) == {"sending": 2, "pending": 1}


def test_the_transactions_after_the_first_commit_are_bare(database: Database) -> None:
    ride = CommitRide(database, wall(), free=9, look=True)
    ride.alone()
    with database.transaction() as work:
        work.outbox.add([outgoing(1)])
    with ride.transaction() as work:
        ride.send(work, [outgoing(2)])
    undone(ride, outgoing(3))

    assert (ride.committed, taken(ride), ride.more_waiting) == (True, [], {2, 3})
    assert states(database) == {"pending": 2}


def test_what_waits_goes_when_the_clock_was_put_back(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing(1), outgoing(2)])
        work.outbox.claim(wall(), 1)
        work.outbox.retry(1, wall() + timedelta(minutes=20), "500")
    rides = [CommitRide(database, wall(), free=9, look=True, hasten=hasten) for hasten in (False, True)]
    for ride in rides:
        ride.alone()

    assert [taken(ride) for ride in rides] == [[2], [1]]


def test_a_commit_for_nobody_else_tells_what_waits_when_there_was_nothing_to_take(database: Database) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing(1)])
    told, now = [], wall()
    for free in (1, 0, 1):
        ride = CommitRide(database, now, free=free, bulk=1, look=True)
        ride.alone()
        told.append((taken(ride), ride.found_nothing, ride.next_try))
    with ride.transaction() as work:
        work.outbox.retry(1, now + timedelta(minutes=1), "429")
    last = CommitRide(database, now, free=1, bulk=1, look=True)
    last.alone()

    assert told == [([1], False, None), ([], False, None), ([], True, None)]
    assert (last.found_nothing, last.next_try) == (True, now + timedelta(minutes=1))


def test_a_ride_tells_the_earliest_reminder_that_was_planned_in_it(database: Database) -> None:
    early, late = NOW, NOW + timedelta(days=1)
    ride = CommitRide(database, wall())
    for due in (late, early):
        with ride.transaction() as work:
            work.reminders.plan(f"p{due}", [a_reminder(f"{due}", due=due)])
    with suppress(ZeroDivisionError), ride.transaction() as work:
        work.reminders.plan("undone", [a_reminder("undone", due=early - timedelta(days=1))])
        raise ZeroDivisionError

    assert ride.next_reminder == early


def deliverer(database: Database) -> Deliverer:
    thread = DatabaseThread()
    files = Files({}, lambda *_: [], database, thread, wall)
    return Deliverer(Gateway(TOKEN, NOWHERE), database, thread, Limiter(UNLIMITED), files, StaffChats({}))


def test_a_letter_that_a_commit_lets_wait_wakes_the_mailer_and_one_that_was_undone_does_not(database: Database) -> None:
    woken: list[str] = []

    async def rides() -> None:
        delivering = deliverer(database)
        for name in ("undone", "kept", "without"):
            delivering.wake_mailer = lambda name=name: woken.append(name)
            with suppress(ZeroDivisionError), delivering.ride() as ride, ride.transaction() as work:
                work.mails.add([letter(name)] if name != "without" else [], NOW)
                1 / (name != "undone")

    asyncio.run(rides())
    assert woken == ["kept"]


def letter(name: str) -> MailToSend:
    content = Letter("registrator@stad.example", "Förslag", "Hej,\n", "Kafe_e-post", "sv")
    return MailToSend(name, 1, "p1", None, Mail(content, Proposal("p1", 1, "vasa", "r1", "sv")))


def test_results_of_a_ride_without_a_commit_are_kept_for_the_next(database: Database) -> None:
    async def rides() -> tuple[list[Results], bool]:
        delivering = deliverer(database)
        delivering._results.sent[1] = 500
        with suppress(TryAgain), delivering.ride() as first:
            raise TryAgain
        delivering._results.sent[2] = 501
        with delivering.ride() as second:
            second.alone()
        with delivering.ride() as third:
            pass
        return [first.results, second.results, third.results], second.look

    assert asyncio.run(rides()) == ([Results(sent={1: 500}), Results(sent={1: 500, 2: 501}), Results()], True)


def test_what_a_ride_took_is_sent_though_the_batch_fails_after_the_commit(database: Database) -> None:
    async def sent() -> list[Taken]:
        delivering = deliverer(database)
        with suppress(StorageError), delivering.ride() as ride:
            with ride.transaction() as work:
                ride.send(work, [outgoing(1)])
            raise StorageError
        return [delivering._senders.to_send.get_nowait()]

    (first,) = asyncio.run(sent())
    assert first == Taken(Parcel(1, outgoing(1).method, outgoing(1).payload, seq=1))


def test_what_could_not_be_dealt_with_is_left_in_doubt_and_its_chat_goes_on(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def taken_next() -> list[int]:
        delivering = deliverer(database)
        monkeypatch.setattr(delivering, "_note", lambda *_: 1 // 0)
        with delivering.ride() as ride, ride.transaction() as work:
            ride.send(work, [outgoing(1), outgoing(1)])
        await delivering._deliver(delivering._senders.to_send.get_nowait(), lambda: None)
        with delivering.ride() as ride:
            ride.alone()
        return taken(ride)

    assert asyncio.run(taken_next()) == [1]
    assert states(database) == {"ambiguous": 1, "sending": 1}


def test_a_commit_that_somebody_else_makes_is_a_round_of_the_deliverer(database: Database) -> None:
    async def beats() -> list[bool]:
        delivering = deliverer(database)
        with suppress(TryAgain), delivering.ride():
            raise TryAgain
        before = delivering.pulse.good_at
        with delivering.ride() as ride:
            ride.alone()
        return [before is not None, delivering.pulse.good_at is not None]

    assert asyncio.run(beats()) == [False, True]
