"""Whatever is thrown at the bot, at several steps: it answers, stays where it was, and passes nothing on.

The whole bot on SQLite, over HTTP. After every blow the same three things hold: a person got an answer, no update
failed, and the staff group heard nothing. Only what nobody sent is passed over in silence. At the end of a volley the
next valid answer goes on as if nothing had been.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.bot.forked.copies import ForkedBotApi
from tests.bot.running import TOKEN, settings_for
from tests.journeys.over_http import Bot, OverHttp, set_clock
from tests.journeys.transcript import spaced
from tests.stages.in_memory import STAFF, at

pytestmark = pytest.mark.slow

LONG = "Vi är många och vi vill mycket. " * 128
TEXTS = {
    "4096": LONG,
    "one word of 4096": "å" * 4096,
    "rtl": "\u202eمرحبا بكم في البلدية",
    "html": "<b>fet</b> <script>alert('1')</script> &amp; </i>",
    "jinja": "{{7*7}} {% for one in two %} {{ self }}",
    "markdown": "*a* _b_ `c` [d](http://exempel.fi) ~~e~~ \\",
    "command": "/finnsinte",
    "blank": "\u200b\u2060\u200d",
    "dots": "...",
    "emoji": "🙂🎉👩‍👩‍👧",
}
FORGED = ("", "s", "s1", "s999999999.0", "s1.99", "p0", "p99", "x" * 64, "s-1.0", "s1.0; DROP TABLE cases", "٣")
NEED = "gubbarna i byn sitter hemma hela vintern och pratar inte med någon"
OFFICE = (NEED, "1")
DRAFT = (*OFFICE, "[Skriva ett förslag]", "[Börja]")
SENT = (*OFFICE, "[Skicka idén till kontaktpersonen]", "[Hoppa över]", "[Skicka till kommunen]")
# Where somebody stands, how they came there, what they then say, and what the answer to it holds.
STEPS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "first message": ((), NEED, "Ensamhet"),
    "need.choose": ((NEED,), "1", "Välfärdstjänsterna"),
    "a number": ((*DRAFT, *["[Hoppa över]"] * 11), "12 500", "Sparat: 12 500 €"),
    "idea.preview": (SENT[:-1], "[Avbryt]", "Inget skickades"),
}
# What is read as words at these steps is an answer there, so only things without words are thrown.
WORDLESS: dict[str, tuple[tuple[str, ...], str, str]] = {
    "office": (OFFICE, "[Skriva ett förslag]", "Vi skriver förslaget tillsammans"),
    "a text": (DRAFT, "Onsdagsköket", "Sparat: Onsdagsköket"),
    "case.write": ((*SENT, "[Skriv till kontaktpersonen]"), "Vi har en lokal", "Skickat till kontaktpersonen"),
}


class Thrower(OverHttp):
    """The stage, with a hand that throws: a new member beside the navigators of an older stage."""

    def __init__(self, base: OverHttp) -> None:
        self.telegram, self.lots, self.clock, self.code = base.telegram, base.lots, base.clock, base.code
        self.people = {**base.people, "M": base.telegram.person("Anna")}
        self.before = {}

    def throw(self, blow: Callable[["Thrower"], Any]) -> str:
        """Throw something, check that it did no harm, and return what was said to the person."""
        self._hurl(blow)
        return self.answered()

    def pass_over(self, blow: Callable[["Thrower"], Any]) -> None:
        """Throw something that nobody sent, and check that nothing came of it."""
        self._hurl(blow)
        assert (self._news("B"), self.lots.health()["failed"]) == ("", 0)

    def _hurl(self, blow: Callable[["Thrower"], Any]) -> None:
        self.begin_act()
        desk = self.telegram.messages(STAFF)
        blow(self)
        self.settle()
        assert self.telegram.messages(STAFF) == desk

    def answered(self) -> str:
        """What was said since the act began: something, whole, and nothing that was computed from what was thrown."""
        said = self._news("B")
        assert said, "no answer"
        assert self.lots.health()["failed"] == 0
        assert re.search(r"\b49\b", said) is None
        assert "&amp;" not in said.replace("&amp; </i>", "")
        assert "&lt;" not in said
        assert "&#39;" not in said
        return said

    def _is_quiet(self) -> bool:
        # What Telegram no longer holds stands in the inbox, so the inbox must be looked at afterwards.
        underway = self.telegram.ask(f"/bot{TOKEN}/getWebhookInfo")["result"]["pending_update_count"]
        return not underway and super()._is_quiet()

    def newest(self) -> int:
        """The number of the newest message in the member's chat."""
        return int(self.telegram.messages(self.member)[-1]["message_id"])

    def forge(self, data: str, *, message: int = 0) -> None:
        """Send callback data that no button need carry."""
        self.telegram.act(self.member, "press", message_id=message or self.newest(), data=data)

    def push(self, **content: Any) -> None:
        """Send an update as Telegram would for a kind of message that the page has no button for."""
        person = {"id": self.member, "is_bot": False, "first_name": "Anna", "language_code": "sv"}
        chat = {"id": self.member, "type": "private", "first_name": "Anna"}
        newest = self.telegram.messages(self.member)[-1]
        about = {"message_id": newest["message_id"], "date": newest["date"], "from": person, "chat": chat}
        message = {**about, **content}
        self.telegram.ask("/faults/update", {"message": message})


THINGS: dict[str, Callable[[Thrower], Any]] = {
    "sticker": lambda stage: stage.send_thing("M", "sticker"),
    "contact": lambda stage: stage.push(contact={"phone_number": "+358401234567", "first_name": "Bo"}),
    "location": lambda stage: stage.push(location={"latitude": 63.1, "longitude": 21.6}),
    "a press on a message that is gone": lambda stage: stage.forge("s1.0", message=999_999),
    **{f"forged {data}": (lambda stage, data=data: stage.forge(data)) for data in FORGED},
}
FILES: dict[str, Callable[[Thrower], Any]] = {
    "photo": lambda stage: stage.send_thing("M", "photo"),
    "50 MB": lambda stage: stage.telegram.act(stage.member, "notice", kind="document", name="a.zip", size=50 << 20),
}
PASSED_ON = {*FILES, "contact", "location"}
"""What is no act of hostility where somebody writes to a person: it goes to the desk."""


@pytest.fixture(scope="module")
def stages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Thrower]]:
    """A maker of stages with new people, over one bot."""
    folder: Path = tmp_path_factory.mktemp("hostile")
    telegram, clock = ForkedBotApi(), folder / "clock.json"
    set_clock(clock, at("2023-09-01T06:00"))
    more = {"LOTS_PACKS": "vasa", "LOTS_STAFF_CHATS": f'{{"vasa": {STAFF}}}', "LOTS_CLOCK": f"@{clock}"}
    bot = Bot(settings_for(telegram, f"sqlite:///{folder}/lots.db", **more), folder)
    bot.start()
    base = OverHttp(telegram, bot, clock, "sv")
    yield lambda: Thrower(base)
    bot.close()
    telegram.close()


@pytest.mark.parametrize("step", STEPS)
def test_words(stages: Callable[[], Thrower], step: str) -> None:
    stage = stages()
    before, answer, expected = STEPS[step]
    stage.go("svenska", *before)  # chosen, for the chat would follow who throws English
    for text in TEXTS.values():
        stage.throw(lambda stage, text=text: stage.type("M", text, to_card=False))
    stage.begin_act()
    stage.go(answer)
    assert spaced(expected) in spaced(stage.answered())


@pytest.mark.parametrize("step", {**STEPS, **WORDLESS})
def test_things_that_are_no_words(stages: Callable[[], Thrower], step: str) -> None:
    stage = stages()
    before, answer, expected = {**STEPS, **WORDLESS}[step]
    stage.go(*before)
    for name, blow in {**THINGS, **FILES}.items():
        if step != "case.write" or name not in PASSED_ON:
            stage.throw(blow)
    stage.pass_over(lambda stage: stage.push(something_of_next_year={"a": [1, None]}))
    stage.begin_act()
    stage.go(answer)
    assert spaced(expected) in spaced(stage.answered())


def test_an_edited_message_changes_the_answer_just_given_and_no_older_one(stages: Callable[[], Thrower]) -> None:
    stage = stages()
    stage.go(*DRAFT, "Onsdagsköket")
    answered = stage.telegram.ask(f"/chats/{stage.member}/messages")
    mine = next(one["message_id"] for one in answered if one.get("text") == "Onsdagsköket")

    def edit(text: str) -> str:
        return stage.throw(lambda stage: stage.telegram.act(stage.member, "edit", message_id=mine, text=text))

    said = edit("Torsdagsköket")
    assert "Jag har tagit med er ändring" in said
    assert "Steg 2 av 17 · Behov" in said
    stage.begin_act()
    stage.go("[Tillbaka]")
    assert "Nu står: Torsdagsköket" in stage.answered()
    assert "Det som är sparat ändras inte av det" in edit("Fredagsköket")
    assert "Nu står: Torsdagsköket" in stage.answered()


def test_odd_words_as_an_answer_are_kept_as_they_are(stages: Callable[[], Thrower]) -> None:
    stage = stages()
    stage.go(*DRAFT)
    for text in (TEXTS["html"], TEXTS["jinja"], TEXTS["markdown"], TEXTS["emoji"]):
        said = stage.throw(lambda stage, text=text: stage.type("M", text, to_card=False))
        assert f"Sparat: {text}" in said
        stage.throw(lambda stage: stage.press("M", "Tillbaka"))
    said = stage.throw(lambda stage: stage.type("M", LONG, to_card=False))
    assert "Här ryms 80" in said
    stage.begin_act()
    stage.go("[Gå vidare]", "[Tillbaka]")
    assert f"Nu står: {TEXTS['emoji']}" in stage.answered()


def test_a_card_of_another_chat_opens_nothing(stages: Callable[[], Thrower]) -> None:
    owner, stranger = stages(), stages()
    owner.go(*SENT)
    card = owner.telegram.messages(STAFF)[-1]["message_id"]
    stranger.go("hej")
    for data in ("p0", "p1", "p4"):
        said = stranger.throw(lambda stage, data=data: stage.forge(data, message=card))
        assert NEED not in said
    reference = re.search(r"Ärende (\w{5})", "\n".join(owner.telegram.said(owner.member)))
    assert reference
    for text in (reference[1], f"/start {reference[1]}", f"Ärende {reference[1]}"):
        said = stranger.throw(lambda stage, text=text: stage.type("M", text, to_card=False))
        assert NEED not in said


def test_the_desk_stands_what_is_thrown_at_it(stages: Callable[[], Thrower]) -> None:
    stage = stages()
    stage.go(*SENT)
    stage.press("N", "Ta ärendet")
    stage.settle()
    card = stage._newest_card()
    at_desk = {"chat": STAFF}
    for data in FORGED:
        stage.telegram.act(stage.people["N"], "press", message_id=card, data=data, **at_desk)
    stage.press("N", "Svara föreningen")
    stage.settle()
    stage.begin_act()
    stage.telegram.act(stage.people["N"], "sticker", **at_desk)
    stage.type("N", TEXTS["html"] + TEXTS["jinja"], to_card=False)
    stage.settle()
    assert stage.telegram.messages(stage.member) == list(stage.before[stage.member].values())
    assert TEXTS["html"] + TEXTS["jinja"] in stage.news("D", wanted="så här ser föreningen det")
    stage.begin_act()
    stage.press("N", "Skicka")
    assert TEXTS["html"] + TEXTS["jinja"] in stage.news("B", wanted="Svar i ärende")
    assert stage.lots.health()["failed"] == 0
