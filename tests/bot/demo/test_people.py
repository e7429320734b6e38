"""What people do arrives at the bot in the shape that python-telegram-bot reads."""

import asyncio

import pytest
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.demo.rules.refusals import QUERY_TOO_OLD
from tests.bot.demo.town import Town, in_town


@in_town
async def test_start_from_a_link(town: Town) -> None:
    anna = await town.person(started=False)
    await town.post(f"/people/{anna}/start", {"payload": "vasa-2023"})
    message = (await town.heard())[0].message
    assert message
    assert message.from_user
    assert (message.text, message.from_user.language_code, message.chat.type) == ("/start vasa-2023", "sv", "private")
    assert message.parse_entities() == {message.entities[0]: "/start"}
    refused = await town.web.post(f"/people/{anna}/start", json={"payload": "å"})
    assert refused.status_code == 400


@in_town
async def test_a_press_and_its_answer(town: Town) -> None:
    anna = await town.person()
    keyboard = InlineKeyboardMarkup(
        [[InlineKeyboardButton("Ja", callback_data="s1.0"), InlineKeyboardButton("Nej", callback_data="s1.1")]]
    )
    sent = await town.bot.send_message(anna, "?", reply_markup=keyboard)
    body = {"message_id": sent.message_id, "button": "Nej", "wait": 5}
    press = asyncio.create_task(town.post(f"/people/{anna}/press", body))
    query = (await town.heard(5))[0].callback_query
    assert query
    assert query.message
    assert (query.data, query.from_user.id, query.message.message_id) == ("s1.1", anna, sent.message_id)
    assert query.chat_instance
    await query.answer("Sparat", show_alert=True)
    assert (await press)["answer"] == {"text": "Sparat", "show_alert": True}
    for number in (query.id, "17"):
        assert await town.refused("answerCallbackQuery", callback_query_id=number) == (
            400,
            f"Bad Request: {QUERY_TOO_OLD}",
        )


@in_town
async def test_forged_data_and_buttons_that_are_gone(town: Town) -> None:
    anna = await town.person()
    sent = await town.bot.send_message(anna, "?")
    await town.post(f"/people/{anna}/press", {"message_id": sent.message_id, "data": "s999.9"})
    await town.bot.delete_message(anna, sent.message_id)
    await town.post(f"/people/{anna}/press", {"message_id": sent.message_id, "data": "s1.0"})
    forged, gone = [update.callback_query for update in await town.heard()]
    assert forged
    assert gone
    assert gone.message
    assert (forged.data, gone.message.is_accessible) == ("s999.9", False)
    refused = await town.web.post(f"/people/{anna}/press", json={"message_id": sent.message_id, "button": 0})
    assert (refused.status_code, refused.json()) == (400, {"error": f"there is no message {sent.message_id}"})


@in_town
async def test_edit_reply_and_block(town: Town) -> None:
    anna = await town.person()
    sent = await town.bot.send_message(anna, "fråga")
    done = await town.post(f"/people/{anna}/write", {"text": "svar", "reply_to": sent.message_id})
    await town.post(f"/people/{anna}/edit", {"message_id": done["message"]["message_id"], "text": "nytt svar"})
    await town.post(f"/people/{anna}/block")
    await town.post(f"/people/{anna}/start")
    reply, edit, block, unblock, start = await town.heard()
    assert reply.message
    assert reply.message.reply_to_message
    assert reply.message.reply_to_message.text == "fråga"
    assert edit.edited_message
    assert (edit.edited_message.text, edit.edited_message.edit_date is None) == ("nytt svar", False)
    changes = [update.my_chat_member for update in (block, unblock)]
    assert [one and one.new_chat_member.status for one in changes] == ["kicked", "member"]
    assert start.message
    assert start.message.text == "/start"


@in_town
async def test_files_both_ways(town: Town) -> None:
    anna = await town.person()
    form = {"file": ("plan å.pdf", b"%PDF-1.7", "application/pdf")}
    await town.web.post(f"/people/{anna}/files", files=form, data={"caption": "bilaga"})
    await town.post(f"/people/{anna}/sticker", {"emoji": "👍"})
    await town.post(f"/people/{anna}/notice", {"kind": "video", "name": "film.mp4", "size": 50_000_000})
    document, sticker, video = [update.message for update in await town.heard()]
    assert document
    assert document.document
    assert (document.document.file_name, document.caption) == ("plan å.pdf", "bilaga")
    file = await document.document.get_file()
    assert bytes(await file.download_as_bytearray()) == b"%PDF-1.7"
    assert sticker
    assert sticker.sticker
    assert sticker.sticker.emoji == "👍"
    assert video
    assert video.video
    assert await town.refused("getFile", file_id=video.video.file_id) == (400, "Bad Request: file is too big")
    sent = await town.bot.send_document(anna, b"PK", filename="Rf_grunduppgifter.docx", caption="<b>Klar</b>",
                                        parse_mode="HTML")  # fmt: skip
    assert sent.document
    download = await town.web.get(f"/files/{sent.document.file_id}")
    assert (download.content, download.headers["content-disposition"]) == (
        b"PK",
        "attachment; filename*=UTF-8''Rf_grunduppgifter.docx",
    )
    again = await town.bot.send_document(anna, sent.document.file_id)
    assert again.document == sent.document
    await town.web.delete(f"/files/{sent.document.file_id}")
    assert await town.refused("getFile", file_id=sent.document.file_id) == (
        400,
        "Bad Request: wrong file_id or the file is temporarily unavailable",
    )


@in_town
async def test_pictures_voices_and_albums(town: Town) -> None:
    anna = await town.person()
    assert await town.refused("sendPhoto", chat_id=anna) == (400, "Bad Request: there is no photo in the request")
    picture = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x10\0\0\0\x08"
    photo = await town.bot.send_photo(anna, picture)
    assert (photo.photo[0].width, photo.photo[0].height) == (16, 8)
    voice = await town.bot.send_voice(anna, b"OggS")
    assert voice.voice
    from telegram import InputMediaDocument

    album = await town.bot.send_media_group(
        anna, [InputMediaDocument(b"1", filename="a.pdf"), InputMediaDocument(b"2", filename="b.pdf")]
    )
    assert [one.document and one.document.file_name for one in album] == ["a.pdf", "b.pdf"]
    assert len({one.media_group_id for one in album}) == 1
    large = await town.web.post(
        town.bot.base_url + "/sendDocument",
        data={"chat_id": str(anna)},
        files={"document": ("stor.bin", b"0" * (50 * 1024 * 1024 + 1))},
    )
    assert (large.status_code, large.json()["description"]) == (413, "Request Entity Too Large")


@in_town
async def test_a_plain_member_hears_commands_and_replies_only(town: Town) -> None:
    nora = await town.person("Nora")
    group = await town.group(nora, bot="member")
    sent = await town.bot.send_message(group, "kort")
    for text, reply in (("prat", 0), ("/desk", 0), ("svar", sent.message_id)):
        await town.post(f"/people/{nora}/write", {"chat": group, "text": text, "reply_to": reply})
    heard = [update.message for update in await town.heard()]
    assert [message and message.text for message in heard] == ["/desk", "svar"]


@in_town
async def test_who_is_hidden_writes_as_the_group_or_as_a_channel(town: Town) -> None:
    nora, oskar = await town.person("Nora"), await town.person("Oskar")
    group = await town.group(nora, oskar)
    place = {"chat": group, "anonymous": True, "title": "lots"}
    first = await town.post(f"/people/{nora}/write", {**place, "text": "ett"})
    own = {**place, "message_id": first["message"]["message_id"], "text": "två"}
    await town.post(f"/people/{nora}/edit", own)
    await town.post(f"/people/{oskar}/write", {"chat": group, "channel": "Nyheter", "text": "tre"})
    written, changed, posted = [update.effective_message for update in await town.heard()]
    for message in (written, changed):
        assert message
        assert message.from_user
        assert message.sender_chat
        assert (message.from_user.id, message.from_user.is_bot, message.sender_chat.id, message.author_signature) == (
            1087968824, True, group, "lots",
        )  # fmt: skip
    assert posted
    assert posted.from_user
    assert posted.sender_chat
    assert (posted.from_user.username, posted.sender_chat.type, posted.sender_chat.title) == (
        "Channel_Bot", "channel", "Nyheter",
    )  # fmt: skip
    for path, body in (
        (f"/people/{oskar}/edit", {**own, "anonymous": False}),
        (f"/people/{nora}/write", {"anonymous": True, "text": "fyra"}),
    ):
        assert (await town.web.post(path, json=body)).status_code == 400


@pytest.mark.filterwarnings("ignore::telegram.warnings.PTBDeprecationWarning")
@in_town
async def test_what_is_pinned_and_timed_arrives_as_a_message(town: Town) -> None:
    anna = await town.person()
    sent = await town.bot.send_message(anna, "svar")
    await town.post(f"/people/{anna}/pin", {"message_id": sent.message_id})
    await town.post(f"/people/{anna}/timer", {"seconds": 604_800})
    pinned, timed = [update.message for update in await town.heard()]
    assert pinned
    assert pinned.pinned_message
    assert pinned.pinned_message.message_id == sent.message_id
    assert timed
    assert timed.message_auto_delete_timer_changed
    assert timed.text is None


@in_town
async def test_answers_in_a_supergroup_without_topics_have_a_thread_that_is_no_topic(town: Town) -> None:
    nora = await town.person("Nora")
    group, small = await town.group(nora), await town.group(nora, type="group", id=-4243)
    for chat in (group, small):
        card = await town.bot.send_message(chat, "kort")
        first = await town.post(f"/people/{nora}/write", {"chat": chat, "reply_to": card.message_id, "text": "ett"})
        number = first["message"]["message_id"]
        await town.post(f"/people/{nora}/write", {"chat": chat, "reply_to": number, "text": "två"})
        heard = [update.message for update in await town.heard()]
        threads = [one and (one.message_thread_id, one.is_topic_message, bool(one.reply_to_message)) for one in heard]
        assert threads == [(card.message_id if chat == group else None, None, True)] * 2


@in_town
async def test_a_group_that_moves(town: Town) -> None:
    nora = await town.person("Nora")
    old = await town.group(nora, type="group", id=-4242)
    card = await town.bot.send_message(old, "kort")
    moved = await town.post(f"/chats/{old}/migrate", {"to": -1009000000001})
    said = await town.raw("sendMessage", chat_id=old, text="hej")
    assert said == {
        "ok": False,
        "error_code": 400,
        "description": "Bad Request: group chat was upgraded to a supergroup chat",
        "parameters": {"migrate_to_chat_id": -1009000000001},
    }
    changed = await town.raw("editMessageText", chat_id=old, message_id=card.message_id, text="ändrat")
    seen = await town.raw("getChat", chat_id=old)
    assert (changed["result"]["text"], seen["result"]["id"]) == ("ändrat", old)
    told = [update.message for update in await town.heard()]
    assert [(one.migrate_to_chat_id, one.migrate_from_chat_id) for one in told if one] == [
        (moved["chat"]["id"], None),
        (None, old),
    ]


@in_town
async def test_changes_tell_everything_in_order(town: Town) -> None:
    anna = await town.person()
    start = (await town.get("/changes"))["seq"]
    waiting = asyncio.create_task(town.get(f"/changes?after={start}&timeout=10"))
    sent = await town.bot.send_message(anna, "ett")
    assert [change["kind"] for change in (await waiting)["changes"]] == ["message"]
    await sent.edit_text("två")
    await sent.delete()
    found = (await town.get(f"/changes?after={start}&chat={anna}"))["changes"]
    assert [(one["kind"], one.get("message", {}).get("text")) for one in found] == [
        ("message", "ett"),
        ("edit", "två"),
        ("delete", None),
    ]
