"""Transcripts in memory: persons with fixed numbers on the stage of `tests/stages/`."""

from datetime import datetime
from typing import Any

from dialogs.records.attachment import Attachment
from dialogs.records.letters.mailing import Fate
from tests.journeys.transcript import INVITATION
from tests.stages.in_memory import STAFF, Shown, Stage

OFFICE, OTHER_OFFICE = -1002000000001, -1002000000002

NAVIGATORS: dict[str, dict[str, Any]] = {
    "N": {"chat": STAFF, "user": 201, "name": "Nora"},
    "O": {"chat": STAFF, "user": 202, "name": "Niko"},
    "P": {"chat": STAFF, "user": 203, "name": "Pat"},
}
OFFICIALS: dict[str, dict[str, Any]] = {
    "U": {"chat": OFFICE, "user": 401, "name": "Ulla"},
    "U2": {"chat": OTHER_OFFICE, "user": 402, "name": "Veikko"},
}
MEMBERS = ("Anna", "Bo", "Carita", "Daniel", "Eeva", "Fredrik", "Gun", "Heikki", "Ida", "Juhani", "Kim", "Leena")
CHATS = {"member": 101, "desk": STAFF}
PLACES = {"D": STAFF, "Q": OFFICE, "Q2": OTHER_OFFICE}


class OnStep:
    """Where everything is played through the real turns, without a database or a network.

    `codes` are the languages of phones, where they differ from `code`.
    """

    def __init__(self, stage: Stage, code: str = "sv", codes: dict[str, str] | None = None) -> None:
        self.stage = stage
        self.code = code
        self.codes = codes or {}
        self.seen: dict[int, int] = {}
        self.card_texts: dict[str, str] = {}

    def type(self, actor: str, text: str, *, to_card: bool) -> None:
        reply_to = self._answered(actor) if to_card else None
        self.stage.say(**person(actor), text=text, code=self._code(actor), reply_to=reply_to)

    def _code(self, actor: str) -> str:
        return self.codes.get(actor, self.code)

    def _answered(self, actor: str) -> int:
        if actor in OFFICIALS:
            asked = self.stage.chats[OFFICIALS[actor]["chat"]]
            return next(shown.number for shown in reversed(asked) if len(shown.offers) > 1)
        return self._card(actor).number if actor[1:] else max(number for _, number in self.stage.cards.values())

    def _card(self, actor: str) -> Shown:
        """The card of the newest case of the member whose number stands behind a navigator's letter."""
        chat = 100 + int(actor[1:])
        *_, reference = (case.reference for case in self.stage.cases.values() if case.chat == chat)
        return self.stage.card(reference)

    def press(self, actor: str, label: str) -> None:
        who = person(actor)
        if actor[0] not in NAVIGATORS or not actor[1:]:
            self.stage.press(**who, label=label, code=self._code(actor))
            return
        card = self._card(actor)
        labels = [offer.label for offer in card.offers]
        assert label in labels, f"no button {label!r} on the card; there are {labels}"
        chat, user, name = who["chat"], who["user"], who["name"]
        self.stage.press_at(chat, user, card, labels.index(label), name=name, code=self._code(actor))

    def send_thing(self, actor: str, kind: str) -> None:
        who = person(actor)
        attachment = Attachment("photo", "file-1") if kind == "photo" else None
        if kind.startswith("file "):
            name, _, size = kind.removeprefix("file ").rpartition(" ")
            kind, attachment = "document", Attachment("document", f"id of {name}", name, int(size), f"{name} {size}")
        self.stage.send_thing(who["chat"], who["user"], kind, attachment=attachment)

    def move_clock(self, to: datetime) -> None:
        self.stage.move_clock(to, digests=True)

    def restart(self) -> None:
        """There is nothing to kill: all that is kept is the stage's."""

    def invitation(self) -> str:
        return INVITATION.findall("\n".join(shown.text for shown in self.stage.chats[CHATS["member"]]))[-1]

    def shut_out(self, who: str) -> None:
        self.stage.shut_out(CHATS[who])

    def let_in(self, who: str) -> None:
        self.stage.let_in(CHATS[who], person("M" if who == "member" else "N")["user"], code=self.code)

    def tell_of_mail(self, fate: str, about: str) -> None:
        if fate == "answer":
            self.stage.tell_of_mail(Fate.ACCEPTED, answer=about)
        else:
            self.stage.tell_of_mail(Fate(fate), why=about)

    def begin_act(self) -> None:
        self.seen = {chat: len(messages) for chat, messages in self.stage.chats.items()}
        self.card_texts = self._cards()

    def news(self, where: str, *, wanted: str) -> str:
        chat = PLACES.get(where) or person("M" + where[1:])["chat"]
        new = self.stage.chats.get(chat, [])[self.seen.get(chat, 0) :]
        changed = [text for reference, text in self._cards().items() if self.card_texts.get(reference) != text]
        words = [message.file if where == "F" else message.text for message in new]
        return "\n\n".join([*words, *(changed if where == "D" else [])])

    def _cards(self) -> dict[str, str]:
        return {reference: self.stage.card(reference).text for reference in self.stage.cards}


def person(actor: str) -> dict[str, Any]:
    """The chat, the number and the name of somebody in a transcript."""
    if actor in OFFICIALS:
        return OFFICIALS[actor]
    if actor[0] in NAVIGATORS:
        return NAVIGATORS[actor[0]]
    number = int(actor[1:] or 1)
    return {"chat": 100 + number, "user": 100 + number, "name": MEMBERS[number - 1]}
