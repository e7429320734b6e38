"""What Telegram does to one chat alone: a person blocks the bot, a topic is deleted, a file is gone, a group shuts the
bot out, a group moves.

Played one after the other when a round has come to rest; each must be mended without the operator, and nobody else
may notice.
"""

import random

from tests.chaos.world.people import Association, Village
from tests.chaos.world.script import DESK, JOURNEY
from tests.chaos.world.site import MORNING, Site
from tests.chaos.world.telegram import with_button
from tests.journeys.over_http import set_clock

PATIENCE = 40.0
KEPT = "Jag når inte kontaktpersonen just nu."
"""Words to who sends an idea while the staff group has shut the bot out (`dialogs/texts/sv/idea.yaml`)."""
SEEN_NOW = "har nu nått kontaktpersonen."
"""Words to the same when the card has arrived (`dialogs/texts/sv/cases.yaml`)."""


async def check(here: Site) -> list[str]:
    """Play all of them; return a line for each that was not mended."""
    village = here.village
    village.patience = PATIENCE
    set_clock(here.clock, MORNING)
    found = [await odd(village) for odd in (_blocked, _without_topic, _without_file, _shut_out, _moved)]
    return [line for line in found if line]


async def _blocked(village: Village) -> str:
    """Somebody blocks the bot before it answers, and comes back."""
    who = await village.newcomer()
    await village.telegram.ask("/faults", {"kind": "403", "method": "sendMessage", "chat": who.chat, "count": 1})
    person = {"person": who.chat}
    await village.telegram.act({"act": "write", "text": "hej", **person}, {"act": "block", **person})
    await village.telegram.act({"act": "start", **person})
    again = await village.telegram.wait(lambda: village.telegram.texts(who.chat) or None, PATIENCE)
    return "" if again else "who blocked the bot and came back was not answered"


async def _without_topic(village: Village) -> str:
    """A navigator asks in a topic that is deleted before the answer comes."""
    telegram, desk = village.telegram, village.desk
    topic = (await telegram.ask(f"/chats/{desk}/topics", {"name": "Fika", "person": village.navigators[0]}))[
        "message_thread_id"
    ]
    before = len(telegram.texts(desk))
    await telegram.ask("/faults", {"kind": "delay_before", "method": "sendMessage", "chat": desk, "seconds": 1})
    ask = {"act": "write", "person": village.navigators[0], "chat": desk, "thread": topic, "text": "/help"}
    await telegram.act(ask)
    await telegram.ask(f"/chats/{desk}/topics/{topic}", method="DELETE")
    told = await telegram.wait(lambda: len(telegram.texts(desk)) > before or None, PATIENCE)
    await telegram.ask("/faults", method="DELETE")
    return "" if told else "a navigator in a deleted topic was not answered"


async def _without_file(village: Village) -> str:
    """An association adds a photo to its case, but Telegram has lost the file: its words must still arrive."""
    telegram, who = village.telegram, village.associations[0]
    answer = with_button(telegram.shown[who.chat], _reply_label(village, who))
    if answer is None:
        return "there is no button that answers the navigator"
    press = {"act": "press", "person": who.chat, "message_id": answer, "button": _reply_label(village, who)}
    before = len(telegram.texts(who.chat))
    await telegram.act(press)
    await telegram.wait(lambda: len(telegram.texts(who.chat)) > before or None, PATIENCE)
    await telegram.ask("/faults", {"kind": "file_gone", "method": "sendPhoto", "count": 1})
    words = f"Så här ser byagården ut {who.tag}"
    await telegram.act({"act": "notice", "person": who.chat, "kind": "photo", "caption": words})
    arrived = await telegram.wait(lambda: _holds(village, words), PATIENCE)
    who.asks_again = bool(arrived)
    await telegram.ask("/faults", method="DELETE")
    return "" if arrived else "words under a lost file did not reach the desk"


async def _shut_out(village: Village) -> str:
    """The staff group throws the bot out, and somebody sends an idea. Who sent it is told that nobody can be reached,
    and when the bot is back that somebody can; the group gets the card then, and serves the case.
    """
    way, navigator = f"/chats/{village.desk}/bot", {"person": village.navigators[0]}
    await village.telegram.ask(way, {"status": "kicked", **navigator})
    who = await village.with_draft(len(JOURNEY) - 1)
    kept = await village.go_on(who, JOURNEY[-1], KEPT)
    await village.telegram.ask(way, {"status": "administrator", **navigator})
    told = await village.is_told(who, SEEN_NOW)
    await village.be_answered(who)
    wanting = {"that it is kept": kept, "that it was seen": told, "an answer": who.done}
    missing = [what for what, came in wanting.items() if not came]
    return f"after the staff group had shut the bot out {missing} is missing: {who.stuck}" if missing else ""


async def _moved(village: Village) -> str:
    """The staff group becomes another one; the next case must come there, and be answered from there."""
    moved = await village.telegram.ask(f"/chats/{village.desk}/migrate", {})
    village.desk = moved["chat"]["id"]
    who = await village.newcomer()
    await village.walk(who, random.Random(0))
    return "" if who.done else f"after the staff group had moved: {who.stuck}"


def _reply_label(village: Village, who: Association) -> str:
    """The button under the navigator's answer."""
    said = who.said(DESK[2])
    for message in reversed(village.telegram.shown[who.chat].values()):
        if said in message.get("text", ""):
            return str(message["reply_markup"]["inline_keyboard"][0][0]["text"])
    return ""


def _holds(village: Village, words: str) -> bool | None:
    messages = village.telegram.shown[village.desk].values()
    return any(words in str(message.get("text") or message.get("caption")) for message in messages) or None
