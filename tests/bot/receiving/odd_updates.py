"""Updates as no Bot API server sends them, each as JSON text, and a sound one to stand beside them."""

import json

PERSON = {"id": 7, "first_name": "Anna", "language_code": "sv"}
PRIVATE = {"id": 7, "type": "private"}


def update(number: object, text: str = "hej", **changes: object) -> str:
    """An update with a message of Anna's, in which something may be changed."""
    message = {"message_id": 5, "date": 1693548007, "chat": PRIVATE, "from": PERSON, "text": text, **changes}
    return json.dumps({"update_id": number, "message": message})


NO_UPDATES = ("null", "7", "true", '"hej"', "[]", "[{}]")
"""What cannot be put aside, because nobody could tell later what it was."""
UNREADABLE = (
    update(2**70),
    update(True),
    update(1.5),
    update("1"),
    update(11, chat={**PRIVATE, "id": 2**70}),
    update(12, chat={**PRIVATE, "id": True}),
    update(13, **{"from": {**PERSON, "id": -(2**70)}}),
    update(14, message_id=2**64),
    update(15, reply_to_message={"message_id": 1.5}),
    update(16, migrate_to_chat_id=2**63),
    update(17, "x" * 1_100_000),
    update(18, chat={}),
)
"""What is put aside, each by itself."""
ODD_BUT_READ = (
    update(-3),
    update(None),
    update(21, deep="#").replace('"#"', "[" * 50_000 + "]" * 50_000),
    update(22, odd="#").replace('"#"', "9" * 5_000),
    update(23, odd="#").replace('"#"', "NaN"),
    update(24, date=2**70),
    update(25).replace("hej", "\\ud83d"),
    update(26, deep="#").replace('"#"', "[" * 950 + "]" * 950),
)
"""What is handled like any other, for nobody looks at what is odd in it."""
