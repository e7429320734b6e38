"""What becomes of a message: delivered, given up, left in doubt, tried again, or followed into another chat.

The rules for a refusal are one pure function of the message, the refusal and the instant: `docs/delivery.md` shows them
for each thing that may come back. Why they are so is told in `docs/decisions/`, what nobody can tell and what ends a
message.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.telegram.refusal import Sort, Undeliverable
from dialogs.records.thread import Thread, Topics
from storage.queue_items import Parcel
from storage.repositories.outgoing.outbox import ABANDONED

FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds until a message is tried again, more after each try: most hitches are over in half a second, and a server,
proxy or token that is away for hours is tried twice a minute, so that half a minute after its return all is well."""
GROWTH, GROWTH_IN_DOUBT = 2, 4
"""How many times longer each wait is than the one before. After a doubt every try may be one copy more, so the few that
there are are spread further."""
LONGEST_IN_DOUBT = 10.0
"""Seconds until a message in doubt is sent again, at most: its five tries then last half a minute, longer than a proxy
takes to start again, and a staff group whose line it holds up waits no longer than that."""
REMINDER_IN_DOUBT = 5.0
"""Seconds until a reminder in doubt is sent again: it has one try more and nobody waits for it, so that one should not
meet the same hitch."""
STEPS_AT_MOST = 10
"""After so many growing waits the longest is reached by far; a power of a large count of tries is not worked out."""
DOUBTS_ALLOWED = {True: 1, False: 5}
"""How often a message that may have arrived is sent again: a reminder once, an answer until it is nearly sure."""
UNFIT_TRIES = 3
"""How often a call is made that Telegram cannot take (413, 415, 421, 431 ...), if the last two were met with the same
words: it mends itself only where a proxy in front was at fault for a moment."""


@dataclass(frozen=True, slots=True)
class TopicNews:
    """What a call told of the topic of a case, or of its group: what is known from then on.

    `thread` is the topic as it stands now and `was` the number it had, 0 for none. `topics`: whether the group has any.
    `tell`: the kind of the reminder by which the desk hears of it, empty for none.
    """

    thread: Thread | None = None
    was: int = 0
    topics: Topics | None = None
    tell: str = ""


@dataclass(frozen=True, slots=True)
class Delivered:
    """It arrived under a message id, 0 if there is none. `whole`: with all that belongs to it, its file too."""

    message: int
    whole: bool = True
    news: TopicNews | None = None


@dataclass(frozen=True, slots=True)
class GivenUp:
    """It will never arrive. `shut_out`: nor will anything else in its chat, until somebody there writes again."""

    reason: str
    shut_out: bool = False


@dataclass(frozen=True, slots=True)
class SetAside:
    """The topic that it belongs in is no more: it comes again behind the card of its case, in a new one."""

    reason: str
    news: TopicNews


@dataclass(frozen=True, slots=True)
class LeftInDoubt:
    """Nobody can tell whether it arrived, and it is not sent again."""

    reason: str


@dataclass(frozen=True, slots=True)
class Later:
    """It waits until an instant.

    `doubtful`: this try may have arrived. `chat_rests`: nothing else goes to its chat until then, as Telegram demands.
    `news`: what was seen to of its topic meanwhile.
    """

    at: datetime
    reason: str
    doubtful: bool = False
    chat_rests: bool = False
    news: TopicNews | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """Its group has become another chat, and it is sent there at an instant."""

    to: int
    at: datetime
    reason: str


Verdict = Delivered | GivenUp | SetAside | LeftInDoubt | Later | Moved


def verdict_on(parcel: Parcel, refusal: Undeliverable, now: datetime) -> Verdict:
    """Judge a refusal of a message at an instant of real time."""
    reason, later = refusal.reason, now + pause(parcel, refusal)
    match refusal.sort:
        case Sort.DONE:
            return Delivered(refusal.message_id)
        case Sort.MOVED:
            return Moved(refusal.migrated_to, later, reason)
        case Sort.REFUSED | Sort.GONE:
            return GivenUp(reason, shut_out=refusal.sort is Sort.GONE)
        case Sort.UNFIT if parcel.attempts >= UNFIT_TRIES and parcel.error == reason:
            return GivenUp(reason)
        case Sort.DOUBT if _doubted_enough(parcel):
            return LeftInDoubt(reason)
        case _:
            doubtful, chat_rests = refusal.sort is Sort.DOUBT, refusal.sort is Sort.FLOOD
            return Later(later, reason, doubtful, chat_rests)


def pause(parcel: Parcel, refusal: Undeliverable) -> timedelta:
    """Return how long it waits: what Telegram named if it did, else longer after each try. No try follows at once.

    Whether it was tried before tells the reason that stands with it: it is also claimed without a try, when its chat
    must wait or a process ends.
    """
    if refusal.sort is Sort.FLOOD:
        return timedelta(seconds=refusal.retry_after)
    tried = parcel.error not in {"", ABANDONED}
    if refusal.sort is not Sort.DOUBT:
        return _grown(FIRST_PAUSE, GROWTH, parcel.attempts - 1 if tried else 0, LONGEST_PAUSE)
    first = REMINDER_IN_DOUBT if parcel.bulk else FIRST_PAUSE
    return _grown(first, GROWTH_IN_DOUBT, parcel.doubts if tried else 0, LONGEST_IN_DOUBT)


def _doubted_enough(parcel: Parcel) -> bool:
    """Whether a call without an answer was one too many. Not if the doubt before it was only the end of a process."""
    return parcel.doubts >= DOUBTS_ALLOWED[parcel.bulk] and parcel.error != ABANDONED


def _grown(first: float, growth: int, steps: int, longest: float) -> timedelta:
    return timedelta(seconds=min(first * growth ** min(steps, STEPS_AT_MOST), longest))
