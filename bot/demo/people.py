"""What people do: write, press, send files, edit, block. Each act becomes the update that Telegram would
send.

The counterpart of the bot's methods. Acts that a real client would not allow raise `NotPossible`; forged
callback data is allowed, since a real client can send it.
"""

import re
from dataclasses import dataclass
from typing import Any

from bot.demo.authors import AT_HOME, NotPossible, Spot, author, in_reply_thread, wrote
from bot.demo.methods.chats import bot_member
from bot.demo.methods.media import FOLDERS, described
from bot.demo.methods.target import shallow
from bot.demo.rules.arguments import Upload
from bot.demo.rules.formatting import units
from bot.demo.rules.spotting import spot
from bot.demo.world.world import Chat, Message, Person, Query, TelegramWorld

TEXT = 4096
"""The longest text that a client sends as one message, in UTF-16 code units; it cuts a longer one into several."""
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


@dataclass(frozen=True, slots=True)
class Done:
    """What came of an act: the message it made or touched, and the update it sent (None: the bot hears
    nothing).
    """

    message: Message | None = None
    update_id: int | None = None
    query: Query | None = None
    url: str = ""


class People:
    """The hands of everybody in the world."""

    def __init__(self, world: TelegramWorld) -> None:
        self.world = world

    def person(self, number: int) -> Person:
        """Somebody by id."""
        if number not in self.world.people:
            raise NotPossible(f"there is no person {number}")
        return self.world.people[number]

    def chat(self, person: Person, number: int) -> Chat:
        """A chat by id, 0 for the private one; the person must be in it."""
        chat = self.world.chats.get(number or person.id)
        if chat is None or person.id not in chat.members:
            raise NotPossible(f"{person.first_name} is in no chat {number}")
        return self.world.chats[chat.moved_to] if chat.moved_to else chat

    def write(self, person: Person, text: str, place: Spot = AT_HOME) -> Done:
        """Write a text of at most 4096 UTF-16 units."""
        text = text.strip()
        if not text or units(text) > TEXT:
            raise NotPossible("a text has 1 to 4096 letters")
        entities = spot(text)
        content = {"text": text, "entities": entities} if entities else {"text": text}
        return self._post(person, content, place)

    def start(self, person: Person, payload: str = "") -> Done:
        """Press START, from a deep link where there is a payload; unblocks the bot."""
        if not _PAYLOAD.fullmatch(payload):
            raise NotPossible("a deep link carries at most 64 of A-Z a-z 0-9 _ -")
        self.unblock(person)
        return self.write(person, f"/start {payload}".strip())

    def send(self, person: Person, kind: str, file: Upload, place: Spot, caption: str = "", size: int = 0) -> Done:
        """Send a file of a kind; `size` in bytes announces a file that is too large to be here."""
        if kind not in FOLDERS:
            raise NotPossible(f"no such kind of file: {kind}")
        kept = self.world.files.keep(file.content, file.name, file.media_type, FOLDERS[kind], size)
        return self._post(person, {kind: described(kind, kept), **_captioned(caption)}, place)

    def send_sticker(self, person: Person, emoji: str, place: Spot) -> Done:
        """Send a sticker that stands for an emoji."""
        kept = self.world.files.keep(emoji.encode(), "sticker.webp", "image/webp", "stickers")
        return self._post(person, {"sticker": described("sticker", kept, emoji=emoji)}, place)

    def edit(self, person: Person, message_id: int, text: str, place: Spot) -> Done:
        """Change one's own text or caption."""
        chat = self.chat(person, place.chat)
        old = chat.messages.get(message_id)
        if old is None or not wrote(person, chat, place, old):
            raise NotPossible("people edit their own messages only")
        text, caption = text.strip(), "text" not in old
        names = ("caption", "caption_entities") if caption else ("text", "entities")
        content = dict(zip(names, (text, spot(text)), strict=True))
        kept = {name: value for name, value in old.items() if name not in names}
        filled = {name: value for name, value in content.items() if value}
        changed = self.world.replace(chat, message_id, {**kept, **filled, "edit_date": int(self.world.now())})
        return Done(changed, self._tell(person, chat, "edited_message", changed))

    def pin(self, person: Person, message_id: int, place: Spot) -> Done:
        """Pin a message; the chat tells of it with a message of its own."""
        chat = self.chat(person, place.chat)
        if message_id not in chat.messages:
            raise NotPossible(f"there is no message {message_id}")
        return self._post(person, {"pinned_message": shallow(chat.messages[message_id])}, place)

    def set_timer(self, person: Person, seconds: int, place: Spot) -> Done:
        """Let the messages of a chat delete themselves after some time; the chat tells of it."""
        told = {"message_auto_delete_timer_changed": {"message_auto_delete_time": seconds}}
        return self._post(person, told, place)

    def delete(self, person: Person, message_id: int, place: Spot) -> Done:
        """Take a message away; the bot hears nothing of it."""
        chat = self.chat(person, place.chat)
        if message_id not in chat.messages:
            raise NotPossible(f"there is no message {message_id}")
        self.world.remove(chat, message_id)
        return Done()

    def press(self, person: Person, message_id: int, button: str | int | None, data: str | None, chat: int) -> Done:
        """Press a button, by its words or its place; or send callback data that no button need carry."""
        where = self.chat(person, chat)
        message = where.messages.get(message_id)
        if data is None:
            if message is None:
                raise NotPossible(f"there is no message {message_id}")
            found = find_button(message, button)
            if "callback_data" not in found:
                return Done(message, url=str(found.get("url", "")))
            data = str(found["callback_data"])
        query = self.world.ask(person.id)
        update = self._query(person, where, query, message, message_id, data)
        return Done(message, self.world.updates.push("callback_query", update), query)

    def _query(
        self, person: Person, chat: Chat, query: Query, message: Message | None, message_id: int, data: str
    ) -> dict[str, Any]:
        gone = {"chat": chat.about, "message_id": message_id, "date": 0}
        return {
            "id": query.id,
            "from": person.user,
            "message": message or gone,
            "chat_instance": str(7_000_000_000_000_000_000 + abs(chat.id)),
            "data": data,
        }

    def block(self, person: Person) -> Done:
        """Block the bot."""
        return self._standing(person, blocked=True)

    def unblock(self, person: Person) -> Done:
        """Let the bot write again; nothing happens where it may already."""
        return self._standing(person, blocked=False)

    def _standing(self, person: Person, *, blocked: bool) -> Done:
        if person.blocked == blocked:
            return Done()
        person.blocked = blocked
        chat = self.world.chats[person.id]
        self.world.changes.tell("block", person=person.id, blocked=blocked)
        now, was = ("kicked", "member") if blocked else ("member", "kicked")
        return Done(update_id=self.membership(chat, person, was, now))

    def membership(self, chat: Chat, by: Person, was: str, now: str) -> int | None:
        """Tell the bot what it now is in a chat."""
        update = {
            "chat": chat.about,
            "from": by.user,
            "date": int(self.world.now()),
            "old_chat_member": bot_member(self.world, was, chat),
            "new_chat_member": bot_member(self.world, now, chat),
        }
        return self.world.updates.push("my_chat_member", update)

    def belong(self, chat: Chat, person: Person, by: Person, status: str) -> list[int | None]:
        """Let somebody come into a group or go out of it; the updates that tell of it."""
        was = "member" if person.id in chat.members else "left"
        inside = status == "member"
        chat.members.add(person.id) if inside else chat.members.discard(person.id)
        told = {"new_chat_members": [person.user]} if inside else {"left_chat_member": person.user}
        message = self.world.post(chat, {"from": by.user, **told})
        change = {"chat": chat.about, "from": by.user, "date": int(self.world.now())}
        for name, held in (("old_chat_member", was), ("new_chat_member", status)):
            change[name] = {"status": held, "user": person.user, **({"until_date": 0} if held == "kicked" else {})}
        heard = [self._tell(by, chat, "message", message)]
        return [*heard, self.world.updates.push("chat_member", change) if chat.bot == "administrator" else None]

    def _post(self, person: Person, content: dict[str, Any], place: Spot) -> Done:
        chat = self.chat(person, place.chat)
        if chat.type == "private":
            if person.blocked:
                raise NotPossible(f"{person.first_name} has blocked the bot")
            person.started = True
        message = self.world.post(chat, {**author(person, chat, place), **self._placed(chat, place), **content})
        return Done(message, self._tell(person, chat, "message", message))

    def _placed(self, chat: Chat, place: Spot) -> dict[str, Any]:
        """In a topic a message that answers nothing answers the message that opened the topic, as at
        Telegram. Here nobody but the bot manages topics.
        """
        answered = chat.messages.get(place.reply_to)
        if place.reply_to and answered is None:
            raise NotPossible(f"there is no message {place.reply_to}")
        if not chat.is_forum:
            return in_reply_thread(chat, answered) if answered else {}
        thread = place.thread or (answered or {}).get("message_thread_id", 0)
        topic = chat.topics.get(thread)
        if thread and (topic is None or topic.closed):
            raise NotPossible(f"the topic {thread} is closed" if topic else f"there is no topic {thread}")
        where = {"message_thread_id": thread, "is_topic_message": True} if topic else {}
        answered = answered or chat.messages.get(thread)
        return {**where, "reply_to_message": shallow(answered)} if answered else where

    def _tell(self, person: Person, chat: Chat, kind: str, message: Message) -> int | None:
        del person
        return self.world.updates.push(kind, message) if self._heard(chat, message) else None

    def _heard(self, chat: Chat, message: Message) -> bool:
        """Whether the bot hears it: as a plain member of a group it hears commands and replies to itself
        only.
        """
        if chat.type == "private" or chat.bot == "administrator":
            return True
        if chat.bot != "member":
            return False
        mine: bool = message.get("reply_to_message", {}).get("from", {}).get("id") == self.world.bot["id"]
        text = message.get("text", "")
        return mine or text.startswith("/") or f"@{self.world.bot['username']}" in text


def find_button(message: Message, button: str | int | None) -> dict[str, Any]:
    """The button of a message by its words, or by its place counted from 0 along the rows."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    buttons: list[dict[str, Any]] = [one for row in rows for one in row]
    for place, one in enumerate(buttons):
        if button in (place, one["text"]):
            return one
    raise NotPossible(f"no button {button!r} among {[one['text'] for one in buttons]}")


def _captioned(caption: str) -> dict[str, Any]:
    entities = spot(caption)
    content: dict[str, Any] = {"caption": caption} if caption else {}
    return {**content, "caption_entities": entities} if entities else content
