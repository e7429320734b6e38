"""What a commit took whose answer was lost is found, sent once, and counted as no doubt."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from bot.clock import wall
from bot.database_thread import DatabaseThread
from bot.sending import deliverer as deliver
from bot.sending import schedule
from bot.sending.calling.made_files import Files
from bot.sending.commit_ride import CommitRide
from bot.sending.deliverer import Deliverer
from bot.sending.in_flight import SLOW_REMEMBERED, InFlight
from bot.sending.limiter import UNLIMITED, Limiter
from bot.sending.results import Results
from bot.sending.verdict import Later
from bot.staff_groups import StaffChats
from bot.telegram.gateway import Gateway
from storage.database import Database
from storage.errors import DatabaseAway
from storage.queue_items import Parcel
from storage.unit_of_work import UnitOfWork
from tests.bot.running import TOKEN, LocalBotApi
from tests.conftest import SECRET
from tests.storage.building import outgoing


class Unanswered(Database):
    """A database that does what it is told and now and then says that it did not."""

    silent = 0

    @contextmanager
    def transaction(self) -> Iterator[UnitOfWork]:
        """Begin a transaction; after the commit of the next `silent` ones the connection is cut."""
        with super().transaction() as work:
            yield work
        if self.silent:
            self.silent -= 1
            raise DatabaseAway("The connection was cut.")


def claimed(database: Database, *chats: int) -> None:
    with database.transaction() as work:
        work.outbox.add([outgoing(chat) for chat in chats])
        work.outbox.claim(wall(), len(chats))


def look(database: Database, hand: InFlight, *results: Results) -> int:
    """Let a ride look once; return how many messages were put back."""
    ride = CommitRide(database, wall(), *results, look_for_dead=True, suspected=hand.suspected())
    ride.alone()
    hand.let_go(ride.results.rows())
    hand.looked(ride.under_way)
    return ride.orphaned


def again(database: Database) -> list[tuple[int, int, int]]:
    with database.transaction() as work:
        return [(item.seq, item.attempts, item.doubts) for item in work.outbox.claim(wall(), 9)]


async def delivered(telegram: LocalBotApi, database_url: str, people: Sequence[int]) -> set[tuple[str, int, int]]:
    """Deliver a message to each, though the commit that takes them is not answered.

    Return the states in which messages stand in the end, with their attempts and doubts.
    """
    thread, gateway = DatabaseThread(), Gateway(TOKEN, telegram.url)
    database = Unanswered.open(database_url, SECRET)
    database.upgrade()
    with database.transaction() as work:
        work.outbox.add([outgoing(person) for person in people])
    database.silent = 1
    await gateway.open()
    files = Files({}, lambda *_: [], database, thread, wall)
    deliverer = Deliverer(gateway, database, thread, Limiter(UNLIMITED), files, StaffChats({}))
    delivering = asyncio.create_task(deliverer.run())
    await asyncio.to_thread(telegram.wait, lambda: all(telegram.said(person) for person in people))
    deliverer.stop()
    await delivering
    with database.transaction() as work:
        rows = work._connection.execute(text("SELECT state, attempts, doubts FROM outbox")).all()
    await gateway.close()
    thread.close()
    database.close()
    return {tuple(row) for row in rows}


def test_what_nobody_was_given_is_put_back_at_the_second_look_without_a_doubt(database: Database) -> None:
    claimed(database, 1, 2, 3)
    hand = InFlight()
    hand.take(Parcel(2, "sendMessage", {}, seq=2))

    assert [look(database, hand) for _ in range(4)] == [0, 2, 0, 0]
    assert again(database) == [(1, 2, 0), (3, 2, 0)]


def test_what_is_heard_of_between_two_looks_is_left_alone(database: Database) -> None:
    claimed(database, 1)
    hand = InFlight()
    looks = [look(database, hand)]
    hand.take(Parcel(1, "sendMessage", {}, seq=1))

    assert [*looks, look(database, hand), look(database, hand)] == [0, 0, 0]
    assert again(database) == []


def test_what_was_sent_is_ours_until_that_is_written_down(database: Database) -> None:
    claimed(database, 1, 2)
    hand = InFlight()
    hand.take(Parcel(1, "sendMessage", {}, seq=1))
    hand.take(Parcel(2, "sendMessage", {}, seq=2))
    looks = [look(database, hand), look(database, hand)]

    assert [*looks, look(database, hand, Results(sent={1: 500}, later={2: Later(wall(), "")}))] == [0, 0, 0]
    assert again(database) == [(2, 2, 0)]
    assert [look(database, hand), look(database, hand)] == [0, 1]


def test_a_claim_that_was_made_anew_is_not_the_one_under_suspicion(database: Database) -> None:
    claimed(database, 1)
    hand = InFlight()
    looks = [look(database, hand)]
    with database.transaction() as work:
        work.outbox.retry(1, wall(), "")
    assert again(database) == [(1, 2, 0)]

    assert [*looks, look(database, hand), look(database, hand)] == [0, 0, 1]


def test_bulk_is_in_hand_until_it_is_written_down_or_known_to_be_slow() -> None:
    hand = InFlight()
    first, second, answer = (Parcel(chat, "sendMessage", {}, seq=chat, bulk=chat < 3) for chat in (1, 2, 3))
    for parcel in (first, second, answer):
        hand.take(parcel)
        hand.begun(parcel)
    hand.became_slow(first)
    hand.tried(second)
    assert (hand.bulk, hand.chats, hand.waiting, hand.slow) == ({2}, {1, 3}, set(), {1})
    hand.let_go([2])
    assert hand.bulk == set()


@pytest.mark.parametrize(("seconds", "places"), [(0.005, 2), (0.05, 3), (0.1, 4), (0.25, 6), (12.0, 6)])
def test_bulk_has_as_many_places_as_keep_telegrams_pace(seconds: float, places: int) -> None:
    hand, parcel = InFlight(), Parcel(1, "sendMessage", {}, seq=1)
    for _ in range(40):
        hand.take(parcel)
        hand.ended(parcel, seconds)
    assert hand.bulk_places() == places


def test_a_chat_is_remembered_as_slow_until_it_is_not_and_only_so_many_are() -> None:
    hand = InFlight()
    calls = [Parcel(chat, "sendMessage", {}, seq=chat) for chat in range(SLOW_REMEMBERED + 1)]
    for call in calls:
        hand.ended(call, 12.0)
    hand.ended(calls[7], 0.05)
    assert [hand.was_slow(chat) for chat in (0, 1, 7, SLOW_REMEMBERED)] == [False, True, False, True]


def test_messages_taken_in_a_commit_without_an_answer_are_sent_once(
    telegram: LocalBotApi, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule, "LOOK_FOR_DEAD_SECONDS", 0.05)
    monkeypatch.setattr(schedule, "LOOK_AGAIN_SECONDS", 0.05)
    monkeypatch.setattr(deliver, "DATABASE_PAUSE_SECONDS", 0.0)
    people = [telegram.person(f"P{number}") for number in range(20)]
    for person in people:
        telegram.write(person, "hej")
    telegram.fault("delay_before", method="sendMessage", chat=people[7], seconds=1)  # longer than two looks
    ended = asyncio.run(delivered(telegram, database_url, people))

    assert ended == {("sent", 2, 0)}
    assert [telegram.said(person) for person in people] == [["hej"]] * 20
