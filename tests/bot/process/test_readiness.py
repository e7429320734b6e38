"""What keeps Lots from answering people is named, the cause before what follows from it."""

import pytest

from bot.process.readiness import LONGEST_WAIT_SECONDS, OK, Known, status

LONG = LONGEST_WAIT_SECONDS + 1
EVERYTHING = {
    "database": "database full",
    "token_refused": 3.0,
    "running": False,
    "stuck_loops": [("poller", "no route to host"), ("worker", "")],
    "webhook": "Telegram brings updates elsewhere",
    "oldest_unanswered": LONG,
    "up": LONG,
}
"""All that can be wrong, the first cause first."""


def test_all_is_well() -> None:
    assert status(Known()) == status(Known(up=LONG, oldest_unanswered=LONGEST_WAIT_SECONDS)) == OK


@pytest.mark.parametrize(
    ("mended", "told"),
    [
        ((), "database full"),
        (("database",), "Telegram refuses the token"),
        (("database", "token_refused"), "starting: Telegram has not answered yet"),
        (("database", "token_refused", "running"), "not fetching updates: no route to host"),
        (("database", "token_refused", "running", "stuck_loops"), "Telegram brings updates elsewhere"),
        (tuple(list(EVERYTHING)[:5]), "people wait: the oldest update is not answered"),
    ],
)
def test_the_cause_is_told_before_what_follows_from_it(mended: tuple[str, ...], told: str) -> None:
    assert status(Known(**{name: value for name, value in EVERYTHING.items() if name not in mended})) == told


def test_a_loop_that_stands_still_without_an_error_is_named() -> None:
    assert status(Known(stuck_loops=[("worker", "")])) == "the worker does not go round"


def test_what_waited_while_lots_was_away_is_given_a_minute() -> None:
    assert status(Known(oldest_unanswered=1e6, up=LONGEST_WAIT_SECONDS)) == OK
