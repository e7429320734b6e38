"""A case ends while an office is asked: it is told that it need not answer, is not reminded, and was not silent."""

import pytest

from dialogs.records.case import Case
from dialogs.records.case_states import CaseState
from dialogs.records.offices.inquiries import was_released
from tests.stages.asked_offices import (
    MEMBER,
    NOBODY,
    NORA,
    QUESTION,
    REFERENCE,
    STARTED,
    TAKE,
    ULLA,
    VASA,
    WELFARE,
    a_town,
    ask,
    at_card,
    count,
    newest,
    since,
)
from tests.stages.in_memory import STAFF, Stage
from tests.stages.outage import here

TOLD = {
    CaseState.CLOSED: "Ärende K7WM4 är avslutat. Ni behöver inte svara på frågan. Tack ändå.",
    CaseState.WITHDRAWN: "Ärende K7WM4 är tillbakadraget av föreningen. Ni behöver inte svara på frågan. Tack ändå.",
}


def end(stage: Stage, state: CaseState) -> Case:
    """End the case as its people do."""
    if state is CaseState.WITHDRAWN:
        stage.say(MEMBER, MEMBER, "/start vasa")
        stage.say(MEMBER, MEMBER, "/status")
        for label in (f"Ärende {REFERENCE}", "Dra tillbaka", "Ja, dra tillbaka"):
            stage.press(MEMBER, MEMBER, label)
    else:
        at_card(stage, "Avsluta med svar")
        stage.say(STAFF, NORA, "Tack, vi går inte vidare nu.", name="Nora")
        stage.press(STAFF, NORA, "Skicka", name="Nora")
    assert stage.cases[REFERENCE].state == state
    return stage.cases[REFERENCE]


@pytest.mark.parametrize("state", TOLD)
def test_the_office_is_told_at_once_and_left_alone_afterwards(state: CaseState) -> None:
    stage = a_town()
    ask(stage)
    [inquiry] = end(stage, state).inquiries
    assert newest(stage, WELFARE).text == TOLD[state]
    assert (inquiry.verdict, inquiry.returned_at, was_released(inquiry)) == ("released", STARTED, True)
    before = count(stage, WELFARE)
    stage.move_clock(here(VASA, "2023-09-20T12:00"))
    assert since(stage, WELFARE, before) == []


def test_an_office_that_answers_all_the_same_is_heard() -> None:
    stage = a_town()
    ask(stage)
    end(stage, CaseState.CLOSED)
    stage.press(WELFARE, ULLA, TAKE, name="Ulla")
    assert stage.cases[REFERENCE].inquiries[0].verdict == "taken"


@pytest.mark.parametrize("state", TOLD)
def test_an_office_that_has_answered_is_told_nothing(state: CaseState) -> None:
    stage = a_town()
    ask(stage)
    stage.press(WELFARE, ULLA, TAKE, name="Ulla")
    before = count(stage, WELFARE)
    [inquiry] = end(stage, state).inquiries
    assert (since(stage, WELFARE, before), inquiry.verdict) == ([], "taken")


def test_among_the_navigators_nothing_more_is_said() -> None:
    stage = a_town(NOBODY)
    for words in (f"Fråga en enhet {REFERENCE}", "1", QUESTION):
        stage.say(STAFF, NORA, words, name="Nora")
    stage.press(STAFF, NORA, "Skicka frågan", name="Nora")
    before = count(stage, STAFF)
    end(stage, CaseState.WITHDRAWN)
    assert [text for text in since(stage, STAFF, before) if "behöver inte svara" in text] == []
