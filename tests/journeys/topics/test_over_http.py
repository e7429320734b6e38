"""The topics of cases with the whole bot, over HTTP: made once, lost, closed, forbidden, turned on and off, and kills.

The local Bot API refuses in the words of Telegram's own server (td, ForumTopicManager.cpp).
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bot.running import LocalBotApi, settings_for
from tests.journeys.over_http import Bot, OverHttp, set_clock
from tests.stages.in_memory import STAFF, at

pytestmark = pytest.mark.slow

NEED = "gubbarna i byn sitter hemma hela vintern och pratar inte med någon"


class Desk(OverHttp):
    """A bot, two navigators in a staff group, and associations that send cases."""

    def __init__(self, telegram: LocalBotApi, bot: Bot, **group: Any) -> None:
        self.telegram, self.lots = telegram, bot
        self.people = {name: telegram.person(name) for name in ("Nora", "Niko", "Anna", "Bo")}
        self.chat = telegram.group(self.people["Nora"], self.people["Niko"], **{"id": STAFF, "is_forum": True} | group)
        self.cases: dict[str, str] = {}

    def open(self, name: str) -> str:
        """Let somebody send a case; return its reference."""
        chat = self.people[name]
        self.telegram.write(chat, NEED)
        for words in ("1", "Skicka idén till kontaktpersonen", "Hoppa över", "Skicka till kommunen"):
            self.settle()
            self.telegram.write(chat, words)
        sent = self.telegram.wait(lambda: next((text for text in self.telegram.said(chat) if "Skickat." in text), ""))
        self.cases[name] = re.search(r"Ärende (\w{5})", sent)[1]
        self.settle()
        return self.cases[name]

    def topics(self) -> dict[str, int]:
        """The topics of the group: their names and numbers."""
        [group] = [chat for chat in self.telegram.ask("/state")["chats"] if chat["id"] == self.chat]
        return {topic["name"]: topic["message_thread_id"] for topic in group["topics"]}

    def topic(self, name: str) -> int:
        """The number of the topic of somebody's case."""
        return next(number for title, number in self.topics().items() if title.startswith(self.cases[name]))

    def there(self, thread: int) -> list[str]:
        """What the bot has said in a topic, 0 for General."""
        listed = self.telegram.messages(self.chat)
        return [one["text"] for one in listed if "text" in one and one.get("message_thread_id", 0) == thread]

    def write(self, navigator: str, text: str, thread: int = 0) -> None:
        self.telegram.write(self.people[navigator], text, chat=self.chat, thread=thread)
        self.settle()

    def push(self, navigator: str, label: str, thread: int = 0) -> None:
        """Press the newest button of a label in a topic."""
        for message in reversed(self.telegram.messages(self.chat)):
            rows = message.get("reply_markup", {}).get("inline_keyboard", [])
            if message.get("message_thread_id", 0) == thread and any(
                one["text"] == label for row in rows for one in row
            ):
                where = {"message_id": message["message_id"], "button": label, "chat": self.chat}
                self.telegram.act(self.people[navigator], "press", **where)
                self.settle()
                return
        raise AssertionError(f"no button {label!r} in topic {thread}: {self.there(thread)}")

    def heard(self, name: str, words: str) -> None:
        """Let an association write to its contact person."""
        answer = next(
            one for one in reversed(self.telegram.messages(self.people[name])) if "Svar i ärende" in one["text"]
        )
        self.telegram.write(self.people[name], words, reply_to=answer["message_id"])
        self.settle()

    def answer(self, navigator: str, name: str, words: str) -> None:
        """Answer somebody's case in its topic."""
        thread = self.topic(name)
        self.push(navigator, "Svara föreningen", thread)
        self.write(navigator, words, thread)
        self.push(navigator, "Skicka", thread)

    def wait_for(self, thread: int, words: str) -> None:
        """Wait until the bot has said something in a topic that begins like this."""
        self.telegram.wait(lambda: any(text.startswith(words) for text in self.there(thread)))
        self.settle()

    def cards(self) -> list[tuple[int, str]]:
        """The cards that stand in the group: their topics, and their cases."""
        listed = [one for one in self.telegram.messages(self.chat) if "Svara på kortet" in one.get("text", "")]
        return [(one.get("message_thread_id", 0), one["text"][:5]) for one in listed]


@pytest.fixture
def clock(tmp_path: Path) -> Path:
    """A Saturday, on which nothing comes by itself."""
    file = tmp_path / "clock.json"
    set_clock(file, at("2023-09-02T06:00"))
    return file


def a_bot(telegram: LocalBotApi, url: str, clock: Path, folder: Path) -> Bot:
    more = {"LOTS_PACKS": "vasa", "LOTS_STAFF_CHATS": f'{{"vasa": {STAFF}}}', "LOTS_CLOCK": f"@{clock}"}
    return Bot(settings_for(telegram, url, **more), folder)


@pytest.fixture
def bot(telegram: LocalBotApi, sqlite_url: str, clock: Path, tmp_path: Path) -> Iterator[Bot]:
    process = a_bot(telegram, sqlite_url, clock, tmp_path)
    yield process
    process.close()


@pytest.fixture
def desk(telegram: LocalBotApi, bot: Bot) -> Desk:
    """A desk with topics, and a bot that knows of them from the start."""
    made = Desk(telegram, bot)
    bot.start()
    telegram.wait(lambda: telegram.calls("getChatMember"))
    return made


def test_two_cases_in_two_topics_by_one_navigator_do_not_mix(desk: Desk) -> None:
    first, second = desk.open("Anna"), desk.open("Bo")
    assert sorted(desk.topics()) == sorted([f"{first} · ny", f"{second} · ny"])
    for name in ("Anna", "Bo"):
        desk.push("Nora", "Svara föreningen", desk.topic(name))
    desk.write("Nora", "Vem tar fikat?")
    desk.write("Nora", "Kom på onsdag", desk.topic("Anna"))
    desk.write("Nora", "Ring oss", desk.topic("Bo"))
    desk.write("Nora", "Skicka", desk.topic("Anna"))
    desk.write("Nora", "Niko, ring henne", desk.topic("Anna"))
    desk.write("Nora", "Skicka", desk.topic("Bo"))
    got = {name: [text for text in desk.telegram.said(desk.people[name]) if "Svar i" in text] for name in desk.cases}
    assert [("Kom på onsdag" in got["Anna"][0], len(got["Anna"])), ("Ring oss" in got["Bo"][0], len(got["Bo"]))] == [
        (True, 1),
        (True, 1),
    ]
    assert all("ring henne" not in text and "fikat" not in text for text in (*got["Anna"], *got["Bo"]))
    assert sorted(desk.topics()) == sorted([f"{first} · besvarad", f"{second} · besvarad"])
    assert desk.cards() == [(desk.topic("Anna"), first), (desk.topic("Bo"), second)]
    desk.heard("Anna", "Tack, vi kommer")
    assert desk.there(desk.topic("Anna"))[-1].endswith("Tack, vi kommer")
    assert f"{first} · ny" in desk.topics() or f"{first} · tagen" in desk.topics()
    assert desk.there(0) == []
    titles = [call["arguments"]["name"] for call in desk.telegram.calls("editForumTopic")]
    assert len(titles) == len(set(titles)) == 3


def test_a_deleted_topic_comes_again_with_card_history_and_what_was_said(desk: Desk) -> None:
    reference = desk.open("Anna")
    desk.answer("Nora", "Anna", "Kom på onsdag")
    desk.write("Nora", "Internt: hon är ordförande", desk.topic("Anna"))
    lost = desk.topic("Anna")
    desk.telegram.ask(f"/chats/{STAFF}/topics/{lost}", method="DELETE")
    desk.heard("Anna", "Vilken tid?")
    desk.telegram.wait(lambda: any(title.startswith(reference) for title in desk.topics()))
    desk.wait_for(desk.topic("Anna"), "Från föreningen")
    said = desk.there(desk.topic("Anna"))
    assert [text.partition(".")[0].partition(":")[0] for text in said[1:]] == [
        f"Ämnet för ärende {reference} fanns inte längre",
        f"Från föreningen, ärende {reference}",
    ]
    assert desk.cards() == [(desk.topic("Anna"), reference)]
    assert "Kom på onsdag" in said[1]
    assert "internt: Internt: hon är ordförande" in said[1]
    assert "Vilken tid?" in said[2]
    assert desk.there(0) == []
    desk.answer("Nora", "Anna", "Klockan tio")
    assert "Klockan tio" in desk.telegram.said(desk.people["Anna"])[-1]


def test_a_closed_topic_is_opened_when_the_association_writes_and_not_before(desk: Desk) -> None:
    reference = desk.open("Anna")
    desk.answer("Nora", "Anna", "Kom på onsdag")
    thread = desk.topic("Anna")
    desk.telegram.ask(f"/chats/{STAFF}/topics/{thread}", {"closed": True, "person": desk.people["Nora"]})
    desk.settle()
    assert desk.telegram.calls("reopenForumTopic") == []
    desk.heard("Anna", "Vilken tid?")
    assert len(desk.telegram.calls("reopenForumTopic")) == 1
    assert desk.there(thread)[-1].startswith(f"Från föreningen, ärende {reference}")
    desk.write("Nora", "jag svarar", thread)


def test_where_no_topic_may_be_made_it_is_told_once_and_the_right_is_noticed(telegram: LocalBotApi, bot: Bot) -> None:
    desk = Desk(telegram, bot, may_manage_topics=False)
    bot.start()
    first = desk.open("Anna")
    desk.wait_for(0, "Gruppen har ämnen, men jag får inte skapa några.")
    second = desk.open("Bo")
    assert (desk.topics(), desk.cards()) == ({}, [(0, first), (0, second)])
    assert len([text for text in desk.there(0) if text.startswith("Gruppen har ämnen")]) == 1
    assert len(telegram.calls("createForumTopic")) == 1
    rights = {"status": "administrator", "may_manage_topics": True, "person": desk.people["Nora"]}
    telegram.ask(f"/chats/{STAFF}/bot", rights)
    telegram.wait(lambda: len(desk.topics()) == 1)
    desk.settle()
    set_clock(Path(bot.settings["LOTS_CLOCK"][1:]), at("2023-09-02T06:05"))
    telegram.wait(lambda: len(desk.topics()) == 2)
    desk.settle()
    assert desk.cards() == [(desk.topic("Anna"), first), (desk.topic("Bo"), second)]
    pointing = [text for text in desk.there(0) if text.endswith("Kortet finns där.")]
    assert len(pointing) == 2


def test_a_group_that_is_upgraded_to_one_with_topics_is_followed(telegram: LocalBotApi, bot: Bot) -> None:
    desk = Desk(telegram, bot, is_forum=False, type="group")
    bot.start()
    reference = desk.open("Anna")
    assert desk.cards() == [(0, reference)]
    desk.chat = telegram.ask(f"/chats/{STAFF}/migrate", {"is_forum": True})["chat"]["id"]
    telegram.wait(lambda: any(title.startswith(reference) for title in desk.topics()))
    desk.settle()
    assert desk.cards() == [(desk.topic("Anna"), reference)]
    desk.answer("Nora", "Anna", "Kom på onsdag")
    assert "Kom på onsdag" in telegram.said(desk.people["Anna"])[-1]
    assert f"{reference} · besvarad" in desk.topics()


def test_topics_are_turned_off_and_on_and_nothing_is_lost(desk: Desk) -> None:
    reference = desk.open("Anna")
    thread = desk.topic("Anna")
    desk.telegram.ask(f"/chats/{STAFF}/forum", {"on": False})
    desk.write("Nora", "Nu utan ämnen")
    desk.push("Nora", "Ta ärendet", thread)
    card = next(one for one in desk.telegram.messages(STAFF) if "Svara på kortet" in one.get("text", ""))
    claimed = desk.telegram.messages(STAFF)[-1]
    assert (claimed["reply_to_message"]["message_id"], "tagen" in card["text"]) == (card["message_id"], True)
    second = desk.open("Bo")
    assert [case for _, case in desk.cards()] == [reference, second]
    desk.telegram.ask(f"/chats/{STAFF}/forum", {"on": True})
    desk.write("Nora", "Nu med ämnen igen")
    desk.telegram.wait(lambda: any(title.startswith(second) for title in desk.topics()))
    desk.settle()
    desk.push("Nora", "Svara föreningen", thread)
    assert desk.there(thread)[-1].startswith("Nora, skriv svaret")
    assert desk.cards() == [(thread, reference), (desk.topic("Bo"), second)]


@pytest.mark.parametrize("count", [1, 2])
def test_a_bot_that_is_killed_while_a_topic_is_made_makes_one_card_in_one_that_is_used(
    telegram: LocalBotApi, database_url: str, clock: Path, tmp_path: Path, count: int
) -> None:
    bot = a_bot(telegram, database_url, clock, tmp_path)
    desk = Desk(telegram, bot)
    bot.start()
    try:
        telegram.wait(lambda: telegram.calls("getChatMember"))
        telegram.fault("delay_after", method="createForumTopic", count=count, seconds=5)
        for words in (NEED, "1", "Skicka idén till kontaktpersonen", "Hoppa över"):
            telegram.write(desk.people["Anna"], words)
            desk.settle()
        telegram.write(desk.people["Anna"], "Skicka till kommunen")
        for made in range(1, count + 1):
            telegram.wait(lambda made=made: len(telegram.calls("createForumTopic")) >= made)
            bot.kill()
            bot.start()
        telegram.wait(lambda: desk.cards())
        desk.settle()
        [(thread, reference)] = desk.cards()
        assert thread != 0
        assert len(desk.topics() or {}) == 1  # they have one name
        desk.cases["Anna"] = reference
        desk.push("Nora", "Ta ärendet", thread)
        assert desk.there(thread)[-1].startswith(f"Nora har tagit ärende {reference}")
        assert len(desk.cards()) == 1
    finally:
        bot.close()
