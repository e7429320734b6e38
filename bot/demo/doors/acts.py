"""The acts of people as they come over HTTP: one small value each, carried out by `demo/people.py`.

Several can come in one request, in order, which is how the benchmarks drive many people at once.
"""

from collections.abc import Callable
from typing import Any

from bot.demo.authors import Spot
from bot.demo.people import Done, People
from bot.demo.rules.arguments import Upload
from bot.demo.world.world import Person


class Act(Spot, kw_only=True, frozen=True, tag_field="act", tag=str.lower):
    """What all acts have: where, and who."""

    person: int


class Write(Act, frozen=True):
    """Write a text."""

    text: str


class Start(Act, frozen=True):
    """Press START, perhaps from a deep link."""

    payload: str = ""


class Press(Act, frozen=True):
    """Press a button by its words or its place; or forge callback `data`. `wait` seconds for the answer."""

    message_id: int
    button: str | int | None = None
    data: str | None = None
    wait: float = 0.0


class Edit(Act, frozen=True):
    """Change one's own message."""

    message_id: int
    text: str


class Pin(Act, frozen=True):
    """Pin a message."""

    message_id: int


class Timer(Act, frozen=True):
    """Let messages delete themselves after so many seconds."""

    seconds: int = 86_400  # one day, the shortest time that Telegram's clients offer


class Delete(Act, frozen=True):
    """Take a message away."""

    message_id: int


class Sticker(Act, frozen=True):
    """Send a sticker."""

    emoji: str = "👍"


class Notice(Act, frozen=True):
    """Send a file of which only the description is here, of any size in bytes."""

    kind: str = "document"
    name: str = "file.bin"
    size: int = 0
    caption: str = ""


class Block(Act, frozen=True):
    """Block the bot."""


class Unblock(Act, frozen=True):
    """Let the bot write again."""


AnyAct = Write | Start | Press | Edit | Pin | Timer | Delete | Sticker | Notice | Block | Unblock


Deed = Callable[[People, Person, Any], Done]
DEEDS: dict[type[Act], Deed] = {
    Write: lambda people, person, act: people.write(person, act.text, act),
    Start: lambda people, person, act: people.start(person, act.payload),
    Press: lambda people, person, act: people.press(person, act.message_id, act.button, act.data, act.chat),
    Edit: lambda people, person, act: people.edit(person, act.message_id, act.text, act),
    Pin: lambda people, person, act: people.pin(person, act.message_id, act),
    Timer: lambda people, person, act: people.set_timer(person, act.seconds, act),
    Delete: lambda people, person, act: people.delete(person, act.message_id, act),
    Sticker: lambda people, person, act: people.send_sticker(person, act.emoji, act),
    Notice: lambda people, person, act: people.send(
        person, act.kind, Upload(act.name, "", b""), act, act.caption, act.size
    ),
    Block: lambda people, person, _act: people.block(person),
    Unblock: lambda people, person, _act: people.unblock(person),
}


def perform(people: People, act: AnyAct) -> Done:
    """Carry out an act. Raise `NotPossible`."""
    return DEEDS[type(act)](people, people.person(act.person), act)


def told(done: Done) -> dict[str, Any]:
    """What came of an act, for the one who did it."""
    found: dict[str, Any] = {"message": done.message, "update_id": done.update_id}
    if done.query is not None:
        found.update(query_id=done.query.id, answer=done.query.answer)
    if done.url:
        found["url"] = done.url
    return found
