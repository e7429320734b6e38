"""The limits of Telegram as buckets: bursts, averages, halts. Time is a number that the test moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sending.limiter import TELEGRAM, UNLIMITED, Limiter, Rate, Rates


def sent_in(limiter: Limiter, chat: int, seconds: float, step: float = 0.05) -> int:
    count = 0
    for tick in range(round(seconds / step)):
        now = tick * step
        while limiter.wait(chat, now) == 0 and limiter.wait_overall(now) == 0:
            limiter.take(chat, now)
            count += 1
    return count


@pytest.mark.parametrize(("chat", "seconds", "count"), [(7, 10, 12), (7, 1, 3), (-7, 60, 37), (-7, 1, 18)])
def test_a_chat_gets_its_burst_and_then_its_rate(chat: int, seconds: float, count: int) -> None:
    assert sent_in(Limiter(TELEGRAM), chat, seconds) == count


def test_everybody_together_stays_under_thirty_a_second() -> None:
    limiter = Limiter(TELEGRAM)
    sent = 0
    for tick in range(1000):
        now, chat = tick / 100, 1 + tick
        if limiter.wait(chat, now) == 0 and limiter.wait_overall(now) == 0:
            limiter.take(chat, now)
            sent += 1
    assert 290 <= sent <= 320


def test_bulk_leaves_evenly_while_answers_may_come_in_a_burst() -> None:
    limiter, times = Limiter(TELEGRAM), []
    for tick in range(1000):
        now = tick / 100
        for _ in range(limiter.bulk_allowed_now(now) or 0):
            limiter.take_bulk()
            times.append(now)
    windows = [sum(start <= other < start + 0.1 for other in times) for start in times]
    assert (len(times), max(windows)) == (297, 5)
    assert [limiter.allowed_now(0.0), Limiter(UNLIMITED).bulk_allowed_now(0.0)] == [24, None]


def test_without_limits_nobody_waits() -> None:
    limiter = Limiter(UNLIMITED)
    assert [limiter.wait(7, 0.0), limiter.wait_overall(0.0), limiter.allowed_now(0.0)] == [0.0, 0.0, None]


def test_a_halted_chat_waits_and_others_do_not() -> None:
    limiter = Limiter(TELEGRAM)
    limiter.halt(7, 12.5)
    limiter.halt(7, 3.0)
    assert [limiter.wait(7, 10.0), limiter.wait(8, 10.0), limiter.wait(7, 13.0)] == [2.5, 0.0, 0.0]


@given(st.lists(st.floats(0, 2), max_size=60))
def test_no_window_ever_holds_more_than_burst_and_rate(pauses: list[float]) -> None:
    limiter, now, sent = Limiter(Rates(None, Rate(1, 3), None, None)), 0.0, []
    for pause in pauses:
        now += pause
        if limiter.wait(7, now) == 0:
            limiter.take(7, now)
            sent.append(now)
        limiter.forget_idle(now)
    for first, start in enumerate(sent):
        for last in range(first, len(sent)):
            assert last - first + 1 <= 3 + (sent[last] - start) + 1e-6
