"""What the bot asks and changes about chats: getChat, members, leaving, and the topics of a forum group.

People's own doings in a chat are in `demo/people.py`.
"""

from typing import Any

from bot.demo.methods.target import chat_at, old_or_new
from bot.demo.rules.arguments import Arguments
from bot.demo.rules.refusals import TOPIC_MISSING, TOPIC_NOT_MODIFIED, bad_request
from bot.demo.world.world import Chat, ForumTopic, TelegramWorld

COLOURS = {7322096, 16766590, 13338331, 9367192, 16749490, 16478047}
"""Bot API, createForumTopic, icon_color: red, green and blue in a byte each, the first for a topic without a wish."""
TOPIC_NAME = 128
"""In characters: longer names of topics are cut (td, ForumTopicManager.cpp, MAX_FORUM_TOPIC_TITLE_LENGTH)."""
_RIGHTS = (
    "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages", "can_manage_video_chats",
    "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories", "can_pin_messages", "can_manage_topics",
)  # fmt: skip


def get_chat(world: TelegramWorld, arguments: Arguments) -> dict[str, Any]:
    """All that is known about a chat."""
    chat = old_or_new(world, arguments)
    gifts = (
        "unlimited_gifts",
        "limited_gifts",
        "unique_gifts",
        "premium_subscription",
        "gifts_from_channels",
    )
    fixed = {"accent_color_id": abs(chat.id) % 7, "max_reaction_count": 11}
    return {**chat.about, **fixed, "accepted_gift_types": dict.fromkeys(gifts, False)}


def get_chat_member(world: TelegramWorld, arguments: Arguments) -> dict[str, Any]:
    """What somebody is in a chat."""
    chat = chat_at(world, arguments)
    number = arguments.number("user_id")
    if number == world.bot["id"]:
        return bot_member(world, chat.bot, chat)
    if number not in world.people:
        raise bad_request("invalid user_id specified" if not number else "user not found")
    status = "member" if number in chat.members else "left"
    return {"status": status, "user": world.people[number].user}


def bot_member(world: TelegramWorld, status: str, chat: Chat) -> dict[str, Any]:
    """The bot as a member of a chat, in the shape that belongs to its status."""
    member: dict[str, Any] = {"status": status, "user": world.bot}
    if status == "administrator":
        member.update(dict.fromkeys(_RIGHTS, True), can_be_edited=False, is_anonymous=False)
        member["can_manage_topics"] = chat.may_manage_topics
    if status == "kicked":
        member["until_date"] = 0
    return member


def get_chat_administrators(world: TelegramWorld, arguments: Arguments) -> list[dict[str, Any]]:
    """The administrators of a group: here the bot, where it is one."""
    chat = chat_at(world, arguments)
    if chat.type == "private":
        raise bad_request("there are no administrators in the private chat")
    return [bot_member(world, "administrator", chat)] if chat.bot == "administrator" else []


def get_chat_member_count(world: TelegramWorld, arguments: Arguments) -> int:
    """How many are in the chat, the bot included."""
    return len(chat_at(world, arguments).members) + 1


def leave_chat(world: TelegramWorld, arguments: Arguments) -> bool:
    """Go out of a group."""
    chat = chat_at(world, arguments)
    if chat.type == "private":
        raise bad_request("chat member status can't be changed in private chats")
    chat.bot = "left"
    world.changes.tell("chat", chat=chat.about, bot="left")
    return True


def _forum(world: TelegramWorld, arguments: Arguments) -> Chat:
    chat = chat_at(world, arguments)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    return chat


def _topic(world: TelegramWorld, arguments: Arguments, what: str) -> tuple[Chat, ForumTopic]:
    """The topic of a call. Whoever may not manage topics changes their own alone (td, ForumTopicManager.cpp)."""
    chat = _forum(world, arguments)
    number = arguments.number("message_thread_id")
    if number <= 0:
        raise bad_request("invalid forum topic identifier specified")
    topic = chat.topics.get(number)
    if topic is not None and not chat.manages_topics and topic.by != world.bot["id"]:
        raise bad_request(f"not enough rights to {what} the topic")
    if topic is None:
        raise bad_request(TOPIC_MISSING)
    return chat, topic


def open_topic(world: TelegramWorld, chat: Chat, name: str, by: dict[str, Any], colour: int = 7322096) -> ForumTopic:
    """A new topic; the message that tells of it gives it its id, and comes to the bot, even if it made the topic."""
    number = chat.last_id + 1
    topic = chat.topics[number] = ForumTopic(number, name, colour, by=by["id"])
    _tell(world, chat, topic, {"forum_topic_created": {"name": name, "icon_color": colour}}, by)
    return topic


def create_forum_topic(world: TelegramWorld, arguments: Arguments) -> dict[str, Any]:
    """A topic, its name cleaned and cut."""
    chat = _forum(world, arguments)
    if not chat.manages_topics:
        raise bad_request("not enough rights to create a topic")
    name = _name(arguments)
    colour = arguments.number("icon_color", 7322096)
    if colour not in COLOURS:
        raise bad_request("invalid icon color specified")
    world.limits.take(chat.id)
    topic = open_topic(world, chat, name, world.bot, colour)
    return {"message_thread_id": topic.id, "name": name, "icon_color": colour}


def _name(arguments: Arguments) -> str:
    name = " ".join(arguments.text("name").split())[:TOPIC_NAME].rstrip()
    if not name:
        raise bad_request("name must be non-empty")
    return name


def edit_forum_topic(world: TelegramWorld, arguments: Arguments) -> bool:
    """Give a topic another name; whoever names none changes nothing."""
    chat, topic = _topic(world, arguments, "edit")
    if not arguments.text("name"):
        return True
    name = _name(arguments)
    if name == topic.name:
        raise bad_request(TOPIC_NOT_MODIFIED)
    topic.name = name
    _tell(world, chat, topic, {"forum_topic_edited": {"name": name}}, world.bot)
    return True


def close_forum_topic(world: TelegramWorld, arguments: Arguments) -> bool:
    """Close a topic for everybody but who made it and who manages topics."""
    return _shut(world, arguments, closed=True)


def reopen_forum_topic(world: TelegramWorld, arguments: Arguments) -> bool:
    """Open a closed topic."""
    return _shut(world, arguments, closed=False)


def _shut(world: TelegramWorld, arguments: Arguments, *, closed: bool) -> bool:
    chat, topic = _topic(world, arguments, "close or open")
    if topic.closed == closed:
        raise bad_request(TOPIC_NOT_MODIFIED)
    shut_topic(world, chat, topic, world.bot, closed=closed)
    return True


def shut_topic(world: TelegramWorld, chat: Chat, topic: ForumTopic, by: dict[str, Any], *, closed: bool) -> None:
    """Close or open a topic."""
    topic.closed = closed
    _tell(world, chat, topic, {"forum_topic_closed" if closed else "forum_topic_reopened": {}}, by)


def _tell(world: TelegramWorld, chat: Chat, topic: ForumTopic, what: dict[str, Any], by: dict[str, Any]) -> None:
    """The message that tells what happened to a topic. It comes to the bot even where the bot did it
    (telegram-bot-api, Client.cpp, need_skip_update_message).
    """
    place = {"message_thread_id": topic.id, "is_topic_message": True}
    world.updates.push("message", world.post(chat, {"from": by, **place, **what}))


def delete_forum_topic(world: TelegramWorld, arguments: Arguments) -> bool:
    """Delete a topic with all its messages."""
    chat, topic = _topic(world, arguments, "delete")
    drop_topic(world, chat, topic.id)
    return True


def drop_topic(world: TelegramWorld, chat: Chat, thread: int) -> None:
    """Take a topic and its messages away."""
    del chat.topics[thread]
    for number in [n for n, message in chat.messages.items() if message.get("message_thread_id") == thread]:
        world.remove(chat, number)
    world.changes.tell("chat", chat=chat.about)


METHODS = {
    "getchat": get_chat,
    "getchatmember": get_chat_member,
    "getchatadministrators": get_chat_administrators,
    "getchatmembercount": get_chat_member_count,
    "leavechat": leave_chat,
    "createforumtopic": create_forum_topic,
    "editforumtopic": edit_forum_topic,
    "closeforumtopic": close_forum_topic,
    "reopenforumtopic": reopen_forum_topic,
    "deleteforumtopic": delete_forum_topic,
}
