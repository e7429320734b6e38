"""When it is time to look into the outbox, on a clock that stands where it is put."""

import pytest

from bot.sending.schedule import LOOK_AGAIN_SECONDS, QUIET_BESIDE_OTHERS_SECONDS, QUIET_SECONDS, Schedule


def test_a_look_is_wanted_at_once_when_something_changed_and_each_second_otherwise() -> None:
    schedule = Schedule()
    first = schedule.wanted(0.2, 0.0)
    schedule.begun(10.0)
    without_news = [schedule.wanted(now, 0.0) for now in (10.0, 10.9, 11.0)]
    schedule.changed = True

    assert (first, without_news, schedule.wanted(10.0, 0.0)) == (True, [False, False, True], True)


def test_a_look_comes_sooner_when_the_limits_let_somebody_speak_again_before_that() -> None:
    schedule = Schedule()
    schedule.begun(10.0)

    assert [schedule.wanted(10.3, held_back) for held_back in (0.0, 0.2, 5.0)] == [False, True, False]
    assert [schedule.patience(held_back) for held_back in (0.0, 0.2, 5.0)] == [1.0, 0.2, 1.0]


@pytest.mark.parametrize(
    ("next_try", "looks_after"),
    [(None, QUIET_SECONDS), (4.0, 4.0), (3600.0, QUIET_SECONDS), (0.0, LOOK_AGAIN_SECONDS), (-9.0, LOOK_AGAIN_SECONDS)],
)
def test_a_look_that_found_nothing_is_followed_when_something_may_be_tried(
    next_try: float | None, looks_after: float
) -> None:
    schedule = Schedule(shared=False)
    schedule.begun(10.0)
    schedule.found_nothing(next_try)

    assert [schedule.wanted(10.0 + wait, 0.0) for wait in (looks_after - 0.1, looks_after)] == [False, True]


def test_beside_other_processes_nothing_is_waited_for_longer_than_five_seconds() -> None:
    schedule = Schedule(shared=True)
    schedule.begun(10.0)
    schedule.found_nothing(None)
    alone = schedule.patience(0.0)
    schedule.stir()

    assert (alone, schedule.patience(0.0)) == (QUIET_BESIDE_OTHERS_SECONDS, LOOK_AGAIN_SECONDS)


def test_what_nobody_sends_is_looked_for_at_the_start_and_every_five_seconds() -> None:
    schedule = Schedule()
    first = schedule.for_dead_wanted(0.0)
    schedule.for_dead_begun(100.0)

    assert [first, *(schedule.for_dead_wanted(now) for now in (100.0, 104.9, 105.0))] == [True, False, False, True]


def test_what_was_found_too_early_is_looked_for_when_it_may_be_taken_up_and_then_as_before() -> None:
    schedule = Schedule()
    schedule.for_dead_begun(100.0)
    schedule.found_too_early(100.1, 1.5)
    sooner = [schedule.for_dead_wanted(now) for now in (101.5, 101.6)]
    schedule.for_dead_begun(101.6)
    later = [schedule.for_dead_wanted(now) for now in (106.5, 106.6)]
    schedule.found_too_early(106.0, 60.0)

    assert (sooner, later, schedule.for_dead_wanted(106.6)) == ([False, True], [False, True], True)


def test_a_wall_clock_that_falls_behind_was_put_back_and_one_that_jumps_ahead_was_not() -> None:
    schedule = Schedule()
    month, seen = 30 * 86_400.0, []
    for now, wall in ((1.0, 1000.0), (2.0, 1000.5), (3.0, 1001.0 + month), (4.0, 1002.0 + month), (5.0, 1003.0)):
        schedule.compare(now, wall)
        seen.append(schedule.put_back)

    assert seen == [False, False, False, False, True]
