"""The clock that a setting names: real, started elsewhere, or moved by a file."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import ClockError, clock, instant, read_clock_file, wall

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


@pytest.mark.parametrize("text", ["0001-01-01T00:00+14:00", "9999-12-31T23:59", "1969-12-31T23:59Z"])
def test_an_instant_of_no_year_that_lots_could_live_in_is_refused(text: str) -> None:
    with pytest.raises(ClockError):
        clock(text)


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff", b"\0", b"[]", b"5", b'{"instant": 5}', b'{"instant": "2023-09-01", "set": "x"}', b"[" * 2000]
    + [b'{"instant": "2023-09-01", "set": %s}' % number for number in (b"1e300", b"NaN", b"-1e12", b"null", b"[]")]
    + [b'{"instant": "9999-12-31T23:59", "set": 0}', b" " * 2_000_000],
)
def test_a_clock_file_that_says_no_instant_moves_nothing(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "clock.json"
    file.write_bytes(content)
    assert abs(clock(f"@{file}")() - wall()) < SOON
    with pytest.raises(ValueError, match=r"\w"):
        read_clock_file(file)


def test_a_clock_file_that_is_a_folder_moves_nothing(tmp_path: Path) -> None:
    assert abs(clock(f"@{tmp_path}")() - wall()) < SOON
