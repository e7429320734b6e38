"""What a batch of events has read and what it will write, kept in memory until one flush.

Each event of a batch sees what the events before it left behind. Nothing here decides: `perform.py` says what an
effect means, `handler.py` when to flush.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from dialogs.conversation.session import Post, Session
from dialogs.records.case import Case, CaseMessage
from dialogs.records.proposal import Proposal
from dialogs.records.reminder import Reminder
from storage.queue_items import Outgoing, Parcel
from storage.unit_of_work import UnitOfWork

SessionKey = tuple[int, int]
MessageKey = tuple[int, int]


@dataclass(slots=True)
class View:
    """The database as this batch sees it: what was loaded, with the batch's own changes on top."""

    sessions: dict[SessionKey, Session] = field(default_factory=dict)
    proposals: dict[int, dict[str, Proposal]] = field(default_factory=dict)
    own_cases: dict[int, dict[str, Case]] = field(default_factory=dict)
    cases: dict[str, Case] = field(default_factory=dict)
    posts: dict[MessageKey, Post] = field(default_factory=dict)


@dataclass(slots=True)
class Stage:
    """The view of a batch, and the writes that one flush will make."""

    view: View = field(default_factory=View)
    sessions: dict[SessionKey, Session] = field(default_factory=dict)
    proposals: dict[str, Proposal] = field(default_factory=dict)
    cases: dict[str, tuple[Case, int]] = field(default_factory=dict)
    messages: list[tuple[str, CaseMessage]] = field(default_factory=list)
    plans: dict[str, tuple[Reminder, ...]] = field(default_factory=dict)
    outgoing: list[Outgoing] = field(default_factory=list)

    def keep_session(self, session: Session) -> None:
        """Stage a session."""
        key = (session.chat, session.user)
        self.view.sessions[key] = self.sessions[key] = session

    def leave(self, chat: int) -> None:
        """Stage that a person has shut Lots out, until they are heard again; groups have no session of their own."""
        session = self.view.sessions.get((chat, chat))
        if session is not None:
            self.keep_session(session.but(away=True))

    def keep_proposal(self, proposal: Proposal) -> None:
        """Stage a proposal."""
        self.proposals[proposal.id] = proposal
        self.view.proposals.setdefault(proposal.chat, {})[proposal.id] = proposal

    def keep_case(self, case: Case, was: int) -> None:
        """Stage a case that was read at version `was`; of several changes in one batch the first one's is checked."""
        _, first = self.cases.get(case.reference, (case, was))
        self.cases[case.reference] = (case, first)
        known = self.view.cases.get(case.reference)
        seen = case.but(messages=max(known.messages, case.messages, key=len)) if known else case
        self._see(seen)

    def add_message(self, reference: str, message: CaseMessage) -> None:
        """Stage an utterance of a case."""
        self.messages.append((reference, message))
        known = self.view.cases.get(reference)
        if known and message not in known.messages:
            self._see(known.but(messages=(*known.messages, message)))

    def flush(self, work: UnitOfWork) -> None:
        """Write everything that was staged, in few statements, and start afresh with the same view."""
        self._write(work)
        work.outbox.add(self.outgoing)
        self._clear()

    def hand_over(self, work: UnitOfWork, now: datetime, room: int) -> tuple[Parcel, ...]:
        """Write everything like `flush`, and take up to `room` messages that may be sent after the commit."""
        self._write(work)
        parcels = work.outbox.hand_over(self.outgoing, now, room)
        self._clear()
        return parcels

    def _write(self, work: UnitOfWork) -> None:
        work.proposals.save(list(self.proposals.values()))
        for _, (case, was) in sorted(self.cases.items()):
            work.cases.save(case, was)
        work.cases.add_messages(self.messages)
        for subject, reminders in self.plans.items():
            work.reminders.plan(subject, reminders)
        work.sessions.save(list(self.sessions.values()))

    def _see(self, case: Case) -> None:
        self.view.cases[case.reference] = case
        self.view.own_cases.setdefault(case.chat, {})[case.reference] = case

    def _clear(self) -> None:
        for staged in (
            self.sessions,
            self.proposals,
            self.cases,
            self.messages,
            self.plans,
            self.outgoing,
        ):
            staged.clear()


def load(work: UnitOfWork, keys: Iterable[SessionKey], posts: Iterable[MessageKey]) -> View:
    """Load the sessions, the drafts and cases of their chats, and the messages that were answered or pressed."""
    keys = list(dict.fromkeys(keys))
    chats = list(dict.fromkeys(chat for chat, _ in keys))
    view = View(sessions=work.sessions.load(keys), posts=work.posts.of(list(posts)))
    view.proposals = {chat: {item.id: item for item in items} for chat, items in work.proposals.of(chats).items()}
    view.own_cases = {chat: {item.reference: item for item in items} for chat, items in work.cases.of(chats).items()}
    return view
