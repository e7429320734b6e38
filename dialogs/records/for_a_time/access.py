"""Who at the municipality saw a case or did something with it: plain numbers and the name of an act, nobody's words.

It is kept longer than most, because whoever asks who has read a case asks long afterwards.
"""

from datetime import datetime, timedelta

from dialogs.records.value import Value

DAYS_OF_A_YEAR = 365
"""In the calendar of a log nobody counts leap years."""
KEPT = timedelta(days=2 * DAYS_OF_A_YEAR)
"""So long the log of a case reaches back: a round and its first agreement take a year, and whoever asks who has read
what was written in them may do so for a year more. What /privacy says of it is held to this by a test."""
CARD, LOG, EXPORT, CALL = "card", "log", "export", "call"
"""What can be seen or done beside what the table of states knows: a card that is looked up; this log; all cases at
once; a change of a call for proposals."""
SENT_AGAIN, LET_BE = "sent_again", "let_be"
"""What can be done with a message of a case that did not arrive."""


def of_all(municipality: str) -> str:
    """What stands in the place of a reference where all cases of a municipality were seen."""
    return f"desk-{municipality}"


class Access(Value, frozen=True):
    """Somebody at the municipality saw a case or did something with it.

    `reference` is that of the case, or stands for all cases of a municipality (`of_all`). `user` is a navigator's
    Telegram user; that of the group or channel in whose name somebody wrote whom Telegram hides; 0 for Lots itself.
    `act` is one of `CaseAct`, or what stands above.
    """

    at: datetime
    reference: str
    user: int
    act: str
