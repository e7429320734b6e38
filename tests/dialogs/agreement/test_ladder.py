"""When both sides are reminded: 30 and 7 days before a discussion or a report, 180 and 60 before an end."""

from dataclasses import replace
from datetime import date

import pytest

from dialogs.agreement.ladder import happening, planned, planned_again, reminded_days
from dialogs.conversation.effects import EraseChat
from dialogs.conversation.session import Outcome
from dialogs.records.case import Case
from dialogs.records.case_states import CaseState
from dialogs.records.reminder import Reminder
from knowledge.agreement.days import AgreementDay, Happens
from tests.dialogs.agreement.decided import ANNA, CHOSEN, DISCUSSION, PARTS, TERM, at_desk, at_home, opened
from tests.stages.in_memory import STAFF, at
from tests.stages.standing import world

VASA = world().packs["vasa"]
TERM_END = date(2025, 12, 31)


def rungs(case: Case, now: str = "2023-09-01T06:00") -> list[Reminder]:
    turn = replace(at_desk(case), now=at(now))
    return list(planned(turn, case).reminders)


@pytest.mark.covers("V25")
def test_an_agreement_reminds_both_sides_of_its_end_and_of_each_discussion() -> None:
    waiting = rungs(opened(KM04=TERM, KM05=DISCUSSION))
    assert [(one.kind, one.wall, one.about) for one in waiting if one.chat == 101] == [
        ("agreement-discussion-30d", "2024-09-13T09:00", "2024-10-15"),
        ("agreement-discussion-7d", "2024-10-08T09:00", "2024-10-15"),
        ("agreement-discussion-30d", "2025-09-15T09:00", "2025-10-15"),
        ("agreement-discussion-7d", "2025-10-08T09:00", "2025-10-15"),
        ("agreement-end-180d", "2025-07-04T09:00", "2025-12-31"),
        ("agreement-end-60d", "2025-10-31T09:00", "2025-12-31"),
    ]
    assert {one.chat for one in waiting} == {101, STAFF}
    assert {one.subject for one in waiting} == {"K7WM4:agreement"}
    assert len({one.key for one in waiting}) == len(waiting) == 12


@pytest.mark.covers("S3")
def test_each_implementation_agreement_under_the_framework_has_an_end_of_its_own() -> None:
    ends = [one for one in rungs(opened(KM07=PARTS)) if one.chat == 101]
    assert [(one.kind, one.about) for one in ends] == [
        ("agreement-part_end-180d", "2024-12-31"),
        ("agreement-part_end-60d", "2024-12-31"),
    ]


def test_what_is_long_over_is_not_planned_and_nobody_is_reminded_without_a_chat() -> None:
    case = opened(KM04=TERM)
    assert [one.kind for one in rungs(case, "2025-09-01T06:00") if one.chat == 101] == ["agreement-end-60d"]
    assert {one.chat for one in rungs(case.but(chat=0))} == {STAFF}
    assert rungs(case.but(state=CaseState.WITHDRAWN)) == []
    assert (rungs(CHOSEN), happening(VASA, CHOSEN)) == ([], ())
    assert happening(VASA, case) == (Happens(AgreementDay.END, TERM_END),)


def test_the_next_reminders_of_one_answer_are_told_before_it_is_kept() -> None:
    case = opened(KM04=TERM, KM05=DISCUSSION)
    turn = at_desk(case)
    named = reminded_days(turn, case, VASA.fields_by_id["KM05"])
    assert [day.isoformat() for day in named] == ["2024-09-13", "2024-10-08"]
    assert reminded_days(turn, case, VASA.fields_by_id["KM01"]) == []


def test_who_comes_back_is_reminded_again_and_who_erases_everything_is_not() -> None:
    case = opened(KM04=TERM)
    away = at_home(case, ANNA.but(away=True))
    assert planned_again(away, Outcome(ANNA)).effects == (planned(away, case),)
    assert planned_again(at_home(case), Outcome(ANNA)).effects == ()
    erased = Outcome(ANNA, effects=(EraseChat(101),))
    assert planned_again(away, erased) == erased
