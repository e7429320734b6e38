"""What a batch of events will write, kept in memory until one flush.

Each event of a batch sees what the events before it left behind. Nothing here decides: `perform.py` says what an
effect means, `batch.py` when to flush.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from bot.turns.loaded import Loaded, SessionKey
from dialogs.conversation.session import Session
from dialogs.records.case import Case, CaseMessage
from dialogs.records.for_a_time.access import Access
from dialogs.records.for_a_time.correction import Correction
from dialogs.records.proposal import Proposal
from dialogs.records.reminder import Reminder
from dialogs.records.staff.call import Call
from dialogs.records.staff.desk import Desk
from dialogs.records.together.change import Change
from dialogs.records.together.sharing import Sharing
from storage.queue_items import MailToSend, Outgoing
from storage.unit_of_work import UnitOfWork


@dataclass(slots=True)
class Changes:
    """What a batch has loaded, with its own changes on top, and the writes that one flush will make.

    `now` is the instant of the batch.
    """

    now: datetime
    loaded: Loaded = field(default_factory=Loaded)
    sessions: dict[SessionKey, Session] = field(default_factory=dict)
    proposals: dict[str, Proposal] = field(default_factory=dict)
    cases: dict[str, tuple[Case, int]] = field(default_factory=dict)
    messages: list[tuple[str, CaseMessage]] = field(default_factory=list)
    fired: list[Reminder] = field(default_factory=list)
    postponed: dict[str, Reminder] = field(default_factory=dict)
    outcomes: dict[str, str] = field(default_factory=dict)
    plans: dict[str, tuple[Reminder, ...]] = field(default_factory=dict)
    outgoing: list[Outgoing] = field(default_factory=list)
    corrections: dict[str, Correction] = field(default_factory=dict)
    forgotten: list[tuple[int, str]] = field(default_factory=list)
    desks: dict[str, tuple[Desk, int]] = field(default_factory=dict)
    calls: dict[tuple[str, str], tuple[Call, int]] = field(default_factory=dict)
    accesses: list[Access] = field(default_factory=list)
    sharings: dict[str, tuple[Sharing, int]] = field(default_factory=dict)
    earlier: list[Change] = field(default_factory=list)
    mails: list[MailToSend] = field(default_factory=list)

    def keep_session(self, session: Session) -> None:
        """Stage a session."""
        key = (session.chat, session.user)
        self.loaded.sessions[key] = self.sessions[key] = session

    def leave(self, chat: int) -> None:
        """Stage that a chat has shut Lots out, until it is heard again; a group gets a session of its own for that."""
        session = self.loaded.sessions.get((chat, chat)) or (Session(chat, chat) if chat < 0 else None)
        if session is not None:
            self.keep_session(session.shut_out(self.now))

    def back(self, chat: int) -> bool:
        """Stage that a group can be reached; return whether it was known to have shut Lots out."""
        session = self.loaded.sessions.get((chat, chat))
        if session is None or not session.away:
            return False
        self.keep_session(session.heard_again())
        return True

    def keep_proposal(self, proposal: Proposal) -> None:
        """Stage a proposal, which all who have it see."""
        self.proposals[proposal.id] = proposal
        self.loaded.proposals.setdefault(proposal.chat, {})[proposal.id] = proposal
        if proposal.id in self.loaded.sharings:
            self.loaded.shared(proposal, self.loaded.sharings[proposal.id])

    def keep_sharing(self, sharing: Sharing, was: int) -> None:
        """Stage who takes part in a proposal; of several changes in one batch the first one's version is checked."""
        _, first = self.sharings.get(sharing.proposal, (sharing, was))
        self.sharings[sharing.proposal] = (sharing, first)
        staged = self.proposals.get(sharing.proposal)
        known = (staged, *(items.get(sharing.proposal) for items in self.loaded.proposals.values()))
        proposal = next((item for item in known if item is not None), None)
        if proposal is not None:
            self.loaded.shared(proposal, sharing)

    def keep_case(self, case: Case, was: int) -> None:
        """Stage a case that was read at version `was`; of several changes in one batch the first one's is checked."""
        _, first = self.cases.get(case.reference, (case, was))
        self.cases[case.reference] = (case, first)
        known = self.loaded.cases.get(case.reference)
        seen = case.but(messages=max(known.messages, case.messages, key=len)) if known else case
        self._see(seen)

    def keep_desk(self, desk: Desk, was: int) -> None:
        """Stage a desk that was read at version `was`; of several changes in one batch the first one's is checked."""
        _, first = self.desks.get(desk.municipality, (desk, was))
        self.desks[desk.municipality] = (desk, first)
        self.loaded.desks[desk.municipality] = desk

    def keep_call(self, call: Call, was: int) -> None:
        """Stage a call that was read at version `was`; of several changes in one batch the first one's is checked."""
        key = (call.municipality, call.round)
        _, first = self.calls.get(key, (call, was))
        self.calls[key] = (call, first)

    def add_message(self, reference: str, message: CaseMessage) -> None:
        """Stage an utterance of a case."""
        self.messages.append((reference, message))
        known = self.loaded.cases.get(reference)
        if known and message not in known.messages:
            self._see(known.but(messages=(*known.messages, message)))

    def postpone(self, reminders: Iterable[Reminder]) -> None:
        """Stage that reminders which are due wait until another time instead."""
        self.postponed |= {reminder.key: reminder for reminder in reminders}

    def keep_correction(self, correction: Correction) -> None:
        """Stage a correction."""
        self.corrections[correction.id] = correction

    def forget_corrections(self, chat: int, one: str = "") -> None:
        """Stage that a chat's corrections go, or one of them, also those that were just staged."""
        gone = [name for name, item in self.corrections.items() if item.chat == chat and one in ("", name)]
        for name in gone:
            del self.corrections[name]
        self.forgotten.append((chat, one))

    def flush(self, work: UnitOfWork) -> None:
        """Write everything that was staged, messages too, and start afresh on what was loaded."""
        self.write(work)
        work.outbox.add(self.outgoing)
        self._clear()

    def write(self, work: UnitOfWork) -> None:
        """Write everything but the messages, in few statements.

        Reminders fire before a plan is written, so that a plan leaves alone what was said and finds what was put off.
        """
        work.proposals.save(list(self.proposals.values()))
        for _, (sharing, before) in sorted(self.sharings.items()):
            work.sharings.save(sharing, before)
        work.answer_changes.add(self.earlier)
        for _, (case, was) in sorted(self.cases.items()):
            work.cases.save(case, was)
        work.cases.add_messages(self.messages)
        for _, (desk, was) in sorted(self.desks.items()):
            work.desks.save(desk, was)
        for outcome, keys in self._fired_by_outcome().items():
            work.reminders.fired(keys, self.now, outcome)
        for _, (call, was) in sorted(self.calls.items()):
            work.calls.save(call, was)
        work.reminders.postpone(self.postponed.values())
        work.reminders.plan_all(self.plans)
        for chat, one in self.forgotten:
            work.corrections.erase(chat, one)
        work.corrections.save(self.corrections.values())
        work.accesses.add(self.accesses)
        work.mails.add(self.mails, self.now)
        work.sessions.save(list(self.sessions.values()))

    def _fired_by_outcome(self) -> dict[str, list[str]]:
        """The keys of what fired, by what became of it."""
        found: dict[str, list[str]] = {}
        for item in self.fired:
            if item.key not in self.postponed:
                found.setdefault(self.outcomes.get(item.key, ""), []).append(item.key)
        return found

    def _see(self, case: Case) -> None:
        self.loaded.cases[case.reference] = case
        self.loaded.own_cases.setdefault(case.chat, {})[case.reference] = case

    def _clear(self) -> None:
        for staged in (
            self.sessions,
            self.proposals,
            self.cases,
            self.messages,
            self.fired,
            self.postponed,
            self.outcomes,
            self.plans,
            self.outgoing,
            self.corrections,
            self.forgotten,
            self.desks,
            self.calls,
            self.accesses,
            self.sharings,
            self.earlier,
            self.mails,
        ):
            staged.clear()
