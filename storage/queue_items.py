"""The frozen values of the queues: what comes in from Telegram, what goes out to it, and what goes out by mail.

They cross the border between the edge and storage. Times are aware and in UTC.
"""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from dialogs.conversation.effects import Order
from dialogs.conversation.replies import Addressee, Offer, Receipt, TopicWords
from dialogs.records.letters.calendar_file import CalendarFile
from dialogs.records.letters.letter import Letter
from dialogs.records.letters.pitch_page import PitchPage
from dialogs.records.proposal import Proposal
from dialogs.records.value import Value


@dataclass(frozen=True, slots=True)
class Received:
    """An update as it came: Telegram's own number, the chat it belongs to (0 for none) and its JSON text."""

    update_id: int
    chat: int
    body: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update that waits to be handled. `seq` is our own order; Telegram's numbers may start anew.

    `damaged` says why its body is empty, if it could not be opened.
    """

    seq: int
    update_id: int
    chat: int
    body: str
    at: datetime
    damaged: str = ""


@dataclass(frozen=True, slots=True)
class Failed:
    """An update that could not be handled, kept for the operator with the reason."""

    seq: int
    update_id: int
    chat: int
    body: str
    at: datetime
    error: str


class Kind(StrEnum):
    """How a message is delivered."""

    CALL = "call"
    """By one call of the Bot API, as it stands."""
    CARD = "card"
    """As the card of its case: edited where that stands, posted if it stands nowhere."""
    PAPER = "paper"
    """As a file of a proposal that is made when its turn comes."""
    CALENDAR = "calendar"
    """As a file of dates that a calendar opens."""
    PITCH = "pitch"
    """As the outline of a pitch to print, made when its turn comes."""
    LETTER = "letter"
    """As an e-mail draft with the papers of a proposal, made when its turn comes."""
    EXPORT = "export"
    """As a file of everything that is kept about the chat, made when its turn comes."""
    ORDER = "order"
    """As what a desk asked for of all its cases, made when its turn comes."""


class Paper(Value, frozen=True):
    """A file of a proposal as the proposal stood when its documents were asked for; `number` counts from 0."""

    proposal: Proposal
    language: str
    number: int


class PrintedPitch(Value, frozen=True):
    """A file of the outline of a pitch as it stood when it was asked for; `number` counts its formats from 0."""

    page: PitchPage
    number: int


class Notes(Value, frozen=True, omit_defaults=True):
    """What delivery must know of a message beside its call.

    `under_card`: it answers the card of the case that it is about. `receipt`: what to say elsewhere of what became of
    it. `paper`: the file to make, `letter`: the e-mail to make of its proposal, `order`: what to make of all cases.
    `calendar`: the dates of a file for a calendar, `pitch`: the outline of a pitch to print.
    `says`: the fingerprint of the words of what will be remembered as a post. `topic`: what the topic is called in
    which a card stands. `language`: that of the chat, in which is said what a file that is made has to go without.
    """

    under_card: bool = False
    receipt: Receipt | None = None
    paper: Paper | None = None
    says: str = ""
    topic: TopicWords | None = None
    order: Order | None = None
    letter: Letter | None = None
    calendar: CalendarFile | None = None
    language: str = ""
    pitch: PrintedPitch | None = None


NO_NOTES = Notes()


class Content(Value, frozen=True, omit_defaults=True):
    """What is encrypted of a message in the outbox: the Bot API's method and payload, and all that says what it is."""

    method: str
    payload: dict[str, Any]
    offers: tuple[Offer, ...] = ()
    whom: Addressee | None = None
    kind: Kind = Kind.CALL
    notes: Notes = NO_NOTES


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to be sent: a method of the Bot API with its payload.

    `key` makes it unique (empty: no key). With `about` its message id, its `offers` and whom they are meant for are
    remembered when it has been delivered. `bulk` may wait behind everything that is not: a reminder never holds up an
    answer. `beside` are the cases in whose turns it leaves a group, its own first: those of all that was said with it
    there. Empty: that which it is about. What is `ahead` leaves a group before all that waits of its cases. `days_left`
    says of bulk for how many days it is of use: thousands of reminders take hours, and the nearest last day goes first.
    """

    chat: int
    method: str
    payload: dict[str, Any]
    key: str = ""
    about: str = ""
    offers: tuple[Offer, ...] = ()
    whom: Addressee | None = None
    kind: Kind = Kind.CALL
    notes: Notes = NO_NOTES
    bulk: bool = False
    days_left: int = field(default=0, compare=False)
    beside: tuple[str, ...] = ()
    ahead: bool = False

    @property
    def lane(self) -> str:
        """The case in whose turn it leaves a group, empty for none."""
        return self.beside[0] if self.beside else self.about


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel(Outgoing):
    """An outgoing message that this process has claimed for sending.

    `attempts` counts the claims, this one included. `doubts` counts how often nobody could tell whether an
    attempt had reached Telegram: zero for a message that was surely never sent.
    """

    seq: int
    attempts: int = 1
    doubts: int = 0
    error: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Unsettled:
    """A message that was refused for good, or that may have arrived (`doubtful`); `tried_at` is when it last left, in
    real time, None if that is not known.
    """

    parcel: Parcel
    doubtful: bool
    tried_at: datetime | None


class Mail(Value, frozen=True):
    """A letter that Lots is to send, with the proposal whose papers it carries; None once it is out of Lots' hands."""

    letter: Letter
    proposal: Proposal | None


@dataclass(frozen=True, slots=True)
class MailToSend:
    """A letter in its queue: `until` is when it is too late for it, None for never."""

    id: str
    chat: int
    proposal: str
    until: datetime | None
    mail: Mail
    attempts: int = 0
