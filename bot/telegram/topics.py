"""What Telegram tells of the topics of groups: in every update of a group, and when it is asked.

Whether a group has topics stands beside its name (`is_forum`). Whether Lots may make some is told when its rights
change, and when it is asked; else a refusal tells it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.telegram.gateway import Gateway
from bot.telegram.ids import is_id

Raw = Mapping[str, Any]
GROUPS = frozenset({"group", "supergroup"})


@dataclass(frozen=True, slots=True)
class GroupTold:
    """What is known now of a group: whether it is a `forum`, a group with topics, and whether Lots is surely `allowed`
    to make them; False says nothing of that.
    """

    chat: int
    forum: bool
    allowed: bool = False


@dataclass(frozen=True, slots=True)
class TopicShut:
    """Somebody closed a topic of a group, or opened it. `thread` is its number (message_thread_id)."""

    chat: int
    thread: int
    closed: bool


def told_in(update: Raw) -> GroupTold | None:
    """Return what an update tells of its group, None if it is of no group."""
    holders = (_inside(update, "message"), _inside(update, "edited_message"), _inside(update, "my_chat_member"))
    pressed = _inside(_inside(update, "callback_query"), "message")
    found = next((holder for holder in (*holders, pressed) if isinstance(holder, dict)), None)
    return _told(_inside(found, "chat"), _inside(_inside(update, "my_chat_member"), "new_chat_member"))


def shut_in(message: Raw) -> TopicShut | None:
    """Return what a message tells of a topic that was closed or opened, None if it is another message."""
    chat, thread = _inside(message.get("chat"), "id"), message.get("message_thread_id")
    for kind, closed in (("forum_topic_closed", True), ("forum_topic_reopened", False)):
        if kind in message and is_id(chat) and is_id(thread):
            return TopicShut(chat, thread, closed)
    return None


async def ask(gateway: Gateway, chat: int) -> GroupTold | None:
    """Ask Telegram about a group; None if it is none. Raise `Undeliverable`."""
    group = await gateway.call("getChat", {"chat_id": chat})
    if not isinstance(group, dict) or group.get("is_forum") is not True:
        return _told(group, None)
    return _told(group, await gateway.call("getChatMember", {"chat_id": chat, "user_id": gateway.number}))


def _told(chat: object, member: object) -> GroupTold | None:
    number = _inside(chat, "id")
    if _inside(chat, "type") not in GROUPS or not is_id(number):
        return None
    owner = _inside(member, "status") == "creator"
    return GroupTold(number, _inside(chat, "is_forum") is True, owner or _inside(member, "can_manage_topics") is True)


def _inside(holder: object, key: str) -> Any:
    return holder.get(key) if isinstance(holder, dict) else None
