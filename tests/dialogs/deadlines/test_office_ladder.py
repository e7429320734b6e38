"""When an office is reminded, and when its question goes back, in two countries, Midsummer Eve among their days."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.deadlines.office_ladder import (
    REMINDED,
    SILENT,
    WORKING_DAYS,
    day_within,
    number_of,
    planned,
    until,
)
from dialogs.records.offices.inquiry import Inquiry
from knowledge.calendar import is_working_day, people_are_reached
from tests.stages.asked_offices import CASE, REFERENCE
from tests.stages.standing import world

OFFICE, DESK = -200, -100
PACKS = world().packs


def plan_of(
    asked_at: str, working_days: int, town: str = "vasa", *, office: int = OFFICE, desk: int = DESK
) -> list[tuple[str, int, str]]:
    """Kind, chat and wall time of what is planned for a question that was asked at a wall time."""
    pack = PACKS[town]
    moment = datetime.fromisoformat(asked_at).replace(tzinfo=pack.zone)
    inquiry = Inquiry("welfare", "?", moment, day_within(moment, working_days, pack).isoformat())
    plan = planned(CASE.but(inquiries=(inquiry,)), 0, pack, office, desk)
    assert plan.subject == f"{REFERENCE}:0"
    assert [number_of(item) for item in plan.reminders] == [(REFERENCE, 0)] * len(plan.reminders)
    return [(item.kind, item.chat, item.wall) for item in plan.reminders]


def test_the_office_is_reminded_the_morning_before_and_the_question_goes_back_in_the_afternoon_of_the_day() -> None:
    assert plan_of("2023-09-01T09:00", 5) == [
        (REMINDED, OFFICE, "2023-09-07T09:00"),
        (SILENT, DESK, "2023-09-08T16:00"),
    ]


@pytest.mark.parametrize("town", ["vasa", "goteborg"])
def test_midsummer_eve_is_no_working_day_in_either_country(town: str) -> None:
    # 24 June 2022 was Midsummer Eve, a Friday.
    assert plan_of("2022-06-21T10:00", 3, town) == [
        (REMINDED, OFFICE, "2022-06-23T09:00"),
        (SILENT, DESK, "2022-06-27T16:00"),
    ]


@pytest.mark.parametrize(
    ("town", "back"), [("vasa", "2023-06-07"), ("goteborg", "2023-06-08"), ("vaxjo", "2023-06-08")]
)
def test_the_national_day_of_sweden_is_one_in_finland(town: str, back: str) -> None:
    assert plan_of("2023-06-05T10:00", 2, town)[-1] == (SILENT, DESK, f"{back}T16:00")


@pytest.mark.parametrize(("town", "back"), [("vasa", "2023-12-07"), ("ostersund", "2023-12-06")])
def test_independence_day_is_a_holiday_in_finland_alone(town: str, back: str) -> None:
    assert plan_of("2023-12-04T10:00", 2, town)[-1] == (SILENT, DESK, f"{back}T16:00")


@pytest.mark.parametrize("asked", ["2023-09-04T08:00", "2023-09-04T15:00"])
def test_who_was_asked_today_for_tomorrow_is_not_reminded(asked: str) -> None:
    assert plan_of(asked, 1) == [(SILENT, DESK, "2023-09-05T16:00")]


def test_nobody_is_reminded_nowhere() -> None:
    assert [kind for kind, _, _ in plan_of("2023-09-01T09:00", 5, office=0)] == [SILENT]
    assert plan_of("2023-09-01T09:00", 5, office=0, desk=0) == []


def test_a_question_that_is_answered_or_back_has_no_reminders() -> None:
    asked = Inquiry("welfare", "?", datetime(2023, 9, 1, 9, tzinfo=PACKS["vasa"].zone), "2023-09-08")
    for done in (asked.but(answered_at=asked.asked_at), asked.but(returned_at=asked.asked_at)):
        assert planned(CASE.but(inquiries=(done,)), 0, PACKS["vasa"], OFFICE, DESK).reminders == ()


@given(
    st.datetimes(datetime.fromisoformat("2022-01-01"), datetime.fromisoformat("2030-12-31")),
    st.sampled_from(WORKING_DAYS),
    st.sampled_from(sorted(PACKS)),
)
def test_whatever_the_day_people_are_reached_and_in_order(moment: datetime, working_days: int, town: str) -> None:
    pack = PACKS[town]
    walls = [datetime.fromisoformat(wall) for _, _, wall in plan_of(moment.isoformat(), working_days, town)]
    assert walls == sorted(walls)
    assert all(people_are_reached(wall, pack.country) for wall in walls)
    assert walls[-1].date() > moment.date()
    assert all(wall.date() > moment.date() for wall in walls)


def test_the_day_ends_when_offices_close() -> None:
    moment = until("2023-09-08", PACKS["vasa"])
    assert (moment.isoformat(), is_working_day(date(2023, 9, 8), "FI")) == ("2023-09-08T16:00:00+03:00", True)
