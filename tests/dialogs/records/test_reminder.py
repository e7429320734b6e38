"""For how many days what is due is of use: the nearest last day leaves first when very much is due."""

from datetime import UTC, date, datetime

import pytest

from dialogs.records.reminder import AFTERWARDS, Reminder, days_left

TODAY = date(2026, 10, 21)


def about(*days: str) -> list[Reminder]:
    return [Reminder(day, 1, "kind", "p1", datetime(2026, 10, 21, tzinfo=UTC), about=day) for day in days]


@pytest.mark.parametrize(
    ("days", "left"),
    [
        (["2026-10-28T15:45"], 7),
        (["2026-11-28", "2026-10-21T23:59"], 0),
        (["2026-10-20T15:45"], AFTERWARDS),
        (["2026-10-20T15:45", "2026-10-22T09:00"], 1),
        (["state=closed\ndeadline=2026-10-28T15:45"], 0),
        (["5"], 0),
        ([""], 0),
        ([], 0),
    ],
    ids=["a last day", "today", "over", "over and ahead", "news", "a timer", "nothing told", "nothing due"],
)
def test_the_nearest_day_that_is_counted_down_to(days: list[str], left: int) -> None:
    assert days_left(about(*days), TODAY) == left
