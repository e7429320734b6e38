"""A letter that Lots was told to send, and what is known of it. Times are aware and in UTC."""

from datetime import datetime, timedelta
from enum import StrEnum

from dialogs.records.letters.letter import About, Letter
from dialogs.records.value import Value

KEPT = timedelta(days=30)
"""How long a letter itself is kept after it went. Servers report for five days at most that one did not come through
(RFC 5321, section 4.5.4.1); a person at the registrar may answer later."""


class Fate(StrEnum):
    """What became of a letter. None of these is the registrar's confirmation. The values are kept."""

    WAITING = "waiting"
    """Lots is about to hand it over."""
    ACCEPTED = "accepted"
    """A mail server on the way has it."""
    DELIVERED = "delivered"
    """The registrar's own mail server has reported that it has it."""
    REFUSED = "refused"
    """It was surely not sent."""
    UNKNOWN = "unknown"
    """It may have been sent; Lots does not send it again by itself."""
    BOUNCED = "bounced"
    """It came back: the registrar has not got it."""


MAY_BE_THERE = frozenset({Fate.ACCEPTED, Fate.DELIVERED, Fate.UNKNOWN})
"""What the registrar may have."""


class Why(StrEnum):
    """What a refusal is about, as the last part of a text's key. The values are kept."""

    ADDRESS = "address"
    FULL = "full"
    SIZE = "size"
    RULES = "rules"
    LOGIN = "login"
    AWAY = "away"
    TIME = "time"
    OFF = "off"
    OTHER = "other"


class Mailing(Value, frozen=True):
    """A letter that was told to go at `asked_at`. `at` is when its fate was known, `why` what a refusal is about."""

    id: str
    letter: Letter
    asked_at: datetime
    fate: Fate = Fate.WAITING
    at: datetime | None = None
    why: str = ""

    @property
    def has_papers_there(self) -> bool:
        """Whether the registrar may have both papers by it."""
        return self.fate in MAY_BE_THERE and self.letter.about is not About.WITHDRAWN


class MailNews(Value, frozen=True):
    """What has become known of a mailing: its fate now, or an `answer` that came to the address Lots sends from.

    `said` is what a server said of a refusal, `whole` whether the copy to the association went as well. `missing` are
    the names of files that it had to go without, because Telegram has them no more.
    """

    id: str
    proposal: str
    fate: Fate
    at: datetime
    why: str = ""
    said: str = ""
    whole: bool = True
    answer: str = ""
    missing: tuple[str, ...] = ()
