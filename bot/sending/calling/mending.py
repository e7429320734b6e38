"""What a call loses when Telegram does not want it whole: its file, its topic, its markup, the message it edits.

People should get their words without these rather than nothing. Each mending takes something away for good, so that a
call is mended a few times at most; it is made again at once, because it is another call.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.telegram.refusal import (
    Undeliverable,
    file_missing,
    markup_unreadable,
    missing,
    topic_missing,
    topic_shut,
)
from bot.telegram.text.markup import plain

BESIDE_A_FILE = ("chat_id", "message_thread_id", "parse_mode", "reply_markup", "reply_parameters")


@dataclass(frozen=True, slots=True)
class Call:
    """A method of the Bot API with its payload. `instead`: what is sent if there is nothing to edit. `whole`: with all
    that belongs to it, its file too. `at_home`: it belongs in the topic of its case, and goes nowhere else.
    """

    method: str
    payload: Mapping[str, Any]
    instead: Mapping[str, Any] | None = None
    whole: bool = True
    at_home: bool = False


@dataclass(frozen=True, slots=True)
class Mending:
    """One way to mend. `what` it is for and `left` what is left, in words for the page; `of` gives None where there is
    nothing to take away.
    """

    what: str
    left: str
    wanted: Callable[[Undeliverable], bool]
    of: Callable[[Call], Call | None]


def mended(call: Call, refusal: Undeliverable) -> Call | None:
    """Return the call as it may be taken after a refusal, None if nothing is left to be mended."""
    found = (mending.of(call) for mending in MENDINGS if mending.wanted(refusal))
    return next((better for better in found if better is not None), None)


def _posted(call: Call) -> Call | None:
    return None if call.instead is None else Call("sendMessage", call.instead, at_home=call.at_home)


def _words_alone(call: Call) -> Call | None:
    if "caption" not in call.payload:
        return None
    kept = {name: call.payload[name] for name in BESIDE_A_FILE if name in call.payload}
    return Call("sendMessage", {**kept, "text": call.payload["caption"]}, whole=False, at_home=call.at_home)


def _without_topic(call: Call) -> Call | None:
    if call.at_home or "message_thread_id" not in call.payload:
        return None
    kept = {name: value for name, value in call.payload.items() if name != "message_thread_id"}
    return replace(call, payload=kept)


def _topic_unfit(refusal: Undeliverable) -> bool:
    return topic_missing(refusal) or topic_shut(refusal.reason)


def _without_markup(call: Call) -> Call | None:
    if "parse_mode" not in call.payload:
        return None
    words = {name: plain(call.payload[name]) for name in ("text", "caption") if name in call.payload}
    kept = {name: value for name, value in call.payload.items() if name != "parse_mode"}
    return replace(call, payload=kept | words)


MENDINGS = (
    Mending("there is no such message to edit", "the card is posted anew", missing, _posted),
    Mending(
        "its file is gone, or files of its kind are forbidden",
        "the words without the file, and the receipt says so",
        file_missing,
        _words_alone,
    ),
    Mending("its topic was deleted or closed", "the message outside the topic", _topic_unfit, _without_topic),
    Mending("its markup cannot be read", "the words without markup", markup_unreadable, _without_markup),
)
