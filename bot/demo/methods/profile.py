"""What the bot says about itself: getMe, name, descriptions and commands, each in every language.

Keeps them in the world's `profile`; the page shows the commands that fit a person's language and chat.
"""

import re
from typing import Any

from bot.demo.rules.arguments import Arguments
from bot.demo.rules.formatting import units
from bot.demo.rules.refusals import bad_request
from bot.demo.world.world import Chat, Person, TelegramWorld

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"[a-z]{2}")
COMMANDS = 100
"""Bot API, setMyCommands: at most 100 commands."""
COMMAND_TEXT = 256
"""Bot API, BotCommand, description: 1 to 256 characters."""
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
    scope = arguments.mapping("scope") or {"type": "default"}
    kind = str(scope.get("type"))
    if "chat_id" in scope and int(scope["chat_id"]) not in world.chats:
        raise bad_request("chat not found")
    return ":".join([kind, *(str(scope[name]) for name in ("chat_id", "user_id") if name in scope)])


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
    name, words = str(given.get("command", "")).removeprefix("/"), str(given.get("description", ""))
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= units(words) <= COMMAND_TEXT:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
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
