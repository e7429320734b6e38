"""An event that needs a damaged value is put aside and the person told; everybody else is answered."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from dialogs.conversation.events import Commanded, Event, ReminderDue, Said
from dialogs.conversation.replies import Reply
from dialogs.conversation.session import Outcome, Post, Session, Snapshot
from storage.database import Database
from tests.stages.alone import NOW, STAFF, HandlerAlone, context, outgoing, put, received
from tests.storage.building import OFFERS, a_case, a_proposal, a_reminder, a_session, said
from tests.storage.damaging import damage


def telling(session: Session, event: Event, world: Any, now: datetime, snapshot: Snapshot) -> Outcome:
    """Say what came, what of the database stands beside it, and which cases of the desk cannot be read."""
    match event:
        case Said():
            words = event.text
        case Commanded():
            words = f"/{event.name} {[case.reference for case in snapshot.cases]} {list(snapshot.damaged)}"
        case ReminderDue():
            words = " ".join(reminder.key for reminder in event.reminders)
        case _:
            words = "pressed"
    return Outcome(session, (Reply(words),))


def failed(database: Database) -> list[tuple[int, str]]:
    with database.transaction() as work:
        return [(item.update_id, item.error) for item in work.inbox.failed()]


def test_one_damaged_value_of_each_kind_harms_its_own_event(database: Database) -> None:
    with database.transaction() as work:
        work.sessions.save([a_session(chat, language="en") for chat in (1, 2, 3, 4, 5)])
        work.proposals.save([a_proposal("p2", 2)])
        work.cases.save(a_case("K7WM4", 3, version=1), 0)
        work.cases.save(a_case("P3QX9", 4, version=1), 0)
        work.cases.add_messages([("P3QX9", said("hej"))])
        work.posts.keep([((5, 9), Post("C8RV2", OFFERS), False)])
    put(database, *((chat, f"hej {chat}") for chat in (1, 2, 3, 4, 5, 6, 7)))
    damage(database, "sessions", chat=1)
    damage(database, "proposals", id="p2")
    damage(database, "cases", reference="K7WM4")
    damage(database, "messages", reference="P3QX9")
    damage(database, "inbox", update_id=6)

    lines = HandlerAlone(database, context(telling)).all_updates()

    assert [line.result for line in lines] == ["failed", "failed", "failed", "failed", "said", "unreadable", "said"]
    assert sorted(outgoing(database)) == [
        (1, "sorry fi"), (2, "sorry en"), (3, "sorry en"), (4, "sorry en"), (5, "hej 5"), (7, "hej 7"),
    ]  # fmt: skip
    assert [(number, error.split(",")[0]) for number, error in failed(database)] == [
        (1, "a damaged value: sessions 1/1"),
        (2, "a damaged value: proposals p2"),
        (3, "a damaged value: cases K7WM4"),
        (4, "a damaged value: messages 1"),
        (6, "a damaged value: inbox 6"),
    ]


def test_a_desk_goes_on_without_a_damaged_case_and_is_told_which(database: Database) -> None:
    with database.transaction() as work:
        work.cases.save(a_case("K7WM4", 3, version=1), 0)
        work.cases.save(a_case("P3QX9", 4, version=1), 0)
    put(database, (STAFF, "/desk"), (STAFF, "något annat"), (STAFF, "om K7WM4"), (STAFF, "om P3QX9"), (8, "om K7WM4"))
    damage(database, "cases", reference="K7WM4")

    lines = HandlerAlone(database, context(telling)).all_updates()

    assert [line.result for line in lines] == ["commanded", "said", "said", "failed", "said"]
    assert (STAFF, "/desk ['P3QX9'] ['K7WM4']") in outgoing(database)


def test_a_press_under_a_damaged_post_is_put_aside(database: Database) -> None:
    with database.transaction() as work:
        work.posts.keep([((1, 9), Post("p", OFFERS), False), ((2, 9), Post("p", OFFERS), False)])
    damage(database, "posts", chat=1)
    handler = HandlerAlone(database, replace(context(telling), standing=lambda _chat, _user: None))
    presses = [
        f'{{"update_id": {chat}, "callback_query": {{"id": "1", "data": "p0", "from": {{"id": {chat}}}, '
        f'"message": {{"message_id": 9, "chat": {{"id": {chat}, "type": "private"}}}}}}}}'
        for chat in (1, 2)
    ]
    with database.transaction() as work:
        work.inbox.remember([replace(received(chat, chat, ""), body=body) for chat, body in enumerate(presses, 1)])
    assert [(line.result, bool(line.error)) for line in handler.updates(9).lines] == [
        ("failed", True),
        ("chose", False),
    ]


def test_a_reminder_about_something_damaged_fires_unsaid_and_holds_up_no_other(database: Database) -> None:
    with database.transaction() as work:
        work.proposals.save([a_proposal("p1", 1), a_proposal("p2", 1), a_proposal("p3", 2)])
        for name, chat in (("p1", 1), ("p2", 1), ("p3", 2)):
            work.reminders.plan(name, [a_reminder(f"{name}:day", NOW, chat=chat, subject=name)])
    damage(database, "proposals", id="p1")
    handler = HandlerAlone(database, context(telling))

    assert [(line.result, bool(line.error)) for line in handler.reminders(9).lines] == [
        ("reminderdue", True),
        ("reminderdue", False),
    ]
    assert handler.reminders(9).lines == ()
    assert sorted(outgoing(database)) == [(1, "p2:day"), (2, "p3:day")]
    with database.transaction() as work:
        assert work.reminders.due(NOW + timedelta(days=1), 9) == ()
