"""A desk reads what changed under the card, and again whenever somebody asks, in their own language."""

from tests.dialogs.versions.sent_before import NORA, at_desk, changed, press, said, sent, typed_at_desk
from tests.stages.in_memory import STAFF, Stage


def handed_over() -> Stage:
    stage = changed()
    press(stage, "Vad har ändrats")
    press(stage, "Skicka ändringarna till kommunen")
    return stage


def test_all_at_the_desk_are_told_with_what_changed_and_the_card_says_since_when() -> None:
    stage = handed_over()
    news = said(stage, STAFF)
    assert news.startswith("Föreningen har ändrat sitt förslag, ärende K7WM4")
    assert "Förut: Köket\nNu: Köket i Gerby" in news
    assert "Förslaget ändrades fredag 1 september kl. 12.00: 1 fråga." in stage.card("K7WM4").text


def test_anybody_reads_it_again_in_their_own_language_by_the_button_or_by_typing_it_and_that_is_noted() -> None:
    stage = handed_over()
    at_desk(stage, "Vad har ändrats")
    assert "Nu: Köket i Gerby" in said(stage, STAFF)
    stage.sessions[STAFF, NORA] = stage.sessions[STAFF, NORA].but(language="fi", language_chosen=True)
    typed_at_desk(stage, "mitä on muuttunut K7WM4")
    assert "Ennen: Köket\nNyt: Köket i Gerby" in said(stage, STAFF)
    assert [one.act for one in stage.accesses] == ["show", "show"]


def test_where_nothing_was_sent_that_is_said() -> None:
    stage = sent()
    typed_at_desk(stage, "vad har ändrats K7WM4")
    assert said(stage, STAFF) == "Föreningen har inte skickat några ändringar i ärende K7WM4."
