"""Who writes and where: people, hidden administrators and channels, topics and threads of answers.

What the Bot API shows of it; what people then do is in `demo/people.py`.
"""

from typing import Any

import msgspec

from bot.demo.methods.target import shallow
from bot.demo.world.world import Chat, Message, Person

GROUP_BOT = {"id": 1_087_968_824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}
CHANNEL_BOT = {"id": 136_817_688, "is_bot": True, "first_name": "Channel", "username": "Channel_Bot"}
"""Telegram's own bots, in whose name hidden people write (Bot API, Message, from)."""
CHANNEL = -1_002_000_000_001
"""The chat id of the channel in whose name people write: those of channels begin with -100."""


class NotPossible(Exception):  # noqa: N818 - the word of the house
    """An act that no client of Telegram would let a person do; the sentence says why."""


class Spot(msgspec.Struct, kw_only=True, frozen=True):
    """Where a person acts: the chat, the topic and the message that is answered; 0 means none.

    `anonymous`: as an administrator whose name the group hides, perhaps with a title; `channel` is the title of the
    channel in whose name somebody acts.
    """

    chat: int = 0
    thread: int = 0
    reply_to: int = 0
    anonymous: bool = False
    title: str = ""
    channel: str = ""


AT_HOME = Spot()
"""In one's private chat with the bot."""


def author(person: Person, chat: Chat, place: Spot) -> dict[str, Any]:
    """Who a message is said to be from. Where Telegram hides who it is, a bot of its own stands in the person's place
    (telegram-bot-api, Client.cpp 18145).
    """
    if not (place.anonymous or place.channel):
        return {"from": person.user}
    if chat.type == "private":
        raise NotPossible("only in a group somebody can write as another")
    if place.channel:
        return {"from": CHANNEL_BOT, "sender_chat": {"id": CHANNEL, "type": "channel", "title": place.channel}}
    signature = {"author_signature": place.title} if place.title else {}
    return {"from": GROUP_BOT, **signature, "sender_chat": chat.about}


def in_reply_thread(chat: Chat, answered: Message) -> dict[str, Any]:
    """Where an answer stands in a chat without topics: a supergroup numbers its threads of answers as topics are, but
    says that they are none by leaving out is_topic_message (Client.cpp 4126, 18433, 18497).
    """
    place = {"reply_to_message": shallow(answered)}
    thread = answered.get("message_thread_id") or answered["message_id"]
    return {"message_thread_id": thread, **place} if chat.type == "supergroup" else place


def wrote(person: Person, chat: Chat, place: Spot, message: Message) -> bool:
    """Whether a message is one's own: in a group whoever acts in its name, or in that of a channel, wrote it so."""
    hidden = place.anonymous or bool(place.channel)
    who = author(person, chat, place) if hidden else {"from": person.user}
    return all(message.get(name, {}).get("id") == who.get(name, {}).get("id") for name in ("from", "sender_chat"))
