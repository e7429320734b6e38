"""A question of the desk to an office about a case, while it is written and after it was asked. Times are in UTC."""

from datetime import datetime
from enum import StrEnum

from dialogs.records.value import Value


class OfficeVerdict(StrEnum):
    """What an office has answered to a question about a case. These values are stored, and the texts name them."""

    TAKEN = "taken"
    """It takes the case."""
    DECLINED = "declined"
    """The case is not the office's, and why."""
    ASKED_BACK = "asked_back"
    """It must know something first."""
    OPINION = "opinion"
    """What it thinks, in words."""
    RELEASED = "released"
    """Nothing: the case ended before its day."""


LAST_WORDS = frozenset({OfficeVerdict.TAKEN, OfficeVerdict.DECLINED})
"""The verdicts after which nothing else is asked of an office; after the others it may still take the case or not."""


class Inquiry(Value, frozen=True):
    """A question of the desk to an office about a case. The cases keep theirs in the order in which they were asked.

    `due` is the day by which the office is to answer (ISO date, the municipality's own calendar), `asked_by` the
    navigator's name. `answered_at` is when the office first said anything, `verdict` the newest that it came to (empty:
    none yet), by the Telegram user `answerer` with the name `answered_by`. `returned_at` is when the question went back
    to the desk because the office had been silent until its day.
    """

    office: str
    question: str
    asked_at: datetime
    due: str
    asked_by: str = ""
    verdict: str = ""
    answered_at: datetime | None = None
    answerer: int = 0
    answered_by: str = ""
    returned_at: datetime | None = None


class InquiryDraft(Value, frozen=True):
    """A question that a navigator is writing to one or several offices. Every wording has an `id` of its own.

    `due` is an ISO date. `messages` are the numbers of the messages that its words came in.
    """

    id: str
    offices: tuple[str, ...]
    due: str
    text: str = ""
    messages: tuple[int, ...] = ()


class AwaitedWords(Value, frozen=True):
    """What an official is to write: the words to a verdict on the question with a number in a case.

    `message` is the number of the one message that may bring them, where a client has cut a long text in two; 0: any.
    """

    case: str
    number: int
    verdict: str
    message: int = 0

    def may_come_in(self, message: int) -> bool:
        """Tell whether the words may come in the message with a number."""
        return self.message in (0, message)
