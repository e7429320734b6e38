"""`docs/bot-api.md`: each refusal in its table is one that the local Bot API says, where the table says it does."""

import re
from typing import Any

from tests.bot.demo.town import Town, in_town
from tests.test_house import ROOT

PAGE = (ROOT / "docs" / "bot-api.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (?P<done>[^|]+) \| `(?P<code>\d{3}) (?P<words>[^`]+)` \| [^|]+ \| [^|]+ \|$", re.MULTILINE)
TOLD = {row["done"]: (int(row["code"]), row["words"]) for row in ROW.finditer(PAGE)}


@in_town
async def test_each_refusal_of_the_table_is_said_by_the_local_bot_api(town: Town) -> None:
    anna, nora = await town.person("Anna"), await town.person("Nora")
    said = {
        **await _of_topics(town, nora),
        **await _of_groups(town, nora),
        **await _of_messages(town, anna),
    }
    assert said == TOLD
    assert len(TOLD) > 15


async def _of_topics(town: Town, nora: int) -> dict[str, tuple[int, str]]:
    group, plain = await town.group(nora, is_forum=True), await town.group(nora)
    own = (await town.bot.create_forum_topic(group, "K7WM4")).message_thread_id
    other = (await town.post(f"/chats/{group}/topics", {"name": "Fika", "person": nora}))["message_thread_id"]

    async def refused(method: str, thread: int = 0, chat: int = group, **more: Any) -> tuple[int, str]:
        return await town.refused(method, chat_id=chat, **({"message_thread_id": thread} if thread else {}), **more)

    with_the_right = {
        "a message into a topic that is not there": await refused("sendMessage", 999, text="hej"),
        "a message into General by its number": await refused("sendMessage", 1, text="hej"),
        "a change of a topic that is not there": await refused("editForumTopic", 999, name="x"),
        "a change of a topic to what it is": await refused("editForumTopic", own, name="K7WM4"),
        "a topic without a name": await refused("createForumTopic", name=" "),
        "a topic in a group without any": await refused("createForumTopic", chat=plain, name="x"),
    }
    await town.post(f"/chats/{group}/topics/{other}", {"closed": True, "person": nora})
    await town.post(f"/chats/{group}/bot", {"status": "administrator", "may_manage_topics": False, "person": nora})
    return {
        **with_the_right,
        "a message into a closed topic of somebody else's": await refused("sendMessage", other, text="hej"),
        "a topic without the right": await refused("createForumTopic", name="x"),
        "another name for somebody else's topic": await refused("editForumTopic", other, name="x"),
        "opening somebody else's topic": await refused("reopenForumTopic", other),
    }


async def _of_groups(town: Town, nora: int) -> dict[str, tuple[int, str]]:
    old = await town.group(nora, type="group")
    await town.post(f"/chats/{old}/migrate")
    said = {"a message into a group that was upgraded": await town.refused("sendMessage", chat_id=old, text="hej")}
    for status, done in (("kicked", "put the bot out"), ("left", "the bot left")):
        group = await town.group(nora)
        await town.post(f"/chats/{group}/bot", {"status": status, "person": nora})
        said[f"a message into a group that {done}"] = await town.refused("sendMessage", chat_id=group, text="hej")
    return said


async def _of_messages(town: Town, anna: int) -> dict[str, tuple[int, str]]:
    sent = (await town.bot.send_message(anna, "hej")).message_id
    said = {
        "an answer to a message that is not there": await town.refused(
            "sendMessage", chat_id=anna, text="hej", reply_parameters={"message_id": 999}
        ),
        "an edit of a message that is not there": await town.refused(
            "editMessageText", chat_id=anna, message_id=999, text="hej"
        ),
        "an edit that changes nothing": await town.refused(
            "editMessageText", chat_id=anna, message_id=sent, text="hej"
        ),
    }
    await town.post(f"/people/{anna}/block")
    blocked = await town.refused("sendMessage", chat_id=anna, text="hej")
    return {**said, "a message to somebody who blocked the bot": blocked}
