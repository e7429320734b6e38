"""Times follow one another from the start, in real minutes; each knows since when it is so."""

from dataclasses import replace
from datetime import datetime, timedelta

from dialogs.deadlines.calls.running_order import of_one, pitch_ends, restamped, slots_of, stamped, timed
from dialogs.records.staff.call import Call, PitchRow
from knowledge.reminders.slot import Slot, slot_of
from tests.stages.called import BEGUN, VASA

ROWS = (PitchRow(10, "a"), PitchRow(15), PitchRow(10, "b"))
START = VASA.rounds[0].pitch


def test_a_row_begins_when_the_one_before_it_ends() -> None:
    assert START is not None
    assert [(row.proposal, f"{at:%H.%M}", f"{until:%H.%M}") for row, at, until in timed(START, ROWS)] == [
        ("a", "16.30", "16.40"),
        ("", "16.40", "16.55"),
        ("b", "16.55", "17.05"),
    ]
    assert slots_of(None, ROWS) == ()


def test_minutes_pass_also_while_the_clocks_are_changed() -> None:
    before = datetime(2026, 10, 25, 3, 50, tzinfo=VASA.zone)
    (_, first, until), (_, _, last) = timed(before, (PitchRow(20, "a"), PitchRow(60, "b")))
    assert [f"{at:%H.%M %z}" for at in (first, until, last)] == ["03.50 +0300", "03.10 +0200", "04.10 +0200"]


def test_since_when_a_time_is_so_is_kept_as_long_as_it_is() -> None:
    assert START is not None
    around = VASA.rounds[0]
    first = stamped(around, START, ROWS, BEGUN)
    assert [row.moved_at for row in first] == [BEGUN, None, BEGUN]
    call = Call("vasa", "spring", running=first)
    known = replace(around, slots=slots_of(START, first))
    assert (of_one(known, "b").pitch, of_one(known, "c")) == (START + timedelta(minutes=25), known)
    assert (pitch_ends(known), pitch_ends(around)) == (START + timedelta(minutes=35), START)
    assert slot_of(known.slots, "b") == Slot("b", START + timedelta(minutes=25), START + timedelta(minutes=35), BEGUN)
    now = BEGUN + timedelta(days=1)
    assert [row.moved_at for row in stamped(known, START, (ROWS[0], ROWS[2]), now)] == [BEGUN, now]
    assert restamped(VASA, call, around, now).running[0].moved_at == now
