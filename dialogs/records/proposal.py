"""A proposal under way and its answers. Times are aware and in UTC."""

from datetime import datetime

from msgspec import field

from dialogs.records.letters.mailing import Mailing
from dialogs.records.need import Need
from dialogs.records.value import Json, Value


class Answer(Value, frozen=True):
    """The answer to one field. `said` is what was typed, `value` what was understood (None if it was not).

    `state` is `given`, `unclear` (kept as typed, not understood), `unknown` ("don't know yet") or `skipped`.
    Where several people write, or after it was handed over, `by` is the chat of whoever did and `at` when; 0 stands for
    the owner. `unfitting` is what was typed later in its place and could not be taken, as it was typed; it never leaves
    the draft.
    """

    state: str
    said: str = ""
    value: Json = None
    by: int = 0
    at: datetime | None = None
    unfitting: str = ""


class PitchPart(Value, frozen=True):
    """One part of a pitch as an association wants to hold it, and its minutes.

    `kind` is one of those that Lots proposes (`dialogs/pitch/outline/parts.py`), empty for one with a `name` of its
    own. Without `words` it says what the draft says.
    """

    minutes: float
    kind: str = ""
    name: str = ""
    words: str = ""


class HandedOver(Value, frozen=True):
    """What a proposal said when it was handed over, to the desk or the registrar: the answers by their fields' ids."""

    at: datetime
    answers: dict[str, Answer] = field(default_factory=dict)


class Proposal(Value, frozen=True):
    """A proposal under way: the answers by the ids of their fields, and what was said of the sending.

    `sent_at` is when the person said that both documents had gone to the registrar in time, in the words `sent_words`
    if they were typed; `unsent_at` when they last said that this is not so; `receipt_at` when they said that the
    registrar had confirmed. `mailings` are the letters that Lots was told to send, the oldest first.

    `handed` are the versions that the desk has got, the oldest first, `at_registrar` those that Lots mailed or that the
    person said had gone to the registrar. `made_of` is what the papers of `documents_at` were made of, kept from the
    first answer that was changed afterwards. `reopened` are the fields that a navigator wants to know more of, until
    each is answered anew or its answer is let stand. `outline` are the parts of the pitch in their order, none before
    somebody has changed what Lots proposes.
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
    mailings: tuple[Mailing, ...] = ()
    handed: tuple[HandedOver, ...] = ()
    reopened: tuple[str, ...] = ()
    at_registrar: tuple[HandedOver, ...] = ()
    made_of: HandedOver | None = None
    outline: tuple[PitchPart, ...] = ()

    @property
    def mailed_at(self) -> datetime | None:
        """When the newest letter was taken; None if it came back, never went, or takes the proposal back."""
        newest = self.mailings[-1] if self.mailings else None
        return (newest.at or newest.asked_at) if newest and newest.has_papers_there else None
