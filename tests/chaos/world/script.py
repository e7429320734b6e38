"""What the people of the chaos suite do and what they must then be shown: the scripted journey and its rehearsal.

One association walks the whole way alone, with nothing going wrong; what the bot says to it then is what every other
association must be told, word for word but for its own words, its case's reference and the navigator's name.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

Call = dict[str, Any]
Words = tuple[str, str, str]
"""A call as it compares: its method, its text and its buttons, with names put for what differs."""

# Lines in one group are typed at once, without waiting for an answer: they must be taken in this order.
JOURNEY: tuple[tuple[str, ...], ...] = (
    ("gubbarna i byn sitter hemma hela vintern och pratar inte med någon {tag}",),
    ("1",),
    ("[Skriva ett förslag]",),
    ("[Börja]",),
    (
        "Onsdagsköket {tag}",
        "använd det jag skrev",
        "Vi lagar mat ihop varje onsdag i byagården, sex frivilliga är med. {tag}",
        "spara och gå",
    ),
    ("[Fortsätt nu]",),
    ("[Se allt]",),
    ("[Skicka till kommunen]",),
    ("Föreningen {tag} rf",),
    ("[Skicka till kommunen]",),
)
DESK: tuple[str, ...] = ("[Ta ärendet]", "[Svara föreningen]", "Hej! Fin idé {tag}. Vi ses på tisdag.", "[Skicka]")
DESK_SHOWN = ("tagen · ", "skriv svaret till föreningen", "så här ser föreningen det", "Levererat till föreningen")
"""Words by which the navigator knows that each act was taken; on the card or under it."""
ANSWERED = "Hej! Fin idé {tag}."

TAG = re.compile(r"Q\d{4}Z")
REFERENCE = re.compile(r"\b[23456789CFGHJKMPQRVWX]{5}\b")
NAVIGATOR = re.compile(r"\bNora\d+\b")
MEMBER = re.compile(r"\bAnna\d+\b")


@dataclass(frozen=True)
class Expected:
    """What a whole journey shows: in the association's chat, what comes with the days, and at the desk."""

    chat: tuple[Words, ...]
    reminders: tuple[Words, ...]
    desk: tuple[Words, ...]
    shown: tuple[str, ...]
    """The texts by which an association knows that each group of acts was answered."""


def tag_of(number: int) -> str:
    """The mark that an association's own words carry."""
    return f"Q{number:04d}Z"


def plain(text: str) -> str:
    """A text as it compares."""
    named = NAVIGATOR.sub("<navigator>", MEMBER.sub("<member>", text))
    return REFERENCE.sub("<case>", TAG.sub("<tag>", named))


def words(call: Call) -> Words:
    """A call as it compares."""
    arguments = call["arguments"]
    markup = arguments.get("reply_markup")
    markup = json.loads(markup) if isinstance(markup, str) else markup
    buttons = json.dumps(markup, ensure_ascii=False, sort_keys=True) if markup else ""
    return call["method"].replace("_", "").lower(), plain(str(arguments.get("text", ""))), plain(buttons)


def tags(call: Call) -> set[str]:
    """Whose words a call carries."""
    return set(TAG.findall(str(call["arguments"])))


def references(calls: Iterable[Call]) -> set[str]:
    """The cases that calls name."""
    return {found for call in calls for found in REFERENCE.findall(str(call["arguments"].get("text", "")))}
