"""A machine's clock that somebody moves is told once, and for an hour."""

from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot.process import clock_watch
from bot.process.clock_watch import JUMP_SECONDS, REMEMBERED_SECONDS, ClockWatch


def test_a_move_is_told_and_drifting_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    count, shown = [0.0], [datetime(2026, 11, 22, 9, tzinfo=UTC)]
    monkeypatch.setattr(clock_watch, "monotonic", lambda: count[0])
    monkeypatch.setattr(clock_watch, "wall", lambda: shown[0])
    watch = ClockWatch()

    def after(seconds: float, moved: float = 0.0) -> bool:
        count[0] += seconds
        shown[0] += timedelta(seconds=seconds + moved)
        watch.look()
        return watch.moved_lately

    with capture_logs() as lines:
        told = [after(2), after(2, 1), after(2, -JUMP_SECONDS), after(2), after(REMEMBERED_SECONDS)]

    assert told == [False, False, True, True, False]
    assert [(line["event"], line["seconds"]) for line in lines] == [("the machine's clock was moved", -30)]
