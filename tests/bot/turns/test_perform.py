"""An effect is staged as what it means for the database and the outbox."""

from datetime import UTC, datetime

from bot.documents.files import FILES
from bot.telegram.buttons import pushed_token
from bot.turns.changes import Changes
from bot.turns.perform import perform
from dialogs.conversation.effects import (
    Order,
    PlanReminders,
    PostponeReminders,
    ReopenQuestions,
    SendCalendar,
    SendDocuments,
    SendExport,
    SendLetter,
    SendOrder,
    Wanted,
)
from dialogs.conversation.replies import Action, Offer, Receipt
from dialogs.records.letters.calendar_file import CalendarEntry, CalendarFile
from dialogs.records.letters.letter import Letter
from dialogs.records.reminder import Reminder
from storage.database import Database
from storage.queue_items import Kind, Notes, Outgoing, Paper
from tests.storage.building import a_proposal, a_reminder

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
LATER = datetime(2026, 11, 23, 9, tzinfo=UTC)
DRAFT = a_proposal()
TOLD = Receipt(7, "", "inte fram", once="p1:1")


def waiting(database: Database) -> tuple[Reminder, ...]:
    with database.transaction() as work:
        return work.reminders.due(LATER, 9)


def test_documents_are_a_message_each_so_that_a_crash_between_two_sends_neither_twice(database: Database) -> None:
    changes = Changes(NOW)
    with database.transaction() as work:
        perform(SendDocuments(DRAFT, "fi", 7, TOLD), changes, work)
        perform(SendExport(7, "fi", TOLD), changes, work)

    file = {"chat": 7, "method": "sendDocument", "payload": {"chat_id": 7}}
    papers = [Notes(receipt=TOLD, paper=Paper(DRAFT, "fi", n)) for n in range(len(FILES))]
    assert changes.outgoing == [
        *(Outgoing(**file, kind=Kind.PAPER, notes=notes) for notes in papers),
        Outgoing(**file, kind=Kind.EXPORT, notes=Notes(receipt=TOLD)),
    ]


def test_a_letter_is_one_file_with_the_papers_of_the_moment_in_which_it_was_asked_for(database: Database) -> None:
    changes, letter = Changes(NOW), Letter("registrator@example.org", "Förslag", "Hej!", "Byalaget_e-post", "sv")
    with database.transaction() as work:
        perform(SendLetter(DRAFT, letter, 7, TOLD), changes, work)
    notes = Notes(receipt=TOLD, paper=Paper(DRAFT, "sv", 0), letter=letter)
    assert changes.outgoing == [Outgoing(7, "sendDocument", {"chat_id": 7}, kind=Kind.LETTER, notes=notes)]


def test_dates_for_a_calendar_are_one_file(database: Database) -> None:
    changes = Changes(NOW)
    dates = CalendarFile("lots-datum", (CalendarEntry("1@lots", NOW, NOW, "Sista dag", "Vasatid"),), NOW)
    with database.transaction() as work:
        perform(SendCalendar(dates, 7, TOLD), changes, work)
    notes = Notes(receipt=TOLD, calendar=dates)
    assert changes.outgoing == [Outgoing(7, "sendDocument", {"chat_id": 7}, kind=Kind.CALENDAR, notes=notes)]


def test_an_order_is_a_message_for_each_part_with_its_buttons_under_the_last(database: Database) -> None:
    changes, offers = Changes(NOW), (Offer("Visa 2025", Action("overview.show", "2025")),)
    order = Order(Wanted.EXPORT, "vasa", "sv", 2026, "2026-11-22")
    with database.transaction() as work:
        perform(SendOrder(order, -5, 7, offers, TOLD), changes, work)
        perform(SendOrder(order.but(wanted=Wanted.GAPS), -5), changes, work)

    target = {"chat_id": -5, "message_thread_id": 7}
    markup = {"inline_keyboard": [[{"text": "Visa 2025", "callback_data": pushed_token(0)}]]}
    last = {"about": "desk", "offers": offers}
    made = {"chat": -5, "method": "sendDocument", "kind": Kind.ORDER}
    assert changes.outgoing == [
        Outgoing(**made, payload=target, notes=Notes(receipt=TOLD, order=order)),
        Outgoing(
            **made,
            **last,
            payload={**target, "reply_markup": markup},
            notes=Notes(receipt=TOLD, order=order.but(part=1)),
        ),
        Outgoing(**made, payload={"chat_id": -5}, notes=Notes(order=order.but(wanted=Wanted.GAPS))),
    ]


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


def test_questions_are_opened_again_in_a_proposal_of_another_chat_and_none_in_one_that_is_gone(
    database: Database,
) -> None:
    changes = Changes(NOW)
    with database.transaction() as work:
        work.proposals.save([DRAFT.but(reopened=("FP01",))])
    with database.transaction() as work:
        perform(ReopenQuestions(DRAFT.id, ("FP03", "FP01")), changes, work)
        perform(ReopenQuestions("gone", ("FP01",)), changes, work)
        perform(ReopenQuestions(DRAFT.id, ("FP07",)), changes, work)
        changes.flush(work)
    with database.transaction() as work:
        assert work.proposals.named([DRAFT.id, "gone"])[DRAFT.id].reopened == ("FP01", "FP03", "FP07")
