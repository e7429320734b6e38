"""What Telegram shows of the bot is set where it differs, and a second start changes nothing."""

import asyncio

from bot.telegram.gateway import Gateway
from bot.telegram.profile import Announcement, announce
from tests.bot.running import TOKEN, LocalBotApi

SWEDISH = Announcement({"help": "Hjälp"}, "sv", "Lots hjälper er.", "Lots", "Lotsen")
SETTING = {"setMyCommands", "setMyDescription", "setMyShortDescription", "setMyName"}


def announced(telegram: LocalBotApi, *words: Announcement) -> list[str]:
    """Announce, and return which setting calls that took."""
    before = len(telegram.calls())

    async def told() -> None:
        gateway = Gateway(TOKEN, telegram.url)
        await gateway.open()
        await announce(gateway, words)
        await gateway.close()

    asyncio.run(told())
    return [call["method"] for call in telegram.calls()[before:] if call["method"].startswith("setMy")]


def test_only_what_differs_is_set(telegram: LocalBotApi) -> None:
    assert set(announced(telegram, SWEDISH)) == SETTING
    assert announced(telegram, SWEDISH) == []
    renamed = Announcement(SWEDISH.commands, "sv", SWEDISH.description, SWEDISH.short_description, "Vasalotsen")
    assert announced(telegram, renamed) == ["setMyName"]


def test_a_group_has_commands_alone(telegram: LocalBotApi) -> None:
    group = telegram.group(telegram.person())
    assert announced(telegram, Announcement({"desk": "Öppna ärenden"}, chat=group)) == ["setMyCommands"]
    finnish = Announcement({"desk": "Avoimet asiat"}, "fi", chat=group)
    assert announced(telegram, finnish) == ["setMyCommands"]
    assert announced(telegram, finnish, Announcement({"desk": "Öppna ärenden"}, chat=group)) == []


def test_a_refusal_stops_none_of_the_others(telegram: LocalBotApi) -> None:
    nowhere = Announcement({"desk": "Öppna ärenden"}, chat=-999)
    assert set(announced(telegram, nowhere, SWEDISH)) == SETTING
