"""One batch, one transaction, on both databases: what follows what, and what a failure may touch."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

from bot.staff_groups import StaffChats
from bot.turns.batch import Played, StepContext
from dialogs.conversation.effects import AddMessage, EraseChat, PlanReminders, SaveCase, SaveProposal
from dialogs.conversation.events import Event, ReminderDue, Said
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome, Session, Snapshot
from dialogs.records.case import Case, CaseMessage
from dialogs.records.need import Need
from dialogs.records.proposal import Proposal
from dialogs.records.reminder import Reminder
from storage.database import Database
from storage.queue_items import Received
from tests.bot.turns.alone import HandlerAlone

NOW = datetime(2023, 9, 1, 6, tzinfo=UTC)
STAFF = -100


def context(step: Any) -> StepContext:
    return StepContext(step, None, lambda: NOW, "lots_bot", "sorry {}".format, StaffChats({"vasa": STAFF}))


def put(database: Database, *said: tuple[int, str]) -> None:
    with database.transaction() as work:
        work.inbox.remember([received(number, chat, text) for number, (chat, text) in enumerate(said, 1)])


def received(number: int, chat: int, text: str) -> Received:
    person = {"id": abs(chat), "first_name": "Anna", "language_code": "fi"}
    kind = "private" if chat > 0 else "supergroup"
    message = {"message_id": number, "chat": {"id": chat, "type": kind}, "from": person, "text": text}
    return Received(number, chat, json.dumps({"update_id": number, "message": message}), NOW)


def outgoing(database: Database) -> list[tuple[int, str]]:
    texts: list[tuple[int, str]] = []
    with database.transaction() as work:
        while parcels := work.outbox.claim(NOW + timedelta(days=1), 50):
            texts += [(parcel.chat, parcel.payload["text"]) for parcel in parcels]
            work.outbox.sent(dict.fromkeys((parcel.seq for parcel in parcels), 0))
    return texts


def counting(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
    assert isinstance(event, Said)
    if event.text == "raise":
        raise RuntimeError(event.text)
    draft = f"{session.form}{event.text}"
    return Outcome(session.but(form=draft), (Reply(draft),))


def test_an_event_sees_what_the_one_before_it_in_the_batch_left(database: Database) -> None:
    put(database, (1, "a"), (2, "x"), (1, "b"), (1, "raise"), (1, "c"))

    lines = HandlerAlone(database, context(counting)).updates(50).lines

    assert [(line.update, line.result) for line in lines] == [
        (1, "said"),
        (2, "said"),
        (3, "said"),
        (4, "failed"),
        (5, "said"),
    ]
    assert sorted(outgoing(database)) == [(1, "a"), (1, "ab"), (1, "abc"), (1, "sorry fi"), (2, "x")]
    with database.transaction() as work:
        assert work.inbox.counts() == {"waiting": 0, "failed": 1}
        assert work.sessions.load([(1, 1)])[(1, 1)].form == "abc"


def test_what_arrives_is_stored_and_handled_in_one_go(database: Database) -> None:
    put(database, (1, "a"))
    new = [received(7, 1, "b"), received(8, 2, "x"), received(9, 1, "c")]
    handler = HandlerAlone(database, context(counting), free=50)
    played = handler.arrived(new, 10)

    assert [(line.update, line.result) for line in played.lines] == [(n, "said") for n in (1, 7, 8, 9)]
    sent = [taken.parcel for taken in handler.ride.at_once]
    assert [(one.seq, one.chat, one.payload["text"]) for one in sent] == [(1, 1, "a"), (3, 2, "x")]
    assert handler.ride.more_waiting == {1}
    with database.transaction() as work:
        assert (work.inbox.offset(), work.inbox.counts()) == (10, {"waiting": 0, "failed": 0})
        work.outbox.sent({1: 500, 3: 501})
    assert outgoing(database) == [(1, "ab"), (1, "abc")]


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


def test_a_case_made_and_changed_in_one_batch_is_kept_once_with_its_talk(database: Database) -> None:
    seen: list[Case | None] = []

    def step(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
        seen.append(snapshot.case)
        said = CaseMessage("association", event.text, now)  # type: ignore[union-attr]
        if snapshot.case is None:
            case = Case(snapshot.new_reference, "vasa", 1, "sv", "t", Need(), (), version=1)
            return Outcome(session.but(case=case.reference), (), (SaveCase(case, 0), AddMessage(case.reference, said)))
        case = snapshot.case.but(version=snapshot.case.version + 1)
        return Outcome(session, (), (SaveCase(case, snapshot.case.version), AddMessage(case.reference, said)))

    put(database, (1, "a"), (1, "b"), (1, "c"))
    HandlerAlone(database, context(step)).updates(50)

    assert [(case.version, len(case.messages)) for case in seen if case] == [(1, 1), (2, 2)]
    with database.transaction() as work:
        (case,) = work.cases.of([1])[1]
        kept = work.cases.by_reference([case.reference])[case.reference]
    assert (kept.version, [message.text for message in kept.messages]) == (3, ["a", "b", "c"])


def test_only_its_own_people_see_a_case(database: Database) -> None:
    seen: dict[int, bool] = {}

    def step(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
        seen[event.sender.chat] = snapshot.case is not None
        return Outcome(session)

    with database.transaction() as work:
        work.cases.save(Case("K7WM4", "vasa", 1, "sv", "t", Need(), (), version=1), 0)
    put(database, *((chat, "hur går det med k7wm4?") for chat in (1, 2, STAFF, -5)))
    HandlerAlone(database, context(step)).updates(50)

    assert seen == {1: True, 2: False, STAFF: True, -5: False}


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


def test_a_step_may_change_a_plan_twice_in_one_batch(database: Database) -> None:
    def step(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
        hours = int(event.text)  # type: ignore[union-attr]
        plan = (Reminder("k", 1, "draft", "p1", NOW + timedelta(hours=hours)),) if hours else ()
        proposal = Proposal("p1", 1, "vasa", "r", "sv", version=hours)
        return Outcome(session, (), (SaveProposal(proposal), PlanReminders("p1", plan)))

    put(database, (1, "5"), (1, "7"))
    HandlerAlone(database, context(step)).updates(50)

    with database.transaction() as work:
        assert work.reminders.next_due() == NOW + timedelta(hours=7)
        assert [item.version for item in work.proposals.of([1])[1]] == [7]


def test_who_is_erased_leaves_no_row_and_who_is_not_answered_gets_none(database: Database) -> None:
    def erasing(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
        assert isinstance(event, Said)
        match event.text:
            case "delete":
                return Outcome(Session(session.chat, session.user), (Reply("gone"),), (EraseChat(session.chat),))
            case "talk":
                return Outcome(session.but(language="sv"))
        return Outcome(session.but(form=event.text), (Reply(event.text),))

    put(database, (1, "a"), (-9, "talk"), (1, "delete"), (2, "b"))
    HandlerAlone(database, context(erasing)).updates(50)

    with database.transaction() as work:
        assert work.sessions.load([(1, 1), (-9, 9), (2, 2)]).keys() == {(2, 2)}
    assert sorted(outgoing(database)) == [(1, "gone"), (2, "b")]
