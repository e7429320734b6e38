"""Every query that somebody waits for, as the program asks it: in the transactions and the order of one update.

A visit is one person's turn at the database. `UPDATE` and `BESIDE` list what is asked, a transaction a group; who times
or explains queries goes through these lists, so that what is measured is also explained.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta

from dialogs.conversation.session import Session
from dialogs.records.reminder import Reminder
from storage.queue_items import Outgoing, Parcel, Received, Waiting
from storage.unit_of_work import UnitOfWork
from tests.benchmarks.databases.filling import FIRST_CHAT, NOW, draft, reference

FIRST_UPDATE = 10_000_000
RUNG = NOW + timedelta(days=1, hours=12)
"""By then the first of everybody's reminders is due, one a chat."""
TICK = 25
LISTED = 50


class Visit:
    """One person's turn: person `who` writes, `other` looks for a case, `leaving` has everything erased.

    `number` makes the update and the message new. People are numbered as they were filled in.
    """

    def __init__(self, number: int, who: int, other: int, leaving: int) -> None:
        self._number, self._draft = number, draft(who)
        self.chat, self._reference, self.leaving = FIRST_CHAT + who, reference(other), FIRST_CHAT + leaving
        self._claimed: tuple[Waiting, ...] = ()
        self._parcels: tuple[Parcel, ...] = ()
        self._session = Session(self.chat, self.chat)
        self._fired: list[str] = []

    def remember(self, work: UnitOfWork) -> None:
        work.inbox.remember([Received(FIRST_UPDATE + self._number, self.chat, '{"text": "hej"}', NOW)])

    def set_offset(self, work: UnitOfWork) -> None:
        work.inbox.set_offset(FIRST_UPDATE + self._number + 1)

    def claim(self, work: UnitOfWork) -> None:
        self._claimed = work.inbox.claim(32)

    def load_session(self, work: UnitOfWork) -> None:
        self._session = work.sessions.load([(self.chat, self.chat)])[(self.chat, self.chat)]

    def find_posts(self, work: UnitOfWork) -> None:
        work.posts.of([(self.chat, self.chat - FIRST_CHAT + 1)])

    def load_proposals(self, work: UnitOfWork) -> None:
        work.proposals.of([self.chat])

    def load_cases(self, work: UnitOfWork) -> None:
        work.cases.of([self.chat])

    def find_reference(self, work: UnitOfWork) -> None:
        work.cases.by_reference([self._reference])

    def draw_references(self, work: UnitOfWork) -> None:
        work.cases.unused([reference(4_000_000 + self._number + more) for more in range(16)])

    def save_proposal(self, work: UnitOfWork) -> None:
        work.proposals.save([self._draft.but(version=self._number)])

    def plan_reminders(self, work: UnitOfWork) -> None:
        subject, due = self._draft.id, NOW + timedelta(days=20)
        work.reminders.plan(subject, [Reminder(f"{subject}:again", self.chat, "draft-5wd", subject, due)])

    def save_session(self, work: UnitOfWork) -> None:
        work.sessions.save([self._session.but(revision=self._session.revision + 1)])

    def add_message(self, work: UnitOfWork) -> None:
        payload = {"chat_id": self.chat, "text": "hej"}
        work.outbox.add([Outgoing(self.chat, "sendMessage", payload, about=self._draft.id)])

    def finish(self, work: UnitOfWork) -> None:
        work.inbox.finish([item.seq for item in self._claimed])

    def recover(self, work: UnitOfWork) -> None:
        work.outbox.recover(NOW)

    def claim_message(self, work: UnitOfWork) -> None:
        self._parcels = work.outbox.claim(NOW, 32)

    def find_card(self, work: UnitOfWork) -> None:
        work.posts.cards([self._reference])

    def mark_sent(self, work: UnitOfWork) -> None:
        work.outbox.sent({parcel.seq: 10_000_000 + self._number for parcel in self._parcels})

    def tick(self, work: UnitOfWork) -> None:
        work.reminders.due(NOW, TICK)

    def next_due(self, work: UnitOfWork) -> None:
        work.reminders.next_due()

    def tick_with_work(self, work: UnitOfWork) -> None:
        self._fired = [reminder.key for reminder in work.reminders.due(RUNG, TICK)]

    def fire(self, work: UnitOfWork) -> None:
        work.reminders.fired(self._fired, RUNG)

    def list_desk(self, work: UnitOfWork) -> None:
        work.cases.open_in("vasa", LISTED)

    def count(self, work: UnitOfWork) -> None:
        work.inbox.counts()
        work.outbox.counts()

    def export(self, work: UnitOfWork) -> None:
        work.everything(self.chat)

    def erase(self, work: UnitOfWork) -> None:
        work.erase(self.leaving)


Query = Callable[[Visit, UnitOfWork], None]
UPDATE: Sequence[dict[str, Query]] = (
    {"inbox.remember": Visit.remember, "inbox.set_offset": Visit.set_offset},
    {
        "inbox.claim": Visit.claim,
        "sessions.load": Visit.load_session,
        "posts.of": Visit.find_posts,
        "proposals.of": Visit.load_proposals,
        "cases.of": Visit.load_cases,
        "proposals.save": Visit.save_proposal,
        "reminders.plan": Visit.plan_reminders,
        "sessions.save": Visit.save_session,
        "outbox.add": Visit.add_message,
        "inbox.finish": Visit.finish,
    },
    {"outbox.claim": Visit.claim_message},
    {"outbox.sent": Visit.mark_sent},
)
"""What every update asks: it is stored, handled, its answer is claimed and marked as sent."""
BESIDE: Sequence[dict[str, Query]] = (
    {"cases.by_reference": Visit.find_reference, "cases.unused": Visit.draw_references},
    {"outbox.recover": Visit.recover, "posts.cards": Visit.find_card},
    {"reminders.due, nothing due": Visit.tick, "reminders.next_due": Visit.next_due},
    {f"reminders.due, {TICK} due": Visit.tick_with_work, f"reminders.fired, {TICK}": Visit.fire},
    {f"cases.open_in, {LISTED} listed": Visit.list_desk},
    {"the health page's counts": Visit.count},
    {"export of all about a person": Visit.export},
    {"erasing a person": Visit.erase},
)
"""What some updates ask, and what may run while somebody waits."""
