"""Transcripts on the pure core: persons with fixed numbers around `StepStage`."""

from datetime import datetime
from typing import Any

from dialogs.records.attachment import Attachment
from tests.journeys.stage import STAFF, StepStage

PEOPLE: dict[str, dict[str, Any]] = {
    "M": {"chat": 101, "user": 101, "name": "Anna"},
    "N": {"chat": STAFF, "user": 201, "name": "Nora"},
    "O": {"chat": STAFF, "user": 202, "name": "Niko"},
}


class OnStep:
    """A stage that plays everything through `step`."""

    def __init__(self, stage: StepStage, code: str = "sv") -> None:
        self.stage = stage
        self.code = code
        self.seen: dict[int, int] = {}
        self.card_texts: dict[str, str] = {}

    def type(self, actor: str, text: str, *, to_card: bool) -> None:
        card = max(self.stage.cards.values()) if to_card else None
        self.stage.say(**PEOPLE[actor], text=text, code=self.code, reply_to=card)

    def press(self, actor: str, label: str) -> None:
        self.stage.press(**PEOPLE[actor], label=label, code=self.code)

    def send_thing(self, actor: str, kind: str) -> None:
        person = PEOPLE[actor]
        attachment = Attachment("photo", "file-1") if kind == "photo" else None
        self.stage.send_thing(person["chat"], person["user"], kind, attachment=attachment)

    def move_clock(self, to: datetime) -> None:
        self.stage.move_clock(to)

    def restart(self) -> None:
        """There is nothing to kill: the core keeps nothing."""

    def begin_act(self) -> None:
        self.seen = {chat: len(messages) for chat, messages in self.stage.chats.items()}
        self.card_texts = self._cards()

    def news(self, where: str, *, wanted: str) -> str:
        chat = STAFF if where == "D" else PEOPLE["M"]["chat"]
        new = self.stage.chats.get(chat, [])[self.seen.get(chat, 0) :]
        changed = [text for reference, text in self._cards().items() if self.card_texts.get(reference) != text]
        words = [message.file if where == "F" else message.text for message in new]
        return "\n\n".join([*words, *(changed if where == "D" else [])])

    def _cards(self) -> dict[str, str]:
        shown = {message.number: message.text for message in self.stage.chats.get(STAFF, [])}
        return {reference: shown[number] for reference, number in self.stage.cards.items()}
