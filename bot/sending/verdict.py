"""What becomes of a message: delivered, given up, left in doubt, tried again, or followed into another chat.

The rules for a refusal are one pure function of the message, the refusal and the instant. Why they are so is told in
`docs/decisions/2026-11-22-what-nobody-can-tell.md`.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.telegram.refusal import Undeliverable
from storage.queue_items import Parcel
from storage.repositories.outbox import ABANDONED

DOUBLED_AT_MOST = 3
"""How often the wait before the next try is doubled; a server that is away for long is asked every few seconds."""
DOUBTS_ALLOWED = {True: 1, False: 5}
"""How often a message that may have arrived is sent again: a reminder once, an answer until it is nearly sure."""


@dataclass(frozen=True, slots=True)
class Delivered:
    """It arrived under a message id, 0 if there is none. `whole`: with all that belongs to it, its file too."""

    message: int
    whole: bool = True


@dataclass(frozen=True, slots=True)
class GivenUp:
    """It will never arrive. `shut_out`: nor will anything else in its chat, until somebody there writes again."""

    reason: str
    shut_out: bool = False


@dataclass(frozen=True, slots=True)
class LeftInDoubt:
    """Nobody can tell whether it arrived, and it is not sent again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Later:
    """It waits until an instant.

    `doubtful`: this try may have arrived. `chat_rests`: nothing else goes to its chat until then, as Telegram demands.
    """

    at: datetime
    reason: str
    doubtful: bool = False
    chat_rests: bool = False


@dataclass(frozen=True, slots=True)
class Moved:
    """Its group has become another chat, and it is sent there at an instant."""

    to: int
    at: datetime
    reason: str


Verdict = Delivered | GivenUp | LeftInDoubt | Later | Moved


def verdict_on(parcel: Parcel, refusal: Undeliverable, now: datetime) -> Verdict:
    """Judge a refusal of a message at an instant of real time."""
    if refusal.migrated_to:
        return Moved(refusal.migrated_to, now, refusal.reason)
    if refusal.permanent:
        return GivenUp(refusal.reason, shut_out=refusal.gone)
    if refusal.ambiguous and _tried_enough(parcel):
        return LeftInDoubt(refusal.reason)
    return Later(now + _pause(parcel, refusal), refusal.reason, refusal.ambiguous, chat_rests=refusal.flood)


def _tried_enough(parcel: Parcel) -> bool:
    """Whether a call without an answer was one too many. Not if the doubt before it was only the end of a process."""
    return parcel.doubts >= DOUBTS_ALLOWED[parcel.bulk] and parcel.error != ABANDONED


def _pause(parcel: Parcel, refusal: Undeliverable) -> timedelta:
    """How long it waits: what Telegram named if it did, else twice as long after each try."""
    doubled = 1 if refusal.flood else 2 ** min(parcel.attempts - 1, DOUBLED_AT_MOST)
    return timedelta(seconds=refusal.retry_after * doubled)
