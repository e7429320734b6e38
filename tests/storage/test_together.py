"""Several processes on one PostgreSQL: each chat, reminder and message belongs to one of them at a time."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from storage.database import Database
from storage.errors import LostRace, TryAgain
from storage.unit_of_work import UnitOfWork
from tests.conftest import SECRET
from tests.storage.building import NOW, a_case, a_reminder, a_session, outgoing, received

pytestmark = pytest.mark.timeout(120)


def test_all_processes_may_prepare_the_tables_at_once(postgresql_url: str) -> None:
    opened = [Database.open(postgresql_url, SECRET) for _ in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(Database.upgrade, opened))
    for database in opened:
        with database.transaction() as work:
            assert work.inbox.counts() == {"waiting": 0, "failed": 0}
        database.close()


def test_a_chat_belongs_to_one_worker_until_it_commits(processes: tuple[Database, ...]) -> None:
    first, second, *_ = processes
    with first.transaction() as work:
        work.inbox.remember([received(1, chat=1), received(2, chat=1), received(3, chat=2)])
    with first.transaction() as mine:
        taken = [item.update_id for item in mine.inbox.claim(1)]
        with second.transaction() as work:
            work.inbox.remember([received(4, chat=1)])
            others = [item.update_id for item in work.inbox.claim(10)]
            work.inbox.finish([3])
        mine.inbox.finish([1])
    with second.transaction() as work:
        rest = [item.update_id for item in work.inbox.claim(10)]
    assert (taken, others, rest) == ([1], [3], [2])


def test_what_a_worker_gave_up_is_there_for_the_next(processes: tuple[Database, ...]) -> None:
    first, second, *_ = processes
    with first.transaction() as work:
        work.inbox.remember([received(1)])
    with pytest.raises(ZeroDivisionError), first.transaction() as work:
        work.inbox.finish([1 // len(work.inbox.claim(5)[1:])])
    with second.transaction() as work:
        assert len(work.inbox.claim(5)) == 1


def test_many_workers_handle_each_update_once_and_each_chat_in_order(processes: tuple[Database, ...]) -> None:
    with processes[0].transaction() as work:
        work.inbox.remember([received(number, chat=number % 7) for number in range(400)])
    _all_at_once(processes, _handle_some)
    with processes[0].transaction() as work:
        sessions = work.sessions.load([(chat, chat) for chat in range(7)])
        assert work.inbox.counts() == {"waiting": 0, "failed": 0}
    heard = {chat: session.form.split() for (chat, _), session in sessions.items()}
    assert heard == {chat: [str(number) for number in range(400) if number % 7 == chat] for chat in range(7)}


def _handle_some(work: UnitOfWork) -> int:
    """Write each update's number into its chat's session."""
    batch = work.inbox.claim(9)
    known = work.sessions.load((item.chat, item.chat) for item in batch)
    for item in batch:
        key = (item.chat, item.chat)
        draft = known[key].form if key in known else ""
        known[key] = a_session(item.chat, form=f"{draft} {item.update_id}")
    work.sessions.save(known.values())
    work.inbox.finish([item.seq for item in batch])
    return work.inbox.counts()["waiting"]


def test_many_processes_send_each_message_once_and_each_chat_in_order(processes: tuple[Database, ...]) -> None:
    sent: list[tuple[int, int]] = []
    with processes[0].transaction() as work:
        work.outbox.add([outgoing(number % 5, str(number)) for number in range(200)])

    def deliver(database: Database) -> None:
        for _ in range(1000):
            with database.transaction() as work:
                parcels = work.outbox.claim(NOW, 3)
            sent.extend((parcel.chat, int(parcel.payload["text"])) for parcel in parcels)
            with database.transaction() as work:
                work.outbox.sent({parcel.seq: 1 for parcel in parcels})
                if not (work.outbox.counts()["pending"] or work.outbox.counts()["sending"]):
                    return

    with ThreadPoolExecutor(len(processes)) as pool:
        list(pool.map(deliver, processes))
    by_chat = {chat: [number for where, number in sent if where == chat] for chat in range(5)}
    assert by_chat == {chat: [number for number in range(200) if number % 5 == chat] for chat in range(5)}


def test_each_reminder_fires_in_one_process(processes: tuple[Database, ...]) -> None:
    with processes[0].transaction() as work:
        plans = {f"p{number}": [a_reminder(f"{number:03}", chat=number, subject=f"p{number}")] for number in range(200)}
        work.reminders.plan_all(plans)
    _all_at_once(processes, _fire_some)
    with processes[0].transaction() as work:
        keys = [parcel.key for parcel in work.outbox.claim(NOW, 1)]
        assert (keys, work.outbox.counts()["pending"]) == (keys[:1], 199)


def _fire_some(work: UnitOfWork) -> int:
    due = work.reminders.due(NOW, 7)
    work.reminders.fired([reminder.key for reminder in due], NOW)
    written = work.outbox.add([outgoing(key=reminder.key) for reminder in due])
    assert written == len(due)
    return 1 if work.reminders.next_due() else 0


def test_of_fifty_claims_of_a_case_one_wins(processes: tuple[Database, ...]) -> None:
    with processes[0].transaction() as work:
        work.cases.save(a_case(), 0)

    def claim(number: int) -> bool:
        with processes[number % 4].transaction() as work:
            case = work.cases.by_reference(["VA-7K3M"])["VA-7K3M"]
            if not case.owner:
                work.cases.save(a_case(owner=number + 1, version=case.version + 1), case.version)
            return not case.owner

    with ThreadPoolExecutor(4) as pool:
        won = list(pool.map(claim, range(50)))
    assert won.count(True) == 1


def test_a_session_that_another_process_changed_is_a_lost_race(processes: tuple[Database, ...]) -> None:
    first, second, *_ = processes
    with pytest.raises(LostRace):
        _overtaken(first, second)
    with first.transaction() as work:
        assert work.sessions.load([(1, 1)]) == {(1, 1): a_session(form="den andra")}


def _overtaken(first: Database, second: Database) -> None:
    with first.transaction() as mine:
        mine.sessions.load([(1, 1)])
        with second.transaction() as work:
            work.sessions.save([a_session(form="den andra")])
        mine.sessions.save([a_session(form="den ena")])


def test_two_that_wait_for_each_other_are_told_to_try_again(processes: tuple[Database, ...]) -> None:
    with processes[0].transaction() as work:
        work.cases.save(a_case("A"), 0)
        work.cases.save(a_case("B"), 0)
    both = threading.Barrier(2)

    def lock(order: tuple[Database, str, str]) -> str:
        database, one, other = order
        try:
            with database.transaction() as work:
                work.cases.by_reference([one])
                both.wait(20)
                work.cases.by_reference([other])
        except TryAgain:
            return "again"
        return "done"

    with ThreadPoolExecutor(2) as pool:
        ends = sorted(pool.map(lock, [(processes[0], "A", "B"), (processes[1], "B", "A")]))
    assert ends == ["again", "done"]


def test_a_slow_process_does_not_judge_what_another_now_sends(processes: tuple[Database, ...]) -> None:
    slow, heir, *_ = processes
    with slow.transaction() as work:
        work.outbox.add([outgoing()])
        work.outbox.claim(NOW, 1)
    with heir.transaction() as work:
        work.outbox.recover(NOW + timedelta(minutes=11))
        work.outbox.retry(1, NOW, "once more")
        work.outbox.claim(NOW, 1)
    with slow.transaction() as work:
        work.outbox.retry(1, NOW, "time-out")
        assert work.outbox.counts()["sending"] == 1
        work.outbox.sent({1: 500})
        assert work.outbox.counts()["sending"] == 0


def _all_at_once(processes: tuple[Database, ...], some: Callable[[UnitOfWork], int]) -> None:
    """Let every process do some of the work, in transactions, until nothing is left."""

    def work_on(database: Database) -> None:
        for _ in range(1000):
            with database.transaction() as work:
                left = some(work)
            if not left:
                return

    with ThreadPoolExecutor(len(processes)) as pool:
        list(pool.map(work_on, processes))
