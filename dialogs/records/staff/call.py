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


class Call(Value, frozen=True):
    """What navigators have said of one round. `version` counts the changes, `changed_by` is the last one's user.

    A round that the pack does not know has its `names` here, each with its language, and no date before one is set.
    `minutes` are those of a pitch, `late` is what happens to late proposals (`Late`), `language` names the languages of
    the pitch with commas between.
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


def subject_of(municipality: str, round_id: str) -> str:
    """Return what news of a call are about, as reminders and the log call it."""
    return f"call-{municipality}-{round_id}"
