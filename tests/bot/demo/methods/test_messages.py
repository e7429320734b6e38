"""The bot's messages over real HTTP: what Telegram takes, what it refuses and with which words."""

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity, ReplyParameters
from telegram.error import BadRequest, Forbidden, InvalidToken

from bot.demo.doors.server import TOKEN
from bot.demo.rules.refusals import NOT_MODIFIED
from tests.bot.demo.town import Town, in_town

BUTTONS = InlineKeyboardMarkup([[InlineKeyboardButton("Ja", callback_data="s1.0")]])


@in_town
async def test_get_me_and_profile(town: Town) -> None:
    assert (town.bot.id, town.bot.username, town.bot.bot.is_bot) == (1000000001, "lots_demo_bot", True)
    await town.bot.set_my_description("Hej", language_code="sv")
    await town.bot.set_my_short_description("Kort", language_code="sv")
    await town.bot.set_my_name("Lots", language_code="sv")
    await town.bot.set_my_commands([("start", "Börja")], language_code="sv")
    assert (await town.bot.get_my_description("sv")).description == "Hej"
    assert (await town.bot.get_my_description()).description == ""
    assert (await town.bot.get_my_short_description("sv")).short_description == "Kort"
    assert (await town.bot.get_my_name("sv")).name == "Lots"
    assert [one.to_dict() for one in await town.bot.get_my_commands(language_code="sv")] == [
        {"command": "start", "description": "Börja"}
    ]
    assert await town.bot.get_my_commands() == ()
    anna = await town.person("Anna", "sv")
    assert await town.get(f"/people/{anna}/commands") == [{"command": "start", "description": "Börja"}]


@in_town
async def test_a_text_with_tags_commands_and_buttons(town: Town) -> None:
    anna = await town.person()
    sent = await town.bot.send_message(anna, " <b>Hej</b> /start \n", parse_mode="HTML", reply_markup=BUTTONS)
    assert sent.text == "Hej /start"
    assert sent.entities == (
        MessageEntity(MessageEntity.BOLD, 0, 3),
        MessageEntity(MessageEntity.BOT_COMMAND, 4, 6),
    )
    assert sent.reply_markup == BUTTONS
    assert (await town.get(f"/chats/{anna}/messages"))[-1]["message_id"] == sent.message_id


@in_town
async def test_get_form_and_json_are_the_same(town: Town) -> None:
    anna = await town.person()
    path, values = f"/bot{TOKEN}/sendMessage", {"chat_id": str(anna), "text": "hej"}
    for answer in (
        await town.web.get(path, params=values),
        await town.web.post(path, data=values),
        await town.web.post(path.replace("sendM", "SENDm"), json=values),
        await town.web.post(path, files={"chat_id": (None, str(anna)), "text": (None, "hej")}),
    ):
        assert answer.json()["result"]["text"] == "hej"


@in_town
async def test_refused_texts(town: Town) -> None:
    anna = await town.person()
    cases = [
        ({"chat_id": anna, "text": ""}, "message text is empty"),
        ({"chat_id": anna, "text": " \n "}, "text must be non-empty"),
        ({"chat_id": anna, "text": "\u200b\xa0\t"}, "text must be non-empty"),
        ({"chat_id": anna, "text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"chat_id": anna, "text": "a" * 4097}, "message is too long"),
        ({"chat_id": anna, "text": "🏟" * 4097}, "message is too long"),
        ({"chat_id": anna, "text": "<b></b>" * 4682, "parse_mode": "HTML"}, "text is too long"),
        ({"text": "a"}, "chat_id is empty"),
        ({"chat_id": 5, "text": "a"}, "chat not found"),
        ({"chat_id": anna, "text": "a", "parse_mode": "Markdown"}, "unsupported parse_mode"),
        ({"chat_id": anna, "text": "a", "reply_to_message_id": 99}, "message to be replied not found"),
        ({"chat_id": anna, "text": "a", "message_thread_id": 9}, "message thread not found"),
        ({"chat_id": anna, "text": "a", "reply_markup": "{"}, "can't parse reply keyboard markup JSON object"),
    ]
    for arguments, words in cases:
        assert await town.refused("sendMessage", **arguments) == (400, f"Bad Request: {words}")
    longest = await town.raw("sendMessage", chat_id=anna, text="<b>" + "🏟" * 4096 + "</b>", parse_mode="HTML")
    assert longest["result"]["entities"] == [{"type": "bold", "offset": 0, "length": 2 * 4096}]


@in_town
async def test_whom_the_bot_may_write_to(town: Town) -> None:
    stranger = await town.person("Sara", started=False)
    with pytest.raises(BadRequest, match=r"^Chat not found$"):
        await town.bot.send_message(stranger, "hej")
    group = await town.group(stranger)
    with pytest.raises(Forbidden, match="bot can't initiate conversation with a user"):
        await town.bot.send_message(stranger, "hej")
    await town.post(f"/people/{stranger}/start")
    await town.bot.send_message(stranger, "hej")
    await town.post(f"/people/{stranger}/block")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await town.bot.send_message(stranger, "hej")
    await town.post(f"/chats/{group}/bot", {"status": "kicked"})
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await town.bot.send_message(group, "hej")


@in_town
async def test_edits(town: Town) -> None:
    anna = await town.person()
    sent = await town.bot.send_message(anna, "ett", reply_markup=BUTTONS)
    with pytest.raises(BadRequest, match="Message is not modified"):
        await sent.edit_text("ett", reply_markup=BUTTONS)
    assert await town.refused(
        "editMessageReplyMarkup",
        chat_id=anna,
        message_id=sent.message_id,
        reply_markup=BUTTONS.to_dict(),
    ) == (400, f"Bad Request: {NOT_MODIFIED}")
    edited = await sent.edit_text("två")
    assert (edited.text, edited.reply_markup, edited.edit_date is not None) == ("två", None, True)
    assert await town.refused("editMessageText", chat_id=anna, message_id=99, text="a") == (
        400,
        "Bad Request: message to edit not found",
    )
    own = await town.post(f"/people/{anna}/write", {"text": "mitt"})
    assert await town.refused("editMessageText", chat_id=anna, message_id=own["message"]["message_id"], text="a") == (
        400,
        "Bad Request: message can't be edited",
    )
    await town.bot.delete_message(anna, sent.message_id)
    assert await town.refused("deleteMessage", chat_id=anna, message_id=sent.message_id) == (
        400,
        "Bad Request: message to delete not found",
    )


@in_town
async def test_what_stands_with_a_keyboard_is_never_changed(town: Town) -> None:
    anna = await town.person()
    asked = await town.raw("sendMessage", chat_id=anna, text="?", reply_markup={"force_reply": True})
    place = {"chat_id": anna, "message_id": asked["result"]["message_id"], "text": "!"}
    assert await town.refused("editMessageText", **place) == (400, "Bad Request: message can't be edited")
    place["message_id"] = (await town.raw("sendMessage", chat_id=anna, text="?"))["result"]["message_id"]
    assert await town.refused("editMessageText", **place, reply_markup={"force_reply": True}) == (
        400,
        "Bad Request: inline keyboard expected",
    )


@in_town
async def test_what_cannot_be_deleted(town: Town) -> None:
    nora = await town.person("Nora")
    group = await town.group(nora, bot="member")
    hers = (await town.post(f"/people/{nora}/write", {"chat": group, "text": "/x"}))["message"]["message_id"]
    cases = [
        ({}, "chat identifier is not specified"),
        ({"chat_id": group}, "message identifier is not specified"),
        ({"chat_id": group, "message_id": 99}, "message to delete not found"),
        ({"chat_id": group, "message_id": hers}, "message can't be deleted"),
    ]
    for arguments, words in cases:
        assert await town.refused("deleteMessage", **arguments) == (400, f"Bad Request: {words}")


@in_town
async def test_what_is_older_than_two_days_stays_for_everyone(town: Town) -> None:
    anna, old = await town.person(), 48 * 3600 + 1
    sent = await town.bot.send_message(anna, "gammalt")
    town.app.world.chats[anna].messages[sent.message_id]["date"] -= old
    assert await town.refused("deleteMessage", chat_id=anna, message_id=sent.message_id) == (
        400,
        "Bad Request: message can't be deleted for everyone",
    )
    group = await town.group(anna)
    kept = await town.bot.send_message(group, "gammalt")
    town.app.world.chats[group].messages[kept.message_id]["date"] -= old
    assert await kept.delete()


@in_town
async def test_only_what_the_bot_can_be_seen_to_do(town: Town) -> None:
    anna = await town.person()
    for action, chat in (("dance", anna), ("", anna), ("dance", 5)):
        assert await town.refused("sendChatAction", chat_id=chat, action=action) == (
            400,
            "Bad Request: wrong parameter action in request",
        )
    assert await town.bot.send_chat_action(anna, "upload_document")


@in_town
async def test_replies_copies_and_forwards(town: Town) -> None:
    anna, mikko = await town.person(), await town.person("Mikko", "fi")
    asked = (await town.post(f"/people/{anna}/write", {"text": "fråga"}))["message"]
    answer = await town.bot.send_message(
        anna, "svar", reply_parameters=ReplyParameters(asked["message_id"], allow_sending_without_reply=True)
    )
    assert answer.reply_to_message
    assert answer.reply_to_message.text == "fråga"
    copy = await town.bot.copy_message(mikko, anna, asked["message_id"])
    forward = await town.bot.forward_message(mikko, anna, asked["message_id"])
    messages = await town.get(f"/chats/{mikko}/messages?after={copy.message_id - 1}")
    assert [(one["text"], "forward_origin" in one) for one in messages] == [("fråga", False), ("fråga", True)]
    assert forward.forward_origin
    assert await town.refused("copyMessage", chat_id=mikko, from_chat_id=anna, message_id=99) == (
        400,
        "Bad Request: message to copy not found",
    )


@in_town
async def test_who_is_let_in(town: Town) -> None:
    wrong = await town.web.post("/bot1:wrong/getMe")
    assert (wrong.status_code, wrong.json()["description"]) == (401, "Unauthorized")
    with pytest.raises(InvalidToken):
        async with type(town.bot)("1:wrong", base_url=f"{town.url}/bot"):
            pass
    assert await town.refused("sendNothing") == (404, "Not Found: method not found")


@in_town
async def test_chat_members_and_reactions(town: Town) -> None:
    anna = await town.person()
    group = await town.group(anna)
    chat = await town.bot.get_chat(anna)
    assert (chat.id, chat.first_name, chat.type) == (anna, "Anna", "private")
    assert (await town.bot.get_chat_member(group, anna)).status == "member"
    assert (await town.bot.get_chat_member(group, town.bot.id)).status == "administrator"
    assert await town.bot.get_chat_member_count(group) == 2
    sent = await town.bot.send_message(group, "hej")
    assert await sent.set_reaction("👍")
    assert (await town.get("/state"))["chats"][-1]["reactions"] == {str(sent.message_id): ["👍"]}
    assert await town.bot.leave_chat(group)
    with pytest.raises(Forbidden):
        await town.bot.send_message(group, "hej")
