"""Bots are shared out evenly, with no needless move, and everybody reckons the same."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from bot.process.bots.fair_shares import fair_shares
from storage.engine.leadership import Bot, Seen

BOTS: tuple[Bot, ...] = tuple((1, number) for number in range(7))


@st.composite
def seen(draw: st.DrawFn, *, all_could: bool = False) -> Seen:
    """Up to four processes, what each could lead, and who leads what, some of them dead since."""
    processes = draw(st.integers(1, 4))
    some = st.just(frozenset(BOTS)) if all_could else st.frozensets(st.sampled_from(BOTS))
    could = {process: draw(some) for process in range(processes)}
    leaders = draw(st.dictionaries(st.sampled_from(BOTS), st.integers(0, 5)))
    return Seen(could, leaders)


@given(seen())
def test_every_bot_that_somebody_could_lead_is_led_by_one_who_could(found: Seen) -> None:
    shares = fair_shares(found)
    assert set(shares) == {bot for bots in found.could.values() for bot in bots}
    assert all(bot in found.could[process] for bot, process in shares.items())


@given(seen(all_could=True))
def test_no_process_leads_two_more_than_another_and_nothing_moves_twice(found: Seen) -> None:
    shares = fair_shares(found)
    counts = Counter(dict.fromkeys(found.could, 0))
    counts.update(shares.values())
    assert max(counts.values()) - min(counts.values()) <= 1
    assert fair_shares(Seen(found.could, shares)) == shares


def test_who_leads_goes_on_and_only_what_is_too_much_moves() -> None:
    could = dict.fromkeys((1, 2, 3), frozenset(BOTS[:6]))
    led = dict.fromkeys(BOTS[:4], 1) | {BOTS[4]: 2, BOTS[5]: 2}
    shares = fair_shares(Seen(could, led))
    assert [shares[bot] for bot in BOTS[:6]] == [3, 3, 1, 1, 2, 2]
    assert fair_shares(Seen(could, {**led, BOTS[0]: 3}))[BOTS[5]] == 2


def test_what_a_dead_process_led_goes_to_who_leads_least() -> None:
    could = {1: frozenset(BOTS[:4]), 2: frozenset(BOTS[:4])}
    led = {BOTS[0]: 1, BOTS[1]: 1, BOTS[2]: 9, BOTS[3]: 9}
    assert [fair_shares(Seen(could, led))[bot] for bot in BOTS[:4]] == [1, 1, 2, 2]
