"""Topics of a forum group are made, named, closed and refused as the real server does (td, ForumTopicManager.cpp)."""

from typing import Any

import pytest
from telegram.error import BadRequest

from tests.bot.demo.town import Town, in_town


async def heard(town: Town) -> list[dict[str, Any]]:
    """What the bot heard since the last time: the messages, raw."""
    return [update.to_dict()["message"] for update in await town.heard() if update.message]


@in_town
async def test_topics(town: Town) -> None:
    nora = await town.person("Nora")
    group = await town.group(nora, is_forum=True)
    plain = await town.group(nora)
    topic = await town.bot.create_forum_topic(group, "K7WM4 · ny")
    card = await town.bot.send_message(group, "kort", message_thread_id=topic.message_thread_id)
    assert (card.message_thread_id, card.is_topic_message) == (topic.message_thread_id, True)
    await town.heard()
    await town.post(f"/people/{nora}/write", {"chat": group, "thread": topic.message_thread_id, "text": "internt"})
    [message] = await heard(town)
    assert "forum_topic_created" in message["reply_to_message"]
    assert await town.bot.edit_forum_topic(group, topic.message_thread_id, name="K7WM4 · tagen")
    assert await town.bot.close_forum_topic(group, topic.message_thread_id)
    assert await town.refused("closeForumTopic", chat_id=group, message_thread_id=topic.message_thread_id) == (
        400,
        "Bad Request: TOPIC_NOT_MODIFIED",
    )
    assert await town.refused("createForumTopic", chat_id=plain, name="x") == (
        400,
        "Bad Request: the chat is not a forum",
    )
    await town.web.delete(f"/chats/{group}/topics/{topic.message_thread_id}")
    with pytest.raises(BadRequest, match="Message thread not found"):
        await town.bot.send_message(group, "kort", message_thread_id=topic.message_thread_id)


@in_town
async def test_names_are_cleaned_and_cut_and_none_changes_nothing(town: Town) -> None:
    group = await town.group(await town.person("Nora"), is_forum=True)
    made = await town.bot.create_forum_topic(group, f"  K7WM4\n ·  ny {'x' * 200}")
    assert made.name == f"K7WM4 · ny {'x' * 117}"
    for name in ("", " \n"):
        assert (await town.refused("createForumTopic", chat_id=group, name=name))[1] == (
            "Bad Request: name must be non-empty"
        )
    place = {"chat_id": group, "message_thread_id": made.message_thread_id}
    assert (await town.raw("editForumTopic", **place))["result"] is True
    assert (await town.refused("editForumTopic", **place, name=" "))[1] == "Bad Request: name must be non-empty"
    assert (await town.refused("editForumTopic", **place, name=made.name))[1] == "Bad Request: TOPIC_NOT_MODIFIED"


@in_town
async def test_the_bot_hears_of_topics_also_of_its_own(town: Town) -> None:
    nora = await town.person("Nora")
    group = await town.group(nora, is_forum=True)
    own = (await town.bot.create_forum_topic(group, "K7WM4 · ny")).message_thread_id
    other = (await town.post(f"/chats/{group}/topics", {"name": "Fika", "person": nora}))["message_thread_id"]
    await town.post(f"/chats/{group}/topics/{own}", {"closed": True, "person": nora})
    await town.bot.reopen_forum_topic(group, own)
    told = [(one["message_thread_id"], one["from"]["is_bot"], sorted(one)) for one in await heard(town)]
    kinds = [(thread, bot, next(name for name in names if name.startswith("forum"))) for thread, bot, names in told]
    assert kinds == [
        (own, True, "forum_topic_created"),
        (other, False, "forum_topic_created"),
        (own, False, "forum_topic_closed"),
        (own, True, "forum_topic_reopened"),
    ]


@in_town
async def test_a_group_without_topics_overlooks_their_numbers_and_a_person_has_none(town: Town) -> None:
    nora = await town.person("Nora")
    plain = await town.group(nora)
    for number in (1, 77):
        sent = await town.bot.send_message(plain, "kort", message_thread_id=number)
        assert (sent.message_thread_id, sent.is_topic_message) == (None, None)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await town.bot.send_message(nora, "hej", message_thread_id=77)


@in_town
async def test_general_has_no_number_to_be_written_to(town: Town) -> None:
    nora = await town.person("Nora")
    group = await town.group(nora, is_forum=True)
    assert (await town.bot.create_forum_topic(group, "K7WM4")).message_thread_id > 1
    with pytest.raises(BadRequest, match="Message thread not found"):
        await town.bot.send_message(group, "kort", message_thread_id=1)
    await town.heard()
    await town.post(f"/people/{nora}/write", {"chat": group, "text": "i General"})
    [message] = await heard(town)
    assert (message["chat"]["is_forum"], "message_thread_id" in message) == (True, False)


@in_town
async def test_without_the_right_only_own_topics_are_changed(town: Town) -> None:
    nora = await town.person("Nora")
    group = await town.group(nora, is_forum=True)
    own = (await town.bot.create_forum_topic(group, "K7WM4 · ny")).message_thread_id
    other = (await town.post(f"/chats/{group}/topics", {"name": "Fika", "person": nora}))["message_thread_id"]
    await town.post(f"/chats/{group}/topics/{other}", {"closed": True})
    await town.post(f"/chats/{group}/topics/{own}", {"closed": True})
    await town.post(f"/chats/{group}/bot", {"status": "administrator", "may_manage_topics": False, "person": nora})
    changed = (await town.heard())[-1].my_chat_member
    assert changed
    assert changed.new_chat_member.can_manage_topics is False  # type: ignore[union-attr]
    refused = {
        "createForumTopic": ({"name": "x"}, "not enough rights to create a topic"),
        "editForumTopic": ({"message_thread_id": other, "name": "x"}, "not enough rights to edit the topic"),
        "reopenForumTopic": ({"message_thread_id": other}, "not enough rights to close or open the topic"),
        "deleteForumTopic": ({"message_thread_id": other}, "not enough rights to delete the topic"),
        "sendMessage": ({"message_thread_id": other, "text": "hej"}, "TOPIC_CLOSED"),
        "closeForumTopic": ({"message_thread_id": 0}, "invalid forum topic identifier specified"),
    }
    for method, (arguments, words) in refused.items():
        assert await town.refused(method, chat_id=group, **arguments) == (400, f"Bad Request: {words}"), method
    await town.bot.send_message(group, "hej", message_thread_id=own)
    assert await town.bot.reopen_forum_topic(group, own)
    unknown = await town.refused("editForumTopic", chat_id=group, message_thread_id=999, name="x")
    assert unknown[1] == "Bad Request: TOPIC_ID_INVALID"


@in_town
async def test_topics_are_turned_off_and_on_and_stay(town: Town) -> None:
    nora = await town.person("Nora")
    group = await town.group(nora, is_forum=True)
    topic = (await town.bot.create_forum_topic(group, "K7WM4 · ny")).message_thread_id
    await town.post(f"/chats/{group}/forum", {"on": False})
    assert "is_forum" not in (await town.raw("getChat", chat_id=group))["result"]
    assert (await town.bot.send_message(group, "kort", message_thread_id=topic)).message_thread_id is None
    await town.post(f"/chats/{group}/forum", {"on": True})
    assert (await town.raw("getChat", chat_id=group))["result"]["is_forum"] is True
    assert (await town.bot.send_message(group, "kort", message_thread_id=topic)).message_thread_id == topic


@in_town
async def test_a_closed_topic_is_shut_for_people_and_an_upgraded_group_may_be_a_forum(town: Town) -> None:
    nora = await town.person("Nora")
    plain = await town.group(nora, type="group")
    moved = await town.post(f"/chats/{plain}/migrate", {"is_forum": True})
    group = moved["chat"]["id"]
    assert moved["chat"]["is_forum"] is True
    told = (await heard(town))[-1]
    assert (told["chat"]["is_forum"], told["migrate_from_chat_id"]) == (True, plain)
    topic = (await town.bot.create_forum_topic(group, "K7WM4 · ny")).message_thread_id
    await town.post(f"/chats/{group}/topics/{topic}", {"closed": True})
    for thread, words in ((topic, "is closed"), (999, "there is no topic")):
        answer = await town.web.post(f"/people/{nora}/write", json={"chat": group, "thread": thread, "text": "hej"})
        assert (answer.status_code // 100, words in answer.text) == (4, True)
