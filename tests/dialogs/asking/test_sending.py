"""A question is asked once, as it was seen: the office has it, the case waits, the desk sees who asks whom."""

from datetime import timedelta

from dialogs.conversation.effects import AddMessage, NoteAccess, PlanReminders, SaveCase, SaveDesk
from dialogs.records.case import CaseMessage
from dialogs.records.case_states import CaseAct, WaitsFor
from dialogs.records.for_a_time.access import Access
from dialogs.records.offices.inquiries import is_asked
from dialogs.records.offices.inquiry import Inquiry
from dialogs.records.reminder import Reminder
from dialogs.records.staff.desk import Desk, Navigator
from tests.stages.asked_offices import (
    CASE,
    NOBODY,
    NORA,
    OFFICES,
    QUESTION,
    REFERENCE,
    STARTED,
    WELFARE,
    a_town,
    ask,
    at_card,
    count,
    labels,
    newest,
    question,
    since,
    write,
)
from tests.stages.in_memory import STAFF, at

SUBJECT = f"{REFERENCE}:0"
REMINDERS = (
    Reminder(
        f"{SUBJECT}:office-before-1wd",
        WELFARE,
        "office-before-1wd",
        SUBJECT,
        at("2023-09-07T06:00"),
        "2023-09-07T09:00",
        "2023-09-08",
        "Europe/Helsinki",
    ),
    Reminder(
        f"{SUBJECT}:office-silent",
        STAFF,
        "office-silent",
        SUBJECT,
        at("2023-09-08T13:00"),
        "2023-09-08T16:00",
        "2023-09-08",
        "Europe/Helsinki",
    ),
)
KEPT = CaseMessage(
    "lots",
    f"Nora frågade välfärdstjänsterna: {QUESTION}",
    STARTED,
    internal=True,
    name="Nora",
    key="inquiry.kept_question",
    values=(("name", "Nora"), ("office", "welfare"), ("reference", REFERENCE), ("text", QUESTION)),
)
"""What the case keeps of it, for the desk alone."""
ASKED = Inquiry("welfare", QUESTION, STARTED, "2023-09-08", asked_by="Nora")


def test_what_was_seen_is_what_the_office_gets() -> None:
    stage = a_town()
    shown = write(stage)
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    assert shown.text.endswith(question(stage, WELFARE).text)
    assert labels(question(stage, WELFARE)) == ["Vi tar det", "Inte vårt, för att …", "Fråga tillbaka"]


def test_the_case_waits_the_desk_is_told_and_the_reminders_wait_for_their_days() -> None:
    stage = a_town()
    write(stage)
    outcome = stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    assert outcome.effects == (
        SaveCase(CASE.but(inquiries=(ASKED,), waits_for=WaitsFor.OFFICE, waits_since=STARTED, version=2), 1),
        PlanReminders(REFERENCE, ()),
        NoteAccess(Access(STARTED, REFERENCE, NORA, CaseAct.ASK)),
        PlanReminders(SUBJECT, REMINDERS),
        AddMessage(REFERENCE, KEPT),
        SaveDesk(Desk("vasa", navigators=(Navigator(NORA, "Nora"),), version=1), 0),
    )
    assert is_asked(stage.cases[REFERENCE])
    assert since(stage, STAFF, 0)[-2] == (
        "Nora frågar Välfärdstjänsterna i ärende K7WM4. Svaret kommer hit, senast fredag 8 september kl. 16.00."
    )
    assert "Väntar på: Välfärdstjänsterna, svar senast fre 8.9 kl. 16.00" in stage.card(REFERENCE).text
    assert (outcome.session.place, outcome.session.desk.inquiries) == ("desk", {})


def test_a_second_press_asks_nobody_again() -> None:
    stage = a_town()
    shown = write(stage)
    stage.press_at(STAFF, NORA, shown, 0, name="Nora")
    stage.press_at(STAFF, NORA, shown, 0, name="Nora")
    assert (count(stage, WELFARE), len(stage.cases[REFERENCE].inquiries)) == (1, 1)
    assert "finns inte längre" in newest(stage, STAFF).text


def test_an_older_preview_asks_nobody() -> None:
    stage = a_town()
    shown = write(stage)
    stage.say(STAFF, NORA, "Har ni en sal?", name="Nora", reply_to=shown.number)
    stage.press_at(STAFF, NORA, shown, 0, name="Nora")
    assert (count(stage, WELFARE), "har ändrats sedan dess" in newest(stage, STAFF).text) == (0, True)


def test_a_case_that_was_closed_meanwhile_is_asked_about_no_more() -> None:
    stage = a_town()
    write(stage)
    stage.cases[REFERENCE] = stage.cases[REFERENCE].but(state="withdrawn", closed_at=STARTED)
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    assert (count(stage, WELFARE), newest(stage, STAFF).text) == (0, f"Ärende {REFERENCE} är tillbakadraget.")


def test_a_draft_whose_day_has_come_is_seen_once_more_with_a_new_day() -> None:
    stage = a_town()
    write(stage)
    stage.now += timedelta(days=7)
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    assert (count(stage, WELFARE), "Svara senast fredag 15 september" in newest(stage, STAFF).text) == (0, True)
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    assert stage.cases[REFERENCE].inquiries[0].due == "2023-09-15"


def test_a_question_that_is_too_long_or_empty_is_not_sent() -> None:
    stage = a_town()
    write(stage, "å" * 501)
    draft = stage.sessions[STAFF, NORA].desk.inquiries[REFERENCE]
    outcome = stage.press(STAFF, NORA, "Fråga en enhet till", name="Nora")
    assert (outcome.effects, draft.text, count(stage, WELFARE)) == ((), "å" * 501, 0)


def test_an_office_that_cannot_be_reached_is_told_under_the_card() -> None:
    stage = a_town()
    stage.shut.add(WELFARE)
    write(stage)
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    assert any(
        text.startswith("Frågan i ärende K7WM4 nådde inte välfärdstjänsterna.") for text in since(stage, STAFF, 0)
    )


def test_in_the_group_itself_the_question_stands_under_the_card_without_a_receipt() -> None:
    stage = a_town(NOBODY)
    at_card(stage, "Fråga en enhet")
    stage.say(STAFF, NORA, "1", name="Nora")
    stage.say(STAFF, NORA, QUESTION, name="Nora")
    outcome = stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    [asked] = [one for one in outcome.replies if one.text.startswith("<b>Fråga i ärende")]
    assert (asked.chat, asked.under_card, asked.receipt) == (STAFF, True, None)


def test_each_office_is_asked_in_its_own_language() -> None:
    stage = a_town(OFFICES)
    stage.say(WELFARE, 401, "/language suomeksi", name="Ulla")
    ask_all = ("Fråga en enhet K7WM4", "1 och 2", QUESTION)
    for words in ask_all:
        stage.say(STAFF, NORA, words, name="Nora")
    shown = newest(stage, STAFF).text
    assert ("Saaja: Hyvinvointipalvelut" in shown, "Till Kultur, idrott och unga" in shown) == (True, True)
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    assert newest(stage, WELFARE).text.startswith("Kysymys asiassa K7WM4 · Onsdagsköket")
    assert QUESTION in newest(stage, WELFARE).text


def test_the_whole_question_is_kept_to_be_counted_later() -> None:
    stage = a_town()
    ask(stage)
    assert stage.cases[REFERENCE].inquiries == (ASKED,)
