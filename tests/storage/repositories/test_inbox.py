"""Updates are taken once, in order, and leave nothing of what they said."""

import itertools
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from storage.database import Database
from storage.queue_items import Failed, Received, Waiting
from storage.repositories.inbox import BEFORE_ALL
from tests.storage.building import NOW, received

NUMBERS = itertools.count()
"""A new number for each update of each example."""


def waiting(seq: int, update: Received) -> Waiting:
    return Waiting(seq, update.update_id, update.chat, update.body, update.at)


def turn(database: Database, limit: int, after: int = BEFORE_ALL) -> list[tuple[int, int]]:
    """Handle what a claim gives; return chat and number of each."""
    with database.transaction() as work:
        batch = work.inbox.claim(limit, after)
        work.inbox.finish([item.seq for item in batch])
    return [(item.chat, item.update_id) for item in batch]


def test_each_chat_gives_its_oldest_update(database: Database) -> None:
    updates = [received(907, chat=2), received(5, chat=1), received(908, chat=2), received(9, chat=-4)]
    with database.transaction() as work:
        assert work.inbox.remember(updates) == 4
    with database.transaction() as work:
        assert work.inbox.claim(10) == (waiting(4, updates[3]), waiting(2, updates[1]), waiting(1, updates[0]))


def test_turns_go_round_the_chats_from_the_one_served_last(database: Database) -> None:
    with database.transaction() as work:
        work.inbox.remember([received(number, chat=number % 3) for number in range(7)])
    assert turn(database, 2) == [(0, 0), (1, 1)]
    assert turn(database, 2, after=1) == [(2, 2), (0, 3)]
    assert turn(database, 9, after=0) == [(1, 4), (2, 5), (0, 6)]
    assert turn(database, 9, after=0) == []


def test_a_chat_that_is_left_out_takes_nobodys_place(database: Database) -> None:
    with database.transaction() as work:
        work.inbox.remember([received(chat, chat) for chat in range(9)])
        assert [item.chat for item in work.inbox.claim(1, without=range(5))] == [5]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(st.lists(st.integers(-3, 3), max_size=20), st.integers(1, 5))
def test_between_two_turns_of_a_chat_everybody_else_who_waits_has_one(
    sqlite: Database, chats: list[int], limit: int
) -> None:
    with sqlite.transaction() as work:
        work.inbox.remember([received(number, chat) for number, chat in zip(NUMBERS, chats, strict=False)])
    served: list[tuple[int, int]] = []
    while batch := turn(sqlite, limit, served[-1][0] if served else BEFORE_ALL):
        served += batch

    order = [chat for chat, _ in served]
    assert (sorted(order), [sorted(its) for its in by_chat(served)]) == (sorted(chats), by_chat(served))
    for chat, place in ((chat, place) for place, chat in enumerate(order) if chat in order[place + 1 :]):
        between, waits = order[place + 1 : order.index(chat, place + 1)], set(order[place + 1 :]) - {chat}
        assert sorted(between) == sorted(waits)


def by_chat(served: list[tuple[int, int]]) -> list[list[int]]:
    """The numbers of each chat in the order in which they were served."""
    return [[number for its, number in served if its == chat] for chat in sorted({chat for chat, _ in served})]


def test_the_same_update_is_taken_once_by_whichever_way_it_comes(database: Database) -> None:
    again = Received(7, 1, '{"text":"hej",\n"update_id":7}', NOW)
    with database.transaction() as work:
        assert (work.inbox.remember([received(7)]), work.inbox.remember([again, received(8)])) == (1, 1)
        work.inbox.finish([1])
        assert work.inbox.remember([received(7)]) == 0


def test_a_number_that_telegram_used_before_does_not_swallow_a_new_update(database: Database) -> None:
    with database.transaction() as work:
        work.inbox.remember([received(7, text="hej")])
        work.inbox.finish([1])
        assert work.inbox.remember([received(7, text="en annan dag")]) == 1
        assert [item.body for item in work.inbox.claim(5)] == [received(7, text="en annan dag").body]


@pytest.mark.parametrize("body", ["", "{", "\ud83d", '{"a": 1e999}', "[" * 2000, '{"a": "\\ud800"}'])
def test_what_is_no_json_is_stored_as_it_came(database: Database, body: str) -> None:
    with database.transaction() as work:
        work.inbox.remember([Received(1, 0, body, NOW)])
        assert [item.body for item in work.inbox.claim(1)] == [body]


def test_a_handled_update_leaves_only_its_number(database: Database) -> None:
    with database.transaction() as work:
        work.inbox.remember([received(7, chat=4711)])
        work.inbox.finish([1])
        row = work._connection.execute(text("SELECT update_id, chat, body, state FROM inbox")).one()
    assert tuple(row) == (7, 0, None, "done")


def test_a_failed_update_is_kept_with_its_reason_until_it_is_let_in_again(database: Database) -> None:
    update = received(7)
    with database.transaction() as work:
        work.inbox.remember([update, received(8)])
        work.inbox.fail(1, "KeyError: 'från'")
    with database.transaction() as work:
        assert work.inbox.counts() == {"waiting": 1, "failed": 1}
        assert work.inbox.failed() == (Failed(1, 7, 1, update.body, NOW, "KeyError: 'från'"),)
        assert [item.seq for item in work.inbox.claim(5)] == [2]
        assert work.inbox.requeue([1, 2]) == 1
        assert [item.seq for item in work.inbox.claim(5)] == [1]


def test_a_handled_update_cannot_fail_afterwards(database: Database) -> None:
    with database.transaction() as work:
        work.inbox.remember([received(7)])
        work.inbox.finish([1])
        work.inbox.fail(1, "too late")
        assert work.inbox.counts() == {"waiting": 0, "failed": 0}


def test_nothing_is_taken_when_the_transaction_fails(database: Database) -> None:
    with database.transaction() as work:
        work.inbox.remember([received(7)])
    with pytest.raises(ZeroDivisionError):
        _finish_and_fail(database)
    with database.transaction() as work:
        assert len(work.inbox.claim(1)) == 1


def _finish_and_fail(database: Database) -> None:
    with database.transaction() as work:
        work.inbox.finish([1 // 0 for item in work.inbox.claim(1) if not work.inbox.finish([item.seq])])


def test_the_offset_is_none_at_first_and_may_go_down(database: Database) -> None:
    seen = []
    with database.transaction() as work:
        seen.append(work.inbox.offset())
        for offset in (870_000_001, 12):
            work.inbox.set_offset(offset)
            seen.append(work.inbox.offset())
    assert seen == [None, 870_000_001, 12]


def test_old_numbers_are_purged_in_portions_and_nothing_else(database: Database) -> None:
    old = NOW - timedelta(days=8)
    with database.transaction() as work:
        work.inbox.remember([received(number, at=old) for number in range(6)] + [received(6), received(7, at=old)])
        work.inbox.finish([1, 2, 3, 4, 5, 7])
        work.inbox.fail(6, "kept")
        before = NOW - timedelta(days=7)
        assert [work.inbox.purge(before, 3), work.inbox.purge(before, 3), work.inbox.purge(before, 3)] == [3, 2, 0]
        assert work.inbox.counts() == {"waiting": 1, "failed": 1}


def test_empty_batches_do_nothing(database: Database) -> None:
    with database.transaction() as work:
        assert (work.inbox.remember([]), work.inbox.claim(5), work.inbox.finish([]), work.inbox.requeue([])) == (
            0,
            (),
            None,
            0,
        )
