"""A town of people around the real handler and a real database: they write and press, it answers into the outbox.

The world, the step, the handler and the repositories are those of `lots run`; only Telegram is missing. What it would
have sent us is put into the inbox, what it would have been sent stands in the outbox. It stands apart from
`tests/stages/`, for what matters here are the rows of a real database, recorded by one release and read by all later.
"""

import json
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cache
from typing import Any

from bot.process.dialog_setup import sorry
from bot.staff_groups import StaffChats
from bot.telegram.buttons import pushed_token, session_token
from bot.turns.happening import StepContext
from dialogs.conversation.replies import Offer
from dialogs.conversation.session import Session
from dialogs.conversation.world import World
from dialogs.step import step
from knowledge.municipality.load import load_packs
from knowledge.needs.model.load import load_lexicon
from storage.database import Database
from storage.queue_items import Received
from storage.unit_of_work import UnitOfWork
from tests.stages.alone import HandlerAlone

STAFF = -1001000000001
MORNING = datetime(2023, 9, 1, 6, 0, tzinfo=UTC)
FIRST_CHAT, FIRST_NAVIGATOR = 1001, 2001


@cache
def world() -> World:
    """The packs as they ship and the lexicon, read once."""
    return World(load_packs(), load_lexicon())


@dataclass(frozen=True)
class Person:
    """A member in a private chat, or a navigator in the staff group."""

    chat: int
    user: int
    name: str
    code: str


@dataclass
class Town:
    """People around one database. `now` is the clock of all."""

    database: Database
    now: datetime = MORNING
    updates: int = 500_000
    handler: HandlerAlone = field(init=False)

    def __post_init__(self) -> None:
        staff = StaffChats({"vasa": STAFF})
        self.handler = HandlerAlone(
            self.database, StepContext(step, world(), lambda: self.now, "lots_bot", sorry, staff)
        )

    def write(self, person: Person, text: str, reply_to: int | None = None) -> None:
        """Let a person write, as a reply to a message or plainly."""
        replied = {"reply_to_message": {"message_id": reply_to}} if reply_to else {}
        self.happen(self.written(person, text) | replied)

    def press(self, person: Person, button: str, about: str = "") -> None:
        """Let a person press the button with a label or a verb: of the last answer, else of a message about a case."""
        self._take(person.chat, self.pressed(person, button, about))

    def pressed(self, person: Person, button: str, about: str = "") -> dict[str, Any]:
        """Such a press as Telegram tells of it."""
        with self.database.transaction() as work:
            token, number = _button(work, person, button, about)
        message = {"message_id": number or self.updates + 1, "chat": _chat(person)}
        return {"callback_query": {"from": _human(person), "message": message, "data": token}}

    def happen(self, message: dict[str, Any]) -> None:
        """Let one message come in and be handled."""
        self._take(message["chat"]["id"], {"message": message})

    def written(self, person: Person, text: str) -> dict[str, Any]:
        """A message as Telegram tells of it."""
        return {"message_id": self.updates, "chat": _chat(person), "from": _human(person), "text": text}

    def received(self, chat: int, content: dict[str, Any]) -> Received:
        """An update as the inbox takes it, with the next number."""
        self.updates += 1
        body = json.dumps({"update_id": self.updates, **content}, ensure_ascii=False)
        return Received(self.updates, chat, body, self.now)

    def session(self, person: Person) -> Session:
        """Where a person is."""
        with self.database.transaction() as work:
            return work.sessions.load([(person.chat, person.user)])[person.chat, person.user]

    def case_of(self, person: Person) -> str:
        """The reference of a member's newest case, empty for none."""
        with self.database.transaction() as work:
            own = work.cases.of([person.chat])[person.chat]
        return own[-1].reference if own else ""

    def said(self, chat: int) -> list[str]:
        """What waits to be sent to a chat, as texts and captions."""
        with self.database.transaction() as work:
            waiting = [item["message"] for item in work.outbox.everything(chat) if item["state"] == "pending"]
        return [str(message.get("text") or message.get("caption") or "") for message in waiting]

    def _take(self, chat: int, content: dict[str, Any]) -> None:
        with self.database.transaction() as work:
            work.inbox.remember([self.received(chat, content)])
        played = self.handler.updates(50)
        assert [line.error for line in played.lines if line.error] == []


def _button(work: UnitOfWork, person: Person, button: str, about: str) -> tuple[str, int]:
    """The token of a button and the message it stands under, 0 for the newest of the chat."""
    session = work.sessions.load([(person.chat, person.user)]).get((person.chat, person.user))
    own = _index(session.offers, button) if session is not None else None
    if session is not None and own is not None and person.chat > 0:
        return session_token(session.revision, own), 0
    known = [item["message_id"] for item in work.posts.everything(person.chat) if about in ("", item["about"])]
    for number in sorted(known, reverse=True):
        post = work.posts.of([(person.chat, number)])[person.chat, number]
        if (index := _index(post.offers, button)) is not None:
            return pushed_token(index), number
    if session is not None and own is not None:  # in a group only the first release had buttons of a session
        return session_token(session.revision, own), 0
    raise AssertionError(f"{person.name} has no button {button}")


def _index(offers: tuple[Offer, ...], button: str) -> int | None:
    """A button is known by its label, its verb, or its verb and argument."""
    for index, offer in enumerate(offers):
        action = offer.action
        if button in (offer.label, action.verb, f"{action.verb} {action.argument}"):
            return index
    return None


def _chat(person: Person) -> dict[str, Any]:
    return {"id": person.chat, "type": "private" if person.chat > 0 else "supergroup"}


def _human(person: Person) -> dict[str, Any]:
    return {"id": person.user, "first_name": person.name, "language_code": person.code}
