"""sendMessage and what becomes of a message: edited, copied, forwarded, deleted, reacted to; and answered
presses.

Each function is one method of the Bot API with its checks; `target.py` finds the chat, `media.py` sends
files.
"""

from typing import Any

from bot.demo.methods.target import chat_at, message_at, placed, shallow, writable
from bot.demo.rules.arguments import Arguments
from bot.demo.rules.formatting import units
from bot.demo.rules.keyboards import markup
from bot.demo.rules.refusals import NOT_MODIFIED, QUERY_TOO_OLD, bad_request
from bot.demo.rules.spotting import formatted
from bot.demo.world.world import Chat, Message, TelegramWorld

TEXT = 4096
"""Bot API, sendMessage, text: 1 to 4096 characters after the markup is read, in UTF-16 code units."""
CAPTION = 1024
"""Bot API, sendPhoto and its like, caption: 0 to 1024 characters, in the same units."""
ANSWER = 200
"""Bot API, answerCallbackQuery, text: 0 to 200 characters, in the same units."""
QUERY_SECONDS = 15 * 60
"""How long a press can be answered. The Bot API names no length; chosen here so that an answer can come too late."""
DELETABLE_SECONDS = 48 * 3600
"""Bot API, deleteMessage: a message can be deleted if it was sent less than 48 hours ago."""
_OWN = ("message_id", "date", "chat", "from", "reply_to_message", "message_thread_id", "is_topic_message")


def deliver(world: TelegramWorld, chat: Chat, arguments: Arguments, content: dict[str, Any]) -> Message:
    """Post a message of the bot with its place and its buttons."""
    buttons = markup(arguments)
    message: Message = {"from": world.bot, **placed(chat, arguments), **content}
    seen: dict[str, Any] = {}
    if buttons and "inline_keyboard" in buttons:
        message["reply_markup"] = buttons
    elif buttons:
        seen["keyboard"] = buttons
    if arguments.flag("protect_content"):
        message["has_protected_content"] = True
    return world.post(chat, message, **seen)


def send_message(world: TelegramWorld, arguments: Arguments) -> Message:
    """Send a text of 1 to 4096 UTF-16 units after parsing."""
    chat = writable(world, arguments)
    return deliver(world, chat, arguments, _content(arguments))


def _content(arguments: Arguments) -> dict[str, Any]:
    text, entities = formatted(arguments, "text", "entities", limit=TEXT)
    if not text:
        raise bad_request("message text is empty")
    return {"text": text, "entities": entities} if entities else {"text": text}


def captioned(arguments: Arguments) -> dict[str, Any]:
    """Caption and its entities, at most 1024 units; nothing where there is none."""
    text, entities = formatted(arguments, "caption", "caption_entities", limit=CAPTION)
    content: dict[str, Any] = {"caption": text} if text else {}
    if entities:
        content["caption_entities"] = entities
    return content


def edit_message_text(world: TelegramWorld, arguments: Arguments) -> Message:
    """Change the text; without reply_markup the buttons go."""
    chat, message = _editable(world, arguments)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _edited(world, chat, message, _content(arguments), ("text", "entities", "reply_markup"), arguments)


def edit_message_caption(world: TelegramWorld, arguments: Arguments) -> Message:
    """Change the caption of a file."""
    chat, message = _editable(world, arguments)
    if "text" in message:
        raise bad_request("there is no caption in the message to edit")
    names = ("caption", "caption_entities", "reply_markup")
    return _edited(world, chat, message, captioned(arguments), names, arguments)


def edit_message_reply_markup(world: TelegramWorld, arguments: Arguments) -> Message:
    """Change the buttons only."""
    chat, message = _editable(world, arguments)
    return _edited(world, chat, message, {}, ("reply_markup",), arguments)


def _editable(world: TelegramWorld, arguments: Arguments) -> tuple[Chat, Message]:
    chat = chat_at(world, arguments)
    message = message_at(chat, arguments, "edit")
    if message.get("from", {}).get("id") != world.bot["id"]:
        raise bad_request("message can't be edited")
    return chat, message


def _edited(
    world: TelegramWorld,
    chat: Chat,
    message: Message,
    content: dict[str, Any],
    names: tuple[str, ...],
    arguments: Arguments,
) -> Message:
    buttons = markup(arguments)
    if buttons and "inline_keyboard" in buttons:
        content["reply_markup"] = buttons
    if all(message.get(name) == content.get(name) for name in names):
        raise bad_request(NOT_MODIFIED)
    kept = {name: value for name, value in message.items() if name not in names}
    changed = {**kept, **content, "edit_date": int(world.now())}
    return world.replace(chat, message["message_id"], changed)


def delete_message(world: TelegramWorld, arguments: Arguments) -> bool:
    """Take a message away, at most 48 hours old."""
    chat = chat_at(world, arguments)
    message = message_at(chat, arguments, "delete")
    foreign = message.get("from", {}).get("id") != world.bot["id"] and chat.type != "private"
    if world.now() - message["date"] > DELETABLE_SECONDS or (foreign and chat.bot != "administrator"):
        raise bad_request("message can't be deleted")
    world.remove(chat, message["message_id"])
    return True


def delete_messages(world: TelegramWorld, arguments: Arguments) -> bool:
    """Take several messages away; those that are not there are passed over."""
    chat = chat_at(world, arguments)
    for number in arguments.listing("message_ids"):
        if number in chat.messages:
            world.remove(chat, number)
    return True


def copy_message(world: TelegramWorld, arguments: Arguments) -> dict[str, int]:
    """Post a copy that does not tell where it came from; a given caption takes the place of the old one."""
    chat = writable(world, arguments)
    message = message_at(chat_at(world, arguments, "from_chat_id"), arguments, "copy")
    content = {name: value for name, value in message.items() if name not in {*_OWN, "edit_date", "reply_markup"}}
    if "forum_topic_created" in content or not content:
        raise bad_request("message can't be copied")
    if arguments.has("caption") and "text" not in content:
        content = {
            **{n: v for n, v in content.items() if not n.startswith("caption")},
            **captioned(arguments),
        }
    return {"message_id": deliver(world, chat, arguments, content)["message_id"]}


def forward_message(world: TelegramWorld, arguments: Arguments) -> Message:
    """Post a message again with the note of who wrote it."""
    chat = writable(world, arguments)
    message = message_at(chat_at(world, arguments, "from_chat_id"), arguments, "forward")
    content = {name: value for name, value in message.items() if name not in {*_OWN, "edit_date", "reply_markup"}}
    origin = {"type": "user", "sender_user": message["from"], "date": message["date"]}
    return deliver(world, chat, arguments, {**content, "forward_origin": origin})


def answer_callback_query(world: TelegramWorld, arguments: Arguments) -> bool:
    """Answer a press, once and in time; a text of at most 200 letters is shown to the person."""
    query = world.queries.get(arguments.text("callback_query_id"))
    if query is None or query.closed or world.now() - query.at > QUERY_SECONDS:
        raise bad_request(QUERY_TOO_OLD)
    if units(arguments.text("text")) > ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    query.closed = True
    query.answer = {"text": arguments.text("text"), "show_alert": arguments.flag("show_alert")}
    world.changes.tell("answer", query_id=query.id, person=query.person, **query.answer)
    return True


def set_message_reaction(world: TelegramWorld, arguments: Arguments) -> bool:
    """Set the bot's one reaction to a message, or take it back."""
    chat = chat_at(world, arguments)
    message = message_at(chat, arguments, "react")
    reaction = arguments.listing("reaction")
    if len(reaction) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(one.get("type") != "emoji" or not one.get("emoji") for one in reaction):
        raise bad_request("REACTION_INVALID")
    emoji = [one["emoji"] for one in reaction]
    chat.reactions[message["message_id"]] = emoji
    world.changes.tell("reaction", chat_id=chat.id, message_id=message["message_id"], emoji=emoji)
    return True


def send_chat_action(world: TelegramWorld, arguments: Arguments) -> bool:
    """Show that the bot is busy: typing, upload_document ..."""
    chat = chat_at(world, arguments)
    if not arguments.text("action"):
        raise bad_request("wrong parameter action in request")
    world.changes.tell("action", chat_id=chat.id, action=arguments.text("action"))
    return True


def pin_chat_message(world: TelegramWorld, arguments: Arguments) -> bool:
    """Pin a message of the chat."""
    chat = chat_at(world, arguments)
    message = message_at(chat, arguments, "pin")
    world.post(chat, {"from": world.bot, "pinned_message": shallow(message)})
    return True


METHODS = {
    "sendmessage": send_message,
    "editmessagetext": edit_message_text,
    "editmessagecaption": edit_message_caption,
    "editmessagereplymarkup": edit_message_reply_markup,
    "deletemessage": delete_message,
    "deletemessages": delete_messages,
    "copymessage": copy_message,
    "forwardmessage": forward_message,
    "answercallbackquery": answer_callback_query,
    "setmessagereaction": set_message_reaction,
    "sendchataction": send_chat_action,
    "pinchatmessage": pin_chat_message,
}
