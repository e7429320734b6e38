"""`lots run` itself: what it answers, and what it says when it cannot start."""

from pathlib import Path

import pytest

from tests.bot.commands.command_line import LONELY, lots
from tests.bot.running import LocalBotApi, LotsProcess, settings_for

pytestmark = pytest.mark.usefixtures("in_an_empty_folder")


def test_run_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    result = lots("run")
    assert (result.exit_code, result.stdout) == (2, "")
    assert [line.split()[0] for line in result.stderr.splitlines()] == ["LOTS_TOKEN", "LOTS_SECRET_KEY"]


@pytest.mark.slow
def test_run_answers_a_need_and_announces_itself_in_each_language(
    telegram: LocalBotApi, sqlite_url: str, tmp_path: Path
) -> None:
    nora = telegram.person("Nora")
    group = telegram.group(nora)
    settings = settings_for(telegram, sqlite_url, LOTS_PACKS="vasa", LOTS_STAFF_CHATS=f'{{"vasa": {group}}}')
    process = LotsProcess(settings, tmp_path, "-m", "bot", "run").start()
    anna = telegram.person()
    telegram.write(anna, LONELY)

    assert "Ensamhet" in telegram.wait_said(anna, 1)[0]
    telegram.wait(lambda: len(telegram.calls("setMyCommands")) == 8)
    told = [call["arguments"] for call in telegram.calls("setMyCommands")]
    everywhere, there = ["sv", "fi", "en", ""], ["", "sv", "fi", "en"]
    assert [call.get("language_code", "") for call in told] == everywhere + there
    assert [(call.get("scope") or {}).get("chat_id") for call in told] == [None] * 4 + [group] * 4
    assert process.terminate() == 0

    process.start()
    telegram.write(anna, "/help")
    telegram.wait_said(anna, 2)
    assert process.terminate() == 0
    assert len(telegram.calls("setMyCommands")) == 8
    process.close()


@pytest.mark.slow
def test_a_token_that_nobody_knows_is_told_in_a_sentence(
    telegram: LocalBotApi, sqlite_url: str, tmp_path: Path
) -> None:
    settings = settings_for(telegram, sqlite_url, LOTS_PACKS="vasa", LOTS_TOKEN="999:unknown-token")
    process = LotsProcess(settings, tmp_path, "-m", "bot", "run").start()

    assert process.wait() == 1
    assert process.log.read_text().splitlines()[-1].startswith("The Bot API server does not know LOTS_TOKEN.")


@pytest.mark.slow
def test_a_taken_port_is_told_in_a_sentence(telegram: LocalBotApi, sqlite_url: str, tmp_path: Path) -> None:
    listen = telegram.url.removeprefix("http://")
    settings = settings_for(telegram, sqlite_url, LOTS_PACKS="vasa", LOTS_LISTEN=listen)
    process = LotsProcess(settings, tmp_path, "-m", "bot", "run").start()

    assert process.wait() == 1
    assert process.log.read_text().splitlines()[-1].startswith(f"{listen} cannot be used")
