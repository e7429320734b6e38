#!/usr/bin/env bash
# The handler of written answers also gets what is written to the bot as a guest in other people's chats, and finds no
# message in it.
#
# Guess: `MessageHandler(filters.TEXT, ...)` gets the messages sent to the bot, so `update.message` is there; and
#        `filters.UpdateType.MESSAGES` matches at least what filters.TEXT matches of new messages.
# Seen:  python-telegram-bot 22.8 (Bot API 10.0): filters.TEXT matches a guest message and one to a business account
#        too. In both `update.message` is None, so `update.message.reply_text` is an AttributeError and the person gets no
#        answer; a bot that reads `update.effective_message` takes a remark in a strange group for an answer to its
#        question. `filters.UpdateType.MESSAGES` matches neither. Both kinds are in `Update.ALL_TYPES`.
# So:    ask Telegram for the kinds one handles by name (`allowed_updates`), or write filters.UpdateType.MESSAGE & TEXT.
# Source: run here, python-telegram-bot 22.8.
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check python-telegram-bot==22.8 2>/dev/null

"$place/venv/bin/python" - <<'PY'
import telegram
from telegram import Update
from telegram.ext import MessageHandler, filters

MESSAGE = {
    "message_id": 1,
    "date": 1796000000,
    "chat": {"id": -5, "type": "group", "title": "Allotment"},
    "from": {"id": 5, "is_bot": False, "first_name": "Sample"},
    "text": "yes",
}


async def answer(update, context):
    await update.message.reply_text("Noted.")


def handled(kind: str) -> tuple[bool, bool, bool]:
    """Whether the handler of texts takes the update, whether it has a message, whether it counts among MESSAGES."""
    update = Update.de_json({"update_id": 1, kind: MESSAGE}, None)
    taken = MessageHandler(filters.TEXT, answer).check_update(update)
    return bool(taken), update.message is not None, bool(filters.UpdateType.MESSAGES.check_update(update))


seen = {kind: handled(kind) for kind in ("message", "guest_message", "business_message")}
print("python-telegram-bot", telegram.__version__, "Bot API", telegram.__bot_api_version__)
for kind, (taken, has_message, counted) in seen.items():
    print(f"  {kind}: handled {taken}, has a message {has_message}, among MESSAGES {counted}")

assert seen["message"] == (True, True, True)
assert seen["guest_message"] == seen["business_message"] == (True, False, False), "they are handled otherwise now"
assert {"guest_message", "business_message"} <= set(Update.ALL_TYPES), "they are no longer asked for"
print("As found.")
PY
