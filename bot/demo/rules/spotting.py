"""What Telegram marks in a text by itself: commands, links, mail addresses, mentions, hashtags.

Also brings a text and its entities into the form in which Telegram keeps them: without blank edges, counted
in UTF-16 units. Tags are read in `formatting.py`.
"""

import re
from typing import Any

from bot.demo.rules.arguments import Arguments
from bot.demo.rules.formatting import parse_html, units
from bot.demo.rules.refusals import bad_request

_SPOTS = re.compile(
    r"(?P<url>(?:https?://)[^\s<>\"]+[^\s<>\".,:;!?)\]])"
    r"|(?P<email>[\w.+-]+@[\w-]+\.[\w.-]*\w)"
    r"|(?<![\w/])(?P<bot_command>/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?)(?![\w/])"
    r"|(?<!\w)(?P<mention>@[A-Za-z]\w{3,31})"
    r"|(?<!\w)(?P<hashtag>\#\w*[^\W\d]\w*)"
)
_HINTS = re.compile(r"[/@#]")

Entities = list[dict[str, Any]]


def spot(text: str) -> Entities:
    """The entities that need no marking, in order."""
    if not _HINTS.search(text):
        return []
    return [
        {"type": str(hit.lastgroup), "offset": units(text[: hit.start()]), "length": units(hit.group())}
        for hit in _SPOTS.finditer(text)
    ]


def formatted(arguments: Arguments, name: str, entities: str, *, limit: int) -> tuple[str, Entities]:
    """The text of an argument with all its entities, at most `limit` UTF-16 units after parsing."""
    text, marked = _read(arguments, name, entities)
    text, marked = trimmed(text, marked)
    if len(text) > limit // 2 and units(text) > limit:
        raise bad_request("message is too long" if name == "text" else "message caption is too long")
    return text, together(marked, spot(text))


def _read(arguments: Arguments, name: str, entities: str) -> tuple[str, Entities]:
    source = arguments.text(name)
    mode = arguments.text("parse_mode").lower()
    match mode:
        case "html":
            return parse_html(source)
        case "" | "none":
            return source, arguments.listing(entities)
        case _:
            # Lots writes HTML only. The two Markdowns are refused aloud rather than sent as they stand.
            raise bad_request("unsupported parse_mode")


def trimmed(text: str, entities: Entities) -> tuple[str, Entities]:
    """Without blank edges; the entities move along, and those left without a letter go."""
    bare = text.strip()
    if len(bare) == len(text):
        return text, entities
    skipped, length = units(text[: len(text) - len(text.lstrip())]), units(bare)
    return bare, [moved for entity in entities if (moved := _moved(entity, skipped, length))]


def _moved(entity: dict[str, Any], skipped: int, length: int) -> dict[str, Any] | None:
    start = max(entity["offset"] - skipped, 0)
    end = min(entity["offset"] + entity["length"] - skipped, length)
    return {**entity, "offset": start, "length": end - start} if end > start else None


def together(marked: Entities, spotted: Entities) -> Entities:
    """Marked entities win over spotted ones that touch them, unless the mark is only a style."""
    if not marked or not spotted:
        return marked or spotted
    firm = [entity for entity in marked if entity["type"] in {"text_link", "code", "pre", "text_mention"}]
    free = [one for one in spotted if not any(_touch(one, other) for other in firm)]
    return sorted([*marked, *free], key=lambda entity: (entity["offset"], -entity["length"]))


def _touch(one: dict[str, Any], other: dict[str, Any]) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])
