"""What is told of topics is read from any update of a group, and asked for at the start."""

from typing import Any

import pytest

from bot.telegram import topics
from bot.telegram.gateway import Gateway
from bot.telegram.topics import GroupTold, TopicShut, shut_in, told_in
from bot.telegram.translate import BotIdentity, translate
from tests.bot.demo.town import Town, in_town
from tests.bot.running import TOKEN

FORUM = {"id": -100, "type": "supergroup", "is_forum": True}
PLAIN = {"id": -100, "type": "supergroup"}
NORA = {"id": 7, "is_bot": False, "first_name": "Nora"}


def member(status: str, **more: Any) -> dict[str, Any]:
    return {"chat": FORUM, "from": NORA, "new_chat_member": {"status": status, **more}}


@pytest.mark.parametrize(
    ("update", "told"),
    [
        ({"message": {"chat": FORUM, "text": "hej"}}, GroupTold(-100, forum=True)),
        ({"message": {"chat": PLAIN, "text": "hej"}}, GroupTold(-100, forum=False)),
        ({"edited_message": {"chat": FORUM}}, GroupTold(-100, forum=True)),
        ({"callback_query": {"message": {"chat": FORUM}}}, GroupTold(-100, forum=True)),
        ({"my_chat_member": member("administrator")}, GroupTold(-100, forum=True)),
        ({"my_chat_member": member("administrator", can_manage_topics=False)}, GroupTold(-100, forum=True)),
        (
            {"my_chat_member": member("administrator", can_manage_topics=True)},
            GroupTold(-100, forum=True, allowed=True),
        ),
        ({"my_chat_member": member("creator")}, GroupTold(-100, forum=True, allowed=True)),
        ({"message": {"chat": {"id": 7, "type": "private"}}}, None),
        ({"message": {"chat": {"id": "x", "type": "group"}}}, None),
        ({"message": []}, None),
        ({"callback_query": {"id": "1"}}, None),
    ],
)
def test_each_update_tells_of_its_group(update: dict[str, Any], told: GroupTold | None) -> None:
    assert told_in(update) == told


def test_a_topic_that_is_closed_or_opened_is_news_and_nothing_else_of_topics_is() -> None:
    place = {"message_id": 9, "chat": FORUM, "from": NORA, "message_thread_id": 5, "is_topic_message": True}
    bot = BotIdentity("lots_bot", {-100: "vasa"})
    for kind, closed in (("forum_topic_closed", True), ("forum_topic_reopened", False)):
        assert translate({"message": {**place, kind: {}}}, bot) == TopicShut(-100, 5, closed)
    by_bot = {**place, "from": {"id": 1, "is_bot": True, "first_name": "Lots"}}
    assert translate({"message": {**by_bot, "forum_topic_closed": {}}}, bot) == TopicShut(-100, 5, True)
    assert translate({"message": {**by_bot, "forum_topic_created": {"name": "x"}}}, bot) is None
    assert shut_in({"forum_topic_closed": {}, "chat": FORUM}) is None


@in_town
async def test_a_group_is_asked_about(town: Town) -> None:
    gateway = Gateway(TOKEN, town.url)
    await gateway.open()
    nora = await town.person("Nora")
    group, plain = await town.group(nora, is_forum=True), await town.group(nora)
    assert await topics.ask(gateway, group) == GroupTold(group, forum=True, allowed=True)
    town.app.world.chats[group].may_manage_topics = False
    assert await topics.ask(gateway, group) == GroupTold(group, forum=True)
    assert await topics.ask(gateway, plain) == GroupTold(plain, forum=False)
    assert await topics.ask(gateway, nora) is None
    await gateway.close()
