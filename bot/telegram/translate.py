"""From a raw update to what happened: an event for the dialogs, news for the shell, or nothing.

It reads plain dictionaries, because an update comes from outside and may be newer, older or stranger than any model
of it. What somebody sent and cannot be read becomes `Unreadable`, what nobody sent nothing; it never raises for the
shape of an update that has a chat and a person in it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from bot.telegram.buttons import read_token
from bot.telegram.ids import is_id, require_ids
from bot.telegram.text.formatting import runs, with_addresses
from bot.telegram.text.markup import fingerprint
from bot.telegram.text.shared import shared
from bot.telegram.topics import TopicShut, shut_in
from dialogs.conversation.events import (
    FORGED,
    Chose,
    Commanded,
    Edited,
    Event,
    Returned,
    Said,
    Seat,
    Sender,
    Unreadable,
)
from dialogs.records.attachment import Attachment

Raw = Mapping[str, Any]
COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\s+(.*))?", re.DOTALL)
FILES = ("animation", "document", "voice", "video", "video_note", "audio")
"""The kinds of files that can be passed on; an animation comes as a document too, for programs that know none."""
WORDLESS = (
    "sticker", "live_photo", "contact", "location", "venue", "poll", "dice", "game", "story", "checklist",
    "paid_media", "invoice", "rich_message", "giveaway", "giveaway_winners", "photo", *FILES,
)  # fmt: skip
"""What people send, beside words and what can be passed on (Bot API 10.0, Message). Any other message tells of what
nobody sent: a pinned message, a new timer, a gift. New kinds of that come with every version."""
LEFT = {"kicked", "left"}
ADMINISTRATOR = "administrator"


@dataclass(frozen=True, slots=True)
class ShutOut:
    """A person blocked Lots, or a group put it out."""

    chat: int


@dataclass(frozen=True, slots=True)
class Moved:
    """A group became a supergroup and has a new id."""

    chat: int
    to: int


@dataclass(frozen=True, slots=True)
class MembersChanged:
    """People came into a group or went out of it: what was known of their place there holds no more."""

    chat: int
    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RightsLost:
    """A group took rights of an administrator from Lots, by the names that the Bot API gives them."""

    chat: int
    rights: tuple[str, ...]


NoAct = ShutOut | Moved | MembersChanged | TopicShut | RightsLost
"""What nobody did in a conversation."""
News = Event | NoAct | None


@dataclass(frozen=True, slots=True)
class BotIdentity:
    """What a translation must know beside the update: the bot's own name, and in which chats which staff and which
    offices sit.
    """

    name: str
    staff: Mapping[int, str]
    seats: Mapping[int, Seat] = field(default_factory=dict)


def translate(update: Raw, bot: BotIdentity) -> News:
    """Tell what happened in an update; None for what concerns nobody (another bot's command, a service message).

    Raise `WrongIds` if something else stands where an id belongs.
    """
    require_ids(update)
    if isinstance(update.get("callback_query"), dict):
        return _pressed(update["callback_query"], bot)
    if isinstance(update.get("edited_message"), dict):
        return _edited(update["edited_message"], bot)
    if isinstance(update.get("my_chat_member"), dict):
        return _membership(update["my_chat_member"], bot)
    if isinstance(update.get("chat_member"), dict):
        change = update["chat_member"]
        return _members_changed(change, [_inside(change.get("new_chat_member"), "user")])
    if isinstance(update.get("message"), dict):
        return _message(update["message"], bot)
    return None


def chat_of(update: Raw) -> int:
    """Return the chat that an update belongs to, 0 if it names none that can be read."""
    for kind in ("message", "edited_message", "my_chat_member", "chat_member", "callback_query"):
        found = update.get(kind)
        if isinstance(found, dict):
            holder = found.get("message") if kind == "callback_query" else found
            chat = _inside(_inside(holder, "chat"), "id") or _inside(_inside(found, "from"), "id")
            return chat if is_id(chat) else 0
    return 0


def _message(message: Raw, bot: BotIdentity) -> News:
    moved = message.get("migrate_to_chat_id")
    if isinstance(moved, int):
        return Moved(message["chat"]["id"], moved)
    if "left_chat_member" in message or isinstance(message.get("new_chat_members"), list):
        return _members_changed(message, [message.get("left_chat_member"), *message.get("new_chat_members", ())])
    shut, sender = shut_in(message), _writer(message, bot)
    if shut is not None or sender is None:
        return shut
    number = message.get("message_id", 0)
    text = message.get("text")
    if isinstance(text, str):
        return _words(message, text, sender, number, bot)
    return _wordless(message, sender, number)


def _words(message: Raw, text: str, sender: Sender, number: int, bot: BotIdentity) -> News:
    match = COMMAND.fullmatch(text)
    if match is None:
        marks = message.get("entities")
        words, formatted = with_addresses(text, marks), runs(text, marks)
        return Said(sender, words, number, at=_sent_at(message), formatted=formatted, quoted=_quoted(message))
    name, addressed, argument = match.groups()
    if addressed and addressed.lower() != bot.name.lower():
        return None
    return Commanded(sender, name.lower(), (argument or "").strip(), number)


def _wordless(message: Raw, sender: Sender, number: int) -> News:
    attachment = _attachment(message)
    caption, album = message.get("caption"), str(message.get("media_group_id") or "")
    if attachment is not None and isinstance(caption, str) and caption.strip():
        marks = message.get("caption_entities")
        words = with_addresses(caption, marks)
        at, formatted = _sent_at(message), runs(caption, marks)
        return Said(sender, words, number, attachment, at, album, formatted, _quoted(message))
    if attachment is not None:
        return Unreadable(sender, attachment.kind, number, attachment, album)
    if words := shared(message):
        return Said(sender, words, number, at=_sent_at(message))
    kind = next((kind for kind in WORDLESS if kind in message), None)
    return Unreadable(sender, kind, number) if kind is not None else None


def _edited(message: Raw, bot: BotIdentity) -> News:
    text, sender, file = message.get("text", message.get("caption")), _writer(message, bot), _attachment(message)
    if sender is None or not (isinstance(text, str) or file is not None):
        return None
    words, marks = str(text or ""), message.get("entities", message.get("caption_entities"))
    return Edited(sender, with_addresses(words, marks), message.get("message_id", 0), runs(words, marks), file)


def _pressed(query: Raw, bot: BotIdentity) -> News:
    message = query.get("message")
    if not isinstance(message, dict) or not isinstance(query.get("from"), dict):
        return None  # a button of an inline message: we send none
    sender = _sender(message, query["from"], bot)
    number = message.get("message_id", 0)
    pressed = read_token(query.get("data"))
    if pressed is None:
        return Unreadable(sender, FORGED, number)
    text = _text(message)
    heading = text.strip().partition("\n")[0]
    label = _label(message, query)
    return Chose(sender, pressed.revision, pressed.index, number, pressed.pushed, heading, label, fingerprint(text))


def _text(message: Raw) -> str:
    return str(message.get("text") or message.get("caption") or "")


def _label(message: Raw, query: Raw) -> str:
    """What the pressed button says on the message as the person saw it; empty if Telegram does not show it."""
    rows = _inside(message.get("reply_markup"), "inline_keyboard")
    buttons = [button for row in rows if isinstance(row, list) for button in row] if isinstance(rows, list) else []
    named = (_inside(button, "text") for button in buttons if _inside(button, "callback_data") == query.get("data"))
    return str(next(named, None) or "")


def _membership(change: Raw, bot: BotIdentity) -> News:
    now, was = (_may_write(change.get(which)) for which in ("new_chat_member", "old_chat_member"))
    if not now:
        return ShutOut(change["chat"]["id"])
    if not was and isinstance(change.get("from"), dict):
        return Returned(_sender(change, change["from"], bot))
    had, has = (_rights(change.get(which)) for which in ("old_chat_member", "new_chat_member"))
    lost = tuple(sorted(had - has))
    return RightsLost(change["chat"]["id"], lost) if lost else None


def _rights(member: object) -> set[str]:
    """The rights of an administrator that are told of, none of anybody else."""
    if not isinstance(member, dict) or member.get("status") != ADMINISTRATOR:
        return set()
    return {ADMINISTRATOR, *(name for name, given in member.items() if name.startswith("can_") and given is True)}


def _members_changed(holder: Raw, people: Iterable[object]) -> News:
    found = tuple(number for person in people if is_id(number := _inside(person, "id")))
    return MembersChanged(holder["chat"]["id"], found) if found else None


def _may_write(member: object) -> bool:
    """Whether Lots can write where it stands like this: it is inside, and nobody has taken that right away."""
    status = _inside(member, "status")
    if status == "restricted":
        return bool(_inside(member, "is_member")) and _inside(member, "can_send_messages") is not False
    return status not in LEFT


def _writer(message: Raw, bot: BotIdentity) -> Sender | None:
    """Who wrote a message; None if nobody did: a bot, or Telegram itself that copied a post of the linked channel.

    In a group of the municipality an administrator may write as the group, and anybody as a channel. Telegram then
    names a bot of its own in the place of the person.
    """
    person, behind = message.get("from"), message.get("sender_chat")
    if not isinstance(person, dict) or message.get("is_automatic_forward"):
        return None
    sender = _sender(message, person, bot)
    if isinstance(behind, dict) and isinstance(behind.get("id"), int) and (sender.staff or sender.in_office_group):
        name = str(message.get("author_signature") or behind.get("title") or "")
        return sender.but(user=behind["id"], name=name, language="", nameless=True)
    return None if person.get("is_bot") else sender


def _sender(message: Raw, person: Raw, bot: BotIdentity) -> Sender:
    chat = message["chat"]
    thread = message.get("message_thread_id") if message.get("is_topic_message") else None
    reply_to = _answered(message, thread)
    return Sender(
        chat=chat["id"],
        user=person["id"],
        name=_name(person),
        language=str(person.get("language_code") or ""),
        thread=thread if isinstance(thread, int) else None,
        reply_to=reply_to,
        staff=bot.staff.get(chat["id"], ""),
        private=chat.get("type") == "private",
        reply_says=fingerprint(_text(message["reply_to_message"])) if reply_to is not None else "",
        seat=bot.seats.get(chat["id"]),
    )


def _sent_at(message: Raw) -> datetime | None:
    date = message.get("date")
    try:
        return datetime.fromtimestamp(date, UTC) if isinstance(date, int) and date > 0 else None
    except (OverflowError, ValueError, OSError):
        return None


def _answered(message: Raw, thread: object) -> int | None:
    number = _inside(message.get("reply_to_message"), "message_id")
    if not isinstance(number, int) or number == thread:  # in a topic every message "answers" the topic's first one
        return None
    return number


def _quoted(message: Raw) -> str:
    """The words that somebody marked in a message of ours in order to answer them, empty if there are none."""
    ours = _inside(_inside(message.get("reply_to_message"), "from"), "is_bot")
    words = _inside(message.get("quote"), "text")
    return words.strip() if ours and isinstance(words, str) else ""


def _attachment(message: Raw) -> Attachment | None:
    photos = message.get("photo")
    if isinstance(photos, list) and photos and isinstance(photos[-1], dict):
        return _file("photo", photos[-1])
    for kind in FILES:
        if isinstance(message.get(kind), dict):
            return _file(kind, message[kind])
    return None


def _file(kind: str, found: Raw) -> Attachment | None:
    if not isinstance(found.get("file_id"), str):
        return None
    name, size = str(found.get("file_name") or ""), found.get("file_size")
    unique, media = str(found.get("file_unique_id") or ""), str(found.get("mime_type") or "")
    known = size if isinstance(size, int) else 0
    return Attachment(kind, found["file_id"], name, known, unique, media, is_empty=size == 0)


def _name(person: Raw) -> str:
    names = (person.get("first_name"), person.get("last_name"))
    return " ".join(str(name) for name in names if name)


def _inside(holder: object, key: str) -> Any:
    return holder.get(key) if isinstance(holder, dict) else None
