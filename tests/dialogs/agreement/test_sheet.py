"""Stage 2 at the desk: the association's list, the municipality's own answers, and all that was answered."""

from dialogs.agreement import sheet
from tests.dialogs.agreement.decided import CHOSEN, TERM, at_desk, given, opened
from tests.stages.standing import verbs


def test_a_case_without_stage_2_shows_what_opening_it_would_tell() -> None:
    assert verbs(sheet.show(at_desk(), CHOSEN))[0] == "desk.agree_open K7WM4"
    assert verbs(sheet.answers(at_desk(), CHOSEN))[0] == "desk.agree_open K7WM4"


def test_both_lists_stand_on_one_sheet_with_a_button_for_each_answer_of_the_municipality() -> None:
    case = opened(begun=False, KM04=TERM)
    shown = sheet.show(at_desk(case), case)
    text = shown.replies[0].text
    assert text.startswith("<b>K7WM4 · Skede 2</b>\nOnsdagsköket\nFöreningen har inte börjat än.\n")
    assert "Avtalstid: 1 januari 2024 – 31 december 2025\n" in text
    assert "Saknas under 14 Vad avtalet inte är: Lagstadgad uppgift, Köp av tjänst, Anvisade kunder\n" in text
    assert text.endswith("Det som saknas stoppar ingenting.")
    assert verbs(shown)[:3] == ["desk.agree_answers K7WM4", "desk.agree_outline K7WM4", "desk.agree_set K7WM4 KM01"]
    assert "har inte börjat" not in sheet.show(at_desk(opened()), opened()).replies[0].text


def test_a_limit_that_an_answer_crosses_is_named_and_stops_nothing() -> None:
    case = opened(AG22=given({"choice": "yes", "text": ""}))
    assert "Se över: Köp av tjänst." in sheet.show(at_desk(case), case).replies[0].text


def test_the_command_names_its_case_or_is_told_how() -> None:
    assert sheet.named(at_desk(opened())).replies[0].text.startswith("<b>K7WM4 · Skede 2</b>")
    nothing = at_desk()._with(snapshot=at_desk().snapshot.but(case=None))
    assert sheet.named(nothing).replies[0].text.startswith("Skriv ärendets nummer efter kommandot")


def test_all_answers_are_shown_and_what_was_not_asked_is_left_out() -> None:
    case = opened(AG05=given("Vi håller öppet", "Vi håller öppet"))
    assert sheet.answers(at_desk(case), case).replies[0].text == (
        "<b>K7WM4 · Föreningens svar</b>\nVad ni lovar: Vi håller öppet"
    )
    assert sheet.answers(at_desk(opened()), opened()).replies[0].text.endswith("Inga svar än.")
