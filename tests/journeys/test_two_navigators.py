"""Two navigators at one desk, over HTTP with the whole bot: whose button it is, who may press, who can be reached.

The law of `tests/dialogs/incoming/test_presses.py`, once with real message ids, a real database and Telegram's own
answers.
"""

import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bot.forked.copies import ForkedBotApi
from tests.bot.running import LocalBotApi, settings_for
from tests.journeys.over_http import Bot, OverHttp, set_clock
from tests.stages.in_memory import STAFF, at

pytestmark = pytest.mark.slow

NEEDS = {
    "Anna": "gubbarna i byn sitter hemma hela vintern och pratar inte med någon",
    "Bo": "många äldre är ensamma i vår by och har ingen att prata med",
}


class Desk(OverHttp):
    """A bot, two navigators in its staff group, and two associations with a case each."""

    def __init__(self, telegram: LocalBotApi, bot: Bot) -> None:
        self.telegram, self.lots = telegram, bot
        self.people = {name: telegram.person(name) for name in ("Nora", "Niko", "Anna", "Bo", "Ulla")}
        telegram.group(self.people["Nora"], self.people["Niko"], id=STAFF)
        self.cases = {name: self._open(name, need) for name, need in NEEDS.items()}

    def _open(self, name: str, need: str) -> str:
        chat = self.people[name]
        self.telegram.write(chat, need)
        for words in ("1", "Skicka idén till kontaktpersonen", "Hoppa över", "Skicka till kommunen"):
            self.settle()
            self.telegram.write(chat, words)
        sent = self.telegram.wait(lambda: next((text for text in self.telegram.said(chat) if "Skickat." in text), ""))
        return re.search(r"Ärende (\w{5})", sent)[1]

    def press_at(self, name: str, message: dict[str, Any], label: str) -> str:
        """Press a button of a message in the group; return what the bot then said there last."""
        self.settle()
        before = len(self.telegram.messages(STAFF))
        self.telegram.act(self.people[name], "press", message_id=message["message_id"], button=label, chat=STAFF)
        return self._said_after(before)

    def say(self, name: str, text: str) -> dict[str, Any]:
        """Write in the group; return the bot's newest message there."""
        self.settle()
        before = len(self.telegram.messages(STAFF))
        self.telegram.write(self.people[name], text, chat=STAFF)
        self._said_after(before)
        return self.telegram.messages(STAFF)[-1]

    def _said_after(self, before: int) -> str:
        self.telegram.wait(lambda: len(self.telegram.messages(STAFF)) > before)
        self.settle()
        newest = self.telegram.messages(STAFF)[before]
        return str(newest.get("text") or newest.get("caption") or "")

    def card(self, name: str) -> dict[str, Any]:
        """The card of somebody's case as it now stands."""
        begin = f"{self.cases[name]} · "
        return next(one for one in self.telegram.messages(STAFF) if one.get("text", "").startswith(begin))

    def preview(self, navigator: str, member: str, words: str) -> dict[str, Any]:
        """Begin an answer to somebody's case and write it; return the preview."""
        asked = self.press_at(navigator, self.card(member), "Svara föreningen")
        assert asked.startswith(f"{navigator}, skriv svaret")
        return self.say(navigator, words)

    def got(self, name: str) -> list[str]:
        """The answers that an association has got."""
        said = (one.get("text") or one.get("caption") or "" for one in self.telegram.messages(self.people[name]))
        return [text for text in said if text.startswith("Svar i ärende")]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """One desk for all scenes, which follow each other."""
    folder: Path = tmp_path_factory.mktemp("desk")
    telegram, clock = ForkedBotApi(), folder / "clock.json"
    set_clock(clock, at("2023-09-01T06:00"))
    more = {"LOTS_PACKS": "vasa", "LOTS_STAFF_CHATS": f'{{"vasa": {STAFF}}}', "LOTS_CLOCK": f"@{clock}"}
    bot = Bot(settings_for(telegram, f"sqlite:///{folder}/lots.db", **more), folder)
    bot.start()
    yield Desk(telegram, bot)
    bot.close()
    telegram.close()


def test_a_preview_is_sent_by_its_writer_alone_and_to_its_own_case(desk: Desk) -> None:
    of_nora = desk.preview("Nora", "Anna", "Kom på onsdag")
    of_niko = desk.preview("Niko", "Bo", "Ring oss")
    assert "utkastet är skrivet av Nora" in desk.press_at("Niko", of_nora, "Skicka")
    assert "utkastet är skrivet av Niko" in desk.press_at("Nora", of_niko, "Avbryt")
    assert (desk.got("Anna"), desk.got("Bo")) == ([], [])
    desk.press_at("Nora", of_nora, "Skicka")
    desk.press_at("Niko", of_niko, "Skicka")
    assert [len(desk.got(name)) for name in NEEDS] == [1, 1]
    assert "Kom på onsdag" in desk.got("Anna")[0]
    assert "Ring oss" in desk.got("Bo")[0]
    assert "finns inte längre" in desk.press_at("Nora", of_nora, "Skicka")
    assert [len(desk.got(name)) for name in NEEDS] == [1, 1]


def test_any_presses_of_any_messages_keep_words_in_their_case(desk: Desk) -> None:
    dice, written = random.Random(8), {}
    before = {name: len(desk.got(name)) for name in NEEDS}
    for turn in range(40):
        name = dice.choice(["Nora", "Niko"])
        if dice.random() < 0.3:
            member = dice.choice(list(NEEDS))
            words = f"{name} skriver till {member} {turn}"
            shown = desk.preview(name, member, words)
            assert words in shown["text"]
            written[words] = member
        else:
            messages = [one for one in desk.telegram.messages(STAFF) if "reply_markup" in one]
            message = dice.choice(messages[-6:])
            labels = [button["text"] for row in message["reply_markup"]["inline_keyboard"] for button in row]
            wanted = "Skicka" if "Skicka" in labels else dice.choice([one for one in labels if "Avsluta" not in one])
            desk.press_at(name, message, wanted)
    for name in NEEDS:
        news = desk.got(name)[before[name] :]
        meant = [words for words, member in written.items() if member == name]
        assert all(sum(words in text for words in meant) == 1 for text in news)
        assert len(set(news)) == len(news)
    assert sum(len(desk.got(name)) - before[name] for name in NEEDS) > 0


def test_who_is_no_member_and_who_cannot_be_asked_for_changes_nothing(desk: Desk) -> None:
    card = desk.card("Anna")
    pressed = {"from": {"id": desk.people["Ulla"], "is_bot": False, "first_name": "Ulla"}, "message": card}
    before = len(desk.telegram.messages(STAFF))
    desk.telegram.ask("/faults/update", {"callback_query": {"id": "7", "chat_instance": "1", "data": "p0", **pressed}})
    assert desk._said_after(before).startswith("Ulla, bara de som är med i gruppen kan göra något här.")
    before = len(desk.telegram.messages(STAFF))
    typed = {
        "from": pressed["from"],
        "chat": card["chat"],
        "message_id": 9_001,
        "date": card["date"],
        "text": "Ta ärendet",
    }
    desk.telegram.ask("/faults/update", {"message": {**typed, "reply_to_message": card}})
    assert desk._said_after(before).startswith("Ulla, bara de som är med i gruppen kan göra något här.")
    desk.telegram.fault("error", method="getChatMember", code=400, description="Bad Request: CHAT_ADMIN_REQUIRED")
    stranger = {"id": 990_001, "is_bot": False, "first_name": "Uno"}
    before = len(desk.telegram.messages(STAFF))
    again = {**pressed, "from": stranger}
    desk.telegram.ask("/faults/update", {"callback_query": {"id": "8", "chat_instance": "1", "data": "p0", **again}})
    assert desk._said_after(before).startswith("Uno, jag kunde inte fråga Telegram om du är med i gruppen.")
    desk.telegram.heal()
    assert desk.card("Anna")["text"] == card["text"]


def test_who_is_put_out_of_the_group_acts_no_more_from_that_moment(desk: Desk) -> None:
    niko = desk.people["Niko"]
    assert desk.press_at("Niko", desk.card("Anna"), "Visa allt").startswith(f"Ärende {desk.cases['Anna']}")
    away = {"person": niko, "status": "kicked", "by": desk.people["Nora"]}
    desk.telegram.ask(f"/chats/{STAFF}/members", away)
    before = len(desk.telegram.messages(STAFF))
    pressed = {"from": {"id": niko, "is_bot": False, "first_name": "Niko"}, "message": desk.card("Bo"), "data": "p0"}
    desk.telegram.ask("/faults/update", {"callback_query": {"id": "9", "chat_instance": "1", **pressed}})
    assert desk._said_after(before).startswith("Niko, bara de som är med i gruppen kan göra något här.")
    desk.telegram.ask(f"/chats/{STAFF}/members", away | {"status": "member"})
    assert desk.press_at("Niko", desk.card("Bo"), "Visa allt").startswith(f"Ärende {desk.cases['Bo']}")


def test_the_marks_of_an_answer_arrive_as_they_were_typed(desk: Desk) -> None:
    desk.press_at("Nora", desk.card("Anna"), "Svara föreningen")
    words = "Kom på onsdag <kl. 18>, läs mer här 😀"
    marks = [
        {"type": "bold", "offset": 7, "length": 6},
        {"type": "text_link", "offset": 32, "length": 3, "url": "https://exempel.fi/plan?a=1&b=2"},
    ]
    before = len(desk.telegram.messages(STAFF))
    nora = {"id": desk.people["Nora"], "is_bot": False, "first_name": "Nora"}
    card = desk.card("Anna")
    typed = {"chat": card["chat"], "message_id": 9_101, "date": card["date"], "text": words, "entities": marks}
    desk.telegram.ask("/faults/update", {"message": {"from": nora, **typed}})
    assert words in desk._said_after(before)
    desk.press_at("Nora", desk.telegram.messages(STAFF)[-1], "Skicka")
    arrived = [one for one in desk.telegram.messages(desk.people["Anna"]) if words in one.get("text", "")]
    assert len(arrived) == 1
    text, found = arrived[0]["text"], arrived[0]["entities"]
    seen = {one["type"]: text[one["offset"] : one["offset"] + one["length"]] for one in found}
    assert (seen["bold"], seen["text_link"]) == ("onsdag", "här")
    assert next(one["url"] for one in found if one["type"] == "text_link") == "https://exempel.fi/plan?a=1&b=2"


def test_a_file_of_an_answer_is_seen_and_goes_along_once(desk: Desk) -> None:
    desk.press_at("Nora", desk.card("Anna"), "Svara föreningen")
    before = len(desk.telegram.messages(STAFF))
    desk.telegram.act(
        desk.people["Nora"], "notice", kind="document", name="anvisning.pdf", caption="Stadens anvisning", chat=STAFF
    )
    assert "Filer som går med: anvisning.pdf." in desk._said_after(before)
    shown = desk.telegram.messages(STAFF)[-1]
    assert shown["document"]["file_name"] == "anvisning.pdf"
    desk.press_at("Nora", shown, "Skicka")
    files = [one for one in desk.telegram.messages(desk.people["Anna"]) if "document" in one]
    assert [one["document"]["file_name"] for one in files] == ["anvisning.pdf"]
    assert "Stadens anvisning" in files[0]["caption"]
    assert desk.telegram.said(STAFF)[-1].startswith("Levererat till föreningen")


def test_a_file_that_telegram_no_longer_has_is_not_called_delivered(desk: Desk) -> None:
    desk.press_at("Nora", desk.card("Anna"), "Svara föreningen")
    before = len(desk.telegram.messages(STAFF))
    desk.telegram.act(desk.people["Nora"], "notice", kind="photo", caption="Så här ser salen ut", chat=STAFF)
    desk._said_after(before)
    desk.telegram.fault("file_gone", method="sendPhoto", chat=desk.people["Anna"], count=1)
    desk.press_at("Nora", desk.telegram.messages(STAFF)[-1], "Skicka")
    assert "Så här ser salen ut" in desk.got("Anna")[-1]
    assert desk.telegram.said(STAFF)[-1].startswith("En del av svaret i ärende")


def test_a_case_that_was_closed_is_back_when_the_association_writes(desk: Desk) -> None:
    desk.press_at("Niko", desk.card("Bo"), "Avsluta med svar")
    desk.press_at("Niko", desk.say("Niko", "Tack, vi går inte vidare nu"), "Skicka")
    assert "avslutad" in desk.card("Bo")["text"]
    answer = desk.telegram.messages(desk.people["Bo"])[-1]
    desk.telegram.write(desk.people["Bo"], "Vi har en ny lokal", reply_to=answer["message_id"])
    desk.telegram.wait(lambda: "Föreningen har skrivit" in desk.card("Bo")["text"])
    desk.settle()
    listed = desk.say("Niko", "/desk")["text"]
    assert f"{desk.cases['Bo']} · " in listed.partition("Lediga:")[0]


def test_who_has_erased_the_chat_is_not_answered_and_nothing_is_called_delivered(desk: Desk) -> None:
    anna = desk.people["Anna"]
    desk.telegram.write(anna, "/delete")
    desk.settle()
    desk.telegram.write(anna, "Ja, ta bort allt")
    desk.telegram.wait(lambda: "personen har raderat chatten" in desk.card("Anna")["text"])
    desk.settle()
    before = desk.telegram.messages(anna), len(desk.telegram.messages(STAFF))
    assert "har raderat chatten" in desk.press_at("Nora", desk.card("Anna"), "Svara föreningen")
    assert desk.telegram.messages(anna) == before[0]
    assert all("Levererat" not in text for text in desk.telegram.said(STAFF)[before[1] :])
