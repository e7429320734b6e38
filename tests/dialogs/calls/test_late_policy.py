"""What becomes of late proposals is said alike wherever it is told, as navigators have set it for the call."""

import pytest

from tests.stages.called import ANNA, VASA, called, told
from tests.stages.in_memory import Stage
from tests.stages.outage import here

ASK = "Fråga registratorn om förslaget ändå tas emot"
QUESTION = "tas sena förslag emot?"


def late(*, firm: bool) -> Stage:
    """Anna on the working day after the last day, with a draft that did not go in time."""
    stage = called("2026-10-28T10:00")
    if firm:
        told(stage, "/calls", "1", "Sena förslag", "Tas inte emot", "Gör så")
    stage.move_clock(here(VASA, "2026-10-29T09:05"))
    stage.press(ANNA, ANNA, "Nej, inte i tid")
    return stage


def said(stage: Stage, text: str) -> str:
    """All that Anna hears when she writes something."""
    before = len(stage.chats[ANNA])
    stage.say(ANNA, ANNA, text)
    return "\n".join(shown.text for shown in stage.chats[ANNA][before:])


@pytest.mark.parametrize("firm", [False, True])
def test_whoever_was_late_hears_what_the_call_says_and_nothing_else(firm: bool) -> None:
    stage = late(firm=firm)
    heard = stage.chats[ANNA][-1].text
    assert (ASK in heard) is not firm
    assert ("Sena förslag tas inte emot i den här omgången." in heard) is firm


@pytest.mark.parametrize("firm", [False, True])
def test_dates_and_the_question_tell_it_once_somebody_has_said_so(firm: bool) -> None:
    stage = late(firm=firm)
    assert ("Sena förslag tas inte emot." in said(stage, "/dates")) is firm
    answered = said(stage, QUESTION)
    set_at_the_desk = "Kontaktpersonerna har sagt att sena förslag inte tas emot i den här omgången."
    silent = "Sidan säger inte vad som händer om ett förslag kommer för sent."
    assert (set_at_the_desk in answered, silent in answered) == (firm, not firm)


@pytest.mark.parametrize("text", ["Are late proposals accepted?", "Otetaanko myöhässä tulevia ehdotuksia vastaan?"])
def test_it_is_asked_in_other_languages_too(text: str) -> None:
    answered = said(late(firm=True), text)
    assert "28" in answered
    assert "15" in answered


@pytest.mark.parametrize("firm", [False, True])
def test_the_page_of_the_papers_says_the_same(firm: bool) -> None:
    stage = late(firm=firm)
    heard = said(stage, "gör dokumenten")
    assert ("Sena förslag tas inte emot i den här omgången." in heard) is firm
