"""One reminder of the plan: what it counts from, how far before or after, at which hour, and for whom.

The offset is written as people say it: `-3 h`, `-21 d`, `+1 wd`, where `wd` are working days of the municipality.
"""

import re
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum

from knowledge.calendar import MORNING
from knowledge.language import Text


class Anchor(StrEnum):
    """What a reminder counts from: a date of a round (`decision` is the evening of the day by which it is decided), the
    hour at which a mail server took a proposal's newest letter with both papers, or the day by which the pack wants to
    be asked again.
    """

    OPENS = "opens"
    DEADLINE = "deadline"
    PITCH = "pitch"
    DECISION = "decision"
    MAIL = "mail"
    VERIFY_BY = "verify_by"


class Audience(StrEnum):
    """Whom a reminder is for, judged when it is due.

    `unsent` are those with a draft who have not said what became of it, while the last day is ahead; `unsettled` those
    who have not said so once it is over, or whose papers the registrar has not confirmed; `sent` those who said that
    both papers went in time; `unanswered` those whose papers Lots mailed, while nothing has come back of them. `desk`
    are the navigators.
    """

    UNSENT = "unsent"
    UNSETTLED = "unsettled"
    SENT = "sent"
    UNANSWERED = "unanswered"
    DESK = "desk"


class Late(StrEnum):
    """What becomes of proposals that come late: the registrar is asked, or they are not taken."""

    ASK = "ask"
    FIRM = "firm"


class Unit(StrEnum):
    """What an offset is counted in."""

    HOURS = "h"
    DAYS = "d"
    WORKING_DAYS = "wd"


DESK_ROUND, DESK_PACK = "desk-round-", "desk-pack-"
"""How the kinds of what navigators are reminded of begin: in the course of a round, and of the pack itself."""
OF_A_ROUND = (Anchor.OPENS, Anchor.DEADLINE, Anchor.PITCH, Anchor.DECISION)
BY = re.compile(r"(?P<count>[+-]?[0-9]{1,3}) ?(?P<unit>wd|d|h)")
"""How an offset is written. Three digits are more than two years of days."""


@dataclass(frozen=True)
class Rung:
    """One reminder of the plan. `kind` names it for good: what was said once is known by it.

    `count` units lie between what it counts from (`of`) and it, negative before it. `at` is the hour on the
    municipality's clock; where hours are counted it means nothing. `words` are the municipality's own, empty where
    those of Lots are said. With `unless` it gives way where that date is known.
    """

    kind: str
    of: Anchor
    count: int
    unit: Unit
    to: Audience
    at: time = MORNING
    words: Text = field(default_factory=dict, compare=False)
    unless: Anchor | None = None

    @property
    def counts_down(self) -> bool:
        """Whether it comes before what it counts from, so that nothing of it is left once that has passed."""
        return self.count <= 0

    @property
    def countdown(self) -> str:
        """Which reminders overtake each other: those before one date for the same people; each after it is its own."""
        return f"{self.of}:{self.to}" if self.counts_down else self.kind


def offset(text: str) -> tuple[int, Unit]:
    """Return what an offset such as `-10 wd` counts. Raise `ValueError` if it is none."""
    found = BY.fullmatch(text.strip())
    if found is None:
        raise ValueError(f"`{text}` is no offset (write -21 d, -10 wd, +1 wd or -3 h)")
    return int(found["count"]), Unit(found["unit"])
