"""Commands are kept without blank edges, and refused in Telegram's own words."""

from tests.bot.demo.town import Town, in_town

CASES = [
    ([{"command": "/", "description": "x"}], "command must be non-empty"),
    ([{"command": "a" * 33, "description": "x"}], "command length must not exceed 32"),
    ([{"command": "a", "description": " "}], "command description must be non-empty"),
    ([{"command": "a", "description": "x" * 257}], "command description length must not exceed 256"),
    ([{"command": "Å", "description": "x"}], "BOT_COMMAND_INVALID"),
]
SCOPES = [
    ({"type": "everybody"}, "Unsupported type specified"),
    ({"chat_id": 1}, 'Can\'t find field "type"'),
    ({"type": "chat"}, 'Can\'t find field "chat_id"'),
    ({"type": "chat_member", "chat_id": 1}, 'Can\'t find field "user_id"'),
]


@in_town
async def test_commands_that_are_none(town: Town) -> None:
    for commands, words in CASES:
        assert await town.refused("setMyCommands", commands=commands) == (400, f"Bad Request: {words}")
    for scope, words in SCOPES:
        told = f"Bad Request: can't parse BotCommandScope: {words}"
        assert await town.refused("setMyCommands", commands=[], scope=scope) == (400, told)


@in_town
async def test_blank_edges_go(town: Town) -> None:
    assert await town.bot.set_my_commands([(" /start ", " Börja ")])
    assert [one.to_dict() for one in await town.bot.get_my_commands()] == [{"command": "start", "description": "Börja"}]
