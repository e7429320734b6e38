"""What the bot says about itself: getMe, name, descriptions and commands, each in every language.

Keeps them in the world's `profile`; the page shows the commands that fit a person's language and chat.
"""

import re
from typing import Any

from bot.demo.rules.arguments import Arguments
from bot.demo.rules.formatting import units
from bot.demo.rules.refusals import bad_request
from bot.demo.world.world import Chat, Person, TelegramWorld

_COMMAND = re.compile(r"[a-z0-9_]+")
_LANGUAGE = re.compile(r"[a-z]{2}")
COMMANDS = 100
"""Bot API, setMyCommands: at most 100 commands."""
LONGEST_COMMAND = 32
"""Bot API, BotCommand, command: 1 to 32 characters."""
COMMAND_TEXT = 256
"""Bot API, BotCommand, description: 1 to 256 characters."""
WIDE = {"default", "all_private_chats", "all_group_chats", "all_chat_administrators"}
NARROW = {"chat", "chat_administrators", "chat_member"}
"""Kinds of BotCommandScope: those that name no chat, and those that do."""
LONGEST = {"name": 64, "description": 512, "short_description": 120}
"""In characters: Bot API, setMyName, setMyDescription, setMyShortDescription."""


def get_me(world: TelegramWorld, _arguments: Arguments) -> dict[str, Any]:
    """The bot itself."""
    offers = ("supports_inline_queries", "can_connect_to_business", "has_main_web_app", "has_topics_enabled")
    return {
        **world.bot,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        **dict.fromkeys(offers, False),
    }


def _language(arguments: Arguments) -> str:
    code = arguments.text("language_code")
    if code and not _LANGUAGE.fullmatch(code):
        raise bad_request("invalid language code specified")
    return code


def _setter(field: str) -> Any:
    def put(world: TelegramWorld, arguments: Arguments) -> bool:
        words = arguments.text(field)
        if units(words) > LONGEST[field]:
            raise bad_request(f"bot {field.replace('_', ' ')} is too long")
        world.profile.setdefault(field, {})[_language(arguments)] = words
        world.changes.tell("profile")
        return True

    return put


def _getter(field: str) -> Any:
    def get(world: TelegramWorld, arguments: Arguments) -> dict[str, str]:
        kept = world.profile.get(field, {})
        fallback = world.bot["first_name"] if field == "name" else ""
        return {field: kept.get(_language(arguments)) or kept.get("") or fallback}

    return get


def _scope(world: TelegramWorld, arguments: Arguments) -> str:
    scope = arguments.mapping("scope", "BotCommandScope") or {"type": "default"}
    if words := _wrong_scope(scope):
        raise bad_request(f"can't parse BotCommandScope: {words}")
    if scope["type"] in NARROW and int(scope["chat_id"]) not in world.chats:
        raise bad_request("chat not found")
    return ":".join([scope["type"], *(str(scope[name]) for name in ("chat_id", "user_id") if name in scope)])


def _wrong_scope(scope: dict[str, Any]) -> str:
    """What is wrong with a scope, nothing where it is right (telegram-bot-api, Client.cpp 10577)."""
    if "type" not in scope:
        return 'Can\'t find field "type"'
    if scope["type"] not in WIDE | NARROW:
        return "Unsupported type specified"
    wanted = ("chat_id", "user_id") if scope["type"] == "chat_member" else ("chat_id",)
    missing = [name for name in wanted if name not in scope] if scope["type"] in NARROW else []
    return f'Can\'t find field "{missing[0]}"' if missing else ""


def set_my_commands(world: TelegramWorld, arguments: Arguments) -> bool:
    """Set the commands of a scope and a language."""
    commands = arguments.listing("commands")
    if len(commands) > COMMANDS:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    kept = [_command(one) for one in commands]
    world.profile.setdefault("commands", {})[_scope(world, arguments), _language(arguments)] = kept
    world.changes.tell("profile")
    return True


def _command(given: dict[str, Any]) -> dict[str, str]:
    """A command as it is kept, without blank edges (td/telegram/BotCommand.cpp 167). Its letters are judged last, by
    Telegram's own servers.
    """
    name, words = (str(given.get(key, "")).strip() for key in ("command", "description"))
    name = name.removeprefix("/")
    for called, text, longest in (("command", name, LONGEST_COMMAND), ("command description", words, COMMAND_TEXT)):
        if not text:
            raise bad_request(f"{called} must be non-empty")
        if len(text) > longest:
            raise bad_request(f"{called} length must not exceed {longest}")
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    return {"command": name, "description": words}


def get_my_commands(world: TelegramWorld, arguments: Arguments) -> list[dict[str, str]]:
    """The commands set for exactly this scope and language."""
    kept = world.profile.get("commands", {})
    return list(kept.get((_scope(world, arguments), _language(arguments)), []))


def delete_my_commands(world: TelegramWorld, arguments: Arguments) -> bool:
    """Take the commands of a scope and a language away."""
    world.profile.get("commands", {}).pop((_scope(world, arguments), _language(arguments)), None)
    world.changes.tell("profile")
    return True


def commands_for(world: TelegramWorld, person: Person, chat: Chat) -> list[dict[str, str]]:
    """The commands that a person sees in a chat: the narrowest scope first, their language before none."""
    wide = ["all_private_chats"] if chat.type == "private" else ["all_group_chats"]
    kept = world.profile.get("commands", {})
    for scope in [f"chat_member:{chat.id}:{person.id}", f"chat:{chat.id}", *wide, "default"]:
        for language in (person.language_code, ""):
            if kept.get((scope, language)):
                return list(kept[scope, language])
    return []


METHODS = {
    "getme": get_me,
    "setmycommands": set_my_commands,
    "getmycommands": get_my_commands,
    "deletemycommands": delete_my_commands,
    **{f"setmy{field.replace('_', '')}": _setter(field) for field in LONGEST},
    **{f"getmy{field.replace('_', '')}": _getter(field) for field in LONGEST},
}
