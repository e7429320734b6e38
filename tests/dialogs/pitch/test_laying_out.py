"""Whatever a navigator does with an order, nobody gets lost, nobody stands twice, and no two times overlap."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.deadlines.calls.running_order import slots_of, timed
from dialogs.pitch.laying_out import Rows, brought_up_to_date, laid_out, later, moved, of_number, with_break
from dialogs.records.staff.call import PitchRow
from dialogs.records.staff.pitching import Pitching
from tests.stages.called import VASA
from tests.stages.outage import here
from tests.stages.pitched import SENT

AROUND = VASA.rounds[0]
START = here(VASA, "2026-11-03T16:30").astimezone(VASA.zone)
NUMBERS = st.integers(-1, 20)


def may_pitch(count: int, *languages: str) -> tuple[Pitching, ...]:
    """So many who may pitch, with the languages that they named, in turns."""
    spoken = languages or ("",)
    return tuple(
        Pitching(f"p{n}", SENT + timedelta(minutes=n), languages=tuple(filter(None, [spoken[n % len(spoken)]])))
        for n in range(count)
    )


@pytest.mark.covers("V18")
def test_fourteen_proposals_from_half_past_four_end_at_ten_to_seven() -> None:
    rows = laid_out(may_pitch(14), AROUND)
    assert [f"{at:%H.%M}-{until:%H.%M}" for _, at, until in timed(START, rows)][-1] == "18.40-18.50"


def test_those_who_speak_one_language_follow_one_another_and_the_first_can_be_chosen() -> None:
    known = may_pitch(5, "sv", "fi", "")
    assert [row.proposal for row in laid_out(known, AROUND)] == ["p0", "p3", "p1", "p4", "p2"]
    assert [row.proposal for row in laid_out(known, AROUND, "fi")] == ["p1", "p4", "p0", "p3", "p2"]


def test_breaks_come_behind_a_number_and_go_with_no_minutes() -> None:
    rows = laid_out(may_pitch(3), AROUND)
    paused = with_break(rows, 2, 15)
    assert paused == (*rows[:2], PitchRow(15), rows[2])
    assert with_break(paused, 2, 20) == (*rows[:2], PitchRow(20), rows[2])
    assert with_break(paused, 2, 0) == rows
    assert [with_break(rows, number) for number in (0, 4)] == [None, None]
    assert with_break(rows, 1, 121) is None


def test_who_is_moved_changes_places_and_the_breaks_stay() -> None:
    rows = (PitchRow(10, "a"), PitchRow(15), PitchRow(10, "b"), PitchRow(10, "c"))
    assert moved(rows, 3, 1) == (PitchRow(10, "c"), PitchRow(15), PitchRow(10, "a"), PitchRow(10, "b"))
    assert moved(rows, 4, 1) is None
    assert [of_number(rows, number) for number in (0, 1, 2, 3, 4)] == ["", "a", "b", "c", ""]


def test_only_those_who_have_not_begun_come_later() -> None:
    rows = laid_out(may_pitch(3), AROUND)
    assert later(rows, START, START + timedelta(minutes=12), 5) == (*rows[:2], PitchRow(5), rows[2])
    assert later(rows, START, START + timedelta(minutes=20), 5) is None
    assert later(rows, START, START, 0) is None


def test_who_comes_late_stands_last_and_who_may_not_any_more_leaves_a_break() -> None:
    rows, known = laid_out(may_pitch(3), AROUND), may_pitch(4)
    assert brought_up_to_date(rows, (known[0], known[2], known[3]), AROUND) == (
        rows[0],
        PitchRow(10),
        rows[2],
        PitchRow(10, "p3"),
    )


@pytest.mark.covers("V17", "V18")
@given(
    st.integers(1, 14), st.lists(st.tuples(st.sampled_from(("move", "break", "later")), NUMBERS, NUMBERS), max_size=8)
)
def test_each_who_may_pitch_has_one_time_and_no_two_overlap(count: int, acts: list[tuple[str, int, int]]) -> None:
    known = may_pitch(count, "sv", "fi", "")
    rows: Rows = laid_out(known, AROUND)
    for what, one, other in acts:
        done = {
            "move": lambda kept, one=one, other=other: moved(kept, one, other),
            "break": lambda kept, one=one, other=other: with_break(kept, one, other),
            "later": lambda kept, one=one, other=other: later(kept, START, START + timedelta(minutes=one), other),
        }[what](rows)
        rows = rows if done is None else done
    slots = slots_of(START, rows)
    assert sorted(slot.proposal for slot in slots) == sorted(one.proposal for one in known)
    assert all(earlier.until <= following.at for earlier, following in pairwise(slots))
    assert {slot.until - slot.at for slot in slots} == {timedelta(minutes=10)}
