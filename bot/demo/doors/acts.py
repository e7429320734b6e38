"""The acts of people as they come over HTTP: one small value each, carried out by `demo/people.py`.

Several can come in one request, in order, which is how the benchmarks drive many people at once.
"""

from typing import Any

import msgspec

from bot.demo.people import Done, People, Spot
from bot.demo.rules.arguments import Upload


class Act(msgspec.Struct, kw_only=True, tag_field="act", tag=str.lower):
    """What all acts have: who, and in which chat (0: the private one), topic, and in answer to which
    message.
    """

    person: int
    chat: int = 0
    thread: int = 0
    reply_to: int = 0


class Write(Act):
    """Write a text."""

    text: str


class Start(Act):
    """Press START, perhaps from a deep link."""

    payload: str = ""


class Press(Act):
    """Press a button by its words or its place; or forge callback `data`. `wait` seconds for the answer."""

    message_id: int
    button: str | int | None = None
    data: str | None = None
    wait: float = 0.0


class Edit(Act):
    """Change one's own message."""

    message_id: int
    text: str


class Delete(Act):
    """Take a message away."""

    message_id: int


class Sticker(Act):
    """Send a sticker."""

    emoji: str = "👍"


class Notice(Act):
    """Send a file of which only the description is here, of any size in bytes."""

    kind: str = "document"
    name: str = "file.bin"
    size: int = 0
    caption: str = ""


class Block(Act):
    """Block the bot."""


class Unblock(Act):
    """Let the bot write again."""


AnyAct = Write | Start | Press | Edit | Delete | Sticker | Notice | Block | Unblock


def perform(people: People, act: AnyAct) -> Done:
    """Carry out an act. Raise `NotPossible`."""
    person = people.person(act.person)
    place = Spot(act.chat, act.thread, act.reply_to)
    match act:
        case Write():
            return people.write(person, act.text, place)
        case Start():
            return people.start(person, act.payload)
        case Press():
            return people.press(person, act.message_id, act.button, act.data, act.chat)
        case Edit():
            return people.edit(person, act.message_id, act.text, place)
        case Delete():
            return people.delete(person, act.message_id, place)
        case Sticker():
            return people.send_sticker(person, act.emoji, place)
        case Notice():
            empty = Upload(act.name, "", b"")
            return people.send(person, act.kind, empty, place, act.caption, act.size)
        case Block():
            return people.block(person)
        case Unblock():
            return people.unblock(person)


def told(done: Done) -> dict[str, Any]:
    """What came of an act, for the one who did it."""
    found: dict[str, Any] = {"message": done.message, "update_id": done.update_id}
    if done.query is not None:
        found.update(query_id=done.query.id, answer=done.query.answer)
    if done.url:
        found["url"] = done.url
    return found
