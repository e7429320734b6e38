"""A message that came twice, played by the whole bot: whichever copy is pressed, it is done, and once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bot.running import LocalBotApi
from tests.journeys.over_http import Bot, OverHttp
from tests.journeys.test_over_http import a_bot, clock  # noqa: F401 - the same stage
from tests.stages.in_memory import STAFF

pytestmark = pytest.mark.slow

PREVIEW = "så här ser föreningen det"
TO_THE_IDEA = (
    "gubbarna i byn sitter hemma hela vintern och pratar inte med någon",
    "1",
    "[Skicka idén till kontaktpersonen]",
    "[Hoppa över]",
)


@pytest.fixture
def stage(telegram: LocalBotApi, sqlite_url: str, clock: Path, tmp_path: Path) -> Iterator[OverHttp]:  # noqa: F811
    """The bot, and an idea that is about to be sent."""
    bot: Bot = a_bot(telegram, sqlite_url, clock, tmp_path)
    bot.start()
    stage = OverHttp(telegram, bot, clock, "sv")
    stage.go(*TO_THE_IDEA)
    yield stage
    bot.close()


def send(stage: OverHttp) -> None:
    """Send the idea, and let it arrive at the desk."""
    stage.press("M", "Skicka till kommunen")
    stage.telegram.wait(lambda: stage.telegram.said(STAFF))
    stage.settle()


def copies(stage: OverHttp, words: str = PREVIEW) -> list[int]:
    """The numbers of the messages at the desk with these words."""
    return [item["message_id"] for item in stage.telegram.messages(STAFF) if words in item.get("text", "")]


@pytest.mark.parametrize("at_once", [True, False])
def test_the_first_copy_of_a_preview_sends_the_answer_once(stage: OverHttp, at_once: bool) -> None:
    navigator, at_desk = stage.people["N"], {"chat": STAFF}
    send(stage)
    stage.press("N", "Svara föreningen")
    stage.settle()
    stage.telegram.fault("cut_after", method="sendMessage", chat=STAFF, count=1)
    stage.type("N", "Ring gärna på måndag", to_card=False)
    stage.telegram.wait(lambda: len(copies(stage)) == (1 if at_once else 2))
    if not at_once:
        stage.settle()
    first = copies(stage)[0]
    stage.telegram.act(navigator, "press", message_id=first, button="Skicka", **at_desk)
    stage.telegram.wait(lambda: any("Levererat" in text for text in stage.telegram.said(STAFF)))
    stage.settle()

    stage.telegram.act(navigator, "press", message_id=copies(stage)[-1], button="Skicka", **at_desk)
    stage.telegram.wait(lambda: any("Inget har skickats nu" in text for text in stage.telegram.said(STAFF)))
    assert len(copies(stage)) == 2
    assert sum("Ring gärna på måndag" in text for text in stage.telegram.said(stage.member)) == 1


def test_words_under_the_first_copy_of_a_card_are_a_note(stage: OverHttp) -> None:
    stage.telegram.fault("cut_after", method="sendMessage", chat=STAFF, count=1)
    send(stage)
    first, _second = copies(stage, "Svara på kortet")
    stage.telegram.write(stage.people["N"], "Skolan har en tom lokal", chat=STAFF, reply_to=first)
    stage.telegram.wait(lambda: any("Intern anteckning" in text for text in stage.telegram.said(STAFF)))
