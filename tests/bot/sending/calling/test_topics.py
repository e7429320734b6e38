"""The topic of a case, over the local Bot API and real databases: made once, named, opened, made anew, done without."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.clock import monotonic, wall
from bot.database_thread import DatabaseThread
from bot.demo.world.faults import Fault
from bot.demo.world.world import Chat
from bot.sending.calling.made_files import Files
from bot.sending.calling.sender import Sender
from bot.sending.calling.topics import MADE_AT_MOST
from bot.sending.commit_ride import CommitRide
from bot.sending.limiter import UNLIMITED, Limiter
from bot.sending.results import Results
from bot.sending.senders import PacedSender
from bot.telegram.gateway import Gateway
from dialogs.conversation.replies import TopicWords
from dialogs.conversation.session import Post
from dialogs.records.thread import NO_TOPICS, TOPIC, TOPIC_SHUT, Thread, Topics
from storage.database import Database
from storage.queue_items import Kind, Notes, Outgoing
from tests.bot.demo.town import Town, town
from tests.bot.running import TOKEN

TODAY = datetime(2023, 9, 1, 6, tzinfo=UTC)
MANY = 1_000
"""More than waits here at a time."""


@dataclass
class Desk:
    """A staff group in a town, and what delivers to it: a commit, a call, a commit, as in life."""

    there: Town
    database: Database
    chat: int
    sender: PacedSender
    results: Results = field(default_factory=Results)

    @property
    def group(self) -> Chat:
        return self.there.app.world.chats[self.chat]

    def learn(self, topics: Topics) -> None:
        with self.database.transaction() as work:
            work.threads.learn(self.chat, topics)

    def put(self, *messages: Outgoing) -> None:
        with self.database.transaction() as work:
            work.outbox.add(messages)

    def card(self, state: str = "ny", case: str = "K7WM4") -> Outgoing:
        words = TopicWords(f"{case} · {state}", "Kortet finns i ärendets ämne.")
        payload = {"chat_id": self.chat, "text": f"Kort {case} {state}"}
        return Outgoing(self.chat, "sendMessage", payload, about=case, kind=Kind.CARD, notes=Notes(topic=words))

    def line(self, text: str, case: str = "K7WM4") -> Outgoing:
        # What is said under a card may have been asked for in any topic.
        payload = {"chat_id": self.chat, "text": text, "message_thread_id": 4711}
        return Outgoing(self.chat, "sendMessage", payload, about=case, notes=Notes(under_card=True))

    async def deliver(self, times: int = MANY) -> None:
        """Deliver what waits, so many calls at most; what waits for its next try goes at once."""
        while times > 0:
            self.write()
            with self.database.transaction() as work:
                work.outbox.hasten(wall())
            ride = CommitRide(self.database, wall(), free=MANY, bulk=MANY, look=True)
            ride.alone()
            if not ride.from_queue:
                return
            for taken in ride.from_queue:
                before = self.sender.limiter.wait(taken.parcel.chat, monotonic())
                await asyncio.sleep(before)
                self.results.note(taken.parcel, await self.sender.deliver(taken))
                times -= 1

    def write(self) -> None:
        """Write down what became of what was delivered."""
        CommitRide(self.database, wall(), self.results, today=TODAY).alone()
        self.results = Results()

    def fault(self, kind: str, **rule: Any) -> None:
        self.there.app.api.faults.add(Fault(kind=kind, **rule))

    def calls(self) -> list[str]:
        """The methods that were called, and how the refused ones ended."""
        listed = [call for call in self.there.app.api.calls.list() if call["method"] not in {"getMe", "getUpdates"}]
        return [call["method"] if call["accepted"] else f"{call['method']} refused" for call in listed]

    def topics(self) -> dict[str, list[str]]:
        """What the bot has said in each topic by its name; General has none."""
        said: dict[str, list[str]] = {"": [], **{topic.name: [] for topic in self.group.topics.values()}}
        for message in self.group.messages.values():
            topic = self.group.topics.get(message.get("message_thread_id", 0))
            if "text" in message and message["from"]["is_bot"]:
                said[topic.name if topic else ""].append(message["text"])
        return said

    def thread(self, case: str = "K7WM4") -> Thread:
        with self.database.transaction() as work:
            return work.threads.of([(self.chat, case)]).get((self.chat, case)) or Thread(self.chat, case)

    def told(self) -> list[tuple[str, str, str]]:
        """What the desk is to hear of: the kind, the subject and what it is about."""
        with self.database.transaction() as work:
            return [(item.kind, item.subject, item.about) for item in work.reminders.due(TODAY, MANY)]


def at_a_desk(test: Callable[[Desk], Awaitable[None]]) -> Callable[[Database], None]:
    """Run an async test at a desk with topics, once on SQLite and once on PostgreSQL."""

    async def whole(database: Database) -> None:
        thread = DatabaseThread()
        async with town() as there:
            gateway = Gateway(TOKEN, there.url)
            await gateway.open()
            files = Files({}, lambda *_: [], database, thread, wall)
            chat = await there.group(await there.person("Nora"), is_forum=True)
            desk = Desk(there, database, chat, PacedSender(Sender(gateway, files), Limiter(UNLIMITED)))
            desk.learn(Topics.ON)
            await test(desk)
            await gateway.close()
        thread.close()

    def run(database: Database) -> None:
        asyncio.run(whole(database))

    run.__name__, run.__doc__ = test.__name__, test.__doc__
    return run


@at_a_desk
async def test_a_case_gets_a_topic_with_its_card_and_all_else_below_it(desk: Desk) -> None:
    desk.put(desk.card(), desk.line("Från föreningen"), desk.card(case="C8RV2"))
    await desk.deliver()
    assert desk.topics() == {
        "": [],
        "K7WM4 · ny": ["Kort K7WM4 ny", "Från föreningen"],
        "C8RV2 · ny": ["Kort C8RV2 ny"],
    }
    assert desk.thread() == Thread(desk.chat, "K7WM4", desk.thread().number, "K7WM4 · ny")
    assert desk.told() == []


@at_a_desk
async def test_the_title_follows_the_state_and_nothing_else(desk: Desk) -> None:
    desk.put(desk.card())
    await desk.deliver()
    desk.put(desk.card(), desk.card("tagen"), desk.card("tagen"), desk.line("Nora har tagit ärendet"))
    await desk.deliver()
    assert desk.topics() == {"": [], "K7WM4 · tagen": ["Kort K7WM4 tagen", "Nora har tagit ärendet"]}
    assert desk.calls() == [
        "createForumTopic",
        "sendMessage",
        "editMessageText refused",
        "editForumTopic",
        "editMessageText",
        "editMessageText refused",
        "sendMessage",
    ]


@at_a_desk
async def test_a_crash_between_topic_and_card_leaves_one_topic_and_one_card(desk: Desk) -> None:
    desk.put(desk.card())
    await desk.deliver(times=1)
    assert (list(desk.topics().values()), desk.thread().number) == ([[], []], 0)
    desk.results = Results()  # nothing was written: the process ended
    with desk.database.transaction() as work:
        [(seq, _)] = work.outbox.under_way()
        work.outbox.put_back([seq], wall())
    await desk.deliver()
    written = [message for message in desk.group.messages.values() if "text" in message]
    assert [one["message_thread_id"] for one in written] == [desk.thread().number]
    assert len(desk.group.topics) == 2


@at_a_desk
async def test_a_crash_after_the_topic_was_noted_makes_no_other(desk: Desk) -> None:
    desk.put(desk.card())
    await desk.deliver(times=1)
    desk.write()
    assert desk.thread().number != 0
    await desk.deliver()
    assert desk.topics() == {"": [], "K7WM4 · ny": ["Kort K7WM4 ny"]}


@at_a_desk
async def test_a_creation_of_which_nobody_knows_leaves_an_empty_topic_and_no_second_card(desk: Desk) -> None:
    desk.fault("cut_after", method="createForumTopic", count=2)
    desk.fault("lie_after", method="createForumTopic", count=1, lie="number")
    desk.put(desk.card(), desk.line("Från föreningen"))
    await desk.deliver()
    assert len(desk.group.topics) == 4
    assert sorted(text for said in desk.topics().values() for text in said) == ["Från föreningen", "Kort K7WM4 ny"]
    assert desk.group.messages[desk.thread().number + 1]["text"] == "Kort K7WM4 ny"
    assert desk.thread().failed == 0


@at_a_desk
async def test_after_five_topics_for_nothing_a_case_goes_without_one(desk: Desk) -> None:
    desk.fault("cut_after", method="createForumTopic")
    desk.put(desk.card(), desk.line("Från föreningen"))
    await desk.deliver()
    assert len(desk.group.topics) == MADE_AT_MOST
    assert desk.topics()[""] == ["Kort K7WM4 ny", "Från föreningen"]
    answered = [message.get("reply_to_message", {}).get("text") for message in desk.group.messages.values()]
    assert answered[-1] == "Kort K7WM4 ny"


@at_a_desk
async def test_what_finds_its_topic_deleted_is_set_aside_and_the_desk_is_told(desk: Desk) -> None:
    desk.put(desk.card())
    await desk.deliver()
    lost = desk.thread().number
    await desk.there.web.delete(f"/chats/{desk.chat}/topics/{lost}")
    desk.put(desk.card("tagen"), desk.line("ett"), desk.line("två"))
    await desk.deliver()
    assert desk.topics() == {"": []}
    assert desk.thread() == Thread(desk.chat, "K7WM4", 0, "K7WM4 · ny")
    assert desk.told() == [(TOPIC, "topic-K7WM4", about) for about in (f"{lost}", "0", "0")]
    with desk.database.transaction() as work:
        aside = work.outbox.take_refused(desk.chat, ["K7WM4"])
    assert [parcel.payload["text"] for parcel in aside] == ["Kort K7WM4 tagen", "ett", "två"]


@at_a_desk
async def test_a_line_that_finds_its_topic_deleted_is_not_said_elsewhere(desk: Desk) -> None:
    desk.put(desk.card())
    await desk.deliver()
    await desk.there.web.delete(f"/chats/{desk.chat}/topics/{desk.thread().number}")
    desk.put(desk.line("ett"))
    await desk.deliver()
    assert desk.calls()[2:] == ["sendMessage refused"]
    desk.put(desk.card("tagen"), desk.line("två"))
    await desk.deliver()
    assert desk.topics() == {"": [], "K7WM4 · tagen": ["Kort K7WM4 tagen", "två"]}


@at_a_desk
async def test_a_topic_that_somebody_closed_is_opened_for_what_is_new_and_not_for_the_card(desk: Desk) -> None:
    desk.put(desk.card())
    await desk.deliver()
    number = desk.thread().number
    await desk.there.post(f"/chats/{desk.chat}/topics/{number}", {"closed": True})
    with desk.database.transaction() as work:
        work.threads.shut(desk.chat, number, closed=True)
    desk.put(desk.card("tagen"))
    await desk.deliver()
    assert (desk.group.topics[number].closed, desk.thread().title) == (True, "K7WM4 · tagen")
    desk.put(desk.line("Från föreningen"))
    await desk.deliver()
    assert (desk.group.topics[number].closed, desk.thread().closed, desk.told()) == (False, False, [])
    assert desk.topics()["K7WM4 · tagen"] == ["Kort K7WM4 tagen", "Från föreningen"]


@at_a_desk
async def test_a_closed_topic_that_cannot_be_opened_is_told_once_and_the_words_come_outside(desk: Desk) -> None:
    desk.put(desk.card())
    await desk.deliver()
    topic = desk.group.topics[desk.thread().number]
    topic.closed, topic.by, desk.group.may_manage_topics = True, 7, False
    desk.put(desk.line("ett"), desk.line("två"))
    await desk.deliver()
    assert desk.topics() == {"": ["ett", "två"], "K7WM4 · ny": ["Kort K7WM4 ny"]}
    assert desk.told() == [(TOPIC_SHUT, "topic-K7WM4", f"{topic.id}")]


@at_a_desk
async def test_where_lots_may_make_no_topic_all_goes_below_the_card_and_it_is_told_once(desk: Desk) -> None:
    desk.group.may_manage_topics = False
    desk.put(desk.card(), desk.line("ett"), desk.card(case="C8RV2"))
    await desk.deliver()
    assert desk.topics() == {"": ["Kort K7WM4 ny", "ett", "Kort C8RV2 ny"]}
    assert [kind for kind, _, _ in desk.told()] == [NO_TOPICS]
    assert desk.calls().count("createForumTopic refused") == 1
    with desk.database.transaction() as work:
        assert work.threads.topics([desk.chat]) == {desk.chat: Topics.FORBIDDEN}


@at_a_desk
async def test_a_group_that_is_no_forum_any_more_is_noticed_and_nothing_is_lost(desk: Desk) -> None:
    desk.put(desk.card())
    await desk.deliver()
    desk.group.turn_topics(on=False)
    desk.put(desk.card("tagen"), desk.line("ett"), desk.card(case="C8RV2"))
    await desk.deliver()
    assert [one["text"] for one in desk.group.messages.values() if "text" in one] == [
        "Kort K7WM4 tagen",
        "ett",
        "Kort C8RV2 ny",
    ]
    with desk.database.transaction() as work:
        assert work.threads.topics([desk.chat]) == {desk.chat: Topics.NONE}
    assert desk.told() == []


@at_a_desk
async def test_an_older_card_elsewhere_in_the_group_points_to_the_topic(desk: Desk) -> None:
    desk.learn(Topics.NONE)
    desk.put(desk.card())
    await desk.deliver()
    desk.learn(Topics.ON)
    desk.fault("cut_before", method="editMessageText", count=1)
    desk.put(desk.card("tagen"), desk.line("ett"))
    await desk.deliver()
    assert desk.topics() == {
        "": ["Kortet finns i ärendets ämne."],
        "K7WM4 · tagen": ["Kort K7WM4 tagen", "ett"],
    }


@at_a_desk
async def test_a_card_that_was_taken_out_of_its_topic_is_posted_there_anew(desk: Desk) -> None:
    desk.put(desk.card())
    await desk.deliver()
    desk.there.app.world.remove(desk.group, desk.thread().number + 1)
    desk.put(desk.card("tagen"))
    await desk.deliver()
    assert desk.topics() == {"": [], "K7WM4 · tagen": ["Kort K7WM4 tagen"]}


@at_a_desk
async def test_a_title_that_cannot_be_set_keeps_nothing_waiting(desk: Desk) -> None:
    desk.put(desk.card())
    await desk.deliver()
    desk.fault("500", method="editForumTopic")
    desk.put(desk.card("tagen"))
    await desk.deliver()
    assert desk.topics() == {"": [], "K7WM4 · ny": ["Kort K7WM4 tagen"]}
    assert desk.calls().count("editForumTopic refused") == 3


@pytest.mark.parametrize("kind", ["429", "cut_before", "502"])
def test_a_passing_fault_loses_nothing_and_makes_one_topic(database: Database, kind: str) -> None:
    @at_a_desk
    async def played(desk: Desk) -> None:
        for method in ("createForumTopic", "editForumTopic", "reopenForumTopic"):
            desk.fault(kind, method=method, count=1, seconds=0)
        desk.put(desk.card())
        await desk.deliver()
        number = desk.thread().number
        with desk.database.transaction() as work:
            work.threads.shut(desk.chat, number, closed=True)
        desk.put(desk.line("ett"), desk.card("tagen"))
        await desk.deliver()
        assert desk.topics() == {"": [], "K7WM4 · tagen": ["Kort K7WM4 tagen", "ett"]}

    played(database)


@at_a_desk
async def test_what_an_older_program_left_in_the_outbox_needs_no_topic(desk: Desk) -> None:
    with desk.database.transaction() as work:
        work.posts.keep([((desk.chat, 1), Post("C8RV2", ()), True)])
    desk.put(Outgoing(desk.chat, "sendMessage", desk.card().payload, about="K7WM4", kind=Kind.CARD))
    await desk.deliver()
    assert desk.topics() == {"": ["Kort K7WM4 ny"]}
