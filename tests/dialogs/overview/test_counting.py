"""The rows of a town come to what a hand count says."""

from datetime import date

import pytest

from dialogs.overview.counting import NONE, OWN, Overview, Pace, overview, pace, was_in_time
from dialogs.overview.period import Period
from tests.dialogs.overview.town import ANSWERED, CLAIMED, NEW, ROWS, TODAY, VASA, day, row


def test_a_town_is_counted_as_by_hand() -> None:
    months = [(date(2025, month, 1), 1 if month == 12 else 0) for month in range(6, 13)]
    months += [(date(2026, month, 1), count) for month, count in enumerate((2, 2, 3, 1, 4), 1)]
    assert overview(ROWS, VASA, Period(2026, TODAY)) == Overview(
        period=Period(2026, TODAY),
        total=12,
        # A5 and A6 walk, A7 and A8 are of a divided town, C3 and C5 of nothing that is known.
        challenges=(("exclusion", 5), ("physical", 2), ("inequality", 2), (NONE, 2), (OWN, 1)),
        offices=(("welfare", 5), (NONE, 3), ("culture-leisure", 2), ("integration", 2)),
        months=tuple(months),
        # New: A7, C2, C3, C5, and C6 and C7 of before. Late: A7, C4, C6.
        open=((NEW, 6), (CLAIMED, 2), (ANSWERED, 2)),
        late=3,
        # Waits of 0, 1, 5, 6 and 5 days; in time A2, A3, A4, A6; judged besides A5: A7 and A9.
        pace=Pace(answered=5, median=5, within=4, judged=7),
    )


def test_the_year_before_has_its_own_months_and_what_is_open_now() -> None:
    found = overview(ROWS, VASA, Period(2025, TODAY))
    assert (found.total, found.months[0], found.months[-1]) == (1, (date(2025, 1, 1), 0), (date(2025, 12, 1), 1))
    assert (sum(count for _, count in found.open), found.pace) == (10, Pace(0, None, 0, 1))


def test_nothing_at_all_is_counted_as_nothing() -> None:
    found = overview((), VASA, Period(2026, TODAY))
    assert (found.total, found.challenges, found.offices, found.late, found.pace) == (0, (), (), 0, Pace())


@pytest.mark.parametrize(
    ("more", "today", "in_time"),
    [
        ({}, "03-11", None),
        ({}, "03-12", False),
        ({"answered": day("03-11")}, "03-11", True),
        ({"answered": day("03-12")}, "03-12", False),
        ({"ended": day("03-10")}, "05-29", None),
        ({"ended": day("03-12")}, "05-29", False),
    ],
)
def test_an_answer_is_in_time_until_the_end_of_the_fifth_working_day(
    more: dict[str, object], today: str, in_time: bool | None
) -> None:
    one = row("A7", "03-04", NEW, **more)
    assert was_in_time(one, day("03-04"), day(today), "FI") is in_time


def test_of_two_waits_the_middle_lies_between_them() -> None:
    rows = [row("A2", "01-12", ANSWERED, answered=day(answered)) for answered in ("01-13", "01-16")]
    assert pace(rows, TODAY, "FI") == Pace(answered=2, median=2.5, within=2, judged=2)
