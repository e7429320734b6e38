"""A case: an idea that was sent to the municipality, and what was said in it. Times are aware and in UTC."""

from datetime import datetime
from enum import StrEnum

from dialogs.records.agreements.agreement import Agreement
from dialogs.records.attachment import Attachment
from dialogs.records.case_states import CaseState, WaitsFor
from dialogs.records.need import Need
from dialogs.records.offices.inquiry import Inquiry
from dialogs.records.run import Run
from dialogs.records.value import Value
from dialogs.records.versions.amendment import Amendment


class CaseMessage(Value, frozen=True):
    """One utterance of a case. `author` is `association`, `navigator`, `lots` or "office"; internal notes stay at the
    desk, and what an office says is one.

    `message` is its number in the chat where it was written, 0 if that is not known. What Lots itself notes has the
    `key` of its text and its `values` as well, so that each reads it in their own language; `text` is in the group's.
    `formatted` are the words with the marks of who wrote them, none where there are none. `quoted` are those of an
    answer of the desk that an association marked in order to answer them.
    """

    author: str
    text: str
    at: datetime
    internal: bool = False
    name: str = ""
    attachment: Attachment | None = None
    message: int = 0
    key: str = ""
    values: tuple[tuple[str, str], ...] = ()
    formatted: tuple[Run, ...] = ()
    quoted: str = ""


class Stray(Value, frozen=True):
    """Words or a file that came while a case is open, and that wait until the person says where they belong.

    `message` is its number in the chat, `formatted` are the words with their marks, `quoted` those that they answer.
    """

    text: str = ""
    attachment: Attachment | None = None
    message: int = 0
    formatted: tuple[Run, ...] = ()
    quoted: str = ""


class DecisionKind(StrEnum):
    """How a case came to an end. These values are stored, and the texts name them."""

    CHOSEN = "chosen"
    NOT_CHOSEN = "not_chosen"
    NOT_OURS = "not_ours"
    NO_ANSWER = "no_answer"
    OTHER = "other"


class Decision(Value, frozen=True):
    """How a case was decided, why, and which other way was shown, in words as the association read them.

    `way` names what was chosen as another way (`dialogs/decisions/other_ways.py`), empty for none. `by` is the name of
    the navigator who decided.
    """

    kind: DecisionKind
    reason: str = ""
    way: str = ""
    way_words: str = ""
    at: datetime | None = None
    by: str = ""


class Case(Value, frozen=True):
    """An idea that was sent to the municipality. `lines` are exactly what the association saw before it pressed send.

    `chat` is 0 when the person has erased it: there is nobody to write to. `who` is the association's name, `writer`
    the name in Telegram where that is unknown, `own_topics` what it calls a challenge that is not in the catalogue.
    `owner` is the navigator's Telegram user, 0 for none, `owner_language` the language that this person reads at the
    desk. `closed_at` is when it came to an end, None while it is open. `answer_by` is the promised day (ISO date, the
    municipality's own calendar). `written_at` is when the association wrote, until that is answered; `answered_at`
    when a navigator last wrote to it; `sent_at` when it said that both documents went to the registrar. `round` is
    that of its proposal. `came_to` are the offices that it came to, none as long as no navigator has moved it.
    `first_answered_at` is when the association was first answered; of cases that were answered before this was noted
    it is None. `inquiries` are what offices were asked about it, in that order. `decision` is the last that was told,
    None before the first. `agreement` is stage 2, None until the desk opens it. `version` counts changes.

    `waits_for` is whom it waits for where that was said, None where it follows from the state (`case_changes.py`), and
    `waits_since` since when; meanwhile `answer_by` stands still. `acted_at` is when its owner last did something in it,
    `urged_at` when the association last wrote though the promised day had passed. `snoozed_until` is the day (ISO date)
    on whose morning it comes up again, empty if it was not put off.

    `amendments` are what the association changed and handed over again, the oldest first; its `lines` are those of the
    newest. `reopened` are the fields of its proposal that a navigator last asked more about, until then.

    `decision_by` is the day (ISO date) by which it is decided where a navigator has said so of this case alone; empty
    where its round's holds, and once it has ended.

    `unreachable_since` is when its association shut Lots out, None while it can be reached.
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
    state: CaseState = CaseState.NEW
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
    came_to: tuple[str, ...] = ()
    waits_for: WaitsFor | None = None
    waits_since: datetime | None = None
    acted_at: datetime | None = None
    urged_at: datetime | None = None
    snoozed_until: str = ""
    owner_language: str = ""
    first_answered_at: datetime | None = None
    inquiries: tuple[Inquiry, ...] = ()
    decision: Decision | None = None
    unreachable_since: datetime | None = None
    agreement: Agreement | None = None
    amendments: tuple[Amendment, ...] = ()
    reopened: tuple[str, ...] = ()
    decision_by: str = ""

    @property
    def touched(self) -> float:
        """When somebody last said something in it, as a number that grows with time (POSIX seconds); 0 if never."""
        moments = (self.opened_at, self.written_at, self.answered_at)
        return max((moment.timestamp() for moment in moments if moment), default=0.0)
