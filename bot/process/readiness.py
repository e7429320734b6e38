"""Whether Lots is ready: whether those who write to it are being answered, in one line of plain words.

A pure function of what is known at one moment. How that becomes known is told in `health.py`.
"""

from collections.abc import Sequence
from dataclasses import dataclass

OK = "ok"
LONGEST_WAIT_SECONDS = 60.0
"""An update is answered within a second, and within twenty behind the longest texts of others: who has waited a minute
waits for something that is broken."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a process. Ages are in seconds, None where there is nothing to tell the age of.

    `database` says what is wrong with it, empty for nothing; `stuck_loops` name the loops that do not go round, each
    with what it met; `webhook` says why Telegram does not get through to it.
    """

    running: bool = True
    up: float = 0.0
    token_refused: float | None = None
    database: str = ""
    stuck_loops: Sequence[tuple[str, str]] = ()
    webhook: str = ""
    oldest_unanswered: float | None = None


def status(known: Known) -> str:
    """Return `OK`, or what is wrong: the cause before what follows from it."""
    if known.database:
        return known.database
    if known.token_refused is not None:
        return "Telegram refuses the token"
    if not known.running:
        return "starting: Telegram has not answered yet"
    for name, trouble in known.stuck_loops:
        what = "not fetching updates" if name == "poller" else f"the {name} does not go round"
        return f"{what}: {trouble}" if trouble else what
    if known.webhook:
        return known.webhook
    # What waited while Lots was away is being answered now: the minute counts from the start.
    if min(known.oldest_unanswered or 0.0, known.up) > LONGEST_WAIT_SECONDS:
        return "people wait: the oldest update is not answered"
    return OK
