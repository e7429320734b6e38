"""A navigator names the questions that more is asked about; they are open again for the association."""

from dialogs.records.case import CaseMessage
from dialogs.versions.reopening import questions
from tests.dialogs.versions.sent_before import (
    ANNA,
    REFERENCE,
    VASA,
    at_desk,
    drafted,
    labels,
    press,
    said,
    sent,
    typed_at_desk,
)
from tests.stages.in_memory import STAFF, Stage


def asked(which: str = "1, 3") -> Stage:
    """Nora has asked more about some questions."""
    stage = sent()
    at_desk(stage, "Fråga mer om förslaget")
    typed_at_desk(stage, which)
    at_desk(stage, "Skriv meddelandet")
    typed_at_desk(stage, "Vem lagar maten?")
    at_desk(stage, "Skicka")
    return stage


def test_questions_are_chosen_by_their_numbers_or_buttons_and_taken_out_again() -> None:
    stage = sent()
    at_desk(stage, "Fråga mer om förslaget")
    typed_at_desk(stage, "1, 3")
    assert "Valda: Namn på idén, Planen" in said(stage, STAFF)
    at_desk(stage, "✓ Namn på idén")
    assert "Valda: Planen" in said(stage, STAFF)
    at_desk(stage, "Visa nästa")
    assert "Valda: Planen" in said(stage, STAFF)
    typed_at_desk(stage, "avbryt")
    assert (stage.sessions[STAFF, 201].drafts, stage.proposals["p1"].reopened) == ({}, ())


def test_what_is_asked_goes_out_with_its_questions_and_draft_case_and_log_know_them() -> None:
    stage = asked()
    assert "Det gäller: namn på idén, planen." in said(stage)
    assert stage.proposals["p1"].reopened == stage.cases[REFERENCE].reopened == ("FP01", "FP03")
    assert "Ni väntar på mer om: namn på idén, planen." in stage.card(REFERENCE).text
    note = stage.cases[REFERENCE].messages[0]
    assert note == CaseMessage(
        "lots",
        "Nora bad om mer om: Namn på idén, Planen.",
        stage.now,
        internal=True,
        name="Nora",
        key="versions.reopened_noted",
        values=(("fields", "FP01 FP03"), ("name", "Nora"), ("reference", REFERENCE)),
    )


def test_the_button_leads_to_each_of_them_until_it_is_answered_or_let_stand() -> None:
    stage = asked()
    press(stage, "Öppna frågorna")
    assert said(stage).startswith("Kontaktpersonen vill veta mer här.")
    press(stage, "Behåll svaret")
    assert (stage.proposals["p1"].reopened, stage.sessions[ANNA, ANNA].asking) == (("FP03",), "FP03")
    stage.say(ANNA, ANNA, "kort")
    assert stage.proposals["p1"].reopened == ("FP03",)
    stage.say(ANNA, ANNA, "Vi lagar mat varje tisdag i byastugan, och Per lagar maten.")
    assert stage.proposals["p1"].reopened == ()
    assert "Det var den sista frågan" in said(stage)
    assert "Vad har ändrats" in labels(stage)


def test_the_task_list_marks_them() -> None:
    stage = asked()
    stage.say(ANNA, ANNA, "/proposals")
    press(stage, "Öppna: Köket")
    press(stage, "Se allt")
    assert "Kontaktpersonen vill veta mer om: namn på idén, planen." in said(stage)
    press(stage, "Idén")
    assert "Namn på idén: Köket (öppnad igen av kontaktpersonen)" in said(stage)


def test_words_that_are_written_at_once_are_the_message_and_without_questions_it_is_an_answer() -> None:
    stage = sent()
    at_desk(stage, "Fråga mer om förslaget")
    typed_at_desk(stage, "Vem lagar maten?")
    at_desk(stage, "Skicka")
    assert said(stage).startswith(f"Svar i ärende {REFERENCE}")


def test_a_case_without_a_proposal_has_no_questions() -> None:
    stage = drafted()
    stage.proposals.clear()
    stage.say(ANNA, ANNA, "/contact")
    stage.press(ANNA, ANNA, "Prata med en person")
    stage.say(ANNA, ANNA, "Har ni en lokal i Gerby för oss?")
    press(stage, "Skicka till kommunen")
    typed_at_desk(stage, f"fråga mer om förslaget {REFERENCE}")
    assert "har inget förslag med frågor" in said(stage, STAFF)


def test_the_questions_are_those_that_were_answered_and_those_that_everybody_is_asked() -> None:
    case = sent().cases[REFERENCE]
    names = [field.id for field in questions(VASA, case)]
    assert names[0] == "FP01"
    asked = {field.id for field in VASA.asked_in("FI")}
    assert set(names) == asked - {field.id for field in VASA.fields if field.section not in {"proposal", "basics"}}
