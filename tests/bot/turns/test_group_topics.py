"""What Telegram tells of a group's topics is noted, and cases move into theirs when a group gets some."""

from datetime import timedelta

import pytest

from bot.staff_groups import StaffChats
from bot.telegram.topics import GroupTold, TopicShut
from bot.turns import group_topics
from bot.turns.batch import Batch
from bot.turns.group_topics import APART, MOVED_AT_MOST
from bot.turns.happening import Happening, StepContext
from bot.turns.new_ids import NewIds
from dialogs.conversation.events import ReminderDue, Said, Sender
from dialogs.conversation.replies import Receipt
from dialogs.conversation.session import Post
from dialogs.records.reminder import Reminder
from dialogs.records.thread import TOPIC, Thread, Topics
from dialogs.step import step
from storage.database import Database
from storage.queue_items import Kind, Notes, Outgoing
from tests.stages.alone import NOW
from tests.stages.standing import world
from tests.storage.building import a_case, outgoing

DESK = -100
NORA = Sender(DESK, 201, "Nora", "sv", staff="vasa", private=False)
NAMES = ("K7WM4", "C8RV2", "P3QX9")


def played(database: Database, *happenings: Happening) -> list[Outgoing]:
    """Let things happen in one batch; return what is to be sent."""
    context = StepContext(step, world(), lambda: NOW, "lots_bot", str, StaffChats({"vasa": DESK}))
    with database.transaction() as work:
        lines, messages = Batch(context, NewIds(), work, NOW).play(happenings)
        assert [line.error for line in lines if line.error] == []
        work.outbox.add(messages)
    return messages


def kept(database: Database, *names: str) -> None:
    """Open cases whose cards stand in the group."""
    with database.transaction() as work:
        for number, name in enumerate(names):
            work.cases.save(a_case(name, 1, version=1, opened_at=NOW + timedelta(minutes=number)), 0)
            work.posts.keep([((DESK, 500 + number), Post(name, ()), True)])


@pytest.mark.parametrize(
    ("before", "told", "now"),
    [
        (None, GroupTold(DESK, forum=False), None),
        (None, GroupTold(DESK, forum=True), Topics.ON),
        (Topics.NONE, GroupTold(DESK, forum=True), Topics.ON),
        (Topics.ON, GroupTold(DESK, forum=False), Topics.NONE),
        (Topics.ON, GroupTold(DESK, forum=True), Topics.ON),
        (Topics.FORBIDDEN, GroupTold(DESK, forum=True), Topics.FORBIDDEN),
        (Topics.FORBIDDEN, GroupTold(DESK, forum=True, allowed=True), Topics.ON),
        (Topics.FORBIDDEN, GroupTold(DESK, forum=False), Topics.NONE),
    ],
)
def test_what_is_known_follows_what_is_told(
    database: Database, before: Topics | None, told: GroupTold, now: Topics | None
) -> None:
    with database.transaction() as work:
        if before is not None:
            work.threads.learn(DESK, before)
        assert group_topics.learn(work, told, "vasa", before, NOW) is now
        assert work.threads.topics([DESK]) == ({} if now is None else {DESK: now})


def test_when_a_group_gets_topics_its_open_cases_move_one_after_another(database: Database) -> None:
    kept(database, *NAMES)
    assert played(database, Happening(1, None, told=GroupTold(DESK, forum=True))) == []
    with database.transaction() as work:
        due = work.reminders.due(NOW + timedelta(hours=1), 9)
        assert work.reminders.due(NOW, 9) == due[:1]
    assert [(item.kind, item.subject, item.due - NOW, item.about) for item in due] == [
        (TOPIC, f"topic-{name}", APART * number, "0") for number, name in enumerate(NAMES)
    ]
    played(database, Happening(2, Said(NORA, "hej", 5), told=GroupTold(DESK, forum=True)))
    with database.transaction() as work:
        assert len(work.reminders.due(NOW + timedelta(hours=1), 9)) == len(NAMES)
    assert timedelta(hours=1) > MOVED_AT_MOST * APART


def test_what_is_told_of_another_group_is_nobody_s(database: Database) -> None:
    played(database, Happening(1, None, told=GroupTold(-7, forum=True)))
    with database.transaction() as work:
        assert work.threads.topics([-7]) == {}


def test_a_case_that_wants_a_topic_comes_ahead_of_what_waits_with_what_was_set_aside_behind(database: Database) -> None:
    kept(database, "K7WM4")
    heard = Receipt(1, "framme", "")
    aside = [
        outgoing(DESK, "gammalt kort", about="K7WM4", kind=Kind.CARD),
        outgoing(DESK, "kort med kvittens", about="K7WM4", kind=Kind.CARD, notes=Notes(receipt=heard)),
        outgoing(DESK, "set aside", about="K7WM4", key="reminder:1", notes=Notes(under_card=True)),
        outgoing(DESK, "of another", about="C8RV2", notes=Notes(under_card=True)),
    ]
    with database.transaction() as work:
        work.threads.learn(DESK, Topics.ON)
        work.threads.keep(Thread(DESK, "K7WM4", failed=1), 0)
        work.outbox.add(aside)
        for _ in aside:
            [parcel] = work.outbox.claim(NOW, 1)
            work.outbox.refuse(parcel.seq, "no topic")
        work.outbox.add([outgoing(DESK, "waits", about="K7WM4", notes=Notes(under_card=True))])
    reminders = tuple(
        Reminder(f"{TOPIC}:{DESK}:K7WM4:{seq}", DESK, TOPIC, "topic-K7WM4", NOW, about="7") for seq in (1, 2)
    )
    played(database, Happening(0, ReminderDue(Sender(DESK, 0, staff="vasa", private=False), reminders)))
    said: list[str] = []
    with database.transaction() as work:
        assert work.threads.of([(DESK, "K7WM4")])[DESK, "K7WM4"].failed == 2
        for _ in range(5):
            [parcel] = work.outbox.claim(NOW, 1)
            said.append(parcel.payload["text"].partition("\n")[0])
            work.outbox.sent({parcel.seq: parcel.seq})
        assert work.outbox.claim(NOW, 1) == ()
    assert said[0] == "kort med kvittens"
    assert said[1].startswith("<b>K7WM4 · ")
    assert said[2].startswith("Ämnet för ärende K7WM4 fanns inte längre.")
    assert said[3:] == ["set aside", "waits"]


def test_a_topic_that_somebody_closed_is_noted(database: Database) -> None:
    with database.transaction() as work:
        work.threads.keep(Thread(DESK, "K7WM4", 7), 0)
    for closed in (True, False):
        played(database, Happening(1, TopicShut(DESK, 7, closed)))
        with database.transaction() as work:
            assert work.threads.of([(DESK, "K7WM4")])[DESK, "K7WM4"].closed is closed


def test_the_topic_says_which_case_words_are_about(database: Database) -> None:
    kept(database, "K7WM4", "C8RV2")
    with database.transaction() as work:
        work.threads.learn(DESK, Topics.ON)
        work.threads.keep(Thread(DESK, "K7WM4", 7), 0)
    [told] = played(database, Happening(1, Said(NORA.but(thread=7), "som i C8RV2", 5)))
    assert told.payload["message_thread_id"] == 7
    assert told.payload["text"].startswith("Antecknat.")
    with database.transaction() as work:
        known = work.cases.by_reference(["K7WM4", "C8RV2"])
    assert {name: [one.text for one in case.messages] for name, case in known.items()} == {
        "K7WM4": ["som i C8RV2"],
        "C8RV2": [],
    }
    assert played(database, Happening(2, Said(NORA, "K7WM4 är svårt", 6))) == []
