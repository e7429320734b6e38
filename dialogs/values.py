"""The frozen values that dialogs read and write: proposals, cases, reminders, attachments.

They are what storage keeps and what snapshots carry. Times are aware and in UTC unless a name says otherwise.
"""

from datetime import datetime
from typing import Any, Self

from msgspec import Struct, field, structs

Json = Any
"""A value that survives JSON: str, int, float, bool, None, list, dict."""


class Value(Struct, frozen=True):
    """A frozen value that compares by what it holds."""

    def but(self, **changes: Any) -> Self:
        """Return the same value with some fields changed. Raise `TypeError` for a field that it has not."""
        return structs.replace(self, **changes)


class Attachment(Value, frozen=True):
    """A file that lies with Telegram. `kind` is `photo`, `document`, `voice`, `video` or `audio`."""

    kind: str
    file_id: str
    name: str = ""
    size: int = 0


class Match(Value, frozen=True):
    """A topic that a need was matched to: a score from 0 to 1 and the person's own words that led there."""

    topic: str
    score: float
    because: tuple[str, ...]


class Need(Value, frozen=True):
    """What an association sees, in its own words, and what it was understood as. `topics`: the main one first.

    `idea` tells that the person was asked, and said that it is an idea for the municipality.
    """

    text: str = ""
    matches: tuple[Match, ...] = ()
    topics: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    idea: bool = False


class Answer(Value, frozen=True):
    """The answer to one field. `said` is what was typed, `value` what was understood (None if it was not).

    `state` is `given`, `unclear` (kept as typed, not understood), `unknown` ("don't know yet") or `skipped`.
    """

    state: str
    said: str = ""
    value: Json = None


class Proposal(Value, frozen=True):
    """A proposal under way: the answers by the ids of their fields, and what was said of the sending.

    `sent_at` is when the person said that both documents had gone to the registrar in time, in the words `sent_words`
    if they were typed; `unsent_at` when they last said that this is not so; `receipt_at` when they said that the
    registrar had confirmed.
    """

    id: str
    chat: int
    municipality: str
    round: str
    document_language: str
    answers: dict[str, Answer] = field(default_factory=dict)
    need: Need = Need()
    case: str = ""
    created_at: datetime | None = None
    changed_at: datetime | None = None
    documents_at: datetime | None = None
    sent_at: datetime | None = None
    receipt_at: datetime | None = None
    version: int = 0
    unsent_at: datetime | None = None
    sent_words: str = ""


class CaseMessage(Value, frozen=True):
    """One utterance of a case. `author` is `association`, `navigator` or `lots`; internal notes stay at the desk.

    `message` is its number in the chat where it was written, 0 if that is not known.
    """

    author: str
    text: str
    at: datetime
    internal: bool = False
    name: str = ""
    attachment: Attachment | None = None
    message: int = 0


class Stray(Value, frozen=True):
    """Words or a file that came while a case is open, and that wait until the person says where they belong.

    `message` is its number in the chat.
    """

    text: str = ""
    attachment: Attachment | None = None
    message: int = 0


class Case(Value, frozen=True):
    """An idea that was sent to the municipality. `lines` are exactly what the association saw before it pressed send.

    `chat` is 0 when the person has erased it: there is nobody to write to. `who` is the association's name, `writer`
    the name in Telegram where that is unknown, `own_topics` what it calls a challenge that is not in the catalogue.
    `state` is `new`, `claimed`, `answered`, `closed` or `withdrawn`. `owner` is the navigator's Telegram user, 0 for
    none. `answer_by` is the promised day (ISO date, the municipality's own calendar). `written_at` is when the
    association wrote, until that is answered; `answered_at` when a navigator last wrote to it; `sent_at` when it said
    that both documents went to the registrar. `round` is that of its proposal. `version` counts changes.
    """

    reference: str
    municipality: str
    chat: int
    language: str
    title: str
    need: Need
    lines: tuple[tuple[str, str], ...]
    form: str = ""
    proposal: str = ""
    documents: int = 0
    state: str = "new"
    owner: int = 0
    owner_name: str = ""
    opened_at: datetime | None = None
    answer_by: str = ""
    closed_at: datetime | None = None
    closing: str = ""
    messages: tuple[CaseMessage, ...] = ()
    version: int = 0
    who: str = ""
    writer: str = ""
    own_topics: tuple[str, ...] = ()
    round: str = ""
    sent_at: datetime | None = None
    written_at: datetime | None = None
    answered_at: datetime | None = None


class Reminder(Value, frozen=True):
    """A message that waits for its time. `key` is unique; `subject` is the proposal or case it is about.

    `due` is an aware instant; `wall` the local wall time it was reckoned from (ISO, without zone); `about` the
    deadline or pitch it counts down to (ISO wall time), so that a moved deadline is noticed.
    """

    key: str
    chat: int
    kind: str
    subject: str
    due: datetime
    wall: str = ""
    about: str = ""
