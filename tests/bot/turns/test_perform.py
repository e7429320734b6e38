"""An effect is staged as what it means for the database and the outbox."""

from datetime import UTC, datetime

from bot.documents.files import FILES
from bot.turns.changes import Changes
from bot.turns.perform import perform
from dialogs.conversation.effects import PlanReminders, PostponeReminders, SendDocuments, SendExport
from dialogs.records.reminder import Reminder
from storage.database import Database
from storage.queue_items import Kind, Notes, Outgoing, Paper
from tests.storage.building import a_proposal, a_reminder

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
LATER = datetime(2026, 11, 23, 9, tzinfo=UTC)
DRAFT = a_proposal()


def waiting(database: Database) -> tuple[Reminder, ...]:
    with database.transaction() as work:
        return work.reminders.due(LATER, 9)


def test_documents_are_a_message_each_so_that_a_crash_between_two_sends_neither_twice(database: Database) -> None:
    changes = Changes(NOW)
    with database.transaction() as work:
        perform(SendDocuments(DRAFT, "fi", 7), changes, work)
        perform(SendExport(7, "fi"), changes, work)

    file = {"chat": 7, "method": "sendDocument", "payload": {"chat_id": 7}}
    papers = [Outgoing(**file, kind=Kind.PAPER, notes=Notes(paper=Paper(DRAFT, "fi", n))) for n in range(len(FILES))]
    assert changes.outgoing == [*papers, Outgoing(**file, kind=Kind.EXPORT)]


def test_a_reminder_that_is_put_off_never_fires_and_a_plan_finds_it_waiting(database: Database) -> None:
    said, late, gone = (a_reminder(key) for key in ("said", "late", "gone"))
    with database.transaction() as work:
        work.reminders.plan("p1", [said, late, gone])
    changes = Changes(NOW, fired=[said, late, gone])
    with database.transaction() as work:
        perform(PostponeReminders((late.but(due=LATER), gone.but(due=LATER))), changes, work)
        perform(PlanReminders("p1", (said, late.but(due=LATER))), changes, work)
        changes.write(work)

    assert waiting(database) == (late.but(due=LATER),)
