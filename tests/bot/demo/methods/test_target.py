"""Where a message goes is checked in the order of Telegram's own server: each fault hides those behind it."""

from tests.bot.demo.town import Town, in_town

FAULTS = [
    ({"text": ""}, "message text is empty"),
    ({"text": "</b>x", "parse_mode": "HTML"}, "can't parse entities: Unexpected end tag at byte offset 0"),
    ({"reply_parameters": {"chat_id": 1}}, 'can\'t find field "message_id"'),
    ({"reply_markup": {"inline_keyboard": [[7]]}},
     "can't parse inline keyboard button: InlineKeyboardButton must be an Object"),
    ({"chat_id": 5}, "chat not found"),
    ({"reply_parameters": {"message_id": 99}}, "message to be replied not found"),
    ({"reply_markup": {"inline_keyboard": [[{"text": "a", "url": "x"}]]}},
     "inline keyboard button URL 'x' is invalid: Wrong HTTP URL"),
    ({"text": " "}, "text must be non-empty"),
    ({"reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "x" * 65}]]}}, "BUTTON_DATA_INVALID"),
]  # fmt: skip
"""What is wrong with a call, in the order in which it is told."""


@in_town
async def test_of_several_faults_the_first_is_told(town: Town) -> None:
    anna = await town.person()
    told = []
    for number in range(len(FAULTS)):
        arguments = {"chat_id": anna, "text": "x"}
        for fault, _ in reversed(FAULTS[number:]):
            arguments |= fault
        told.append((await town.raw("sendMessage", **arguments))["description"])
    assert told == [f"Bad Request: {words}" for _, words in FAULTS]


@in_town
async def test_what_telegram_itself_says_comes_last(town: Town) -> None:
    anna = await town.person()
    await town.post(f"/people/{anna}/block")
    assert await town.refused("sendMessage", chat_id=anna, text=" ") == (400, "Bad Request: text must be non-empty")
    assert await town.refused("sendMessage", chat_id=anna, text="x") == (403, "Forbidden: bot was blocked by the user")


@in_town
async def test_a_message_that_answers_names_the_message(town: Town) -> None:
    anna = await town.person()
    for answers in ({}, {"message_id": 0}, {"message_id": 99, "allow_sending_without_reply": True}):
        said = await town.raw("sendMessage", chat_id=anna, text="x", reply_parameters=answers)
        assert "reply_to_message" not in said["result"]


@in_town
async def test_an_edit_in_a_group_that_is_closed_to_the_bot(town: Town) -> None:
    nora = await town.person("Nora")
    group = await town.group(nora)
    card = await town.bot.send_message(group, "kort")
    for status, words in (
        ("kicked", "bot was kicked from the supergroup chat"),
        ("left", "bot is not a member of the supergroup chat"),
    ):
        await town.post(f"/chats/{group}/bot", {"status": status})
        arguments = {"chat_id": group, "message_id": card.message_id, "text": "!"}
        assert await town.refused("editMessageText", **arguments) == (403, f"Forbidden: {words}")
