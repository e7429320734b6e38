"""Every kind of message goes both ways over HTTP with the whole bot, and an old one still knows its case."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.bot.forked.copies import ForkedBotApi
from tests.bot.running import LocalBotApi, settings_for
from tests.journeys.over_http import Bot, set_clock
from tests.journeys.test_two_navigators import NEEDS, Desk
from tests.stages.in_memory import STAFF, at

pytestmark = pytest.mark.slow

START = at("2023-09-01T06:00")
PLACE = {"latitude": 63.0951, "longitude": 21.6165}
MAP = "https://www.openstreetmap.org/?mlat=63.09510&mlon=21.61650#map=17/63.09510/21.61650"


class Talk(Desk):
    """Anna with two cases that were answered, and what she and the desk send each other."""

    def __init__(self, telegram: LocalBotApi, bot: Bot, clock: Path) -> None:
        super().__init__(telegram, bot)
        self.clock, self.sent = clock, 9_000
        self.settle()
        self.first = self.cases["Anna"]
        self.answered("Anna", "Kom på onsdag eller på fredag.")
        telegram.write(self.people["Anna"], "/new")
        self.settle()
        self._open("Anna", NEEDS["Anna"])
        telegram.wait(lambda: len(self.sent_cases()) == 2)
        self.settle()
        self.second = self.cases["Anna"] = self.sent_cases()[-1]
        self.answered("Anna", "Ring oss om den andra.")

    def sent_cases(self) -> list[str]:
        """The references of what Anna has sent."""
        return re.findall(r"Skickat\. Ärende (\w{5})", "\n".join(self.telegram.said(self.people["Anna"])))

    def answered(self, name: str, words: str) -> None:
        """Let Nora answer somebody's newest case."""
        self.preview("Nora", name, words)
        self.press_at("Nora", self.telegram.messages(STAFF)[-1], "Skicka")

    @property
    def answer(self) -> dict[str, Any]:
        """The answer in Anna's first case, as it stands in her chat."""
        return next(
            one for one in self.telegram.messages(self.people["Anna"]) if "Kom på onsdag" in one.get("text", "")
        )

    def relayed(self, before: int) -> list[dict[str, Any]]:
        """What the desk got from an association since then."""
        new = self.telegram.messages(STAFF)[before:]
        return [one for one in new if (one.get("text") or one.get("caption") or "").startswith("Från föreningen")]

    def from_anna(self, **content: Any) -> list[dict[str, Any]]:
        """Let Anna send messages of any kind in answer to the old answer; return what the desk got of them."""
        before = len(self.telegram.messages(STAFF))
        self.raw("Anna", self.people["Anna"], reply_to_message=self.answer, **content)
        self.telegram.wait(lambda: self.relayed(before))
        self.settle()
        return self.relayed(before)

    def raw(self, name: str, chat: int, **content: Any) -> None:
        """Put an update before the bot as Telegram's server would."""
        self.settle()
        self.sent += 1
        about = {"id": chat, "type": "private" if chat > 0 else "supergroup"}
        person = {"id": self.people[name], "is_bot": False, "first_name": name}
        message = {"message_id": self.sent, "date": self.answer["date"], "chat": about, "from": person, **content}
        self.telegram.ask("/faults/update", {"message": message})

    def file(self, kind: str) -> dict[str, Any]:
        """A file that Telegram has: one that Bo has sent somewhere."""
        kept = self.telegram.act(self.people["Bo"], "notice", kind=kind, name=f"{kind}.bin")["message"][kind]
        self.settle()
        return kept


@pytest.fixture(scope="module")
def talk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Talk]:
    """One bot for all scenes."""
    folder: Path = tmp_path_factory.mktemp("talk")
    telegram, clock = ForkedBotApi(), folder / "clock.json"
    set_clock(clock, START)
    more = {"LOTS_PACKS": "vasa", "LOTS_STAFF_CHATS": f'{{"vasa": {STAFF}}}', "LOTS_CLOCK": f"@{clock}"}
    bot = Bot(settings_for(telegram, f"sqlite:///{folder}/lots.db", **more), folder)
    bot.start()
    yield Talk(telegram, bot, clock)
    bot.close()
    telegram.close()


def test_each_kind_of_an_association_reaches_the_case_that_it_answers(talk: Talk) -> None:
    bold = [{"type": "bold", "offset": 0, "length": 6}]
    quote = {"text": "på fredag", "position": 18, "is_manual": True}
    [text] = talk.from_anna(text="Gärna!", entities=bold, quote=quote)
    assert text["text"].endswith('Svar på "på fredag":\nGärna!')
    assert [one["type"] for one in text["entities"] if text["text"][one["offset"] :].startswith("Gärna!")] == ["bold"]
    for kind in ("photo", "document", "voice"):
        [shown] = talk.from_anna(**{kind: talk.file(kind)})
        assert kind in shown, shown
    [place] = talk.from_anna(location=PLACE)
    assert MAP in place["text"]
    album = [talk.from_anna(photo=talk.file("photo"), media_group_id="77", caption=words) for words in ("Vår sal", "")]
    assert [[("photo" in one) for one in shown] for shown in album] == [[True], [True]]
    news = [text, place, *album[0], *album[1]]
    assert all(talk.first in (one.get("text") or one["caption"]) for one in news)
    assert all(talk.second not in (one.get("text") or one["caption"]) for one in news)


def test_an_edit_reaches_the_case_that_its_message_went_to(talk: Talk) -> None:
    anna = talk.people["Anna"]
    sent = talk.telegram.write(anna, "Vi är tio.", reply_to=talk.answer["message_id"])["message"]["message_id"]
    talk.settle()
    before = len(talk.telegram.messages(STAFF))
    talk.telegram.act(anna, "edit", message_id=sent, text="Vi är tolv.")
    talk.telegram.wait(lambda: talk.relayed(before))
    [changed] = talk.relayed(before)
    assert changed["text"].endswith("Ändrat av föreningen. Nu står det: Vi är tolv.")
    assert talk.first in changed["text"]


def test_each_kind_of_the_desk_reaches_the_association_in_one_answer(talk: Talk) -> None:
    anna = talk.people["Anna"]
    card = next(one for one in talk.telegram.messages(STAFF) if one.get("text", "").startswith(f"{talk.first} · "))
    talk.press_at("Nora", card, "Svara föreningen")
    for content in (
        {"text": "Hit kommer ni.", "entities": [{"type": "italic", "offset": 0, "length": 3}]},
        {"location": PLACE},
        {"voice": talk.file("voice")},
        {"photo": talk.file("photo"), "media_group_id": "78"},
        {"document": talk.file("document"), "media_group_id": "78"},
    ):
        talk.raw("Nora", STAFF, **content)
        talk.settle()
    before = len(talk.telegram.messages(anna))
    talk.press_at("Nora", talk.telegram.messages(STAFF)[-1], "Skicka")
    got = talk.telegram.messages(anna)[before:]
    assert sorted(kind for one in got for kind in ("voice", "photo", "document") if kind in one) == [
        "document",
        "photo",
        "voice",
    ]
    words = "\n".join(one.get("text") or one.get("caption") or "" for one in got)
    assert ("Hit kommer ni." in words, MAP in words, talk.first in words) == (True, True, True)
    assert talk.telegram.said(STAFF)[-1].startswith("Levererat till föreningen")


def test_a_reply_to_an_answer_of_four_hundred_days_ago_finds_its_case_after_a_restart(talk: Talk) -> None:
    """Row 8 of the list of failures: after a restart replies went nowhere (bostrot #30)."""
    talk.settle()
    talk.lots.kill()
    set_clock(talk.clock, START + timedelta(days=400))
    talk.lots.start()
    talk.settle()
    [again] = talk.from_anna(text="Nu har vi en lokal.")
    assert again["text"].startswith(f"Från föreningen, ärende {talk.first}")
    talk.press_at("Nora", again, "Svara föreningen")
    shown = talk.say("Nora", "Fint, vi hör av oss.")
    talk.press_at("Nora", shown, "Skicka")
    last = talk.telegram.said(talk.people["Anna"])[-1]
    assert (talk.first in last, last.endswith("Fint, vi hör av oss.")) == (True, True)
