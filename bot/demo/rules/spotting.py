"""What Telegram marks in a text by itself: commands, links, mail addresses, mentions, hashtags.

Also brings a text and its entities into the form in which Telegram keeps them, in two steps, as Telegram does: what a
call says is read before its chat is looked for, whether it fits is judged afterwards. Tags are read in `formatting.py`,
signs that Telegram takes out go in `cleaning.py`.
"""

import re
from typing import Any

from bot.demo.rules.arguments import Arguments
from bot.demo.rules.cleaning import Entities, cleaned
from bot.demo.rules.formatting import parse_html, units
from bot.demo.rules.refusals import bad_request

_ENDINGS = r"(?:com|org|net|info|eu|fi|se|ax|nu|io|app|dev|me|tv)"
"""The ends of addresses that are known without a protocol: of Telegram's 1500 those that are met here."""
_PATH = r"(?:/(?:[^\s<>\"]*[^\s<>\".,:;!?)\]])?)?"
_SPOTS = re.compile(
    r"(?P<url>(?:https?://)[^\s<>\"]+[^\s<>\".,:;!?)\]])"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    rf"|(?<![\w@./-])(?P<bare_url>(?:[^\W_](?:[\w-]*[^\W_])?\.)+{_ENDINGS}(?![\w@-]){_PATH})"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/])"
    r"|(?<!\w)(?P<mention>@[A-Za-z]\w{3,31})"
    r"|(?<!\w)(?P<hashtag>\#\w*[^\W\d]\w*)"
)
_HINTS = re.compile(r"[/@#]|\w\.\w")
RAW_BYTES = 1 << 15
"""The longest text that is read at all, in bytes before parsing (telegram-bot-api, Client.cpp 11309)."""
TOO_LONG = {"text": "message is too long", "caption": "message caption is too long"}


def spot(text: str) -> Entities:
    """The entities that need no marking, in order."""
    if not _HINTS.search(text):
        return []
    return [
        {
            "type": str(hit.lastgroup).removeprefix("bare_"),
            "offset": units(text[: hit.start()]),
            "length": units(hit[0]),
        }
        for hit in _SPOTS.finditer(text)
    ]


def parsed(arguments: Arguments, name: str, entities: str) -> tuple[str, Entities]:
    """The text of an argument with the entities that it brings, as far as that is known without its chat."""
    source = arguments.text(name)
    if name == "text" and not source:
        raise bad_request("message text is empty")
    if len(source.encode("utf-8", "surrogatepass")) > RAW_BYTES:
        raise bad_request("text is too long")
    match arguments.text("parse_mode").lower():
        case "html":
            return parse_html(source)
        case "" | "none":
            return source, arguments.listing(entities)
        case _:
            # Lots writes HTML only. The two Markdowns are refused aloud rather than sent as they stand.
            raise bad_request("unsupported parse_mode")


def fitting(words: tuple[str, Entities], name: str, *, limit: int) -> tuple[str, Entities]:
    """A text as Telegram keeps it, with all its entities: cleaned, at most `limit` signs (code points) long."""
    text, marked = cleaned(*words)
    if name == "text" and not text:
        raise bad_request("text must be non-empty")
    if len(text) > limit:
        raise bad_request(TOO_LONG[name])
    return text, together(marked, spot(text))


def together(marked: Entities, spotted: Entities) -> Entities:
    """Marked entities win over spotted ones that touch them, unless the mark is only a style."""
    if not marked or not spotted:
        return marked or spotted
    firm = [entity for entity in marked if entity["type"] in {"text_link", "code", "pre", "text_mention"}]
    free = [one for one in spotted if not any(_touch(one, other) for other in firm)]
    return sorted([*marked, *free], key=lambda entity: (entity["offset"], -entity["length"]))


def _touch(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])
