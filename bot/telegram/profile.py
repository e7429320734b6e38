"""What Telegram shows about the bot before anybody writes to it: commands, descriptions and name, in each language.

Asks first and changes only what differs, so that a restart costs nothing and Telegram's limits on these calls are not
touched. A refusal is written down and passed over: people can be answered without it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bot.log import log, where
from bot.telegram.gateway import Gateway
from bot.telegram.refusal import Undeliverable


@dataclass(frozen=True, slots=True)
class Announcement:
    """The words in one language. `code` is Telegram's language code, empty for everybody else.

    With `chat` the commands are those of one group; empty texts are left as they are.
    """

    commands: Mapping[str, str]
    code: str = ""
    description: str = ""
    short_description: str = ""
    name: str = ""
    chat: int = 0


async def announce(gateway: Gateway, announcements: Sequence[Announcement]) -> None:
    """Set whatever differs from what Telegram shows now."""
    for words in announcements:
        try:
            await _announce(gateway, words)
        except Undeliverable as refusal:
            about = words.chat or words.code or "all"
            log().warning("commands and descriptions are not set", of=about, why=refusal.reason)
        except Exception as error:  # noqa: BLE001 - Lots works without them, whatever a server answers
            log().error("commands and descriptions are not set", of=words.chat or words.code or "all", why=where(error))


async def _announce(gateway: Gateway, words: Announcement) -> None:
    await _announce_commands(gateway, words)
    about = {"language_code": words.code}
    for thing, key in (("Description", "description"), ("ShortDescription", "short_description"), ("Name", "name")):
        wanted = getattr(words, key)
        if wanted and await _shown(gateway, thing, key, about) != wanted:
            await gateway.call(f"setMy{thing}", {**about, key: wanted})


async def _announce_commands(gateway: Gateway, words: Announcement) -> None:
    scope = {"scope": {"type": "chat", "chat_id": words.chat}} if words.chat else {}
    where = {**scope, "language_code": words.code} if words.code or not words.chat else scope
    commands = [{"command": name, "description": text} for name, text in words.commands.items()]
    if await gateway.call("getMyCommands", where) != commands:
        await gateway.call("setMyCommands", {**where, "commands": commands})


async def _shown(gateway: Gateway, thing: str, key: str, about: Mapping[str, Any]) -> Any:
    shown = await gateway.call(f"getMy{thing}", about)
    return shown.get(key) if isinstance(shown, dict) else None
