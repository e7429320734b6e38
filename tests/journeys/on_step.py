"""Transcripts in memory: persons with fixed numbers on the stage of `tests/stages/`."""

from datetime import datetime
from typing import Any

from dialogs.records.attachment import Attachment
from tests.stages.in_memory import STAFF, Stage

OFFICE = -1002000000001

PEOPLE: dict[str, dict[str, Any]] = {
    "M": {"chat": 101, "user": 101, "name": "Anna"},
    "N": {"chat": STAFF, "user": 201, "name": "Nora"},
    "O": {"chat": STAFF, "user": 202, "name": "Niko"},
    "U": {"chat": OFFICE, "user": 401, "name": "Ulla"},
}

CHATS = {"member": 101, "desk": STAFF}
PLACES = {"D": STAFF, "Q": OFFICE}


class OnStep:
    """Where everything is played through the real turns, without a database or a network."""

    def __init__(self, stage: Stage, code: str = "sv") -> None:
        self.stage = stage
        self.code = code
        self.seen: dict[int, int] = {}
        self.card_texts: dict[str, str] = {}

    def type(self, actor: str, text: str, *, to_card: bool) -> None:
        self.stage.say(**PEOPLE[actor], text=text, code=self.code, reply_to=self._answered(actor) if to_card else None)

    def _answered(self, actor: str) -> int:
        if actor != "U":
            return max(number for _, number in self.stage.cards.values())
        return next(shown.number for shown in reversed(self.stage.chats[OFFICE]) if len(shown.offers) > 1)

    def press(self, actor: str, label: str) -> None:
        self.stage.press(**PEOPLE[actor], label=label, code=self.code)

    def send_thing(self, actor: str, kind: str) -> None:
        person = PEOPLE[actor]
        attachment = Attachment("photo", "file-1") if kind == "photo" else None
        self.stage.send_thing(person["chat"], person["user"], kind, attachment=attachment)

    def move_clock(self, to: datetime) -> None:
        self.stage.move_clock(to, digests=True)

    def restart(self) -> None:
        """There is nothing to kill: all that is kept is the stage's."""

    def shut_out(self, who: str) -> None:
        self.stage.shut_out(CHATS[who])

    def let_in(self, who: str) -> None:
        self.stage.let_in(CHATS[who], PEOPLE["M" if who == "member" else "N"]["user"], code=self.code)

    def begin_act(self) -> None:
        self.seen = {chat: len(messages) for chat, messages in self.stage.chats.items()}
        self.card_texts = self._cards()

    def news(self, where: str, *, wanted: str) -> str:
        chat = PLACES.get(where, PEOPLE["M"]["chat"])
        new = self.stage.chats.get(chat, [])[self.seen.get(chat, 0) :]
        changed = [text for reference, text in self._cards().items() if self.card_texts.get(reference) != text]
        words = [message.file if where == "F" else message.text for message in new]
        return "\n\n".join([*words, *(changed if where == "D" else [])])

    def _cards(self) -> dict[str, str]:
        return {reference: self.stage.card(reference).text for reference in self.stage.cards}
