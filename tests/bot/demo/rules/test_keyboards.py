"""Buttons are read, passed over and refused as by Telegram's own server."""

from typing import Any

import pytest

from bot.demo.rules import keyboards
from bot.demo.rules.arguments import Arguments
from bot.demo.rules.refusals import Refusal

ROW = [{"text": "a", "callback_data": "x"}]
BAD = "can't parse inline keyboard button: "


def kept(rows: Any) -> Any:
    markup = keyboards.possible(keyboards.parsed(Arguments({"reply_markup": {"inline_keyboard": rows}})))
    keyboards.sent(markup)
    return markup


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ("x", 'field "inline_keyboard" must be of type Array'),
        ([7], 'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'),
        ([[7]], BAD + "InlineKeyboardButton must be an Object"),
        ([[{"callback_data": "x"}]], BAD + 'Can\'t find field "text"'),
        ([[{"text": [], "callback_data": "x"}]], BAD + 'Field "text" must be of type String'),
        ([[{"text": "a"}]], BAD + "Text buttons are unallowed in the inline keyboard"),
        ([[{"text": "a", "callback_data": ""}]], BAD + "Text buttons are unallowed in the inline keyboard"),
        ([[{"text": "a", "callback_data": "x", "style": "loud"}]], BAD + "invalid button style specified"),
        ([[{"text": "\r", "callback_data": "x"}]], "inline keyboard button text must be non-empty"),
        ([[{"text": "a", "url": "localhost"}]], "inline keyboard button URL 'localhost' is invalid: Wrong HTTP URL"),
        ([[{"text": "a", "url": "ftp://x.fi"}]],
         "inline keyboard button URL 'ftp://x.fi' is invalid: Unsupported URL protocol"),
        ([[{"text": "a", "callback_data": "å" * 33}]], "BUTTON_DATA_INVALID"),
        ([[{"text": "a", "copy_text": {"text": ""}}]], "BUTTON_COPY_TEXT_INVALID"),
        ([ROW * 9], "reply markup is too long"),
        ([ROW * 5] * 21, "reply markup is too long"),
    ],
)  # fmt: skip
def test_refused(rows: Any, words: str) -> None:
    with pytest.raises(Refusal) as refused:
        kept(rows)
    assert refused.value.description == f"Bad Request: {words}"


@pytest.mark.parametrize(
    ("rows", "shown"),
    [
        ([ROW, [], [{"text": "", "callback_data": "x"}]], [ROW]),
        ([[{"text": "", "callback_data": "x"}]], None),
        ([[{"text": "a", "callback_data": "å" * 32, "style": "Primary"}]], None),
        ([[{"text": "a", "callback_data": "x", "url": "vasa.fi"}]],
         [[{"text": "a", "callback_data": "x", "url": "http://vasa.fi/"}]]),
        ([[{"text": "a", "url": "tg://user?id=7"}]], None),
    ],
)  # fmt: skip
def test_taken(rows: Any, shown: Any) -> None:
    unchanged = rows if rows[0][0]["text"] else None
    expected = shown or unchanged
    assert kept(rows) == ({"inline_keyboard": expected} if expected else None)


def test_markup_that_is_no_json() -> None:
    with pytest.raises(Refusal, match="can't parse reply keyboard markup JSON object"):
        keyboards.parsed(Arguments({"reply_markup": "{"}))


def test_the_other_kinds_stand_under_new_messages_only() -> None:
    markup = keyboards.parsed(Arguments({"reply_markup": {"force_reply": True}}))
    assert keyboards.possible(markup) == {"force_reply": True}
    with pytest.raises(Refusal, match="inline keyboard expected"):
        keyboards.possible(markup, only_inline=True)
    assert keyboards.parsed(Arguments({"reply_markup": {"force_reply": False}})) is None
