"""While an office is asked the promise to the association stands still; what somebody else said it waits for stays."""

import pytest

from dialogs.office.clock import asked, heard
from dialogs.records.case_states import WaitsFor
from dialogs.records.offices.inquiry import Inquiry
from tests.stages.asked_offices import (
    CASE,
    MEMBER,
    NORA,
    REFERENCE,
    STARTED,
    TAKE,
    ULLA,
    VASA,
    WELFARE,
    a_town,
    ask,
    count,
    newest,
    since,
)
from tests.stages.in_memory import STAFF, at
from tests.stages.outage import here

OPEN = Inquiry("welfare", "?", STARTED, "2023-09-08")
DONE = OPEN.but(answered_at=STARTED)
LATER = at("2023-09-06T06:00")
WAITING = CASE.but(inquiries=(OPEN,), waits_for=WaitsFor.OFFICE, waits_since=STARTED)


def test_whoever_asks_an_office_lets_the_case_wait_for_it() -> None:
    changes = asked(VASA, CASE, (OPEN,), STARTED)
    assert CASE.but(**changes) == WAITING


@pytest.mark.parametrize("whom", [WaitsFor.PITCH, WaitsFor.DECISION, WaitsFor.OFFICE])
def test_what_somebody_said_stays(whom: WaitsFor) -> None:
    assert asked(VASA, CASE.but(waits_for=whom), (OPEN,), STARTED) == {"inquiries": (OPEN,)}


def test_the_promise_goes_on_with_the_days_that_were_left() -> None:
    changes = heard(VASA, WAITING, (DONE,), LATER)
    assert changes == {"inquiries": (DONE,), "waits_for": None, "waits_since": None, "answer_by": "2023-09-13"}


def test_it_stands_still_until_the_last_office_has_answered() -> None:
    assert heard(VASA, WAITING, (DONE, OPEN), LATER) == {"inquiries": (DONE, OPEN)}


@pytest.mark.parametrize(
    "case", [WAITING.but(waits_for=WaitsFor.PITCH), WAITING.but(waits_for=None), WAITING.but(state="closed")]
)
def test_an_answer_changes_nothing_where_it_is_not_waited_for(case: object) -> None:
    assert heard(VASA, case, (DONE,), LATER) == {"inquiries": (DONE,)}


def test_the_desk_is_not_chased_meanwhile_and_is_afterwards() -> None:
    stage = a_town()
    stage.say(STAFF, NORA, f"Ta ärendet {REFERENCE}", name="Nora")
    ask(stage)
    before = count(stage, STAFF)
    stage.move_clock(here(VASA, "2023-09-08T15:00"))
    assert since(stage, STAFF, before) == []
    stage.press(WELFARE, ULLA, TAKE, name="Ulla")
    assert stage.cases[REFERENCE].answer_by == "2023-09-15"
    stage.move_clock(here(VASA, "2023-09-14T09:00"))
    assert newest(stage, STAFF).text.endswith("svaret är utlovat senast i morgon, fre 15.9. Nora har ärendet.")


def test_the_association_sees_whom_it_waits_for_and_what_comes_then() -> None:
    stage = a_town()
    stage.say(MEMBER, MEMBER, "/start vasa")
    ask(stage)
    stage.say(MEMBER, MEMBER, "/status")
    stage.press(MEMBER, MEMBER, f"Ärende {REFERENCE}")
    shown = newest(stage, MEMBER).text
    assert "Läge: väntar på svar från Välfärdstjänsterna." in shown
    assert "Kontaktpersonen väntar på svar från Välfärdstjänsterna sedan fredag 1 september." in shown
