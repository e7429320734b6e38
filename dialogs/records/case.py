"""A case: an idea that was sent to the municipality, and what was said in it. Times are aware and in UTC."""

from datetime import datetime

from dialogs.records.attachment import Attachment
from dialogs.records.case_states import CaseState
from dialogs.records.need import Need
from dialogs.records.value import Value


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
    `owner` is the navigator's Telegram user, 0 for none. `closed_at` is when it came to an end, None while it is open.
    `answer_by` is the promised day (ISO date, the municipality's own calendar). `written_at` is when the
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
