"""Where a call goes: the chat, the topic and the message that is answered, or the refusal that Telegram
gives.

Every sending method begins here. What is sent is the method's own matter.
"""

from typing import Any

from bot.demo.rules.arguments import Arguments
from bot.demo.rules.refusals import REPLY_MISSING, THREAD_MISSING, bad_request, forbidden, migrated
from bot.demo.world.world import Chat, Message, TelegramWorld

GONE = {"kicked": "bot was kicked from the {} chat", "left": "bot is not a member of the {} chat"}


def chat_at(world: TelegramWorld, arguments: Arguments, name: str = "chat_id") -> Chat:
    """The chat that an argument names. Raises `chat not found` and `group chat was upgraded`."""
    if not arguments.text(name):
        raise bad_request(f"{name} is empty")
    chat = world.chats.get(arguments.number(name))
    if chat is None or (chat.type == "private" and not known(world, chat)):
        raise bad_request("chat not found")
    if chat.moved_to is not None:
        raise migrated(chat.moved_to)
    return chat


def known(world: TelegramWorld, chat: Chat) -> bool:
    """Whether the bot has met the person of a private chat."""
    person = world.people[chat.id]
    return person.started or bool(chat.messages) or person.blocked or _shared(world, chat.id)


def _shared(world: TelegramWorld, person: int) -> bool:
    return any(person in chat.members and chat.id < 0 for chat in world.chats.values())


def writable(world: TelegramWorld, arguments: Arguments) -> Chat:
    """The chat, if the bot may write into it; takes its place in the sending limits. Raises the 403s and
    the 429.
    """
    chat = chat_at(world, arguments)
    if chat.type == "private":
        person = world.people[chat.id]
        if person.blocked:
            raise forbidden("bot was blocked by the user")
        if not person.started:
            raise forbidden("bot can't initiate conversation with a user")
    elif chat.bot in GONE:
        raise forbidden(GONE[chat.bot].format(chat.type))
    world.limits.take(chat.id)
    return chat


def placed(chat: Chat, arguments: Arguments) -> dict[str, Any]:
    """The fields that say where in the chat a message stands: its topic and the message it answers."""
    answered = answered_in(chat, arguments)
    thread = arguments.number("message_thread_id") or (answered or {}).get("message_thread_id", 0)
    place: dict[str, Any] = {}
    if thread and (arguments.number("message_thread_id") or chat.is_forum):
        place.update(in_topic(chat, thread))
    if answered is not None:
        place["reply_to_message"] = shallow(answered)
    return place


def answered_in(chat: Chat, arguments: Arguments) -> Message | None:
    """The message that is answered. Raises `message to be replied not found` unless that may be missing."""
    reply = arguments.mapping("reply_parameters") or {}
    number = int(reply.get("message_id") or arguments.number("reply_to_message_id"))
    if not number:
        return None
    lenient = reply.get("allow_sending_without_reply") or arguments.flag("allow_sending_without_reply")
    if number not in chat.messages and not lenient:
        raise bad_request(REPLY_MISSING)
    return chat.messages.get(number)


def in_topic(chat: Chat, thread: int) -> dict[str, Any]:
    """The fields of a message in a topic. Raises `message thread not found`."""
    topic = chat.topics.get(thread)
    if topic is None:
        raise bad_request(THREAD_MISSING)
    if topic.closed and chat.bot != "administrator":
        raise bad_request("TOPIC_CLOSED")
    return {"message_thread_id": thread, "is_topic_message": True}


def shallow(message: Message) -> Message:
    """A message as it stands inside another: without what it answers itself."""
    return {name: value for name, value in message.items() if name != "reply_to_message"}


def message_at(chat: Chat, arguments: Arguments, what: str, name: str = "message_id") -> Message:
    """The message of a call; `what` ends the refusal `message to ... not found`."""
    if not arguments.has(name):
        raise bad_request("message identifier is not specified")
    message = chat.messages.get(arguments.number(name))
    if message is None:
        raise bad_request(f"message to {what} not found")
    return message
