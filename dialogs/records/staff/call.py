"""A call for proposals as the navigators of a municipality have set it: what stands here goes before the pack.

Dates are wall times on the municipality's clock (ISO, without zone). What is empty is as the pack says.
"""

from datetime import datetime
from enum import StrEnum

from dialogs.records.value import Value

NO_PITCH = "none"
"""The pitch of a call that has none, though the pack may name one."""


class CallState(StrEnum):
    """How a call stands by a person's word: being prepared, open, closed."""

    PREPARED = "prepared"
    OPEN = "open"
    CLOSED = "closed"


class PitchRow(Value, frozen=True):
    """One row of the order in which a pitch runs: whose minutes they are, or a break, which is no proposal's.

    A row begins when the one before it ends, so that no two overlap. `moved_at` is since when it has its time.
    """

    minutes: int
    proposal: str = ""
    moved_at: datetime | None = None


class Swap(Value, frozen=True):
    """Two proposals whose associations are asked to change their times; `agreed` are those of whom one has said yes."""

    id: str
    first: str
    second: str
    agreed: tuple[str, ...] = ()

    @property
    def both(self) -> tuple[str, str]:
        """The two proposals."""
        return self.first, self.second

    def other(self, proposal: str) -> str:
        """Return the proposal that one of the two would change with."""
        return self.second if proposal == self.first else self.first


class Call(Value, frozen=True):
    """What navigators have said of one round. `version` counts the changes, `changed_by` is the last one's user.

    A round that the pack does not know has its `names` here, each with its language, and no date before one is set.
    `minutes` are those of a pitch, `late` is what happens to late proposals (`Late`), `language` names the languages of
    the pitch with commas between, `decision` is the day by which it is decided (ISO date, or `NO_PITCH` for none).
    `running` is the published order of the pitch, none before it is, `swap` what two
    associations are being asked.
    """

    municipality: str
    round: str
    state: str = ""
    names: tuple[tuple[str, str], ...] = ()
    opens: str = ""
    deadline: str = ""
    pitch: str = ""
    minutes: int = 0
    place: str = ""
    language: str = ""
    late: str = ""
    version: int = 0
    changed_at: datetime | None = None
    changed_by: int = 0
    running: tuple[PitchRow, ...] = ()
    swap: Swap | None = None
    decision: str = ""


def subject_of(municipality: str, round_id: str) -> str:
    """Return what news of a call are about, as reminders and the log call it."""
    return f"call-{municipality}-{round_id}"
