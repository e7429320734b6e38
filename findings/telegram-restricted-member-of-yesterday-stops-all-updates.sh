#!/usr/bin/env bash
# A member who was restricted is read by 22.7 and not by 22.8, and takes every other update of the same answer along.
#
# Guess: fields come with every version of the Bot API, so what a server of the version before sends is read too: a
#        field that is new may be missing, as one that is unknown goes to api_kwargs.
# Seen:  python-telegram-bot 22.8 (Bot API 10.0): ChatMemberRestricted wants can_react_to_messages, which is new in 10.0. An
#        update of a server of one's own of version 9.6, or one that 22.7 kept as JSON, is a TypeError. getUpdates hands
#        out up to 100 updates and Update.de_list reads them in one go, so the other 99 are not read either; as they
#        are not confirmed they come again, with the same one among them, until it is 24 hours old. 22.7 read all.
# So:    read updates one by one from the plain JSON, and keep what cannot be read; or keep `chat_member` and
#        `my_chat_member` out of allowed_updates where nobody needs them.
# Source: run here, python-telegram-bot 22.7 and 22.8; the field came with telegram-bot-api de6f7d8 (1 May 2026).
#        Telegram's own server left it out as well in May 2026 (aiogram/aiogram#1812).
set -euo pipefail
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
for version in 22.7 22.8; do
    "$place/venv/bin/pip" install --quiet --disable-pip-version-check --target "$place/$version" \
        "python-telegram-bot==$version" 2>/dev/null
done

cat > "$place/read.py" <<'PY'
import json
import sys

import telegram
from telegram import Update

ANNA = {"id": 5, "is_bot": False, "first_name": "Anna"}
GROUP = {"id": -1001, "type": "supergroup", "title": "Staff"}
MAY = (
    "is_member can_send_messages can_send_audios can_send_documents can_send_photos can_send_videos "
    "can_send_video_notes can_send_voice_notes can_send_polls can_send_other_messages can_add_web_page_previews "
    "can_edit_tag can_change_info can_invite_users can_pin_messages can_manage_topics"
)
RESTRICTED = {"user": ANNA, "status": "restricted", "until_date": 0, **dict.fromkeys(MAY.split(), True)}
CHANGE = {
    "chat": GROUP,
    "from": {**ANNA, "id": 6},
    "date": 1796000000,
    "old_chat_member": {"user": ANNA, "status": "member"},
    "new_chat_member": {**RESTRICTED, "can_pin_messages": False},
}
WORDS = {"message_id": 1, "date": 1796000000, "chat": {"id": 7, "type": "private"}, "text": "Is anybody there?"}
ANSWER = [{"update_id": 1, "message": WORDS}, {"update_id": 2, "chat_member": CHANGE}]


def read(updates):
    try:
        return len(Update.de_list(updates, None))
    except TypeError as error:
        return f"TypeError: {error}"


kept = sys.argv[1]
if telegram.__version__ == "22.7":
    with open(kept, "w") as file:
        json.dump([json.loads(update.to_json()) for update in Update.de_list(ANSWER, None)], file)
with open(kept) as file:
    own = json.load(file)
print("python-telegram-bot", telegram.__version__, "Bot API", telegram.__bot_api_version__)
seen = {"of a 9.6 server": read(ANSWER), "kept by 22.7": read(own), "words alone": read(ANSWER[:1])}
for what, found in seen.items():
    print(f"  {what}: {found}")
lost = telegram.__version__ == "22.8"
assert seen["words alone"] == 1
for what in ("of a 9.6 server", "kept by 22.7"):
    assert (seen[what] == 2) is not lost, "it is read otherwise now"
    assert not lost or "can_react_to_messages" in seen[what], "something else is wanted now"
PY

for version in 22.7 22.8; do
    PYTHONPATH="$place/$version" "$place/venv/bin/python" "$place/read.py" "$place/kept.json"
done
echo "As found."
