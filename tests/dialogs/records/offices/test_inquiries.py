"""Whom a case waits for, and which question of an office is meant."""

from datetime import timedelta

from dialogs.records.offices.inquiries import (
    answered,
    inquiry_at,
    is_asked,
    newest_of,
    waited_for,
    waits,
    was_released,
    with_changed,
)
from dialogs.records.offices.inquiry import Inquiry
from tests.stages.asked_offices import CASE, STARTED

OPEN = Inquiry("welfare", "?", STARTED, "2023-09-08")
TAKEN = OPEN.but(office="integration", verdict="taken", answered_at=STARTED)
BACK = OPEN.but(office="culture-leisure", returned_at=STARTED)
ALL = CASE.but(inquiries=(TAKEN, OPEN, BACK))


def test_a_case_waits_for_who_has_neither_answered_nor_let_the_day_pass() -> None:
    assert [waits(item) for item in ALL.inquiries] == [False, True, False]
    assert (waited_for(ALL), is_asked(ALL)) == ((OPEN,), True)
    assert not is_asked(ALL.but(inquiries=(TAKEN, BACK)))
    assert not is_asked(CASE)


def test_nobody_is_waited_for_in_a_case_that_has_ended() -> None:
    for state in ("closed", "withdrawn"):
        assert waited_for(ALL.but(state=state)) == ()


def test_who_need_not_answer_any_more_was_released_but_not_who_let_the_day_pass() -> None:
    late = BACK.but(verdict="taken", answered_at=STARTED + timedelta(hours=1))
    released = BACK.but(verdict="released")
    assert [was_released(item) for item in (OPEN, TAKEN, BACK, late, released)] == [False, False, False, False, True]


def test_of_each_office_the_newest_answer_counts() -> None:
    again = TAKEN.but(verdict="declined")
    assert answered(CASE.but(inquiries=(TAKEN, OPEN, again))) == (again,)


def test_a_number_that_no_question_has_is_none() -> None:
    assert [inquiry_at(ALL, number) for number in (-1, 0, 2, 3)] == [None, TAKEN, BACK, None]


def test_the_question_that_waits_is_meant_before_newer_ones_that_are_over() -> None:
    twice = CASE.but(inquiries=(OPEN, TAKEN.but(office="welfare"), OPEN.but(office="integration")))
    assert (newest_of(twice, "welfare"), newest_of(twice, "culture-leisure")) == (0, None)
    assert newest_of(CASE.but(inquiries=(BACK, BACK)), "culture-leisure") == 1


def test_one_question_changes_and_the_others_stay() -> None:
    assert with_changed(ALL, 1, verdict="opinion") == (TAKEN, OPEN.but(verdict="opinion"), BACK)
