"""sendMessage and what becomes of a message: edited, copied, forwarded, deleted, reacted to; and answered
presses.

Each function is one method of the Bot API with its checks; `target.py` finds the chat, `media.py` sends
files.
"""

from typing import Any

from bot.demo.methods.target import Aim, aimed, chat_at, let_through, message_at, old_or_new, shallow
from bot.demo.rules import keyboards
from bot.demo.rules.arguments import Arguments
from bot.demo.rules.cleaning import Entities
from bot.demo.rules.formatting import units
from bot.demo.rules.refusals import NOT_MODIFIED, QUERY_TOO_OLD, bad_request
from bot.demo.rules.spotting import fitting, parsed
from bot.demo.world.world import Chat, Message, TelegramWorld

TEXT = 4096
"""Bot API, sendMessage, text: 1 to 4096 characters after the markup is read; code points, whatever the Bot API's page
says of UTF-16 (td/telegram/MessageContent.cpp 4664)."""
CAPTION = 1024
"""Bot API, sendPhoto and its like, caption: 0 to 1024 characters, counted in the same way."""
ANSWER = 200
"""Bot API, answerCallbackQuery, text: 0 to 200 characters, in UTF-16 code units."""
QUERY_SECONDS = 15 * 60
"""How long a press can be answered. The Bot API names no length; chosen here so that an answer can come too late."""
DELETABLE_SECONDS = 48 * 3600
"""Bot API, deleteMessage: a message can be deleted if it was sent less than 48 hours ago."""
ACTIONS = {
    "cancel", "typing", "record_video", "upload_video", "record_audio", "record_voice", "upload_audio", "upload_voice",
    "upload_photo", "upload_document", "choose_sticker", "pick_up_location", "find_location", "record_video_note",
    "upload_video_note",
}  # fmt: skip
"""What a bot can be seen to do (telegram-bot-api, Client.cpp, get_chat_action)."""
Content = dict[str, Any]
_OWN = ("message_id", "date", "chat", "from", "reply_to_message", "message_thread_id", "is_topic_message")


def deliver(world: TelegramWorld, aim: Aim, content: Content) -> Message:
    """Post a message of the bot where it was aimed at."""
    let_through(world, aim)
    message: Message = {"from": world.bot, **aim.place, **content}
    seen: dict[str, Any] = {}
    if aim.buttons and "inline_keyboard" in aim.buttons:
        message["reply_markup"] = aim.buttons
    elif aim.buttons:
        seen["keyboard"] = aim.buttons
        aim.chat.fixed.add(aim.chat.last_id + 1)
    return world.post(aim.chat, message, **seen)


def send_message(world: TelegramWorld, arguments: Arguments) -> Message:
    """Send a text of 1 to 4096 signs after parsing."""
    words = parsed(arguments, "text", "entities")
    aim = aimed(world, arguments)
    return deliver(world, aim, _text(world, words))


def _text(world: TelegramWorld, words: tuple[str, Entities]) -> Content:
    text, entities = fitting(words, "text", limit=TEXT)
    return _content(world, text, entities, "text", "entities")


def captioned(world: TelegramWorld, words: tuple[str, Entities]) -> Content:
    """Caption and its entities, at most 1024 signs; nothing where there is none."""
    text, entities = fitting(words, "caption", limit=CAPTION)
    return _content(world, text, entities, "caption", "caption_entities") if text else {}


def _content(world: TelegramWorld, text: str, entities: Entities, name: str, marks: str) -> Content:
    """A text with its entities; people who are mentioned are named, or not marked where the bot has not met them."""
    known = [_known(world, one) for one in entities]
    marked = [one for one in known if one is not None]
    return {name: text, marks: marked} if marked else {name: text}


def _known(world: TelegramWorld, entity: dict[str, Any]) -> dict[str, Any] | None:
    if entity["type"] != "text_mention":
        return entity
    person = world.people.get(entity["user"]["id"])
    return {**entity, "user": person.user} if person is not None else None


def edit_message_text(world: TelegramWorld, arguments: Arguments) -> Message:
    """Change the text; without reply_markup the buttons go."""
    words, buttons = parsed(arguments, "text", "entities"), keyboards.parsed(arguments)
    chat, message = _editable(world, arguments)
    if "text" not in message:
        raise bad_request("there is no text in the message to edit")
    return _edited(world, chat, message, _text(world, words), ("text", "entities", "reply_markup"), buttons)


def edit_message_caption(world: TelegramWorld, arguments: Arguments) -> Message:
    """Change the caption of a file."""
    words, buttons = parsed(arguments, "caption", "caption_entities"), keyboards.parsed(arguments)
    chat, message = _editable(world, arguments)
    if "text" in message:
        raise bad_request("there is no caption in the message to edit")
    names = ("caption", "caption_entities", "reply_markup")
    return _edited(world, chat, message, captioned(world, words), names, buttons)


def edit_message_reply_markup(world: TelegramWorld, arguments: Arguments) -> Message:
    """Change the buttons only."""
    buttons = keyboards.parsed(arguments)
    chat, message = _editable(world, arguments)
    return _edited(world, chat, message, {}, ("reply_markup",), buttons)


def _editable(world: TelegramWorld, arguments: Arguments) -> tuple[Chat, Message]:
    """A message that can be changed: one's own, and without a keyboard of another kind than the inline one
    (td/telegram/MessagesManager.cpp 22833, can_edit_message).
    """
    chat = old_or_new(world, arguments)
    message = message_at(chat, arguments, "edit")
    own = message.get("from", {}).get("id") == world.bot["id"]
    if not own or message["message_id"] in chat.fixed or "forward_origin" in message:
        raise bad_request("message can't be edited")
    return chat, message


def _edited(
    world: TelegramWorld,
    chat: Chat,
    message: Message,
    content: Content,
    names: tuple[str, ...],
    buttons: keyboards.Markup | None,
) -> Message:
    kept_buttons = keyboards.possible(buttons, only_inline=True)
    if kept_buttons:
        keyboards.sent(kept_buttons)
        content["reply_markup"] = kept_buttons
    if all(message.get(name) == content.get(name) for name in names):
        raise bad_request(NOT_MODIFIED)
    kept = {name: value for name, value in message.items() if name not in names}
    changed = {**kept, **content, "edit_date": int(world.now())}
    return world.replace(chat, message["message_id"], changed)


def delete_message(world: TelegramWorld, arguments: Arguments) -> bool:
    """Take a message away, at most 48 hours old; in a supergroup an administrator can do it at any age
    (td/telegram/MessagesManager.cpp 8221, can_revoke_message).
    """
    if not arguments.text("chat_id"):
        raise bad_request("chat identifier is not specified")
    if not arguments.number("message_id"):
        raise bad_request("message identifier is not specified")
    chat = chat_at(world, arguments)
    message = message_at(chat, arguments, "delete")
    foreign = message.get("from", {}).get("id") != world.bot["id"] and chat.type != "private"
    if foreign and chat.bot != "administrator":
        raise bad_request("message can't be deleted")
    if chat.type != "supergroup" and world.now() - message["date"] > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
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
    words = parsed(arguments, "caption", "caption_entities")
    aim = aimed(world, arguments)
    message = message_at(chat_at(world, arguments, "from_chat_id"), arguments, "copy")
    content = {name: value for name, value in message.items() if name not in {*_OWN, "edit_date", "reply_markup"}}
    if "forum_topic_created" in content or not content:
        raise bad_request("message can't be copied")
    if arguments.has("caption") and "text" not in content:
        kept = {name: value for name, value in content.items() if not name.startswith("caption")}
        content = {**kept, **captioned(world, words)}
    return {"message_id": deliver(world, aim, content)["message_id"]}


def forward_message(world: TelegramWorld, arguments: Arguments) -> Message:
    """Post a message again with the note of who wrote it."""
    aim = aimed(world, arguments)
    message = message_at(chat_at(world, arguments, "from_chat_id"), arguments, "forward")
    content = {name: value for name, value in message.items() if name not in {*_OWN, "edit_date", "reply_markup"}}
    origin = {"type": "user", "sender_user": message["from"], "date": message["date"]}
    return deliver(world, aim, {**content, "forward_origin": origin})


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
    if arguments.text("action").lower() not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = chat_at(world, arguments)
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
