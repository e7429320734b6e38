"""Stage 2 of a case: the answers that an agreement is worked out from. Times are aware and in UTC."""

from datetime import datetime

from msgspec import field

from dialogs.records.proposal import Answer
from dialogs.records.value import Value


class AgreementWords(Value, frozen=True):
    """An answer of the municipality that somebody at the desk is writing: to which field, and as it was understood,
    None until it is written. Every wording has an `id` of its own.
    """

    id: str
    field: str
    answer: Answer | None = None


class Agreement(Value, frozen=True):
    """What both sides have said for an agreement, by the ids of its fields; kept with its case, where both see it.

    `opened_at` is when the desk opened stage 2, `begun_at` when the association began it and let its answers of
    stage 1 be taken over. `language` is that of the outline, empty before one was made, `documents_at` when that was.
    `version` counts the changes.
    """

    answers: dict[str, Answer] = field(default_factory=dict)
    opened_at: datetime | None = None
    begun_at: datetime | None = None
    language: str = ""
    documents_at: datetime | None = None
    version: int = 0

    def __hash__(self) -> int:
        # Cases are gathered in sets; the answers are a mapping, which has no hash.
        return hash((self.opened_at, self.begun_at, self.version))
