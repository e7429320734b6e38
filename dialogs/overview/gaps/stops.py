"""Where a draft lies still: the last question of its form that has an answer, and since which day.

Nothing else of a draft is looked at, for nobody at the municipality sees it before it is sent.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from dialogs.overview.counting import NONE
from dialogs.records.proposal import Proposal
from knowledge.municipality.pack import Pack

STILL_AFTER = timedelta(days=14)
"""A draft that nobody has touched for so long lies still: between two meetings of a board is less."""


@dataclass(frozen=True, slots=True)
class Stop:
    """The question after which a draft lies still, `NONE` before the first one; `day` is that of its last change."""

    field: str
    day: date


def stop_of(proposal: Proposal, pack: Pack, today: date) -> Stop | None:
    """Return where a draft lies still, None for one that is under way, was sent, or became a case."""
    touched = proposal.changed_at or proposal.created_at
    done = proposal.case or proposal.sent_at is not None
    day = touched.astimezone(pack.zone).date() if touched is not None else None
    if done or day is None or today - day < STILL_AFTER:
        return None
    answered = [field.id for field in pack.asked[""] if field.id in proposal.answers]
    return Stop(answered[-1] if answered else NONE, day)
