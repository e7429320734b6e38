"""How far a reminder lies from its date, as people write it."""

import pytest

from knowledge.reminders.rung import Anchor, Audience, Rung, Unit, offset


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("-21 d", (-21, Unit.DAYS)),
        ("-10wd", (-10, Unit.WORKING_DAYS)),
        ("+1 wd", (1, Unit.WORKING_DAYS)),
        (" -3 h ", (-3, Unit.HOURS)),
        ("0 d", (0, Unit.DAYS)),
    ],
)
def test_an_offset_is_read_as_people_write_it(text: str, meant: tuple[int, Unit]) -> None:
    assert offset(text) == meant


@pytest.mark.parametrize("text", ["", "-3", "3 weeks", "- 3 h", "-3 h -1 d", "-1000 d", "½ d"])
def test_what_is_no_offset_is_refused_with_one_that_is(text: str) -> None:
    with pytest.raises(ValueError, match=r"write -21 d, -10 wd, \+1 wd or -3 h"):
        offset(text)


def test_reminders_before_one_date_for_the_same_people_overtake_each_other_and_those_after_it_do_not() -> None:
    early = Rung("draft-5wd", Anchor.DEADLINE, -5, Unit.WORKING_DAYS, Audience.UNSENT)
    late = Rung("draft-3h", Anchor.DEADLINE, -3, Unit.HOURS, Audience.UNSENT)
    after = Rung("receipt-1wd", Anchor.DEADLINE, 1, Unit.WORKING_DAYS, Audience.UNSETTLED)
    assert early.countdown == late.countdown
    assert (after.counts_down, after.countdown) == (False, "receipt-1wd")
