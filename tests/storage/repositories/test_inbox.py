"""Updates are taken once, in order, and leave nothing of what they said."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.queue_items import Failed, Received, Waiting
from tests.storage.building import NOW, received


def waiting(seq: int, update: Received) -> Waiting:
    return Waiting(seq, update.update_id, update.chat, update.body, update.at)


def test_updates_wait_in_the_order_they_came(database: Database) -> None:
    updates = [received(907, chat=2), received(5, chat=1), received(908, chat=2)]
    with database.transaction() as work:
        assert work.inbox.remember(updates) == 3
    with database.transaction() as work:
        assert work.inbox.claim(10) == tuple(waiting(seq, update) for seq, update in enumerate(updates, 1))


def test_a_batch_stops_at_its_limit_and_goes_on(database: Database) -> None:
    with database.transaction() as work:
        work.inbox.remember([received(number, chat=number % 3) for number in range(10)])
    seen = []
    for _ in range(3):
        with database.transaction() as work:
            batch = work.inbox.claim(4)
            work.inbox.finish([item.seq for item in batch])
            seen.append([item.update_id for item in batch])
    assert seen == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]


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
        assert [item.seq for item in work.inbox.claim(5)] == [1, 2]


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
