"""Buttons under a message: what Telegram takes, and what it refuses.

Checks the 64 bytes of callback data, the number of buttons and that each button does exactly one thing.
Returns the inline keyboard to keep, or the other kind of markup (a reply field opened, a keyboard below the
typing box).
"""

from typing import Any

from bot.demo.rules.arguments import Arguments
from bot.demo.rules.refusals import bad_request

BUTTONS = 100
"""So many buttons can a message have: not in the Bot API's text, but known to python-telegram-bot, which calls it
undocumented (InlineKeyboardMarkupLimit)."""
ROW = 8
"""So many buttons in a row: from the same source."""
DATA_BYTES = 64
"""Bot API, InlineKeyboardButton, callback_data: 1 to 64 bytes."""
COPY_LETTERS = 256
"""Bot API, CopyTextButton, text: 1 to 256 characters."""

_DOES = (
    "callback_data", "url", "copy_text", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "web_app", "login_url", "callback_game", "pay",
)  # fmt: skip
_OTHERS = ("keyboard", "remove_keyboard", "force_reply")


def markup(arguments: Arguments) -> dict[str, Any] | None:
    """The reply markup of a call, checked; None where there is none."""
    if arguments.values.get("reply_markup") is None:
        return None
    given = arguments.mapping("reply_markup")
    if not given:
        return None
    if "inline_keyboard" in given:
        return inline(given["inline_keyboard"])
    if any(name in given for name in _OTHERS):
        return given
    return None


def inline(rows: Any) -> dict[str, Any] | None:
    """The inline keyboard as it is kept; None where it has no button."""
    if not isinstance(rows, list):
        raise bad_request('field "inline_keyboard" must be of type Array')
    for row in rows:
        _check_row(row)
    if sum(len(row) for row in rows) > BUTTONS:
        raise bad_request("reply markup is too long")
    filled = [row for row in rows if row]
    return {"inline_keyboard": filled} if filled else None


def _check_row(row: Any) -> None:
    if not isinstance(row, list):
        raise bad_request("can't parse inline keyboard row: expected an Array of InlineKeyboardButton")
    if len(row) > ROW:
        raise bad_request("reply markup is too long")
    for button in row:
        _check_button(button)


def _check_button(button: Any) -> None:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: expected an Object")
    if not isinstance(button.get("text"), str):
        raise bad_request("can't parse inline keyboard button: Can't find field \"text\"")
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    does = [name for name in _DOES if name in button]
    if not does:
        raise bad_request("can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard")
    _check_act(does[0], button)


def _check_act(does: str, button: dict[str, Any]) -> None:
    value = button[does]
    if does == "callback_data" and not 1 <= len(str(value).encode()) <= DATA_BYTES:
        raise bad_request("BUTTON_DATA_INVALID")
    if does == "url" and not str(value).startswith(("http://", "https://", "tg://")):
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    if does == "copy_text" and not 1 <= len(str(value.get("text", ""))) <= COPY_LETTERS:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")
