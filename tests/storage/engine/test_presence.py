"""One process fetches updates, and what a process holds is free when it is gone."""

import time
from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from storage.database import Database
from storage.engine import silence
from tests.conftest import SECRET
from tests.storage.building import NOW, outgoing
from tests.storage.engine.deaths import end


def test_one_process_polls_until_it_goes(processes: tuple[Database, ...]) -> None:
    first, second, third, _ = processes
    assert [first.poller_lock(), second.poller_lock(), first.poller_lock()] == [True, False, True]
    first.close()
    assert [third.poller_lock(), second.poller_lock(), third.poller_lock()] == [True, False, True]


def test_messages_of_a_living_process_are_left_to_it(processes: tuple[Database, ...]) -> None:
    first, second, *_ = processes
    with first.transaction() as work:
        work.outbox.add([outgoing()])
        work.outbox.claim(NOW, 1)
    with second.transaction() as work:
        assert work.outbox.recover(NOW + timedelta(seconds=1)) == ()
        assert work.outbox.next_void is None
        assert work.outbox.recover(NOW + timedelta(minutes=9)) == ()
        assert [item.seq for item in work.outbox.recover(NOW + timedelta(minutes=11))] == [1]


@pytest.mark.parametrize(
    ("seconds", "left", "next_void"), [(2, [], NOW + timedelta(seconds=3)), (4, [1], None), (-60, [1], None)]
)
def test_messages_of_a_dead_process_are_recovered_after_a_moment_and_that_is_known_before(
    processes: tuple[Database, ...], seconds: int, left: list[int], next_void: datetime | None
) -> None:
    first, second, *_ = processes
    with first.transaction() as work:
        work.outbox.add([outgoing()])
        work.outbox.claim(NOW, 1)
    end(first, second)
    with second.transaction() as work:
        assert [item.seq for item in work.outbox.recover(NOW + timedelta(seconds=seconds))] == left
        assert work.outbox.next_void == next_void


def test_who_stands_still_neither_fetches_nor_keeps_what_it_had_in_hand(
    postgresql_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(silence, "SILENT_SECONDS", 0.3)
    still = Database.open(postgresql_url, SECRET)
    still.upgrade()
    assert still.poller_lock()
    with still.transaction() as work:
        work.outbox.add([outgoing()])
        work.outbox.claim(NOW, 1)
    monkeypatch.undo()
    other = Database.open(postgresql_url, SECRET)
    while not other.poller_lock():
        time.sleep(0.02)

    with other.transaction() as work:
        assert [item.seq for item in work.outbox.recover(NOW + timedelta(seconds=4))] == [1]
    assert not still.poller_lock()
    still.close()
    other.close()


def test_the_server_is_told_to_notice_when_a_machine_is_gone(processes: tuple[Database, ...]) -> None:
    life = processes[0]._presence._alive()
    told = life.execute(
        text("SELECT name FROM pg_settings WHERE source = 'session' AND name = ANY(:names)"),
        {"names": [*silence.GONE, silence.SILENT]},
    )
    assert sorted(told.scalars()) == sorted([*silence.GONE, silence.SILENT])


def test_what_a_process_that_stands_still_has_open_goes_when_its_other_locks_do(
    processes: tuple[Database, ...],
) -> None:
    with processes[0].transaction() as work:
        shown = work._connection.exec_driver_sql("SHOW idle_in_transaction_session_timeout").scalar_one()
    assert shown == f"{silence.SILENT_SECONDS:.0f}s"
