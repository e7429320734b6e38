"""The clock that a setting names: real, started elsewhere, or moved by a file."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import ClockError, clock, instant, wall

SOON = timedelta(seconds=30)


def test_without_a_setting_it_is_real_time() -> None:
    assert abs(clock("")() - wall()) < SOON


@pytest.mark.parametrize("text", ["2023-09-01T09:00+03:00", "2023-09-01T06:00Z", "2023-09-01T06:00"])
def test_an_instant_is_read_with_its_zone_or_as_utc(text: str) -> None:
    assert instant(text) == datetime(2023, 9, 1, 6, tzinfo=UTC)


def test_a_started_clock_runs() -> None:
    now = clock("2023-09-01T09:00+03:00")
    first = now()
    assert datetime(2023, 9, 1, 6, tzinfo=UTC) <= first <= now() < datetime(2023, 9, 1, 6, tzinfo=UTC) + SOON


def test_a_moved_clock_follows_its_file(tmp_path: Path) -> None:
    file = tmp_path / "clock.json"
    now = clock(f"@{file}")
    assert abs(now() - wall()) < SOON
    for number, day in enumerate((1, 5), 1):
        file.write_text(json.dumps({"instant": f"2023-09-0{day}T06:00:00Z", "set": wall().timestamp()}))
        os.utime(file, (number, number))
        assert abs(now() - datetime(2023, 9, day, 6, tzinfo=UTC)) < SOON
    file.write_text('{"inst')
    assert abs(now() - datetime(2023, 9, 5, 6, tzinfo=UTC)) < SOON


def test_what_is_no_instant_is_refused() -> None:
    with pytest.raises(ClockError, match="2023-09-01T09:00"):
        clock("i morgon")
