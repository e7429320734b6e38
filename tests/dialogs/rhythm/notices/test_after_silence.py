"""A desk hears once, by day, what may be lost there after a long silence, and what to look at."""

import pytest

from dialogs.deadlines import silence
from tests.stages.called import VASA, called
from tests.stages.in_memory import STAFF, Stage
from tests.stages.outage import here

HEARD = here(VASA, "2026-10-12T10:00")
WORDS = "Lots kunde inte nås från måndag 12 oktober kl. 10.00 (Vasatid). Det som skrevs och trycktes här före"


def back(now: str) -> Stage:
    """The desk when Lots can be reached again."""
    stage = called(now)
    with stage.transaction() as work:
        for _ in range(2):
            work.reminders.add([silence.planted(STAFF, VASA, HEARD, stage.now, silence.OF_A_DESK)])
    stage.tick()
    return stage


def said(stage: Stage) -> list[str]:
    return [shown.text for shown in stage.chats.get(STAFF, []) if WORDS in shown.text]


def test_a_desk_is_told_once_what_may_be_lost_and_what_to_look_at() -> None:
    stage = back("2026-10-15T12:00")
    [text] = said(stage)
    assert "före onsdag 14 oktober kl. 12.00 kan ha gått förlorat" in text
    assert "Skriv /desk och se om något saknas." in text
    stage.tick()
    assert len(said(stage)) == 1


@pytest.mark.parametrize("now", ["2026-10-15T22:00", "2026-10-17T12:00"])
def test_at_night_and_on_a_free_day_it_waits_for_the_next_working_morning(now: str) -> None:
    stage = back(now)
    assert said(stage) == []
    stage.move_clock(here(VASA, "2026-10-19T08:05"))
    assert len(said(stage)) == 1


def test_what_is_known_too_late_is_not_told() -> None:
    stage = called("2026-10-23T12:00")
    with stage.transaction() as work:
        row = silence.planted(STAFF, VASA, HEARD, here(VASA, "2026-10-15T12:00"), silence.OF_A_DESK)
        work.reminders.add([row])
    stage.tick()
    assert said(stage) == []
