"""A stage for transcripts: the pure core with its memory in plain dictionaries.

It does what the shell does with an outcome (remember the session, keep the effects, show the messages) and nothing
more, so that a whole conversation runs without a database or a network.
"""

import html
import re
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.turns.case_meant import case_meant, message_named, references_named
from dialogs.conversation.effects import (
    AddMessage,
    Effect,
    EraseChat,
    PlanReminders,
    PostponeReminders,
    SaveCase,
    SaveProposal,
    SendDocuments,
    SendExport,
)
from dialogs.conversation.events import Chose, Commanded, Edited, Event, ReminderDue, Returned, Said, Sender, Unreadable
from dialogs.conversation.replies import Offer, Reply
from dialogs.conversation.session import Outcome, Post, Session, Snapshot
from dialogs.conversation.world import World
from dialogs.records.attachment import Attachment
from dialogs.records.case import Case
from dialogs.records.proposal import Proposal
from dialogs.records.reminder import Reminder
from dialogs.step import step

REFERENCES = ("K7WM4", "P3QX9", "C8RV2", "J4HM6", "W9FG3")
STAFF = -1001000000001


@dataclass
class Shown:
    """A message on the stage: its plain text, its buttons and what they are bound to."""

    number: int
    text: str
    offers: tuple[Offer, ...]
    revision: int
    pushed: bool
    file: str = ""


@dataclass
class StepStage:
    """Chats, sessions and a clock around `step`."""

    world: World
    now: datetime
    staff: dict[str, int] = field(default_factory=lambda: {"vasa": STAFF})
    sessions: dict[tuple[int, int], Session] = field(default_factory=dict)
    proposals: dict[str, Proposal] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    reminders: dict[str, Reminder] = field(default_factory=dict)
    fired: set[str] = field(default_factory=set)
    posts: dict[tuple[int, int], Post] = field(default_factory=dict)
    cards: dict[str, int] = field(default_factory=dict)
    chats: dict[int, list[Shown]] = field(default_factory=dict)
    count: int = 0

    def say(
        self,
        chat: int,
        user: int,
        text: str,
        *,
        name: str = "",
        code: str = "sv",
        reply_to: int | None = None,
    ) -> Outcome:
        """Type a message or a command."""
        sender = self._sender(chat, user, name, code, reply_to)
        if text.startswith("/"):
            command, _, argument = text[1:].partition(" ")
            return self.take(Commanded(sender, command, argument, self._next()))
        return self.take(Said(sender, text, self._next()))

    def press(self, chat: int, user: int, label: str, *, name: str = "", code: str = "sv") -> None:
        """Press the newest button that carries a label."""
        shown, index = self.button(chat, label)
        self.press_at(chat, user, shown, index, name=name, code=code)

    def press_at(self, chat: int, user: int, shown: Shown, index: int, *, name: str = "", code: str = "sv") -> Outcome:
        """Press one button of one message, as it now stands in the chat."""
        heading = shown.text.splitlines()[0] if shown.text else ""
        sender = self._sender(chat, user, name, code, None)
        label = shown.offers[index].label
        return self.take(Chose(sender, shown.revision, index, shown.number, shown.pushed, heading, label))

    def send_thing(self, chat: int, user: int, kind: str, *, attachment: Attachment | None = None) -> None:
        """Send something without words."""
        self.take(Unreadable(self._sender(chat, user, "", "sv", None), kind, self._next(), attachment))

    def edit(self, chat: int, user: int, text: str) -> None:
        """Change an earlier message."""
        self.take(Edited(self._sender(chat, user, "", "sv", None), text, 1))

    def button(self, chat: int, label: str) -> tuple[Shown, int]:
        """Find the newest message with a button of this label."""
        for shown in reversed(self.chats.get(chat, [])):
            for index, offer in enumerate(shown.offers):
                if offer.label == label:
                    return shown, index
        seen = [offer.label for shown in self.chats.get(chat, [])[-3:] for offer in shown.offers]
        raise AssertionError(f"no button {label!r}; there are {seen}")

    def move_clock(self, to: datetime) -> None:
        """Let time pass, firing what falls due on the way, one instant after the other."""
        while (upcoming := self.next_reminder()) is not None and upcoming <= to:
            self.now = max(self.now, upcoming)
            self._tick()
        self.now = max(self.now, to)

    def next_reminder(self) -> datetime | None:
        """The instant of the next waiting reminder."""
        return min((item.due for item in self.reminders.values()), default=None)

    def take(self, event: Event) -> Outcome:
        """Let one event happen."""
        key = (event.sender.chat, event.sender.user)
        session = self.sessions.get(key, Session(*key))
        outcome = step(session, event, self.world, self.now, self._snapshot(session, event))
        self.sessions[key] = outcome.session
        for effect in outcome.effects:
            self._perform(effect)
        for reply in outcome.replies:
            self._show(reply, event.sender.chat, outcome.session.revision)
        return outcome

    def _tick(self) -> None:
        due = [item for item in self.reminders.values() if item.due <= self.now]
        for item in due:
            del self.reminders[item.key]
            self.fired.add(item.key)
        for chat in dict.fromkeys(item.chat for item in due):
            mine = tuple(item for item in due if item.chat == chat)
            self.take(ReminderDue(self._sender(chat, max(chat, 0), "", "", None), mine))

    def _snapshot(self, session: Session, event: Event) -> Snapshot:
        sender = event.sender
        named = message_named(event)
        post = self.posts.get(named) if named else None
        references = references_named(event, session, post)
        return Snapshot(
            fresh=REFERENCES[len(self.cases) % len(REFERENCES)],
            fresh_id=f"d{self.count}" if sender.staff else f"p{len(self.proposals) + 1}",
            proposals=tuple(item for item in self.proposals.values() if item.chat == sender.chat),
            cases=self._known_cases(event, references),
            case=case_meant(references, self.cases, sender, post),
            post=post,
            staff=self.staff,
        )

    def _known_cases(self, event: Event, references: list[str]) -> tuple[Case, ...]:
        sender = event.sender
        if not sender.staff:
            return tuple(item for item in self.cases.values() if item.chat == sender.chat)
        here = {name: item for name, item in self.cases.items() if item.municipality == sender.staff}
        if isinstance(event, Commanded | Returned):
            return tuple(item for item in here.values() if item.closed_at is None)
        return tuple(here[name] for name in references if name in here)

    def _perform(self, effect: Effect) -> None:
        match effect:
            case SaveProposal(proposal=proposal):
                self.proposals[proposal.id] = proposal
            case SaveCase(case=case, was=was):
                held = self.cases.get(case.reference)
                assert (held.version if held else 0) == was
                messages = held.messages if held else ()
                self.cases[case.reference] = case.but(messages=messages, version=max(case.version, 1))
            case AddMessage(reference=reference, message=message):
                case = self.cases[reference]
                self.cases[reference] = case.but(messages=(*case.messages, message))
            case PlanReminders(subject=subject, reminders=planned):
                self.reminders = {key: item for key, item in self.reminders.items() if item.subject != subject}
                self.reminders |= {item.key: item for item in planned if item.key not in self.fired}
            case PostponeReminders(reminders=later):
                self.fired -= {item.key for item in later}
                self.reminders |= {item.key: item for item in later}
            case SendDocuments(chat=chat):
                self._show_files(chat, effect)
            case SendExport(chat=chat):
                self._add(chat, Shown(self._next(), "", (), 0, pushed=False, file="export.json"))
            case EraseChat(chat=chat):
                self._erase(chat)

    def _erase(self, chat: int) -> None:
        self.proposals = {key: item for key, item in self.proposals.items() if item.chat != chat}
        self.reminders = {key: item for key, item in self.reminders.items() if item.chat != chat}
        self.posts = {key: item for key, item in self.posts.items() if key[0] != chat}
        for case in [item for item in self.cases.values() if item.chat == chat]:
            self.cases[case.reference] = case.but(chat=0, version=case.version + 1)

    def _show_files(self, chat: int, effect: SendDocuments) -> None:
        from bot.documents.render import render

        pack = self.world.packs[effect.proposal.municipality]
        for name, content in render(effect.proposal, pack, effect.language):
            assert content
            self._add(chat, Shown(self._next(), "", (), 0, pushed=False, file=name))

    def _show(self, reply: Reply, chat: int, revision: int) -> None:
        chat = chat if reply.chat is None else reply.chat
        if not chat:
            return
        if reply.card and reply.about in self.cards:
            number = self.cards[reply.about]
            shown = next(item for item in self.chats[chat] if item.number == number)
            shown.text, shown.offers = as_plain(reply.text), reply.offers
        else:
            number = self._next()
            self._add(chat, Shown(number, as_plain(reply.text), reply.offers, revision, pushed=bool(reply.about)))
        if reply.about:
            self.posts[chat, number] = Post(reply.about, reply.offers, reply.whom)
        if reply.card:
            self.cards[reply.about] = number
        if reply.receipt is not None:
            self._add(reply.receipt.chat, Shown(self._next(), as_plain(reply.receipt.delivered), (), 0, pushed=True))

    def _add(self, chat: int, shown: Shown) -> None:
        self.chats.setdefault(chat, []).append(shown)

    def _sender(self, chat: int, user: int, name: str, code: str, reply_to: int | None) -> Sender:
        staff = next((pack for pack, group in self.staff.items() if group == chat), "")
        return Sender(chat, user, name, code, None, reply_to, staff, private=chat > 0)

    def _next(self) -> int:
        self.count += 1
        return self.count


def as_plain(text: str) -> str:
    """The words of a message without its markup."""
    return html.unescape(re.sub(r"</?[a-z]+[^>]*>", "", text))


def at(text: str) -> datetime:
    """An instant from ISO words, read as UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)
