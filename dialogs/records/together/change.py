"""What an answer was before somebody wrote another one, and what somebody wrote that did not become the answer."""

from datetime import datetime

from dialogs.records.proposal import Answer
from dialogs.records.value import Value


class Change(Value, frozen=True):
    """An answer that does not stand any more, or never did.

    `by` is who wrote it (0: the owner, before anybody else took part), `at` when; `replaced_by` who wrote what stands
    instead, 0 where it was never taken because somebody else had written meanwhile.
    """

    proposal: str
    field: str
    answer: Answer
    by: int
    at: datetime
    replaced_by: int = 0
