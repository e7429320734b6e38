"""The clock to practise with speaks up four times, at the second; it stops when told, and what is late says nothing."""

from datetime import timedelta

import pytest

from dialogs.conversation.events import ReminderDue, Sender
from dialogs.conversation.session import Snapshot
from dialogs.pitch.timer import TIMER
from dialogs.records.reminder import Reminder
from dialogs.step import step
from tests.stages.called import ANNA, told
from tests.stages.in_memory import Stage
from tests.stages.pitched import pitched


def running() -> Stage:
    """Anna has begun to practise from the news of her time."""
    stage = pitched()
    told(stage, "/pitch", "publicera")
    stage.tick()
    stage.press(ANNA, ANNA, "Öva med klocka")
    return stage


def said(stage: Stage) -> list[str]:
    """What the clock has said so far, without how to stop it."""
    texts = [shown.text for shown in stage.chats[ANNA]]
    return texts[next(n for n, text in enumerate(texts) if "Klockan går." in text) :]


@pytest.mark.covers("V18")
def test_it_speaks_up_at_five_two_one_and_none() -> None:
    stage = running()
    begun = stage.now
    assert said(stage)[-1].endswith(
        "Klockan går. Ni har 10 minuter, till kl. 10.10 (Vasatid). "
        "Jag säger till när 5, 2 och 1 minuter är kvar, och när tiden är ute."
    )
    waiting = sorted(item.due for item in stage.reminders.values() if item.kind == TIMER)
    assert [due - begun for due in waiting] == [timedelta(minutes=minutes) for minutes in (5, 8, 9, 10)]
    stage.move_clock(begun + timedelta(minutes=11))
    assert said(stage)[1:] == ["5 minuter kvar.", "2 minuter kvar.", "1 minut kvar.", "Tiden är ute."]


def test_stopped_it_says_nothing_more_and_begun_anew_it_counts_from_then() -> None:
    stage = running()
    stage.move_clock(stage.now + timedelta(minutes=6))
    stage.press(ANNA, ANNA, "Stoppa klockan")
    stage.move_clock(stage.now + timedelta(minutes=6))
    assert said(stage)[1:] == ["5 minuter kvar.", "Klockan är stoppad."]
    stage.press(ANNA, ANNA, "Börja om klockan")
    stage.move_clock(stage.now + timedelta(minutes=6))
    assert said(stage)[-1] == "5 minuter kvar."


@pytest.mark.covers("V18")
def test_it_says_each_part_of_an_outline_as_it_begins_and_nothing_of_one_that_is_proposed() -> None:
    stage = running()
    stage.press(ANNA, ANNA, "Förbered pitchen")
    stage.say(ANNA, ANNA, "behovet 3 min, vilka vi når 0, vad vi önskar 4")
    stage.press(ANNA, ANNA, "Öva med klocka")
    begun, before = stage.now, len(stage.chats[ANNA])
    assert "Jag säger också när nästa del börjar. Först: Behovet." in stage.chats[ANNA][-1].text
    stage.move_clock(begun + timedelta(minutes=11))
    assert [shown.text for shown in stage.chats[ANNA][before:]] == [
        "Nu: Vad vi gör, 3 minuter.",
        "5 minuter kvar.",
        "Nu: Vad vi önskar, 4 minuter.",
        "2 minuter kvar.",
        "1 minut kvar.",
        "Tiden är ute.",
    ]


def test_what_a_restart_made_late_is_dropped_and_noted_and_the_rest_still_comes() -> None:
    stage = running()
    begun = stage.now
    rows = {int(item.about): item for item in stage.reminders.values() if item.kind == TIMER}
    assert _said_at(stage, (rows[5],), begun + timedelta(minutes=7)) == ([], {rows[5].key: "far_too_late"})
    both = (rows[5], rows[2])
    late, timely = rows[5].key, rows[2].key
    assert _said_at(stage, both, begun + timedelta(minutes=8, seconds=3)) == (
        ["2 minuter kvar."],
        {late: "far_too_late", timely: "say"},
    )


def _said_at(stage: Stage, rows: tuple[Reminder, ...], now: object) -> tuple[list[str], dict[str, str]]:
    event = ReminderDue(Sender(ANNA, ANNA), rows)
    outcome = step(stage.sessions[ANNA, ANNA], event, stage.world, now, Snapshot())
    return [reply.text for reply in outcome.replies], outcome.effects[0].outcomes
