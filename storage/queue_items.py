"""The frozen values of the two queues: what comes in from Telegram and what goes out to it.

They cross the border between the edge and storage. Times are aware and in UTC.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from dialogs.conversation.replies import Addressee, Offer


@dataclass(frozen=True, slots=True)
class Received:
    """An update as it came: Telegram's own number, the chat it belongs to (0 for none) and its JSON text."""

    update_id: int
    chat: int
    body: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Waiting:
    """An update that waits to be handled. `seq` is our own order; Telegram's numbers may start anew."""

    seq: int
    update_id: int
    chat: int
    body: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Failed:
    """An update that could not be handled, kept for the operator with the reason."""

    seq: int
    update_id: int
    chat: int
    body: str
    at: datetime
    error: str


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message to be sent. `method` is one of the Bot API's, or `card`, `documents` or `export`.

    `key` makes it unique (empty: no key). With `about` its message id, its `offers` and whom they are meant for are
    remembered when it has been delivered. `bulk` may wait behind everything that is not: a reminder never holds up an
    answer.
    """

    chat: int
    method: str
    payload: dict[str, Any]
    key: str = ""
    about: str = ""
    offers: tuple[Offer, ...] = ()
    whom: Addressee | None = None
    card: bool = False
    bulk: bool = False


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
