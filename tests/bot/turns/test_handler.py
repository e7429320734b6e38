"""One batch, one transaction, on both databases: what follows what, and what a failure may touch."""

from datetime import datetime, timedelta
from typing import Any

from bot.turns.happening import Played
from dialogs.conversation.effects import SaveCase, SaveProposal
from dialogs.conversation.events import Event, ReminderDue
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome, Session, Snapshot
from dialogs.records.case import Case
from dialogs.records.need import Need
from dialogs.records.reminder import Reminder
from storage.database import Database
from tests.stages.alone import NOW, HandlerAlone, context, counting, outgoing, put, received


def test_two_that_arrive_under_one_number_are_each_taken_for_what_they_say(database: Database) -> None:
    handler = HandlerAlone(database, context(counting), free=50)
    handler.arrived([received(7, 1, "a"), received(7, 2, "b")], 8)
    assert [(taken.parcel.chat, taken.parcel.payload["text"]) for taken in handler.ride.at_once] == [(1, "a"), (2, "b")]


def test_what_arrives_is_stored_and_handled_in_one_go(database: Database) -> None:
    put(database, (1, "a"))
    new = [received(7, 1, "b"), received(8, 2, "x")]
    handler = HandlerAlone(database, context(counting), free=50)
    played = handler.arrived(new, 10)

    assert [(line.update, line.result) for line in played.lines] == [(1, "said"), (8, "said")]
    sent = [taken.parcel for taken in handler.ride.at_once]
    assert [(one.chat, one.payload["text"]) for one in sent] == [(1, "a"), (2, "x")]
    assert sent[0].seq < sent[1].seq
    with database.transaction() as work:
        assert (work.inbox.offset(), work.inbox.counts()) == (10, {"waiting": 1, "failed": 0})
    assert [line.update for line in handler.updates(50).lines] == [7]
    assert handler.ride.more_waiting == {1}
    with database.transaction() as work:
        work.outbox.sent({1: 500, 2: 501})
    assert outgoing(database) == [(1, "ab")]


def test_whoever_writes_a_little_waits_for_one_update_of_whoever_writes_much(database: Database) -> None:
    put(database, *((5, "a") for _ in range(40)), (3, "x"), (7, "y"))
    handler = HandlerAlone(database, context(counting))

    rounds = [[line.update for line in handler.updates(2).lines] for _ in range(4)]
    assert rounds == [[1, 41], [2, 42], [3], [4]]


def test_what_arrives_twice_is_handled_once(database: Database) -> None:
    handler = HandlerAlone(database, context(counting))
    first = handler.arrived([received(7, 1, "a")], 8)
    again = handler.arrived([received(7, 1, "a"), received(8, 2, "x")], 9)

    assert [[line.update for line in played.lines] for played in (first, again)] == [[7], [8]]


def test_what_arrives_is_kept_though_it_spoils_the_batch(database: Database) -> None:
    def step(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
        bad = event.text == "bad"  # type: ignore[union-attr]
        return Outcome(session, (Reply("x"),), (SaveProposal(object()),) if bad else ())  # type: ignore[arg-type]

    handler = HandlerAlone(database, context(step), free=50)
    assert handler.arrived([received(1, 1, "bad"), received(2, 2, "good")], 3) == Played()
    assert handler.ride.at_once == []
    with database.transaction() as work:
        assert (work.inbox.offset(), work.inbox.counts()) == (3, {"waiting": 2, "failed": 0})
    assert [line.result for line in handler.updates(50).lines] == ["failed", "said"]


def test_a_lost_race_is_run_again(database: Database) -> None:
    tries: list[int] = []

    def step(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
        assert snapshot.case is not None
        tries.append(snapshot.case.version)
        was = 7 if len(tries) < 3 else snapshot.case.version  # as if somebody else had been faster
        case = snapshot.case.but(version=was + 1)
        return Outcome(session, (Reply(f"try {len(tries)}"),), (SaveCase(case, was),))

    with database.transaction() as work:
        work.cases.save(Case("K7WM4", "vasa", 1, "sv", "t", Need(), (), version=1), 0)
    put(database, (1, "K7WM4"))
    lines = HandlerAlone(database, context(step)).updates(50).lines

    assert [(line.update, line.result) for line in lines] == [(1, "said")]
    assert outgoing(database) == [(1, "try 3")]


def test_an_update_that_cannot_even_be_written_is_put_aside(database: Database) -> None:
    def step(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
        if event.text == "bad":  # type: ignore[union-attr]
            return Outcome(session, (Reply("x"),), (SaveProposal(object()),))  # type: ignore[arg-type]
        return Outcome(session, (Reply("fine"),))

    put(database, (1, "bad"), (2, "good"))
    lines = HandlerAlone(database, context(step)).updates(50).lines

    assert [(line.update, line.result) for line in lines] == [(1, "failed"), (2, "said")]
    assert sorted(outgoing(database)) == [(1, "sorry "), (2, "fine")]


def test_reminders_that_are_due_together_are_one_event_and_fire_once(database: Database) -> None:
    met: list[tuple[str, ...]] = []

    def step(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
        assert isinstance(event, ReminderDue)
        met.append(tuple(item.key for item in event.reminders))
        return Outcome(session, (Reply("kom ihåg", about="p1", key=f"reminder:{met[-1][0]}"),))

    with database.transaction() as work:
        due = [Reminder(f"k{n}", 1 + n % 2, "draft", f"p{n}", NOW - timedelta(minutes=9 - n)) for n in range(4)]
        for reminder in (*due, Reminder("later", 1, "draft", "p9", NOW + timedelta(days=1))):
            work.reminders.plan(reminder.subject, [reminder])
    handler = HandlerAlone(database, context(step))

    assert [len(handler.reminders(10).lines), len(handler.reminders(10).lines)] == [2, 0]
    assert met == [("k0", "k2"), ("k1", "k3")]
    assert outgoing(database) == [(1, "kom ihåg"), (2, "kom ihåg")]
