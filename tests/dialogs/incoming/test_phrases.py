"""Short statements in a person's own words, and words that say something else."""

from datetime import time

import pytest

from dialogs.incoming.phrases import Saying, agrees, clock, has_come, resumes, saying, stops

STATEMENTS = {
    "Vi har skickat båda": Saying("sent"),
    "båda är skickade i tid kl 14.30": Saying("sent", True, time(14, 30)),
    "lähetimme molemmat": Saying("sent"),
    "kuitti tuli": Saying("receipt"),
    "kvittot har inte kommit": Saying("no_receipt"),
    "Have we sent both?": None,
    "Vi har skickat ut inbjudningar till alla i byn": None,
}


@pytest.mark.parametrize(("text", "told"), STATEMENTS.items())
def test_a_statement_about_the_sending_is_heard_and_nothing_else(text: str, told: Saying | None) -> None:
    assert saying(text) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [("sluta påminna", (True, False)), ("påminn oss igen", (False, True)), ("vi slutar kl 15", (False, False))],
)
def test_reminders_are_stopped_and_asked_for_again(text: str, told: tuple[bool, bool]) -> None:
    assert (stops(text), resumes(text)) == told


@pytest.mark.parametrize(("text", "told"), [("joo eilen", True), ("nej inte än", False), ("lokalen", None)])
def test_yes_and_no_stand_alone_or_with_a_time(text: str, told: bool | None) -> None:
    assert agrees(text) is told


@pytest.mark.parametrize(("text", "told"), [("det kom idag", True), ("det kom inte", False), ("kom det?", False)])
def test_what_came_is_told_from_what_did_not_and_from_a_question(text: str, told: bool) -> None:
    assert has_come(text) is told


CLOCKS = {
    "kl 9": time(9),
    "klo 15.45": time(15, 45),
    "Skickade kl. 15:50": time(15, 50),
    "kl 15,50": time(15, 50),
    "klockan 1550": time(15, 50),
    "15:45:01": time(15, 45, 1),
    "5.12. kl 15.50": time(15, 50),
    "lähetin 5.12. ja 14.30": time(14, 30),
    "5.12.2026": None,
    "kl 25": None,
    "kl 15.75": None,
    "": None,
}


@pytest.mark.parametrize(("text", "told"), CLOCKS.items())
def test_a_clock_time_is_read_whole_and_no_date_is_one(text: str, told: time | None) -> None:
    assert clock(text) == told
