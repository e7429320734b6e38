"""Where a call goes: the chat, the topic and the message that is answered, or the refusal that Telegram
gives.

Every sending method begins here. What is sent is the method's own matter.
"""

from dataclasses import dataclass
from typing import Any

from bot.demo.rules import keyboards
from bot.demo.rules.arguments import Arguments
from bot.demo.rules.keyboards import Markup
from bot.demo.rules.refusals import REPLY_MISSING, THREAD_MISSING, TOPIC_CLOSED, bad_request, forbidden, migrated
from bot.demo.world.world import Chat, Message, TelegramWorld

GONE = {"kicked": "bot was kicked from the {} chat", "left": "bot is not a member of the {} chat"}


def chat_at(world: TelegramWorld, arguments: Arguments, name: str = "chat_id") -> Chat:
    """The chat that an argument names, to be written in. Raises `chat not found`, `group chat was upgraded`, and the
    403s of a group that is closed to the bot.
    """
    chat = old_or_new(world, arguments, name)
    if chat.moved_to is not None:
        raise migrated(chat.moved_to)
    return chat


def old_or_new(world: TelegramWorld, arguments: Arguments, name: str = "chat_id") -> Chat:
    """The chat that an argument names, also a group that became a supergroup: what only looks at it or edits in it is
    passed on there (telegram-bot-api, Client.cpp 8125, check_chat_access). Raises `chat not found` and those 403s.

    What Telegram answers to such an edit is not public. Here it is done, where nobody sees it; the fault "error" sets a
    400 for edits instead.
    """
    if not arguments.text(name):
        raise bad_request(f"{name} is empty")
    chat = world.chats.get(arguments.number(name))
    if chat is None or (chat.type == "private" and not known(world, chat)):
        raise bad_request("chat not found")
    if chat.type != "private" and chat.bot in GONE:
        raise forbidden(GONE[chat.bot].format(chat.type))
    return chat


def known(world: TelegramWorld, chat: Chat) -> bool:
    """Whether the bot has met the person of a private chat."""
    person = world.people[chat.id]
    return person.started or bool(chat.messages) or person.blocked or _shared(world, chat.id)


def _shared(world: TelegramWorld, person: int) -> bool:
    return any(person in chat.members and chat.id < 0 for chat in world.chats.values())


@dataclass(frozen=True, slots=True)
class Aim:
    """Where a message will stand: the chat, the fields that say where in it, and its buttons."""

    chat: Chat
    place: dict[str, Any]
    buttons: Markup | None


def aimed(world: TelegramWorld, arguments: Arguments) -> Aim:
    """Where a message of a call will stand, checked in the order of Telegram's own server: what the call says of the
    message that it answers and of its buttons, then the chat, its topic, that message, and whether the buttons can be
    (telegram-bot-api, Client.cpp 16117 do_send_message, 8473 check_reply_parameters).
    """
    answers, buttons = _reply_parameters(arguments), keyboards.parsed(arguments)
    chat = chat_at(world, arguments)
    return Aim(chat, placed(world, chat, arguments, answers), keyboards.possible(buttons))


def let_through(world: TelegramWorld, aim: Aim) -> None:
    """What Telegram's own servers say of a message, after all else. Raises the 403s of a person, and the 429."""
    keyboards.sent(aim.buttons)
    if aim.chat.type == "private":
        person = world.people[aim.chat.id]
        if person.blocked:
            raise forbidden("bot was blocked by the user")
        if not person.started:
            raise forbidden("bot can't initiate conversation with a user")
    world.limits.take(aim.chat.id)


def placed(world: TelegramWorld, chat: Chat, arguments: Arguments, answers: dict[str, Any]) -> dict[str, Any]:
    """The fields that say where in the chat a message stands: its topic and the message it answers.

    A topic is looked for where there can be any: a group that is no forum has none, whatever a call names.
    """
    named = arguments.number("message_thread_id") if chat.is_forum or chat.type == "private" else 0
    topic = in_topic(world, chat, named) if named else {}
    answered = _answered_in(chat, answers)
    if answered is None:
        return topic
    thread = answered.get("message_thread_id", 0)
    beside = in_topic(world, chat, thread) if thread and chat.is_forum and not named else {}
    return {**topic, **beside, "reply_to_message": shallow(answered)}


def _reply_parameters(arguments: Arguments) -> dict[str, Any]:
    """What a call says of the message it answers; the older way to say it counts too. Empty where it answers none."""
    given = arguments.mapping("reply_parameters")
    if given and "message_id" not in given:
        raise bad_request('can\'t find field "message_id"')
    lenient = arguments.flag("allow_sending_without_reply")
    return given or {"message_id": arguments.number("reply_to_message_id"), "allow_sending_without_reply": lenient}


def _answered_in(chat: Chat, answers: dict[str, Any]) -> Message | None:
    """The message that is answered. Raises `message to be replied not found` unless that may be missing."""
    number = int(answers["message_id"])
    if number <= 0:
        return None
    if number not in chat.messages and not answers.get("allow_sending_without_reply"):
        raise bad_request(REPLY_MISSING)
    return chat.messages.get(number)


def in_topic(world: TelegramWorld, chat: Chat, thread: int) -> dict[str, Any]:
    """The fields of a message of the bot in a topic. Raises `message thread not found`, and in a closed topic what
    Telegram's servers say of one, unless the bot made it or manages topics.
    """
    topic = chat.topics.get(thread)
    if topic is None:
        raise bad_request(THREAD_MISSING)
    if topic.closed and not chat.manages_topics and topic.by != world.bot["id"]:
        raise bad_request(TOPIC_CLOSED)
    return {"message_thread_id": thread, "is_topic_message": True}


def shallow(message: Message) -> Message:
    """A message as it stands inside another: without what it answers itself."""
    return {name: value for name, value in message.items() if name != "reply_to_message"}


def message_at(chat: Chat, arguments: Arguments, what: str, name: str = "message_id") -> Message:
    """The message of a call; `what` ends the refusal `message to ... not found`."""
    message = chat.messages.get(arguments.number(name))
    if message is None:
        raise bad_request(f"message to {what} not found")
    return message
