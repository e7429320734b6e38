"""What an association changed in a proposal that the municipality had, and handed over again. Times are in UTC."""

from datetime import datetime

from dialogs.records.proposal import Answer
from dialogs.records.value import Value


class ChangedAnswer(Value, frozen=True):
    """The answer to one field before and after; None where there was none, or is none any more.

    `at` is when the newer one was given, None if that is not known. Who gave it is the association's own business.
    """

    field: str
    was: Answer | None
    now: Answer | None
    at: datetime | None = None


class Amendment(Value, frozen=True):
    """What changed from one handed over version to the next, field by field in the order of the form.

    `whole` tells that the version before was not kept, so that everything in it stands here as new.
    """

    at: datetime
    changes: tuple[ChangedAnswer, ...] = ()
    whole: bool = False
