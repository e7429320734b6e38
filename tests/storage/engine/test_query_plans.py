"""Every query between a message and its answer goes by an index, and a batch takes a handful of statements."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import event, text

from dialogs.records.thread import Thread, Topics
from storage.database import Database
from storage.engine.running.executor import Executor
from storage.queue_items import Kind
from storage.unit_of_work import UnitOfWork
from tests.storage.building import (
    NOW,
    a_case,
    a_correction,
    a_proposal,
    a_reminder,
    a_session,
    outgoing,
    received,
    said,
)

ROWS = 20_000
SERIES = f"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS})"
FILLING = """
INSERT INTO inbox (update_id, fingerprint, chat, at, state) SELECT i, :blob, 0, :now, 'done' FROM n;
INSERT INTO sessions (chat, "user", version, data) SELECT i + 1000, i + 1000, 1, :blob FROM n;
INSERT INTO proposals (id, chat, municipality, round, data) SELECT 'x' || i, i + 1000, 'v', 'r', :blob FROM n;
INSERT INTO cases (reference, chat, municipality, state, version, data)
    SELECT 'x' || i, i + 1000, 'v', 'new', 1, :blob FROM n;
INSERT INTO messages (reference, data) SELECT 'x' || i, :blob FROM n;
INSERT INTO reminders (key, chat, kind, subject, due_at, wall, about)
    SELECT 'x' || i, i + 1000, 'k', 's' || i, :later, '', '' FROM n;
INSERT INTO outbox (chat, rank, about, card, state, claimed_at, data)
    SELECT 0, 0, '', false, 'sent', :now, :blob FROM n;
INSERT INTO posts (chat, message_id, about, card, offers) SELECT i + 1000, i, 'x' || i, true, :blob FROM n;
INSERT INTO corrections (id, chat, day, data) SELECT 'x' || i, i + 1000, '2030-01-01', :blob FROM n;
INSERT INTO threads (chat, reference, number, title, closed, failed) SELECT -1000, 'x' || i, i, 't', false, 0 FROM n;
INSERT INTO groups (chat, topics) SELECT -1000 - i, 'none' FROM n
"""

TOPIC = Thread(-1000, "x7", 7, "x7")
Asking = Callable[[UnitOfWork], object]
HOT: dict[str, Asking] = {
    "remember": lambda work: work.inbox.remember([received(number) for number in range(100_000, 100_100)]),
    "claim": lambda work: work.inbox.claim(100),
    "claim of others": lambda work: work.inbox.claim(100, without=(1, 2)),
    "finish": lambda work: work.inbox.finish(range(1, 101)),
    "counts": lambda work: (work.inbox.counts(), work.outbox.counts()),
    "vital signs": lambda work: (work.vital_signs(NOW), work.write_proof(NOW)),
    "sessions": lambda work: work.sessions.load([(chat, chat) for chat in range(1, 101)]),
    "sessions saved": lambda work: (work.sessions.load([(1, 1)]), work.sessions.save([a_session(1), a_session(2)])),
    "proposals": lambda work: work.proposals.of(range(1, 101)),
    "cases": lambda work: (work.cases.of(range(1, 101)), work.cases.by_reference(["A", "B"])),
    "open cases": lambda work: work.cases.open_in("vasa", 50),
    "newest cases": lambda work: work.cases.newest_in("vasa", 50),
    "a portion of all cases": lambda work: (work.cases.portion("vasa", "", 50), work.cases.said_in(["A"])),
    "a portion of all drafts": lambda work: work.proposals.portion("vasa", "", 50),
    "cases without a card": lambda work: work.cases.unshown("vasa", -100, 11),
    "refused there": lambda work: work.outbox.take_refused(1),
    "case saved": lambda work: work.cases.save(a_case("A", version=1), 0),
    "references": lambda work: work.cases.unused(["C", "D"]),
    "posts": lambda work: (work.posts.of([(1, 500), (2, 501)]), work.posts.cards(["A"])),
    "reminders due": lambda work: (work.reminders.due(NOW, 100), work.reminders.next_due()),
    "reminders of one chat": lambda work: work.reminders.due(NOW, 1),
    "reminders postponed": lambda work: work.reminders.postpone([a_reminder()]),
    "reminders planned": lambda work: work.reminders.plan("p1", [a_reminder()]),
    "reminders fired": lambda work: work.reminders.fired(["a", "b"], NOW),
    "sending": lambda work: (work.outbox.add([outgoing()]), work.outbox.claim(NOW, 100)),
    "handing over": lambda work: work.outbox.add_and_claim([outgoing(chat) for chat in range(1, 33)], NOW, 64),
    "to a group": lambda work: work.outbox.add([outgoing(-1, about="A"), outgoing(-1)]),
    "hastened": lambda work: work.outbox.hasten(NOW),
    "sent": lambda work: work.outbox.sent({ROWS + 1: 900}),
    "own claims": lambda work: (work.outbox.under_way(), work.outbox.put_back([1], NOW)),
    "recover": lambda work: work.outbox.recover(NOW),
    "purge": lambda work: (
        work.inbox.purge(NOW, ROWS),
        work.outbox.purge(NOW, ROWS),
        work.corrections.purge(NOW.date(), ROWS),
    ),
    "corrections": lambda work: (work.corrections.save([a_correction()]), work.corrections.erase(1, "c1")),
    "topics of cases": lambda work: (work.threads.of([(-1000, "x7")]), work.threads.at([(-1000, 7)])),
    "topics of groups": lambda work: (work.threads.topics([-1, -2]), work.threads.learn(-1, Topics.ON)),
    "a topic kept": lambda work: (work.threads.keep(TOPIC, 7), work.threads.shut(-1000, 7, closed=True)),
    "cases without a topic": lambda work: work.threads.homeless("vasa", -100, 11),
    "export": lambda work: work.everything(1),
    "erase": lambda work: work.erase(1),
}


@pytest.fixture
def large(database: Database) -> Database:
    """A database with many rows of others, and a few of ours."""
    with database.transaction() as work:
        values = {"blob": b"\x00" * 200, "now": NOW, "later": NOW.replace(year=2030)}
        for filling in FILLING.split(";"):
            work._connection.execute(text(f"{SERIES} {filling}").bindparams(**_fitting(filling, values)))
        work.inbox.remember([received(number, chat=number) for number in range(ROWS + 1, ROWS + 50)])
        work.sessions.save([a_session(1)])
        work.proposals.save([a_proposal("a")])
        work.cases.save(a_case("A"), 0)
        work.cases.add_messages([("A", said("hej"))])
        work.outbox.add([outgoing(chat, about="A", kind=Kind.CARD) for chat in range(1, 50)])
        work._connection.execute(text("ANALYZE"))
    return database


def test_hot_queries_never_read_a_whole_table(large: Database) -> None:
    slow = {}
    with large.transaction() as work:
        for name, asking in HOT.items():
            with recorded(work) as asked:
                asking(work)
            assert asked != [], name
            plans = [line for statement, values in asked for line in plan(work._connection, statement, values)]
            slow[name] = [line for line in plans if reads_everything(line)]
    assert {name: lines for name, lines in slow.items() if lines} == {}


def test_a_batch_of_a_hundred_updates_takes_few_statements(database: Database) -> None:
    with database.transaction() as work, recorded(work) as asked:
        work.inbox.remember([received(number, chat=number) for number in range(1, 101)])
    with database.transaction() as work, recorded(work) as answered:
        batch = work.inbox.claim(100)
        keys = [(item.chat, item.chat) for item in batch]
        work.sessions.load(keys)
        work.proposals.of(chat for chat, _ in keys)
        work.cases.of(chat for chat, _ in keys)
        work.sessions.save(a_session(chat) for chat, _ in keys)
        work.proposals.save(a_proposal(f"p{chat}", chat) for chat, _ in keys)
        work.outbox.add([outgoing(chat) for chat, _ in keys])
        work.inbox.finish(item.seq for item in batch)
    assert (len(asked), len(answered)) == (1, 8)


@contextmanager
def recorded(work: UnitOfWork) -> Iterator[list[tuple[str, Any]]]:
    """The statements that are sent to the database meanwhile, with one set of values each."""
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, _context: Any, many: bool) -> None:
        asked.append((statement, values[0] if many else values))

    event.listen(work._connection.connection, "before_cursor_execute", note)
    yield asked
    event.remove(work._connection.connection, "before_cursor_execute", note)


def plan(connection: Executor, statement: str, values: Any) -> list[str]:
    how = "EXPLAIN QUERY PLAN" if connection.dialect.name == "sqlite" else "EXPLAIN"
    rows = connection.exec_driver_sql(f"{how} {statement}", values).all()
    return [str(row[-1]) for row in rows]


def reads_everything(line: str) -> bool:
    """Whether a step of a plan goes through all rows of a table of ours. What waits is short, and so are the desks:
    one a municipality.
    """
    step = line.strip().removeprefix("->").strip()
    if step.startswith("Seq Scan on"):
        return not step.startswith(("Seq Scan on pg_", "Seq Scan on desks"))
    short = ("ix_inbox_waiting", "ix_inbox_failed", "ix_outbox_queue", "VIRTUAL TABLE", "CONSTANT ROW")
    ours = step.startswith("SCAN") and not step.startswith(
        ("SCAN turns", "SCAN answers", "SCAN bulk", "SCAN claimed", "SCAN newest", "SCAN desks", "SCAN sqlite_sequence")
    )
    return ours and not any(name in step for name in short)


def _fitting(filling: str, values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if f":{name}" in filling}
