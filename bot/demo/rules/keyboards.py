"""Buttons under a message: what Telegram takes, and what it refuses.

What the JSON says is read before the chat of a call is looked for (telegram-bot-api, Client.cpp 9573), whether the
buttons can be is judged afterwards (td/telegram/ReplyMarkup.cpp 719). The inline keyboard is kept with its message; the
other kinds open a reply field or stand below the typing box.
"""

from typing import Any

from bot.demo.rules import links
from bot.demo.rules.arguments import Arguments
from bot.demo.rules.cleaning import cleaned_line
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
STYLES = {"", "default", "primary", "danger", "success"}

_DOES = (
    "url", "callback_data", "callback_game", "pay", "switch_inline_query", "switch_inline_query_chosen_chat",
    "switch_inline_query_current_chat", "login_url", "web_app", "copy_text",
)  # fmt: skip
"""What a button can do, in the order in which it counts."""
_EMPTY_IS_NONE = {"url", "callback_data"}
_OTHERS = ("keyboard", "remove_keyboard", "force_reply")
Markup = dict[str, Any]


def parsed(arguments: Arguments) -> Markup | None:
    """The reply markup of a call, as far as its JSON is right; None where there is none."""
    if not arguments.values.get("reply_markup"):
        return None
    given = arguments.mapping("reply_markup", "reply keyboard markup") or {}
    rows = given.get("inline_keyboard")
    if rows is not None:
        _check_rows(rows)
    if rows:
        return {"inline_keyboard": rows}
    return given if any(given.get(name) for name in _OTHERS) else None


def possible(markup: Markup | None, *, only_inline: bool = False) -> Markup | None:
    """The markup as it is kept; None where no button is left."""
    if markup is None:
        return None
    if "inline_keyboard" not in markup:
        if only_inline:
            raise bad_request("inline keyboard expected")
        return markup
    # Buttons without words are passed over; their rows go with the last of them.
    rows = [[_possible(button) for button in row if button["text"]] for row in markup["inline_keyboard"]]
    filled = [row for row in rows if row]
    return {"inline_keyboard": filled} if filled else None


def sent(markup: Markup | None) -> None:
    """Raise what Telegram's own servers say of buttons that the Bot API server passed on."""
    rows = (markup or {}).get("inline_keyboard", [])
    if sum(len(row) for row in rows) > BUTTONS or any(len(row) > ROW for row in rows):
        raise bad_request("reply markup is too long")
    for button in (button for row in rows for button in row):
        if len(button.get("callback_data", "").encode()) > DATA_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
        if "copy_text" in button and not 1 <= len(str(button["copy_text"].get("text", ""))) <= COPY_LETTERS:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _check_rows(rows: Any) -> None:
    if not isinstance(rows, list):
        raise bad_request('field "inline_keyboard" must be of type Array')
    for row in rows:
        if not isinstance(row, list):
            raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
        for button in row:
            if words := _wrong_with(button):
                raise bad_request(f"can't parse inline keyboard button: {words}")


def _wrong_with(button: Any) -> str:
    """What is wrong with the JSON of a button, nothing where it is right."""
    if not isinstance(button, dict):
        return "InlineKeyboardButton must be an Object"
    if "text" not in button:
        return 'Can\'t find field "text"'
    if not isinstance(button["text"], str | int | float) or isinstance(button["text"], bool):
        return 'Field "text" must be of type String'
    if str(button.get("style") or "").lower() not in STYLES:
        return "invalid button style specified"
    return "" if _does(button) else "Text buttons are unallowed in the inline keyboard"


def _does(button: dict[str, Any]) -> str:
    """What a button does: the first that counts."""
    return next((name for name in _DOES if name in button and (button[name] or name not in _EMPTY_IS_NONE)), "")


def _possible(button: dict[str, Any]) -> dict[str, Any]:
    does, text = _does(button), cleaned_line(str(button["text"]))
    if not text:
        raise bad_request("inline keyboard button text must be non-empty")
    return {**button, "text": text, does: _kept_link(button[does]) if does == "url" else button[does]}


def _kept_link(url: str) -> str:
    if links.mentioned(url):
        return url
    try:
        return links.checked(url)
    except links.WrongLink as wrong:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: {wrong}") from None
