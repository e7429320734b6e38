"""A proposal has the time that bears its id, and else none."""

from datetime import UTC, datetime, timedelta

from knowledge.reminders.slot import Slot, slot_of

AT = datetime(2026, 11, 3, 14, 30, tzinfo=UTC)
SLOTS = tuple(Slot(name, AT, AT + timedelta(minutes=10)) for name in "ab")


def test_each_finds_its_own_time() -> None:
    assert [slot_of(SLOTS, name) for name in "abc"] == [*SLOTS, None]
