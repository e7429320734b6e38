"""Files with a proposal on the whole bot: sent again beside the papers, in the archive and in the letter, after a kill.

One that Telegram has no more is said by its name, and the others come.
"""

import unicodedata
import urllib.request
from email import message_from_bytes
from email.policy import default
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from tests.bot.running import TOKEN, LocalBotApi, fetch
from tests.journeys.over_http import OverHttp, set_clock
from tests.journeys.test_over_http import START, a_bot
from tests.stages.in_memory import STAFF

pytestmark = pytest.mark.slow

BUDGET, MINUTES = "Budget.pdf", unicodedata.normalize("NFD", "Årsmöte..2023.docx")
TO_A_PROPOSAL = (
    "gubbarna i byn sitter hemma hela vintern och pratar inte med någon",
    "1",
    "[Skriva ett förslag]",
    "[Börja]",
    "Onsdagsköket",
)


def say(stage: OverHttp, *lines: str) -> None:
    for line in lines:
        stage.begin_act()
        if line.startswith("["):
            stage.press("M", line[1:-1])
        else:
            stage.type("M", line, to_card=False)
    stage.settle()


def files(stage: OverHttp) -> list[dict[str, Any]]:
    """The files that came since the last act, in their order, with what is said under them."""
    before, now = stage.before[stage.member], stage._messages(stage.member)
    return [message for number, message in now.items() if number not in before and "document" in message]


def named(messages: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(message["document"]["file_name"], message.get("caption", "")) for message in messages]


def content(telegram: LocalBotApi, message: dict[str, Any]) -> bytes:
    asked = f"{telegram.url}/bot{TOKEN}/getFile?file_id={message['document']['file_id']}"
    with urllib.request.urlopen(f"{telegram.url}/file/bot{TOKEN}/{fetch(asked)['result']['file_path']}") as answer:
        return answer.read()


def test_files_come_with_the_papers_and_one_that_is_gone_is_named(
    telegram: LocalBotApi, sqlite_url: str, tmp_path: Path
) -> None:
    clock = tmp_path / "clock.json"
    set_clock(clock, START)
    bot = a_bot(telegram, sqlite_url, clock, tmp_path).start()
    try:
        stage = OverHttp(telegram, bot, clock, "sv")
        say(stage, *TO_A_PROPOSAL)
        telegram.send_file(stage.member, BUDGET, b"budget")
        say(stage, "[Ändra: Bifogade filer]")
        budget = telegram.send_file(stage.member, BUDGET, b"budget")["message"]["document"]["file_id"]
        telegram.send_file(stage.member, MINUTES, b"minutes")
        say(stage, "det var alla")
        stage.restart()
        say(stage, "[Gör dokumenten]")
        assert named(files(stage))[-2:] == [(BUDGET, "Egen fil: Budget.pdf"), (MINUTES, "Egen fil: Årsmöte..2023.docx")]
        say(stage, "[Gör ett e-postutkast]")
        letter = message_from_bytes(content(telegram, files(stage)[-1]), policy=default)
        enclosed = [part.get_filename() for part in letter.iter_attachments()]  # type: ignore[attr-defined]
        assert enclosed[-2:] == [BUDGET, "Årsmöte..2023.docx"]
        fetch(f"{telegram.url}/files/{budget}", method="DELETE")
        say(stage, "[Tillbaka]", "[Allt i en zip-fil]")
        [archive] = files(stage)
        assert archive["caption"].startswith("Det här är inte med, för Telegram har det inte kvar: Budget.pdf.")
        with ZipFile(BytesIO(content(telegram, archive))) as opened:
            assert (opened.namelist()[4:], opened.read("Årsmöte..2023.docx")) == (["Årsmöte..2023.docx"], b"minutes")
        say(stage, "[Skicka till kommunen]", "Byalaget", "skicka")
        told = [text for text in captions(telegram, STAFF) if "Bilaga till förslaget" in text]
        assert [text.rpartition(": ")[2] for text in told] == ["Budget.pdf", "Årsmöte..2023.docx"]
        assert "Telegram har inte kvar filen Budget.pdf" in "".join(telegram.said(stage.member))
        say(stage, "/mydata")
        [mine] = files(stage)
        assert all(kept.encode() in content(telegram, mine) for kept in (BUDGET, budget, "Årsmöte..2023.docx"))
    finally:
        bot.close()


def captions(telegram: LocalBotApi, chat: int) -> list[str]:
    return [message.get("caption") or message.get("text", "") for message in telegram.messages(chat)]
